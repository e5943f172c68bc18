"""The articles of a library that is read from a snapshot."""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

from reader.library.asking import Asking
from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.lazily import CHUNK, Lookup, remembered, touched
from reader.library.library import Library, Row, Standing
from reader.library.packing import unpacked
from reader.library.plan import shown_path
from reader.library.store import Store
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.problems import Problem

_ROW = "key, root, below, part, title, outlet, date, agency, words, quotes, problem"  # as `_row` takes them


class IndexedArticles(Asking, Library):
    """Rows and analyses, fetched as they are asked for."""

    def __init__(self, file: Path, roots: Sequence[str], store: Store, book: MarkBook | None = None) -> None:
        """Args: roots: the paths as they were given this time. Raises what `Asking` does."""
        super().__init__(file, store)
        self.roots, self._book = tuple(roots), book
        self._outlets = outlet_lines(book.acts.outlets) if book else {}
        self.skipped = int(self.meta["skipped"])
        self._kept: OrderedDict[str, Analysis] = OrderedDict()

    @property
    def belonging(self) -> bool:
        """True where the person said of some lines that they belong to an article, or do not."""
        return self._book is not None and bool(self._book.acts.outlets or any(m.lines for m in self._book.marks()))

    def marked_keys(self) -> list[str] | None:
        """Keys of the articles of which the person said something; None without a book."""
        return [mark.ref.id for mark in self._book.marks()] if self._book else None

    @cached_property
    def rows(self) -> Sequence[Row]:
        """A row an article in list order, files that did not open among them."""
        query = f"SELECT {_ROW} FROM rows WHERE place >= ? AND place < ? ORDER BY place"
        return self._pages(self._count("rows"), query, self._row)

    def like(self, name: str) -> Iterable[Row]:
        """Rows among which are those of a file from the opened folder and its part: "a/b.txt#1"."""
        below, _, part = name.rpartition("#")
        query = f"SELECT {_ROW} FROM rows WHERE root = 0 AND below = ? AND part = ?"
        return [self._row(row) for row in self.ask(query, os.fsencode(below), part)]

    @cached_property
    def row_by_key(self) -> Mapping[str, Row]:
        """The rows by their articles' keys."""
        return Lookup(len(self.rows), self._row_of, self._all_keys)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each article stands in the list."""

        def place(key: str) -> int | None:
            found = self.ask("SELECT place FROM rows WHERE key = ?", key)
            return int(found[0][0]) if found else None

        return Lookup(len(self.rows), place, self._all_keys)

    @cached_property
    def leads(self) -> Sequence[Row]:
        """The rows in list order, articles that are one report as the fullest of them."""
        query = f"SELECT {_ROW} FROM rows WHERE nth = 0 AND report >= ? AND report < ? ORDER BY report"
        return self._pages(self._count("leads"), query, self._row)

    @cached_property
    def standing(self) -> Mapping[str, Standing]:  # type: ignore[override]
        """Where each row stands in that list."""

        def stands(key: str) -> Standing | None:
            found = self.ask("SELECT report, nth, reading, more FROM rows WHERE key = ?", key)
            return Standing(*found[0]) if found else None

        return Lookup(len(self.rows), stands, self._all_keys)

    def member(self, report: int, nth: int) -> Row:
        """The so-and-so-many-th article of a report, counted from 0. Raises IndexError where it has fewer."""
        found = self.ask(f"SELECT {_ROW} FROM rows WHERE report = ? AND nth = ?", report, nth)
        if not found:
            raise IndexError(nth)
        return self._row(found[0])

    @cached_property
    def totals(self) -> tuple[int, int]:
        """(articles, quotes)."""
        return self._count("articles"), self._count("quotes")

    @cached_property
    def outlets(self) -> Sequence[tuple[str | None, str | None]]:
        """(outlet, agency) of all articles, each pair once."""
        return self.ask("SELECT DISTINCT outlet, agency FROM rows")

    @cached_property
    def problems(self) -> tuple[Problem, ...]:  # type: ignore[override]
        """Of files that did not open."""
        if not self._count("problems"):
            return ()
        found = self.ask("SELECT problem FROM rows WHERE problem IS NOT NULL ORDER BY number")
        return tuple(Problem(**json.loads(problem)) for (problem,) in found)

    @cached_property
    def keys(self) -> Sequence[str]:  # type: ignore[override]
        """Keys of the articles in library order."""
        query = "SELECT key FROM rows WHERE number >= ? AND number < ?"
        return self._pages(self.totals[0], query, itemgetter(0))

    def analysis(self, key: str) -> Analysis:
        """The analysis of an article. Raises KeyError for a key that the library does not have."""
        with self._lock:
            known = touched(self._kept, key)
            if known is None:
                found = self.ask("SELECT stored, root, below FROM rows WHERE key = ? AND problem IS NULL", key)
                if not found:
                    raise KeyError(key)
                known = remembered(self._kept, key, self._read(key, *found[0]), CHUNK)
            return known

    def items(self) -> Iterator[tuple[str, Analysis]]:
        """All (key, analysis) pairs in library order."""
        query = "SELECT key, stored, root, below FROM rows WHERE problem IS NULL ORDER BY number"
        for key, stored, root, below in self.stream(query):
            yield key, self._read(key, stored, root, below)

    def _read(self, key: str, stored: int, root: int, below: bytes) -> Analysis:
        packed = self._store.one(stored)
        if packed is None:
            raise KeyError(f"the analysis of {key} is no longer in the cache; run the command again")
        return of_person(key, unpacked(packed, self._path(root, below)), self._book, self._outlets)[0]

    def _path(self, root: int, below: bytes) -> str:
        return shown_path(self.roots, root, os.fsdecode(below))

    def _row_of(self, key: str) -> Row | None:
        found = self.ask(f"SELECT {_ROW} FROM rows WHERE key = ?", key)
        return self._row(found[0]) if found else None

    def _row(self, found: Sequence[Any]) -> Row:
        key, root, below, part, title, outlet, date, agency, words, quotes, problem = found
        if problem is not None:
            return Row(key=key, path=title, title=title, problem=Problem(**json.loads(problem)))
        return Row(key, self._path(root, below), part, title, outlet, date, agency, words, quotes)

    def _all_keys(self) -> Iterator[str]:
        return (key for (key,) in self.stream("SELECT key FROM rows ORDER BY place"))
