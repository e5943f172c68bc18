"""The densest run of prose on a page: the body where the learned model knows nothing of the script."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.rules import rule_for
from reader.cleaning.units import Unit

SHORT_COST = 60
"""What a line that is no prose costs, in characters of prose (the best single value measured: 60)."""
DEBRIS_COST = 90
LONGEST_COUNTED = 600
"""A paragraph counts for no more, so that one huge line of terms does not win over an article."""


def densest_run(units: Sequence[Unit]) -> tuple[int, int]:
    """(first, after the last) index of the densest run of prose; (0, 0) where there is none.

    Method: the run of units with the greatest sum, prose counting its length and everything else a cost
    (maximum subarray; the density idea is that of Finn, Kushmerick and Smyth 2001, "Fact or fiction").
    """
    best, best_span, total, begin = 0.0, (0, 0), 0.0, 0
    for place, unit in enumerate(units):
        value = weight(unit)
        if total <= 0:
            total, begin = 0.0, place
        total += value
        if total > best:
            best, best_span = total, (begin, place + 1)
    first, after = best_span
    while first < after and not units[first].prose:
        first += 1
    while after > first and not units[after - 1].prose:
        after -= 1
    return first, after


def weight(unit: Unit) -> float:
    """What a unit adds to a run of prose, in characters."""
    if rule_for(unit, inside=False):
        return -DEBRIS_COST
    if unit.prose:
        return min(max(unit.measures.length, 40), LONGEST_COUNTED)
    return -SHORT_COST if unit.measures.length < 60 else -SHORT_COST / 2
