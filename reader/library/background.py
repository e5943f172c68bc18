"""A large library in the app: read from its index at once, which another process brings up to date meanwhile."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from reader.library.files import Files
from reader.library.indexed import IndexedLibrary
from reader.library.open import Progress, library_of
from reader.library.plan import corrections_digest
from reader.library.reading import Read
from reader.library.store import Store, snapshot_file
from reader.loading.discover import Found
from reader.marks.book import MarkBook

NO_INDEX = "the index could not be made; `reader index` on this folder says why"
FIRST = 40
"""Files that are read in this process, so that there is something to read while the others are indexed."""


def indexed_steps(paths: Sequence[str], *, clean: bool, book: MarkBook | None) -> Iterator[Progress]:
    """The library as it was indexed last, then as it is now, if it is another."""
    library = _opened(paths, clean, book)
    if library is not None:
        count = len(library.rows)
        yield Progress(library, count, count, True)
    yield from _brought_up_to_date(library, paths, clean, book)


def growing_steps(
    found: Found, paths: Sequence[str], *, first: str | None, clean: bool, book: MarkBook | None
) -> Iterator[Progress]:
    """Some articles to begin with, then the whole library once it is indexed."""
    files = sorted(found.files, key=lambda f: f != first)[:FIRST] if first else list(found.files[:FIRST])
    reads: dict[str, Read] = {}
    with Files(clean) as source:
        for file in files:
            reads[file] = source.read(file)
            if reads[file].analyses:
                yield Progress(library_of(found, reads, book, complete=False), len(reads), len(found.files), False)
    library = library_of(found, reads, book, complete=False)
    for done, total in _indexing(paths, clean):
        yield Progress(library, max(done, len(reads)), total, False)
    whole = _opened(paths, clean, book)
    if whole is None:
        raise OSError(NO_INDEX)
    yield Progress(whole, len(found.files), len(found.files), True)


def refreshed(library: IndexedLibrary, book: MarkBook | None) -> Iterator[IndexedLibrary]:
    """The library with the person's corrections: at once in their own articles, then everywhere."""
    at_once = _opened(library.roots, library.cleaned, book)
    if at_once is not None:
        yield at_once
        if at_once.corrections == corrections_digest(book):
            return
    for _ in _indexing(library.roots, library.cleaned, "--whole"):
        pass
    everywhere = _opened(library.roots, library.cleaned, book)
    if everywhere is not None:
        yield everywhere


def _brought_up_to_date(
    library: IndexedLibrary | None, paths: Sequence[str], clean: bool, book: MarkBook | None
) -> Iterator[Progress]:
    for done, total in _indexing(paths, clean):
        if library is not None:
            yield Progress(library, done, total, True)
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
    now = _opened(paths, clean, book)
    if now is not None and library is not None and now.digest == library.digest:
        now.leave()
        return None
    return now


def _opened(paths: Sequence[str], clean: bool, book: MarkBook | None) -> IndexedLibrary | None:
    try:
        return IndexedLibrary(snapshot_file(paths, clean), paths, Store.of_person(), book, cleaned=clean)
    except (sqlite3.Error, OSError, KeyError, ValueError):
        return None


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

    def states(self) -> Iterator[tuple[int, int]]:
        """(done, total) while it works."""
        for line in self._child.stdout or ():
            done, _, total = line.partition(" ")
            if done.isdecimal() and total.strip().isdecimal():
                yield int(done), int(total)

    def end(self, patience: float = 1.0) -> None:
        """Let it end by itself if it does so soon, else end it."""
        try:
            self._child.wait(patience)
        except subprocess.TimeoutExpired:
            self._child.kill()
        self._child.communicate()


def _indexing(paths: Sequence[str], clean: bool, *more: str) -> Iterator[tuple[int, int]]:
    """(done, total) while another process brings the index up to date."""
    helper = Helper(paths, clean, *more)
    try:
        yield from helper.states()
    finally:
        helper.end()
