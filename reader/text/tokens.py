"""Words and signs of a stretch of text."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"[^\W_]+(?:[.'’\-&/][^\W_]+)*(?:(?<=\b[A-Z])\.(?=\s?[A-Za-z]))?|['’](?:s|d|ll|re|ve|m)\b|\.\.+|[^\w\s]|_+"
)


def token_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of every word and every other sign of a stretch, in order; a word keeps its inner marks: "U.S"."""
    return [m.span() for m in _TOKEN.finditer(text, start, end)]
