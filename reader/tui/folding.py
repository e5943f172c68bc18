"""Rows of which those that are one report in several outlets stand together, or as one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from reader.library.library import Row
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
