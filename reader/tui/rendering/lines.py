"""Runs of styled words made into lines of an exact width, measured in cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text.guard import visible_line

Run: TypeAlias = tuple[str, Style]
"""Words and how they are drawn."""


def width_of(text: str) -> int:
    """Cells that the text takes."""
    return len(text) if text.isascii() else cell_len(text)


def clip(text: str, width: int) -> str:
    """The text where it fits, else its beginning with an ellipsis."""
    if width <= 0:
        return ""
    text = visible_line(text)
    if width_of(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text clipped to the width, or filled up to it."""
    text = clip(text, width)
    return text + " " * (width - width_of(text))


def strip_of(runs: Sequence[Run], width: int, fill: Style, edge: Run | None = None) -> Strip:
    """A strip of exactly `width` cells: the runs, cut where they are too long, filled where too short.

    Args: edge: one cell that stands at both ends, within the width.
    """
    segments: list[Segment] = [] if edge is None else [Segment(*edge)]
    left = width if edge is None else width - 2
    joined, style_before = "", fill
    for words, style in runs:
        safe = visible_line(words)
        cells = width_of(safe)
        if cells > left:
            safe, cells = set_cell_size(safe, left), left
        left -= cells
        if style is style_before:
            joined += safe
        else:
            if joined:
                segments.append(Segment(joined, style_before))
            joined, style_before = safe, style
        if left <= 0:
            break
    if joined:
        segments.append(Segment(joined, style_before))
    if left > 0:
        segments.append(Segment(" " * left, fill))
    if edge is not None:
        segments.append(Segment(*edge))
    return Strip(segments, max(0, width))


def two_ends(left: Sequence[Run], right: Sequence[Run], width: int, fill: Style, between: str = " ") -> list[Run]:
    """Runs at both ends of a line, the gap filled with `between`; the left one is cut where they would meet."""
    right_width = sum(width_of(words) for words, _ in right)
    room = width - right_width - (1 if right else 0)
    runs: list[Run] = []
    for words, style in left:
        fitting = clip(words, room)
        room -= width_of(fitting)
        runs.append((fitting, style))
        if room <= 0:
            break
    gap = width - right_width - sum(width_of(words) for words, _ in runs)
    return [*runs, (between * max(0, gap), fill), *right]
