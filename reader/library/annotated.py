"""Which quotes of an article the person has marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from reader.library.corrections import quote_of
from reader.marks.marks import ArticleMark, QuoteMark
from reader.model.analysis import Analysis

MarkOf = Callable[[str], ArticleMark | None]
"""What the person said of the article of a library key; None where nothing."""


def quote_marks(analysis: Analysis, mark: ArticleMark | None) -> Mapping[int, QuoteMark]:
    """Marks by the index of their quote; those whose words are gone are left out."""
    found: dict[int, QuoteMark] = {}
    for one in mark.quotes if mark else ():
        index = quote_of(analysis, one)
        if index is not None:
            found[index] = _joined(found[index], one) if index in found else one
    return found


def lost_marks(analysis: Analysis, mark: ArticleMark) -> tuple[QuoteMark, ...]:
    """Marks whose words are no longer in the article."""
    return tuple(one for one in mark.quotes if quote_of(analysis, one) is None)


def with_quote(analysis: Analysis, mark: ArticleMark, index: int, new: QuoteMark) -> ArticleMark:
    """The mark of an article with this as the mark of a quote, in place of all it had; an empty one is left out."""
    others = tuple(one for one in mark.quotes if quote_of(analysis, one) != index)
    return replace(mark, quotes=others if new.empty else (*others, new))


def _joined(one: QuoteMark, other: QuoteMark) -> QuoteMark:
    """Two marks of one quote, as two instances of the program may have written them."""
    return replace(
        one,
        speaker=one.speaker if one.speaker is not None else other.speaker,
        kind=one.kind or other.kind,
        ends=one.ends or other.ends,
        quote=one.quote and other.quote,
        star=one.star or other.star,
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
        note="\n".join(filter(None, (one.note, other.note))),
    )
