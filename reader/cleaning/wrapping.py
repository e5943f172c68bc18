"""Text that was broken at a fixed width, as mail and text browsers do, and which of its lines go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.cleaning.lines import Line

SHORTEST, LONGEST = 45, 110
"""Right edges, in columns, between which a line may be one that was broken for want of room."""
BULLET = re.compile(r"(?:[•*·▪‣◦●■+-]|\(?\d{1,2}[.)])[ \t\xa0]+(?=\S)")
"""A dash is none: in French, Spanish and Russian it opens speech."""


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text was broken; 0 where it was not.

    In a broken text, a line ends where the next one's first word would not have fitted; so nearly every line that is
    followed at once by another ends within a word of the width. A few longer lines (addresses, tables) are allowed.
    """
    pairs = [(a.indent + len(a.text), b) for a, b in pairwise(lines) if not b.gap and len(a.text) >= SHORTEST]
    full = sorted(edge for edge, _ in pairs if edge <= LONGEST)
    if len(full) < 3 or 2 * sum(line.indent + len(line.text) > LONGEST for line in lines) > len(full):
        return 0
    width = full[-1 - len(full) // 20]
    going_on = sum(b.text[0].islower() for edge, b in pairs if edge <= LONGEST)
    fitting = sum(edge + 1 + _first_word(b.text) > width for edge, b in pairs if edge <= LONGEST)
    if fitting * 10 < len(full) * 6 or going_on < 2 or going_on * 5 < len(full):
        return 0
    return width


def goes_on(group: Sequence[Line], following: Line, width: int) -> bool:
    """True where the following line of a text broken at `width` belongs to the paragraph of the lines before it."""
    previous = group[-1]
    if following.gap:
        return False
    mark = BULLET.match(following.text)
    if mark and (following.text[0] in "•*▪‣◦●■+" or following.indent != previous.indent):
        return False
    if not _aligned(group, following):
        return False
    edge = previous.indent + len(previous.text)
    if edge + 1 + _first_word(following.text) > width:
        return True
    return following.text[0].islower() and len(previous.text) * 2 > width and previous.text[-1] not in ".!?:"


def _aligned(group: Sequence[Line], following: Line) -> bool:
    """True where the line begins where the paragraph's lines do: below its text, or below its bullet's text."""
    previous = group[-1]
    if len(group) > 1:
        return abs(following.indent - previous.indent) <= 1
    mark = BULLET.match(previous.text)
    column = previous.indent + (mark.end() if mark else 0)
    return following.indent - column <= 1 if mark else -9 <= following.indent - column <= 1


def _first_word(text: str) -> int:
    """Length of the first word."""
    end = text.find(" ")
    return end if end > 0 else len(text)
