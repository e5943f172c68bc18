"""What stands where in an article, asked for by place: a long one has thirty thousand quotes, a screen shows ten."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from reader.model.analysis import Analysis
from reader.model.quotes import Quote
from reader.model.spans import Span

T = TypeVar("T")
V = TypeVar("V")
OneT = TypeVar("OneT")


def kept(make: Callable[[OneT, T], V]) -> Callable[[OneT, T], V]:
    """The function, with its latest answers kept for the very same first argument: comparing two long articles takes
    as long as looking through one."""
    latest: list[tuple[OneT, T, V]] = []

    def ask(one: OneT, more: T) -> V:
        for known in tuple(latest):
            if known[0] is one and known[1] == more:
                return known[2]
        made = make(one, more)
        latest.insert(0, (one, more, made))
        del latest[4:]
        return made

    return ask


class Stretches(Generic[T]):
    """Stretches of a text with something about each, found by place in log time."""

    __slots__ = ("_ends", "_marks", "_starts")

    def __init__(self, marks: Iterable[tuple[Span, T]] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: mark[0])
        self._starts = [span.start for span, _ in self._marks]
        self._ends = list(accumulate((span.end for span, _ in self._marks), max))

    def between(self, start: int, end: int) -> Iterator[tuple[Span, T]]:
        """Those that share a character with `start` to `end`, in order."""
        for mark in self._marks[bisect_right(self._ends, start) : bisect_left(self._starts, end)]:
            if mark[0].end > start:
                yield mark

    def after(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Those behind a stretch, in order."""
        for at in range(bisect_right(self._marks, span, key=lambda mark: mark[0]), len(self._marks)):
            yield self._marks[at]

    def before(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Those in front of a stretch, the nearest first."""
        for at in range(bisect_left(self._marks, span, key=lambda mark: mark[0]) - 1, -1, -1):
            yield self._marks[at]

    def __bool__(self) -> bool:
        return bool(self._marks)


class Standing:
    """Where the quotes of an article stand that are listed, and its names."""

    __slots__ = ("_highest", "_lowest", "listed", "names", "quotes")

    def __init__(self, analysis: Analysis, indirect: bool) -> None:
        self.listed = _listed(analysis, indirect)
        """Indices of the quotes, ascending."""
        self.quotes = Stretches((whole(analysis.quotes[index]), index) for index in self.listed)
        """With their indices."""
        self.names = Stretches((link.span, index) for index, one in enumerate(analysis.entities) for link in one.links)
        """With the index of the entity that is named."""
        starts = [analysis.quotes[index].span.start for index in self.listed]
        self._highest = list(accumulate(starts, max))
        self._lowest = list(accumulate(reversed(starts), min))

    def behind(self, offset: int) -> int | None:
        """Place in the list of the first quote that begins behind an offset."""
        place = bisect_right(self._highest, offset)
        return place if place < len(self.listed) else None

    def ahead(self, offset: int) -> int | None:
        """Place in the list of the last one that begins before it."""
        place = bisect_right(self._lowest, -offset, key=lambda start: -start)
        return len(self.listed) - 1 - place if place < len(self.listed) else None


@kept
def standing(analysis: Analysis, indirect: bool) -> Standing:
    """Where the quotes stand that a pane lists. Args: indirect: reported speech is listed too."""
    return Standing(analysis, indirect)


@kept
def _every(analysis: Analysis, _: None) -> Stretches[int]:
    return Stretches((whole(quote), index) for index, quote in enumerate(analysis.quotes))


def quotes_between(analysis: Analysis, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """(span, index) of all quotes that share a character with a stretch, those that nobody speaks included."""
    return _every(analysis, None).between(start, end)


@kept
def _sources(analysis: Analysis, _: None) -> Stretches[int]:
    return Stretches((quote.source.span, index) for index, quote in enumerate(analysis.quotes) if quote.source)


def sources_between(analysis: Analysis, start: int, end: int) -> Iterator[tuple[Span, int]]:
    """(span, index of the quote) of the phrases to which quotes are given that share a character with a stretch."""
    return _sources(analysis, None).between(start, end)


def place_of(listed: Sequence[int], index: int | None) -> int | None:
    """Where an index stands among ascending ones."""
    if index is None:
        return None
    place = bisect_left(listed, index)
    return place if place < len(listed) and listed[place] == index else None


def whole(quote: Quote) -> Span:
    """A quote with its marks."""
    return quote.marks or quote.span


def _listed(analysis: Analysis, indirect: bool) -> tuple[int, ...]:
    kinds = ("direct", "mixed", "indirect") if indirect else ("direct", "mixed")
    return tuple(index for index, quote in enumerate(analysis.quotes) if quote.kind in kinds)
