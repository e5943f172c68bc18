"""What a snapshot of a library is made from and how it is named: light, for those who only open one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from msgspec.structs import replace

from reader.library.store import engine
from reader.loading.discover import shown
from reader.marks.book import MarkBook
from reader.marks.marks import Acts
from reader.model.problems import Problem
from reader.text.guard import visible_line

VERSION = 4
"""Of the tables of a snapshot."""


class Source(NamedTuple):
    """A file of the library that was read."""

    root: int
    """Which of the given paths it lies under."""
    below: str
    """Its path from there; empty where it was given itself."""
    key: str
    """Of its bytes, in the store."""


class Plan(NamedTuple):
    """What a snapshot is made from."""

    roots: tuple[str, ...]
    sources: Sequence[Source]
    """In library order."""
    problems: Sequence[Problem]
    skipped: int


def path_of(roots: Sequence[str], root: int, below: str) -> str:
    """The path of a file as the person would write it."""
    return os.path.join(roots[root], below) if below else roots[root]


def shown_path(roots: Sequence[str], root: int, below: str) -> str:
    """The same as it may be shown."""
    return visible_line(shown(path_of(roots, root, below)))


def located(file: str, paths: Sequence[str]) -> tuple[int, str]:
    """(which of the given paths a file lies under, its path from there)."""
    for root, path in enumerate(paths):
        if file == path:
            return root, ""
        folder = os.path.join(path, "")
        if file.startswith(folder):
            return root, file[len(folder) :]
    raise ValueError(file)


def key_of_twin(article: str, count: int) -> str:
    """The key of the article of an id that is the so-and-so-many-th of that id in the library."""
    return f"{article}-{count}" if count > 1 else article


def key_of_problem(path: str, count: int) -> str:
    """The key of the so-and-so-many-th problem of a path."""
    return f"!{path}" + (f"#{count}" if count > 1 else "")


class Digesting:
    """What changes when the snapshot would: the files and their bytes, the engine, the person's corrections."""

    def __init__(self, skipped: int) -> None:
        """Args: skipped: how many files of unknown kinds are passed over."""
        import hashlib  # brings OpenSSL, which opening does without

        self._total = hashlib.sha256(f"{VERSION}:{engine()}:{skipped}".encode())

    def add(self, source: Source) -> None:
        """Take in a file; in library order."""
        self._total.update(os.fsencode(f"{source.root}:{source.below}:{source.key}\n"))

    def whole(self, problems: Sequence[Problem], book: MarkBook | None) -> str:
        """The digest of all that was taken in."""
        for problem in problems:
            self._total.update(os.fsencode(f"{problem}\n"))
        self._total.update(corrections_digest(book).encode())
        return self._total.hexdigest()


def digest_of(plan: Plan, book: MarkBook | None) -> str:
    """The digest of a plan."""
    total = Digesting(plan.skipped)
    for source in plan.sources:
        total.add(source)
    return total.whole(plan.problems, book)


def corrections_digest(book: MarkBook | None) -> str:
    """What changes when the person corrects something; empty without corrections."""
    if book is None:
        return ""
    corrected = sorted(
        (
            mark.ref.id,
            repr([replace(q, star=False, tags=(), note="") for q in mark.quotes if q.corrects]),
            repr(mark.lines),
        )
        for mark in book.marks()
        if mark.lines or any(quote.corrects for quote in mark.quotes)
    )
    if not corrected and book.acts.corrections == Acts().corrections:
        return ""
    import hashlib

    return hashlib.sha256(repr((corrected, book.acts.corrections)).encode("utf-8", "replace")).hexdigest()


def opened(file: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A snapshot, to be read only. Raises sqlite3.Error where there is none."""
    return sqlite3.connect(f"{uri_of(file)}?mode=ro&immutable=1", uri=True, check_same_thread=not any_thread)


def uri_of(file: Path) -> str:
    """A file's name as SQLite takes it where options follow."""
    return f"file:{quote(str(file.absolute()))}"
