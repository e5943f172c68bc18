"""A large library in the app: read from its index at once, which another process brings up to date meanwhile."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence

from reader.library.indexed import IndexedLibrary
from reader.library.open import Progress, library_of
from reader.library.reading import Read, read_file
from reader.library.snapshot import corrections_digest
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
    store = Store.of_person()
    for file in files:
        reads[file] = read_file(file, cleaned=clean, store=store)
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
    for _ in _indexing(library.roots, library.cleaned):
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
    newer = _newer(library, paths, clean, book)
    if newer is None and library is None:
        raise OSError(NO_INDEX)
    if newer is not None:
        count = len(newer.rows)
        yield Progress(newer, count, count, True)


def _newer(
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


def _indexing(paths: Sequence[str], clean: bool) -> Iterator[tuple[int, int]]:
    """(done, total) while another process brings the index up to date; it ends with this one."""
    words = [sys.executable, "-m", "reader", "index", "--watched", *([] if clean else ["--no-clean"]), "--", *paths]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env,
        start_new_session=True,
    ) as child:  # fmt: skip
        try:
            for line in child.stdout or ():
                done, _, total = line.partition(" ")
                if done.isdecimal() and total.strip().isdecimal():
                    yield int(done), int(total)
        finally:
            child.kill() if child.poll() is None and not _ended(child) else None


def _ended(child: subprocess.Popen[str]) -> bool:
    """True where a process has said all and ends by itself."""
    try:
        child.wait(1.0)
    except subprocess.TimeoutExpired:
        return False
    return True
