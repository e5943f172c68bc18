"""The articles that are listed, asked for by place: what a row shows is made when it is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.library.library import Library, Row, from_index
from reader.marks.marks import ArticleMark
from reader.marks.tags import bears
from reader.tui.folding import Folded, folded, folded_index
from reader.tui.marking import Marks
from reader.tui.rendering.lines import clip
from reader.tui.state import Follow, Within
from reader.tui.taginks import tag_ink

if TYPE_CHECKING:
    from reader.library.syndication import Families


class Shelf:
    """Rows of a library under a filter, with the person's marks and the counts of followed speakers."""

    def __init__(self, library: Library, marks: Marks, tag: str | None = None, within: Within | None = None) -> None:
        """Args: tag: only articles that have it, or one below it, themselves or on a quote; within: only these."""
        self.library = library
        self.marks = marks
        self.tag = tag
        self.within = within
        self._rows: Sequence[Row] = library.rows if self.whole else self._narrowed()

    def _narrowed(self) -> Sequence[Row]:
        """The rows that the filters leave, found by what was marked or found, not by looking at all."""
        tagged = {key for key, mark in self.marks.all().items() if self.tag is None or _bears(mark, self.tag)}
        keys = tagged if self.within is None else self.within.keys if self.tag is None else self.within.keys & tagged
        known = self.library.row_by_key
        rows = (known[key] for key in keys if key in known)
        return sorted(rows, key=lambda row: (row.path, row.part, row.key))

    @property
    def whole(self) -> bool:
        """True where no filter is set."""
        return self.tag is None and self.within is None

    @property
    def label(self) -> str:
        """What it is narrowed down to, in a few words; empty where it holds all."""
        found = f"“{clip(self.within.query, 24)}”" if self.within else ""
        return " ".join(filter(None, (found, f"#{self.tag}" if self.tag else "")))

    def ink(self, tag: str) -> str:
        """The theme colour of a tag."""
        return tag_ink(tag, self.marks.acts.colours)

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> Row:
        """The row at a place."""
        return self._rows[place]

    def mark(self, place: int) -> ArticleMark:
        """What the person said of the article at a place."""
        return self.marks.seen(self._rows[place])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each listed article stands; a copy that is folded away, where the one stands that it is a copy of."""
        return self.folds.places

    @cached_property
    def folds(self) -> Folded:
        """Which rows stand for several articles."""
        return folded(self._rows, {}, ())

    def hides(self, key: str) -> bool:
        """True for an article that is listed, but folded into another."""
        return key in self.places and self._rows[self.places[key]].key != key

    def fold(self, families: Families, unfolded: Collection[str]) -> None:
        """Let articles that are one report stand as one row, but for those whose copies are to be shown."""
        if from_index(self.library) and self.whole:
            self.folds = folded_index(self.library, unfolded)
        else:
            self.folds = folded(self._rows, families, unfolded)
        self._rows = self.folds.rows


def _bears(mark: ArticleMark | None, tag: str) -> bool:
    return mark is not None and bears(mark.all_tags, tag)


class Counts(NamedTuple):
    """A followed speaker's letter and how often they occur."""

    letter: str
    by_article: Mapping[str, int]
    total: int
    """Over all articles."""


def counts(library: Library, follows: Sequence[Follow]) -> tuple[Counts, ...]:
    """The counts that rows show, in the order of the letters."""
    return tuple(
        Counts(f.letter, library.counts(f.speaker), _total(library, f.speaker))
        for f in sorted(follows, key=lambda f: f.letter)
    )


def _total(library: Library, speaker: str) -> int:
    tally = library.tally(speaker)
    return tally.quotes + tally.mentions if tally else 0
