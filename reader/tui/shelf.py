"""The articles that are listed, asked for by place: what a row shows is made when it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.library.library import Library, Row
from reader.marks.marks import ArticleMark
from reader.tui.answers import counts_of
from reader.tui.marking import Marks
from reader.tui.state import Follow


class Shelf:
    """Rows of a library under a filter, with the person's marks and the counts of followed speakers."""

    def __init__(self, library: Library, marks: Marks, tag: str | None = None) -> None:
        self.library = library
        self.marks = marks
        self.tag = tag
        rows = library.rows
        self._rows: Sequence[Row] = rows if tag is None else [r for r in rows if tag in marks.of(library, r).tags]

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> Row:
        """The row at a place."""
        return self._rows[place]

    def mark(self, place: int) -> ArticleMark:
        """What the person said of the article at a place."""
        return self.marks.of(self.library, self._rows[place])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each listed article stands."""
        return {row.key: place for place, row in enumerate(self._rows)}


class Counts(NamedTuple):
    """A followed speaker's letter and how often they occur in each article."""

    letter: str
    by_article: Mapping[str, int]


def counts(library: Library, follows: Sequence[Follow]) -> tuple[Counts, ...]:
    """The counts that rows show, in the order of the letters."""
    return tuple(Counts(f.letter, counts_of(library, f.speaker)) for f in sorted(follows, key=lambda f: f.letter))
