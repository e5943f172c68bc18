"""Layers of marked stretches over a text, from which a line's runs are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from reader.model.spans import Span
from reader.tui.theming import Look, Over


class Layer:
    """Stretches of a text, each with what it changes of the look beneath; asked for by place in log time."""

    __slots__ = ("_ends", "_marks", "_starts")

    def __init__(self, marks: Iterable[tuple[Span, Over]] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: mark[0])
        self._starts = [span.start for span, _ in self._marks]
        self._ends = list(accumulate((span.end for span, _ in self._marks), max))

    def between(self, start: int, end: int) -> Iterator[tuple[Span, Over]]:
        """The marks that share a character with `start` to `end`, in order."""
        for mark in self._marks[bisect_right(self._ends, start) : bisect_left(self._starts, end)]:
            if mark[0].end > start:
                yield mark

    def __bool__(self) -> bool:
        return bool(self._marks)


def looks(start: int, end: int, base: Look, layers: Sequence[Layer]) -> list[tuple[int, int, Look]]:
    """The stretch `start` to `end` cut into pieces of one look each; later layers lie over earlier ones."""
    found = [list(layer.between(start, end)) for layer in layers]
    cuts = {start, end}
    for marks in found:
        for span, _ in marks:
            cuts.add(max(start, span.start))
            cuts.add(min(end, span.end))
    places = sorted(cuts)
    pieces: list[tuple[int, int, Look]] = []
    for left, right in pairwise(places):
        look = base
        for marks in found:
            for span, over in marks:
                if span.start <= left and right <= span.end:
                    look = look.under(over)
        if pieces and pieces[-1][2] == look:
            pieces[-1] = (pieces[-1][0], right, look)
        else:
            pieces.append((left, right, look))
    return pieces
