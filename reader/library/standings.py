"""Where every row stands in a list in which articles that are one report stand as one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Standings(NamedTuple):
    """By the numbers of the rows; `Standing` tells what each is."""

    report: Sequence[int]
    nth: Sequence[int]
    reading: Sequence[int]
    more: Sequence[int]


def standings(order: Sequence[int], families: Mapping[int, Sequence[int]]) -> Standings:
    """Where each row stands. Args: order: the numbers 0, 1, ... of all rows as they are listed; families: the articles
    of one report, the fullest first, by the number of each; those without copies are left out."""
    reports = array("q", bytes(8 * len(order)))
    nths, readings, more = array("q", reports), array("q", reports), array("q", reports)
    seen = bytearray(len(order))
    report = reading = 0
    for number in order:
        family = families.get(number)
        if family is None:
            reports[number], readings[number] = report, reading
            report, reading = report + 1, reading + 1
            continue
        if seen[number]:
            continue
        for nth, member in enumerate(family):
            seen[member] = 1
            reports[member], nths[member], readings[member] = report, nth, reading
            reading += 1
        more[family[0]] = len(family) - 1
        report += 1
    return Standings(reports, nths, readings, more)
