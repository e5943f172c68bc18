"""Worker processes that analyse files; one that dies takes no more than the file it was at with it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, suppress
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from reader.library.reading import done_with
from reader.library.store import Done, Store
from reader.loading.discover import shown
from reader.model.problems import Problem
from reader.text.guard import visible_line

BATCH = 8
"""Files that a worker is given at once."""
COLLECTED = 50_000, 20, 100
"""How seldom a worker looks for cycles, as `gc.set_threshold` takes it: an article makes many values and few cycles."""
AHEAD = 2
"""Batches that wait at each worker, so that none is idle and no more is held in memory."""


def analysed(files: Iterable[str], jobs: int, *, cleaned: bool = True, store: Path | None = None) -> Iterator[Done]:
    """What became of every file, in the order in which the workers are done.

    Args: store: the store's file, which workers ask whether it has a file's bytes already.
    """
    if jobs <= 1:
        yield from _alone(files, cleaned, store)
        return
    crew = _Crew(cleaned, store)
    try:
        yield from crew.work(files, jobs)
    finally:
        crew.dismiss()


def _alone(files: Iterable[str], cleaned: bool, store: Path | None) -> Iterator[Done]:
    """What became of every file, found by this process, which looks for cycles as seldom as a worker meanwhile."""
    own, usual = Store(store) if store else None, gc.get_threshold()
    gc.set_threshold(*COLLECTED)
    try:
        for file in files:
            yield done_with(file, cleaned=cleaned, store=own)
    finally:
        gc.set_threshold(*usual)


class Aside:
    """A worker for single files that would keep this process from answering; started when first needed."""

    def __init__(self, cleaned: bool) -> None:
        self._crew = _Crew(cleaned, None)

    def done_with(self, path: str) -> Done:
        """What became of a file."""
        (done,) = self._crew.work([path], 1)
        return done

    def dismiss(self) -> None:
        """Send the worker home."""
        self._crew.dismiss()


class _Worker:
    """One process and the batches it has been given."""

    def __init__(self, process: BaseProcess, line: Connection) -> None:
        self.process = process
        self.line = line
        self.batches: deque[list[str]] = deque()

    def give(self, batch: list[str]) -> None:
        """Hand it a batch. One that cannot be reached is ended, which is told when its line is read."""
        self.batches.append(batch)
        try:
            self.line.send(batch)
        except OSError:
            self.process.terminate()


class _Crew:
    """The workers. Each has a pipe of its own: when this process is killed, they read its end and go."""

    def __init__(self, cleaned: bool, store: Path | None) -> None:
        self._context = get_context("spawn")
        self._cleaned, self._store = cleaned, store
        self._workers: list[_Worker] = []
        self._waiting: deque[list[str]] = deque()
        """Batches of workers that died, in smaller pieces."""

    def work(self, files: Iterable[str], jobs: int) -> Iterator[Done]:
        """Hand out files and yield what comes back."""
        source = iter(files)
        while True:
            while len(self._workers) < jobs and (batch := self._next(source)):
                worker = self._hired()
                if worker is None:
                    jobs = len(self._workers)  # those that there are must do, else this process
                    self._waiting.appendleft(batch)
                else:
                    worker.give(batch)
            if not jobs and (batch := self._next(source)):
                yield from (done_with(file, cleaned=self._cleaned) for file in batch)
                continue
            for worker in self._workers:
                while len(worker.batches) < AHEAD and (batch := self._next(source)):
                    worker.give(batch)
            busy = {w.line: w for w in self._workers if w.batches}
            if not busy:
                return
            for line in wait(list(busy)):
                yield from self._taken(busy[line])  # type: ignore[index]

    def _next(self, source: Iterator[str]) -> list[str]:
        """The next batch; empty where there is none left."""
        return self._waiting.popleft() if self._waiting else list(islice(source, BATCH))

    def _hired(self) -> _Worker | None:
        """A new worker; None where no process can be started."""
        try:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs, self._cleaned, self._store), daemon=True)
            with redirect_stderr(sys.__stderr__):  # the app's own has no file, which starting a process asks for
                process.start()
        except OSError:
            return None
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _taken(self, worker: _Worker) -> Iterator[Done]:
        """What a worker sends; of one that died, the file at fault is told and the others are given out again."""
        try:
            found: list[Done] = worker.line.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.line.close()
            worker.process.terminate()  # it may be there still, and only the pipe broken
            worker.process.join()
            first, *others = worker.batches
            self._waiting.extend(others)
            if len(first) > 1:
                self._waiting.extend([file] for file in first)
            else:
                name = visible_line(shown(first[0]))
                what = f"could not be analysed (the analysis ended with {worker.process.exitcode})"
                yield Done(first[0], problem=Problem(name, what, "please report this file"))
            return
        worker.batches.popleft()
        yield from found

    def dismiss(self) -> None:
        """Send everybody home."""
        for worker in self._workers:
            worker.line.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()


def _end_with_parent() -> None:
    """End this process when the one that started it does, in the middle of whatever it is at."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _serve(line: Connection, cleaned: bool, store: Path | None) -> None:
    """The life of a worker: batches in, results out, until the line is closed. It has no terminal, on which the app
    draws."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is the first process's business
    with suppress(OSError):
        os.nice(5)
    own = Store(store) if store else None
    gc.set_threshold(*COLLECTED)
    with suppress(EOFError, OSError):
        while True:
            batch: list[str] = line.recv()
            line.send([done_with(file, cleaned=cleaned, store=own) for file in batch])
