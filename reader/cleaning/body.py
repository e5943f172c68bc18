"""Which units of a page are its article, by a learned model in two looks."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from msgspec import Struct

from reader.cleaning.comments import comments_begin
from reader.cleaning.context import context_rows
from reader.cleaning.endings import end_of
from reader.cleaning.features import asked_of, rows_of, shape
from reader.cleaning.segments import best_segments
from reader.cleaning.units import Unit
from reader.cleaning.weights import Weights, weights

FAR = -2.5
"""The log-odds of a unit that stands far from any prose."""
LEAST = -2.2
"""Log-odds (a belief of .1) under which a unit within a segment is debris all the same."""


class Body(Struct, frozen=True):
    """What the model makes of a page."""

    inside: tuple[bool, ...]
    """For every unit: whether it belongs to the article."""
    beliefs: tuple[float, ...]
    """For every unit: how likely it does, 0 to 1."""
    end: int | None = None
    """Number of the first unit that a line such as a copyright or comments header cuts off; None: nothing is cut."""
    ending: str = ""
    """The rule that cut."""


def find_body(units: Sequence[Unit]) -> Body:
    """The article among the units of a page.

    Method: two logistic regressions over bucketed features, the second with the first one's beliefs about the
    neighbours (stacking), and an exact cut into segments (Viterbi). Linear in the number of units.
    """
    logits, sizes = believed(units, weights())
    inside = best_segments(logits, sizes, weights().bias, weights().cost)
    kept = [within and logit > LEAST for within, logit in zip(inside, logits, strict=True)]
    comments = comments_begin(units, kept)
    end, name = end_of(units, [k and n < comments for n, k in enumerate(kept)], logits, sizes)
    beliefs = tuple(1 / (1 + exp(-logit)) for logit in logits)
    if min(end, comments) == len(units):
        return Body(tuple(kept), beliefs)
    return Body(
        tuple(k and n < min(end, comments) for n, k in enumerate(kept)), beliefs, min(end, comments),
        f"below: {name}" if end < comments else "comments",
    )  # fmt: skip


def believed(units: Sequence[Unit], by: Weights) -> tuple[list[float], list[int]]:
    """The second look's log-odds of every unit, and the units' sizes in words."""
    shapes, sizes = [shape(u.measures) for u in units], [u.measures.words for u in units]
    asked = asked_of(units)
    if not any(asked):
        return [FAR] * len(units), sizes
    rows = rows_of(units, shapes, asked)
    firsts = scored(rows, by.first)
    contexts = context_rows(firsts, sizes, shapes, asked)
    plain, own = by.second[: len(by.first)], by.second[len(by.first) :]
    seconds = [
        sum(map(plain.__getitem__, row)) + sum(map(own.__getitem__, context)) if row else FAR
        for row, context in zip(rows, contexts, strict=True)
    ]
    return seconds, sizes


def scored(rows: Sequence[Sequence[int]], table: Sequence[float]) -> list[float]:
    """The sum of the weights of every row's buckets."""
    look = table.__getitem__
    return [sum(map(look, row)) if row else FAR for row in rows]
