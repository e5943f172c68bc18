"""From two lines, as a terminal shows it and as it is to be, to the fewest bytes that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import set_cell_size
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from reader.tui.rendering.lines import Line, odd, width_of
from reader.tui.terse import INKLESS, PLAIN, Sgr, change, sgr_after

GAP = 6
"""Cells that stayed the same between two that did not, up to which they are written again: going on takes as much."""


class Stroke(NamedTuple):
    """Words that are written somewhere."""

    y: int
    x: int
    words: str
    sgr: Sgr


class Inks:
    """How styles are said to one terminal."""

    def __init__(self, system: ColorSystem = ColorSystem.TRUECOLOR) -> None:
        self._system = system
        self._known: dict[int, tuple[Style, Sgr]] = {}
        """By the identity of a style, which lives as long as it is known."""
        self._same: dict[Sgr, Sgr] = {PLAIN: PLAIN}

    def of(self, style: Style) -> Sgr:
        """What says a style: the very same of equal ones."""
        known = self._known.get(id(style))
        if known is not None:
            return known[1]
        codes = Strip.render_ansi(style, self._system)
        sgr = sgr_after(PLAIN, codes) if codes else PLAIN
        sgr = self._same.setdefault(sgr, sgr)
        self._known[id(style)] = style, sgr
        return sgr

    def alike(self, one: Style, other: Style) -> bool:
        """True where blanks look the same in both."""
        left, right = self.of(one), self.of(other)
        return left.paper == right.paper and left.signs <= INKLESS and right.signs <= INKLESS


def differing(before: Line, now: Line, inks: Inks | None) -> list[tuple[int, str, Style]]:
    """(cell, words, style) of what is another in a line than in the one before, which is as wide.

    Args: inks: look at every character; None: only the runs at both ends that stayed the same are left out.
    """
    first, most, x = 0, min(len(before), len(now)), 0
    while first < most and before[first] == now[first]:
        x += width_of(now[first][0])
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == now[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], now[first : len(now) - last]
    if inks is not None:
        was, words = "".join([run[0] for run in old]), "".join([run[0] for run in new])
        if len(was) == len(words) and not odd(was) and not odd(words):
            return _characters(old, was, new, words, x, inks)
    found = []
    for words, style in new:
        found.append((x, words, style))
        x += width_of(words)
    return found


def _characters(
    old: Line, was: str, new: Line, words: str, x: int, inks: Inks
) -> list[tuple[int, str, Style]]:  # fmt: skip
    """The same of characters that are a cell each. Args: was, words: all of the old and of the new."""
    found: list[tuple[int, str, Style]] = []
    for start, end, style in _changed(old, was, new, words, inks):
        if found:
            at, more, same = found[-1]
            gap = start + x - at - len(more)
            if same is style and gap <= GAP:
                found[-1] = (at, more + words[start - gap : end], style)
                continue
        found.append((start + x, words[start:end], style))
    return found


def _changed(old: Line, was: str, new: Line, words: str, inks: Inks) -> Iterator[tuple[int, int, Style]]:
    """(start, end, style) of the pieces that are another; between two of one run nothing of another style stands."""
    rest = iter(old)
    until, style_was = 0, None
    at = 0
    for run, style in new:
        end = at + len(run)
        start = -1
        stop = at
        while at < end:
            if until <= at:
                piece, style_was = next(rest)
                until += len(piece)
                continue
            upto = min(end, until)
            left, right = at, upto
            if style_was is style or style_was == style or _blank(was, words, at, upto, style_was, style, inks):
                while left < right and was[left] == words[left]:
                    left += 1
                while right > left and was[right - 1] == words[right - 1]:
                    right -= 1
            if left < right:
                if start >= 0 and left - stop > GAP:
                    yield start, stop, style
                    start = -1
                start, stop = (left if start < 0 else start), right
            at = upto
        if start >= 0:
            yield start, stop, style


def _blank(was: str, words: str, start: int, end: int, one: Style | None, other: Style, inks: Inks) -> bool:
    """True where both are blanks that look the same whatever their ink."""
    blank = one is not None and not words[start:end].strip(" ") and not was[start:end].strip(" ")
    return blank and one is not None and inks.alike(one, other)


def uncovered(
    pieces: Iterable[tuple[int, str, Style]], covered: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, str, Style]]:
    """The pieces without the cells over which something else lies. Args: covered: (first, behind the last)."""
    kept = list(pieces)
    for left, right in covered:
        found: list[tuple[int, str, Style]] = []
        for x, words, style in kept:
            end = x + width_of(words)
            if x < left:
                found.append((x, words if end <= left else set_cell_size(words, left - x), style))
            if end > right:
                found.append((x, words, style) if x >= right else (right, _behind(words, right - x), style))
        kept = found
    yield from kept


def _behind(words: str, cells: int) -> str:
    """The words without so many cells at their beginning; a blank for what is left of a wide character."""
    at = 0
    while cells > 0:
        cells -= width_of(words[at])
        at += 1
    while at < len(words) and not width_of(words[at]):
        at += 1
    return " " * -cells + words[at:]


def joined(y: int, x: int, pieces: Iterable[tuple[int, str, Style]], inks: Inks) -> Iterator[Stroke]:
    """The strokes of a line, blanks drawn together with what stands beside them on the same paper.

    Args: y, x: where the line begins on the screen.
    """
    before: tuple[int, str, Style] | None = None
    for at, words, style in pieces:
        if before is not None:
            start, earlier, other = before
            if start + width_of(earlier) == at and (style is other or inks.alike(style, other)):
                if style is other or not words.strip(" "):
                    before = start, earlier + words, other
                    continue
                if not earlier.strip(" "):
                    before = start, earlier + words, style
                    continue
            yield Stroke(y, x + start, earlier, inks.of(other))
        before = at, words, style
    if before is not None:
        yield Stroke(y, x + before[0], before[1], inks.of(before[2]))


def said(strokes: Iterable[Stroke]) -> str:
    """What draws them, style by style, for a terminal without a style, which is left without one."""
    groups: dict[int, list[Stroke]] = {}
    for stroke in strokes:
        groups.setdefault(id(stroke[3]), []).append(stroke)
    parts: list[str] = []
    now, at_y, at_x = PLAIN, -1, -1
    for group in groups.values():
        sgr = group[0].sgr
        if sgr is not now:
            parts.append(change(now, sgr))
            now = sgr
        for y, x, words, _ in group:
            if y != at_y or x < at_x:
                parts.append(f"\x1b[{y + 1};{x + 1}H")
            elif x > at_x:
                parts.append(f"\x1b[{x + 1}G")
            parts.append(words)
            at_y, at_x = (y, x + len(words)) if not odd(words) else (-1, -1)
    if now is not PLAIN:
        parts.append(change(now, PLAIN))
    return "".join(parts)
