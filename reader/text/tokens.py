"""Words and signs of a stretch of text."""

from __future__ import annotations

import re

from reader.model.spans import Span

_TOKEN = re.compile(
    r"[^\W_]+(?:[.'’\-&/][^\W_]+)*(?:(?<=\b[A-Z])\.(?=\s?[A-Za-z]))?|['’](?:s|d|ll|re|ve|m)\b|\.\.+|[^\w\s]|_+"
)


def token_spans(text: str, within: Span) -> list[tuple[int, int]]:
    """(start, end) of every word and every other sign, in order; a word keeps its inner marks: "U.S", "don't"."""
    return [m.span() for m in _TOKEN.finditer(text, within.start, within.end)]
