"""Runs of styled words made into lines of an exact width, measured in cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text.guard import outgoing, visible_line

Run: TypeAlias = tuple[str, Style]
"""Words and how they are drawn."""
Runs: TypeAlias = tuple[Run, ...]
"""Runs that fill a line to its last cell."""


class Line(NamedTuple):
    """A line that may be shown: nothing in it steers a terminal."""

    runs: Runs = ()
    plain: bool = True
    """True where every character is a cell."""


odd = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u218f"
    "\u2190-\u2199\u2500-\u259f\u25b2-\u25c4\u2605-\u2606\u2713-\u2718\u270e]"
).search
"""Finds a character that may not be one cell wide, or may not be shown as it is."""


def width_of(text: str) -> int:
    """Cells that the text takes."""
    return len(text) if text.isascii() or not odd(text) else cell_len(text)


def clip(text: str, width: int) -> str:
    """The text where it fits, else its beginning with an ellipsis."""
    if width <= 0:
        return ""
    text = visible_line(text)
    if len(text) <= width and (text.isascii() or not odd(text)):
        return text
    if width_of(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text clipped to the width, or filled up to it."""
    text = clip(text, width)
    return text + " " * (width - width_of(text))


def line_of(runs: Sequence[Run], width: int, fill: Style, edge: Run | None = None) -> Runs:
    """A line of exactly `width` cells: the runs, cut where they are too long, filled where too short.

    Args: edge: one cell that stands at both ends, within the width.
    """
    left = width if edge is None else width - 2
    words = "".join([words for words, _ in runs])
    if odd(words):
        pieces, left = _measured(runs, left)
    elif len(words) > left:
        pieces, left = _cut(runs, left)
    else:
        pieces, left = [run for run in runs if run[0]], left - len(words)
    made: list[Run] = [] if edge is None else [edge]
    joined, style_before = "", fill
    for words, style in pieces:
        if style is style_before:
            joined += words
        else:
            if joined:
                made.append((joined, style_before))
            joined, style_before = words, style
    if left > 0 and style_before is fill:
        made.append((joined + " " * left, fill))
    else:
        if joined:
            made.append((joined, style_before))
        if left > 0:
            made.append((" " * left, fill))
    if edge is not None:
        made.append(edge)
    return tuple(made)


def _cut(runs: Sequence[Run], left: int) -> tuple[list[Run], int]:
    """The runs up to so many cells, and the cells that are left: where each character is a cell."""
    pieces: list[Run] = []
    for words, style in runs:
        if left <= 0:
            break
        if words:
            pieces.append((words[:left], style))
            left -= len(words)
    return pieces, max(0, left)


def _measured(runs: Sequence[Run], left: int) -> tuple[list[Run], int]:
    """The same where characters may be wide, or may not be shown."""
    pieces: list[Run] = []
    for words, style in runs:
        safe = visible_line(words)
        cells = width_of(safe)
        if cells > left:
            safe, cells = set_cell_size(safe, left), left
        if safe:
            pieces.append((safe, style))
        left -= cells
        if left <= 0:
            break
    return pieces, left


def guarded(runs: Runs) -> Line:
    """The line with nothing left in it that steers a terminal, whoever drew it: the second net."""
    words = "".join([words for words, _ in runs])
    if not odd(words):
        return Line(runs)
    return Line(tuple([(outgoing(words), style) for words, style in runs]), False)


def cropped(line: Line, start: int, end: int) -> Line:
    """The cells from one to another; a wide character that is cut leaves a blank."""
    runs: list[Run] = []
    at = 0
    for words, style in line.runs:
        cells = len(words) if line.plain else width_of(words)
        left, right = max(0, start - at), min(cells, end - at)
        if left < right:
            piece = words[left:right] if line.plain else _cells_of(words, left, right)
            runs.append((piece, style))
        at += cells
    return Line(tuple(runs), line.plain)


def _cells_of(words: str, start: int, end: int) -> str:
    """The cells of some words from one to another."""
    upto = set_cell_size(words, end)
    behind, at = start, 0
    while behind > 0:
        behind -= width_of(upto[at])
        at += 1
    while at < len(upto) and not width_of(upto[at]):
        at += 1
    return " " * -behind + upto[at:]


def strip_of(line: Line, width: int) -> Strip:
    """The line as Textual takes it."""
    return Strip([Segment(*run) for run in line.runs], max(0, width))


def two_ends(left: Sequence[Run], right: Sequence[Run], width: int, fill: Style, between: str = " ") -> list[Run]:
    """Runs at both ends of a line, the gap filled with `between`; the left one is cut where they would meet."""
    ends = width_of("".join([words for words, _ in right])) if right else 0
    room = width - ends - (1 if right else 0)
    words = "".join([words for words, _ in left])
    if len(words) <= room and not odd(words):
        return [*left, (between * (width - ends - len(words)), fill), *right]
    runs: list[Run] = []
    used = 0
    for words, style in left:
        fitting = clip(words, room - used)
        used += width_of(fitting)
        runs.append((fitting, style))
        if used >= room:
            break
    return [*runs, (between * max(0, width - ends - used), fill), *right]
