"""Runs of differently styled words wrapped together, as one text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.text.guard import visible_line
from reader.tui.rendering.lines import Run
from reader.tui.rendering.wrap import wrap


def flow(runs: Sequence[Run], width: int) -> list[list[Run]]:
    """The lines, each of at most `width` cells; a line's blanks at its end are dropped."""
    safe = [(visible_line(words), style) for words, style in runs]
    text = "".join(words for words, _ in safe)
    starts = [*wrap(text, 0, len(text), width), len(text)]
    lines: list[list[Run]] = []
    for start, end in pairwise(starts):
        stop = start + len(text[start:end].rstrip(" "))
        lines.append(_between(safe, start, stop))
    return lines


def _between(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The pieces of the runs that stand from one offset of their whole text to another."""
    found: list[Run] = []
    at = 0
    for words, style in runs:
        piece = words[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append((piece, style))
        at += len(words)
    return found
