"""A library brought up to date on disk: what changed is analysed, in all the processes asked for, and resolved anew."""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from reader.library.adding import Copy, added
from reader.library.changes import changes_since
from reader.library.current import is_current
from reader.library.indexed import IndexedLibrary
from reader.library.packing import unpacked
from reader.library.plan import Plan, Source, digest_of, key_of_twin, located, shown_path
from reader.library.snapshot import Report, write
from reader.library.sought import Sought
from reader.library.store import Done, Store, snapshot_file, stamp_of
from reader.library.workers import analysed
from reader.loading.discover import Found, discover
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleRef
from reader.model.problems import Problem

BATCH = 64
"""Files after which what was found is committed: as much is lost where the program is killed."""
OFTEN = 1.0
"""Seconds after which it is, too."""
ABANDONED = 3600.0
"""Seconds after which a half-written snapshot belongs to nobody."""


class State(Struct, frozen=True):
    """How far the files of a library have been read."""

    done: int
    total: int
    read: int
    """Bytes of what was analysed this time."""


Analyse = Callable[[Sequence[str]], Iterable[Done]]
"""Analyses files wherever it likes."""


class Indexing:
    """One run over the files of some paths."""

    def __init__(self, paths: Sequence[str], *, cleaned: bool = True, store: Store | None = None) -> None:
        """Args: store: the person's unless given."""
        self.paths, self.cleaned = tuple(paths), cleaned
        self.store = store or Store.of_person()
        self.file = snapshot_file(paths, cleaned)
        self.found: Found = discover(paths)
        self._keys: list[str | None] = []
        """Of the bytes of every file, in the order of `found`."""
        self._problems: dict[str, Problem] = {}
        self.pending: tuple[str, ...] = tuple(self._unread())
        """Files that are not known as they are now."""

    def _unread(self) -> Iterator[str]:
        """Look at every file's stamp."""
        for file in self.found.files:
            key = None
            with suppress(OSError, ValueError):
                known = self.store.known(file, self.cleaned)
                if known and known[0] == stamp_of(os.stat(file)):
                    key = known[1]
            self._keys.append(key)
            if key is None:
                yield file

    def analyse(self, analyse: Analyse | None = None, jobs: int = 1) -> Iterator[State]:
        """Read what is not known; tells the state after every file. What was committed is never done again.

        Args: analyse: who does it, worker processes unless given.
        """
        work = analyse or (lambda files: analysed(files, jobs, cleaned=self.cleaned, store=self.store.file))
        number = {file: n for n, file in enumerate(self.found.files)} if self.pending else {}
        total, done, read = len(self.found.files), len(self.found.files) - len(self.pending), 0
        waiting: list[Done] = []
        committed = time.monotonic()
        try:
            for one in work(self.pending):
                waiting.append(one)
                if one.problem:
                    self._problems[one.path] = one.problem
                else:
                    self._keys[number[one.path]] = one.key
                with suppress(OSError):
                    read += os.stat(one.path).st_size
                done += 1
                if len(waiting) >= BATCH or time.monotonic() - committed > OFTEN:
                    self.store.keep(waiting, self.cleaned)
                    waiting, committed = [], time.monotonic()
                yield State(done, total, read)
        finally:
            if waiting:
                self.store.keep(waiting, self.cleaned)

    def plan(self) -> Plan:
        """What the snapshot is to be made from, once all is analysed."""
        sources = []
        problems = list(self.found.problems)
        for file, key in zip(self.found.files, self._keys, strict=True):
            if key is not None:
                sources.append(Source(*located(file, self.paths), key))
            elif file in self._problems:
                problems.append(self._problems[file])
        return Plan(self.paths, sources, problems, self.found.skipped)

    def finish(self, book: MarkBook | None, report: Report, *, quick: bool = False) -> bool:
        """Bring the snapshot up to date; True where it was not.

        Args: book: the person's marks, whose corrections are in it; quick: where little has changed that is worked into
        it, and names are compared across the library later.
        Raises sqlite3.Error or OSError where the cache folder cannot be written."""
        plan = self.plan()
        if book is not None and book.marks():
            self._attach(book, plan)
        if self._is_current(digest_of(plan, book)):
            return False
        _tidy(self.file.parent)
        if quick:
            changes = changes_since(self.file, plan, self._problems, self.store, book)
            if changes is not None:
                return bool(changes) and added(Copy(self.file), changes, self.store, book)
        write(self.file, plan, self.store, book, report)
        return True

    def _is_current(self, digest: str) -> bool:
        try:
            library = IndexedLibrary(self.file, self.paths, self.store)
        except (sqlite3.Error, OSError, KeyError, ValueError):
            return False
        same = library.digest == digest
        library.leave()
        return same

    def _attach(self, book: MarkBook, plan: Plan) -> None:
        """Lead marks to articles that changed since; the articles are only looked into where a mark has none."""
        twins: Counter[str] = Counter()
        lost = {mark.ref.id for mark in book.marks()}
        for source in plan.sources:
            for _, article in self.store.numbers(source.key):
                twins[article] += 1
                lost.discard(key_of_twin(article, twins[article]))
        files = digest_of(plan, None)
        if lost and not Sought(self.file, files, lost).in_vain:
            book.attach(self._refs(book, plan))
            Sought(self.file, files, lost.intersection(mark.ref.id for mark in book.marks())).note()

    def _refs(self, book: MarkBook, plan: Plan) -> Iterator[ArticleRef]:
        """How the book finds every article."""
        twins: Counter[str] = Counter()
        for source in plan.sources:
            path = shown_path(self.paths, source.root, source.below)
            for packed in self.store.get(source.key) or ():
                article = unpacked(packed, path).article
                twins[article.id] += 1
                yield book.ref(article, key_of_twin(article.id, twins[article.id]))


def open_index(
    paths: Sequence[str], *, jobs: int = 1, cleaned: bool = True, book: MarkBook | None = None,
    report: Report = lambda what, done, total: None,
) -> IndexedLibrary:  # fmt: skip
    """The library of some paths, read from their snapshot, which is brought up to date first.

    Raises sqlite3.Error or OSError where the cache folder cannot be used.
    """
    file, store = snapshot_file(paths, cleaned), Store.of_person()
    if is_current(file, paths, cleaned, store, book):
        return IndexedLibrary(file, paths, store, book)
    indexing = Indexing(paths, cleaned=cleaned)
    for state in indexing.analyse(jobs=jobs):
        report("Reading", state.done, state.total)
    indexing.finish(book, report)
    return IndexedLibrary(indexing.file, indexing.paths, indexing.store, book)


def _tidy(folder: Path) -> None:
    """Remove what killed processes left half-written."""
    with suppress(OSError):
        for file in folder.glob("*.new"):
            if time.time() - file.stat().st_mtime > ABANDONED:
                file.unlink(missing_ok=True)
