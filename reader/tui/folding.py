"""Rows of which those that are one report in several outlets stand together, or as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.library.library import Row

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.library.syndication import Families


class Folded(NamedTuple):
    """The rows that are shown, and where every listed article is found among them."""

    rows: Sequence[Row]
    places: Mapping[str, int]
    """Of every listed article: its row; of a copy that is folded away, that of the one it is folded into."""
    order: Mapping[str, int]
    """Of every listed article: its number in the order of reading, copies after the one they are copies of."""
    copies: Mapping[str, int]
    """Of a row that stands for several: how many more there are."""
    open: frozenset[str]
    """Rows below which their copies are shown."""
    under: frozenset[str]
    """Rows that are copies shown below another."""


def folded(rows: Sequence[Row], families: Families, unfolded: Collection[str]) -> Folded:
    """The rows with copies under the fullest of them. Args: unfolded: articles whose copies are to be shown.

    A report stands where the first of its listed articles stood.
    """
    listed = {row.key: row for row in rows} if families else {}
    shown: list[Row] = []
    places: dict[str, int] = {}
    order: dict[str, int] = {}
    copies: dict[str, int] = {}
    opened: set[str] = set()
    under: set[str] = set()
    for row in rows:
        if row.key in order:
            continue
        family = [key for key in families.get(row.key, ()) if key in listed] or [row.key]
        wide = len(family) > 1 and any(key in unfolded for key in family)
        shown.append(listed[family[0]] if len(family) > 1 else row)
        if len(family) > 1:
            copies[family[0]] = len(family) - 1
        for number, key in enumerate(family):
            if wide and number:
                shown.append(listed[key])
                under.add(key)
            order[key] = len(order)
            places[key] = len(shown) - 1
        if wide:
            opened.add(family[0])
    return Folded(shown, places, order, copies, frozenset(opened), frozenset(under))


def folded_index(library: IndexedLibrary, unfolded: Collection[str]) -> Folded:
    """The same of all rows of an indexed library, none of them held in memory."""
    from reader.library.lazily import Lookup, Pages

    standing = library.standing
    wide = {s.report for key in unfolded if (s := standing.get(key))}
    leads = {report: library.member(report, 0).key for report in sorted(wide)}
    extra = [standing[key].more for key in leads.values()]
    wide_reports = list(leads)
    before = [0, *accumulate(extra)]
    """Rows that the unfolded reports before each take besides their own."""
    starts = [report + more for report, more in zip(wide_reports, before, strict=False)]

    def row(place: int) -> Row:
        at = bisect_right(starts, place) - 1
        if at >= 0 and place <= starts[at] + extra[at]:
            return library.member(wide_reports[at], place - starts[at])
        return library.leads[place - before[at + 1]]

    def place(key: str) -> int | None:
        stands = standing.get(key)
        if stands is None:
            return None
        at = bisect_right(wide_reports, stands.report) - 1
        if at >= 0 and wide_reports[at] == stands.report:
            return starts[at] + stands.nth
        return stands.report + before[at + 1]

    def reading(key: str) -> int | None:
        return standing[key].reading if key in standing else None

    def more(key: str) -> int | None:
        return (standing[key].more or None) if key in standing else None

    count = len(library.leads) + before[-1]
    rows: Sequence[Row] = library.leads
    if wide:
        rows = Pages(count, lambda first, number: [row(n) for n in range(first, first + number)])
    every = library.row_by_key
    return Folded(
        rows,
        Lookup(len(every), place, every.__iter__),
        Lookup(len(every), reading, every.__iter__),
        Lookup(len(every), more, every.__iter__),
        frozenset(leads.values()),
        frozenset(library.member(r, n + 1).key for r, m in zip(wide_reports, extra, strict=True) for n in range(m)),
    )
