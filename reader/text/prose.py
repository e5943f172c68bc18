"""Text as lines of a width, where no terminal library is at hand."""

from __future__ import annotations

import re
import unicodedata

from reader.model.spans import Span

_WORD = re.compile(r"\s*\S+")


def cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def line_breaks(text: str, span: Span, width: int) -> list[Span]:
    """The lines of a stretch, each of at most `width` columns; a longer word has its own. Args: width: 0: one line."""
    lines: list[Span] = []
    start, end, used = span.start, span.start, 0
    for word in _WORD.finditer(text, span.start, span.end):
        wide = cells(word.group())
        if width and used and used + wide > width:
            lines.append(Span(start, end))
            start, used = word.end() - len(word.group().lstrip()), 0
            wide = cells(word.group().lstrip())
        end, used = word.end(), used + wide
    return [*lines, Span(start, end)] if end > start else lines
