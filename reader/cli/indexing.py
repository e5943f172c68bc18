"""`reader index`: progress, cancelling, and what is said at the end."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from reader.cli.exits import GOOD, SOME_UNREAD, UNWRITTEN, USAGE
from reader.library.indexing import Indexing, State
from reader.marks.book import MarkBook
from reader.model.problems import ReaderError
from reader.text.guard import visible_line

OFTEN = 0.2
"""Seconds between two states of the bar on a terminal."""
SELDOM = 10.0
"""The same in a file, where each takes a line."""
INTERRUPTED = 130


class Bar:
    """A line on standard error that tells how far it is: written over on a terminal, now and then elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown_at = time.monotonic()
        self._what = ""

    def show(self, what: str, done: int, total: int, more: str = "") -> None:
        """Tell what is being done, unless something was told just now."""
        now = time.monotonic()
        if now - self._shown_at < (OFTEN if self._terminal else SELDOM) and what == self._what:
            return
        if not self._terminal and what != self._what and now - self._shown_at < SELDOM:
            return
        self._shown_at, self._what = now, what
        far = f" {done:,} of {total:,}" if total else " …"
        line = f"reader: {what}{far}{more}"
        if self._terminal:
            width = max(20, _width() - 1)
            sys.stderr.write(f"\r\x1b[2K{line[:width]}")
        else:
            sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._terminal and self._what:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


class Watched(Bar):
    """The same for the app that started this: "done total" a line on standard output, with what is done after reading;
    its end is this one's end."""

    def __init__(self) -> None:
        super().__init__()
        Thread(target=_end_with_it, daemon=True).start()

    def show(self, what: str, done: int, total: int, more: str = "") -> None:
        """Tell how far it is."""
        now = time.monotonic()
        if now - self._shown_at > OFTEN or what != self._what:
            self._shown_at, self._what = now, what
            print(done, total, "" if what == "Reading" else what, flush=True)

    def clear(self) -> None:
        """Nothing is shown."""


def _end_with_it() -> None:
    """Wait until nobody holds the other end of standard input."""
    with suppress(OSError):
        os.read(sys.stdin.fileno(), 1)
    os._exit(INTERRUPTED)


def index_paths(args: argparse.Namespace, book: MarkBook) -> int:
    """Bring the index of the paths up to date; what was read when it is stopped need not be read again."""
    if os.environ.get("READER_WEIGHTS"):
        print("reader: there is no index with other weights; unset READER_WEIGHTS", file=sys.stderr)
        return USAGE
    if args.changed:
        return _look_again(args, book)
    bar = Watched() if args.watched else Bar()
    indexing = None
    began = time.monotonic()
    try:
        indexing = Indexing(args.paths, cleaned=not args.no_clean)
        read = _read(indexing, bar, args)
        indexing.finish(book, bar.show, quick=args.watched and not args.whole)
    except KeyboardInterrupt:
        bar.clear()
        kept = "; what was read is kept, the same command goes on from there" if indexing else ""
        print(f"reader: stopped{kept}", file=sys.stderr)
        return INTERRUPTED
    except ReaderError as error:
        bar.clear()
        print(f"reader: {visible_line(str(error))}", file=sys.stderr)
        return USAGE
    except (sqlite3.Error, OSError) as error:
        bar.clear()
        where = visible_line(str(indexing.file.parent if indexing else "the cache folder"))
        print(f"reader: {where}: the index cannot be written ({visible_line(str(error))}); free some space or mend it",
              file=sys.stderr)  # fmt: skip
        return UNWRITTEN
    bar.clear()
    return _told(indexing, read, time.monotonic() - began)


def _look_again(args: argparse.Namespace, book: MarkBook) -> int:
    """Work what changed in some folders into the index; their names come over standard input, each with a NUL after it,
    an empty one at the end. What takes long to start is started before they are there."""
    from reader.library.adding import Copy
    from reader.library.store import snapshot_file

    copy = Copy(snapshot_file(args.paths, not args.no_clean))
    from reader.library import pipeline  # noqa: F401
    from reader.library.changes import work_in

    data = bytearray()
    while data != b"\0" and not data.endswith(b"\0\0"):
        more = os.read(sys.stdin.fileno(), 1 << 16)
        if not more:
            copy.drop()
            return INTERRUPTED
        data += more
    Watched()
    folders = [os.fsdecode(name) for name in bytes(data).split(b"\0") if name]
    try:
        worked = work_in(folders, args.paths, not args.no_clean, book, copy)
    except (sqlite3.Error, OSError):
        return USAGE
    return GOOD if worked else SOME_UNREAD


def _read(indexing: Indexing, bar: Bar, args: argparse.Namespace) -> int:
    """Analyse what is not known; gives the number of bytes. Raises ReaderError where there is no such engine."""
    read = 0
    speed = _speed()
    engine = None
    if args.engine == "dask":
        from reader.library.cluster import dask_analyse

        engine = dask_analyse(args.scheduler, args.jobs, not args.no_clean)
    for state in indexing.analyse(engine, args.jobs):
        bar.show("Reading", state.done, state.total, speed(state))
        read = state.read
    return read


def _speed() -> Callable[[State], str]:
    """What tells the speed of a state since the first, and how long the rest will take."""
    began = time.monotonic()
    first: list[int] = []

    def told(state: State) -> str:
        first.append(state.done - 1) if not first else None
        seconds = max(1e-6, time.monotonic() - began)
        files = (state.done - first[0]) / seconds
        left = (state.total - state.done) / files
        return f" · {files:,.1f} files/s · {state.read / seconds / 1e6:.2f} MB/s · {_long(left)} left"

    return told


def _told(indexing: Indexing, read: int, seconds: float) -> int:
    """Say what became of it; the exit code."""
    problems = indexing.plan().problems
    for problem in problems:
        print(f"reader: {visible_line(str(problem))}", file=sys.stderr)
    total, anew = len(indexing.found.files), len(indexing.pending)
    what = f"{anew:,} of {total:,} files read anew" if anew else f"{total:,} files, nothing new"
    speed = f" ({read / 1e6:.1f} MB in {_long(seconds)})" if read else ""
    print(f"reader: {what}{speed}", file=sys.stderr)
    return SOME_UNREAD if problems else GOOD


def _long(seconds: float) -> str:
    """A time as people write it: "0:07", "1:02:03"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 80
