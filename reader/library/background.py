"""A large library in the app: read from its index at once, which another process brings up to date meanwhile."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from reader.library.indexed import IndexedLibrary
from reader.library.open import Progress
from reader.library.plan import corrections_digest
from reader.library.store import Store, snapshot_file
from reader.marks.book import MarkBook

NO_INDEX = "the index could not be made; `reader index` on this folder says why"


def indexed_steps(paths: Sequence[str], *, clean: bool, book: MarkBook | None) -> Iterator[Progress]:
    """The library as it was indexed last, then as it is now, if it is another."""
    library = opened_now(paths, clean, book)
    if library is not None:
        count = len(library.rows)
        yield Progress(library, count, count, True)
    yield from _brought_up_to_date(library, paths, clean, book)


def refreshed(library: IndexedLibrary, book: MarkBook | None) -> Iterator[IndexedLibrary]:
    """The library with the person's corrections: at once in their own articles, then everywhere."""
    at_once = opened_now(library.roots, library.cleaned, book)
    if at_once is not None:
        yield at_once
        if at_once.corrections == corrections_digest(book):
            return
    for _ in _indexing(library.roots, library.cleaned, "--whole"):
        pass
    everywhere = opened_now(library.roots, library.cleaned, book)
    if everywhere is not None:
        yield everywhere


def _brought_up_to_date(
    library: IndexedLibrary | None, paths: Sequence[str], clean: bool, book: MarkBook | None
) -> Iterator[Progress]:
    for state in _indexing(paths, clean):
        if library is not None and not state.what:
            yield Progress(library, state.done, state.total, True)
    newer = newer_than(library, paths, clean, book)
    if newer is None and library is None:
        raise OSError(NO_INDEX)
    if newer is not None:
        count = len(newer.rows)
        yield Progress(newer, count, count, True)


def newer_than(
    library: IndexedLibrary | None, paths: Sequence[str], clean: bool, book: MarkBook | None
) -> IndexedLibrary | None:
    """The library that is in the cache now, unless it is the same."""
    now = opened_now(paths, clean, book)
    if now is not None and library is not None and now.digest == library.digest:
        now.leave()
        return None
    return now


def opened_now(paths: Sequence[str], clean: bool, book: MarkBook | None) -> IndexedLibrary | None:
    """The library as its index has it now; None where there is none."""
    try:
        return IndexedLibrary(snapshot_file(paths, clean), paths, Store.of_person(), book, cleaned=clean)
    except (sqlite3.Error, OSError, KeyError, ValueError):
        return None


class State(NamedTuple):
    """How far another process is."""

    done: int
    total: int
    what: str = ""
    """What it does, where that is not reading."""


class Helper:
    """Another process that works on the index; it ends with this one."""

    def __init__(self, paths: Sequence[str], clean: bool, *more: str) -> None:
        words = [sys.executable, "-m", "reader", "index", "--watched", *more, *([] if clean else ["--no-clean"])]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._child = subprocess.Popen(
            [*words, "--", *paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=env, start_new_session=True,
        )  # fmt: skip

    def tell(self, folders: Iterable[str]) -> None:
        """Name the folders that changed to one that waits for them."""
        with suppress(OSError):
            assert self._child.stdin is not None
            os.write(self._child.stdin.fileno(), b"".join(os.fsencode(f) + b"\0" for f in folders) + b"\0")

    @property
    def running(self) -> bool:
        """True until it has ended."""
        return self._child.poll() is None

    @property
    def well(self) -> bool:
        """True where it ended and did what it was asked to."""
        return self._child.poll() == 0

    def states(self) -> Iterator[State]:
        """How far it is, while it works."""
        for line in self._child.stdout or ():
            done, _, more = line.strip().partition(" ")
            total, _, what = more.partition(" ")
            if done.isdecimal() and total.isdecimal():
                yield State(int(done), int(total), what)

    def kill(self) -> None:
        """End it, whoever listens to it."""
        self._child.kill()

    def end(self, patience: float = 1.0) -> None:
        """Let it end by itself if it does so soon, else end it."""
        try:
            self._child.wait(patience)
        except subprocess.TimeoutExpired:
            self._child.kill()
        self._child.communicate()


def _indexing(paths: Sequence[str], clean: bool, *more: str) -> Iterator[State]:
    """How far it is, while another process brings the index up to date."""
    helper = Helper(paths, clean, *more)
    try:
        yield from helper.states()
    finally:
        helper.end()
