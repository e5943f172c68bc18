"""Two changed versions of the same marks become one, and no change is lost."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from reader.marks.marks import Acts, ArticleMark

T = TypeVar("T", bound=Hashable)
Marks = dict[str, ArticleMark]
"""By the articles' ids."""


def merged_mark(base: ArticleMark | None, mine: ArticleMark, theirs: ArticleMark | None) -> ArticleMark:
    """The mark with what was changed here and what was changed elsewhere since `base`.

    Of lists (tags, quotes, lines) each change counts by itself; where both changed one other field, this one wins.
    """
    if theirs is None or theirs in (base, mine):
        return mine
    start = base or ArticleMark(mine.ref)
    changed: dict[str, Any] = {}
    for field in ArticleMark.__struct_fields__:
        old, here, there = (getattr(mark, field) for mark in (start, mine, theirs))
        if field == "ref":
            continue
        if isinstance(old, tuple):
            changed[field] = merged_list(old, here, there)
        else:
            changed[field] = here if here != old else there
    return replace(mine, **changed)


def merged_books(base: Marks, mine: Marks, theirs: Marks) -> Marks:
    """The marks of two versions of a whole book: what was changed in either since `base`."""
    merged = {}
    for key in dict.fromkeys([*theirs, *mine]):
        here, there = mine.get(key), theirs.get(key)
        if here is None and there is not None:
            here = ArticleMark(there.ref) if key in base else there
        if there is None and here is not None and key in base:
            there = ArticleMark(here.ref)
        if here is not None:
            merged[key] = merged_mark(base.get(key), here, there)
    return merged


def merged_acts(base: Acts, mine: Acts, theirs: Acts) -> Acts:
    """The acts with what was changed here and what was changed elsewhere since `base`."""
    if theirs in (base, mine):
        return mine
    lists = {n: (getattr(base, n), getattr(mine, n), getattr(theirs, n)) for n in Acts.__struct_fields__}
    return Acts(**{name: merged_list(*versions) for name, versions in lists.items()})


def merged_list(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Their list with what was added and taken away here since `base`, each member once."""
    gone = set(base) - set(mine)
    added = [member for member in mine if member not in set(base)]
    return tuple(dict.fromkeys([*(member for member in theirs if member not in gone), *added]))
