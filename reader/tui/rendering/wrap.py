"""Where lines break: by characters where a character is a cell, else by cells."""

from __future__ import annotations

import re
from array import array

from rich.cells import cell_len

_ODD = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u218f]"
)
"""A character that may not be one cell wide."""
_WORD = re.compile(r" *[^ ]+ *|  *")


def wrap(text: str, start: int, end: int, width: int) -> array[int]:
    """Offsets at which the lines of `text[start:end]` begin, the first being `start`.

    A line holds at most `width` cells besides the blanks it ends with. A word longer than a line is cut.
    """
    width = max(1, width)
    starts = array("I", [start])
    if end - start <= width and not _ODD.search(text, start, end):
        return starts
    if _ODD.search(text, start, end):
        _by_cells(text, start, end, width, starts)
    else:
        _by_characters(text, start, end, width, starts)
    return starts


def _by_characters(text: str, start: int, end: int, width: int, starts: array[int]) -> None:
    """Add line starts, a character a cell: at the last blank that fits, else in the word."""
    at = start
    while end - at > width:
        blank = text.rfind(" ", at + 1, at + width + 1)
        cut = blank + 1 if blank > 0 else at + width
        while cut < end and text[cut] == " ":
            cut += 1
        if cut >= end:
            break
        starts.append(cut)
        at = cut


def _by_cells(text: str, start: int, end: int, width: int, starts: array[int]) -> None:
    """Add line starts, each word measured in cells; a break may also fall between two wide characters."""
    used = 0
    for word in _WORD.finditer(text, start, end):
        words = word.group()
        cells = cell_len(words.rstrip(" "))
        if cells > width:
            used = _cut(text, word.start(), word.end(), width, starts, used)
            continue
        if used and used + cells > width:
            starts.append(word.start())
            used = 0
        used += cell_len(words)


def _cut(text: str, start: int, end: int, width: int, starts: array[int], used: int) -> int:
    """Add the starts of the lines a long word is cut into; returns the cells used of its last line."""
    for at in range(start, end):
        cells = cell_len(text[at])
        if used + cells > width and used:
            starts.append(at)
            used = 0
        used += cells
    return used
