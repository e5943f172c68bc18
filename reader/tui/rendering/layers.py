"""Layers of marked stretches over a text, from which a line's runs are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from reader.model.spans import Span
from reader.tui.standing import Stretches
from reader.tui.theming import Look, Over


class Layer(Stretches[Over]):
    """Stretches of a text, each with what it changes of the look beneath."""


class Asked(NamedTuple):
    """The same of stretches that are looked for when they are asked for."""

    between: Callable[[int, int], Iterable[tuple[Span, Over]]]


Layers: TypeAlias = Sequence[Layer | Asked]


def looks(start: int, end: int, base: Look, layers: Layers) -> list[tuple[int, int, Look]]:
    """The stretch `start` to `end` cut into pieces of one look each; later layers lie over earlier ones."""
    marks = [mark for layer in layers for mark in layer.between(start, end)]
    if not marks:
        return [(start, end, base)] if end > start else []
    cuts = {start, end}
    for span, _ in marks:
        cuts.add(max(start, span.start))
        cuts.add(min(end, span.end))
    pieces: list[tuple[int, int, Look]] = []
    for left, right in pairwise(sorted(cuts)):
        look = base
        for span, over in marks:
            if span.start <= left and right <= span.end:
                look = look.under(over)
        if pieces and pieces[-1][2] == look:
            pieces[-1] = (pieces[-1][0], right, look)
        else:
            pieces.append((left, right, look))
    return pieces
