"""The lines of a raw text file."""

from __future__ import annotations

import re

from reader.model.spans import Span

_END = re.compile(r"\r\n|\n|\r")
_LF = re.compile(r"\n")
"""The same where no CR stands: one letter is looked for much sooner."""


def line_spans(text: str) -> list[Span]:
    """Every line without its end, in order; lines end with LF, CR LF or CR and with nothing else.

    `str.splitlines` also cuts at form feeds, U+0085 and U+2028, which are characters of the text here.
    """
    spans, start = [], 0
    for end in _END.finditer(text):
        spans.append(Span(start, end.start()))
        start = end.end()
    spans.append(Span(start, len(text)))
    return spans


def line_starts(text: str) -> list[int]:
    """Where every line begins, in order; the same lines as those of `line_spans`."""
    return [0, *(end.end() for end in (_END if "\r" in text else _LF).finditer(text))]
