"""From two lines, as a terminal shows it and as it is to be, to the fewest bytes that lead from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from reader.tui.rendering.lines import Line, Runs, odd, width_of
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
        self._alike: dict[tuple[int, int], bool] = {}
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
        known = self._alike.get((id(one), id(other)))
        if known is None:
            left, right = self.of(one), self.of(other)
            known = left.paper == right.paper and left.signs <= INKLESS and right.signs <= INKLESS
            self._alike[id(one), id(other)] = known
        return known


def differing(before: Line, now: Line, inks: Inks | None) -> list[tuple[int, str, Style]]:
    """(cell, words, style) of what is another in a line than in the one before, which is as wide.

    Args: inks: look at every character; None: only the runs at both ends that stayed the same are left out.
    """
    cells: Callable[[str], int] = len if now.plain and before.plain else width_of
    old, new = before.runs, now.runs
    first, most, x = 0, min(len(old), len(new)), 0
    while first < most and old[first] == new[first]:
        x += cells(new[first][0])
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    if inks is not None and cells is len:
        was, words = "".join([run[0] for run in old]), "".join([run[0] for run in new])
        if len(was) == len(words):
            return [(x + start, words[start:end], style) for start, end, style in _changed(old, was, new, words, inks)]
    found = []
    for words, style in new:
        found.append((x, words, style))
        x += cells(words)
    return found


def _changed(old: Runs, was: str, new: Runs, words: str, inks: Inks) -> Iterator[tuple[int, int, Style]]:
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


def joined(
    y: int, x: int, pieces: Sequence[tuple[int, str, Style]], inks: Inks, plain: bool = False
) -> list[Stroke]:  # fmt: skip
    """The strokes of a line, blanks drawn together with what stands beside them on the same paper.

    Args: y, x: where the line begins on the screen; plain: every character is a cell.
    """
    if not pieces:
        return []
    cells: Callable[[str], int] = len if plain else width_of
    found: list[Stroke] = []
    start, earlier, other = pieces[0]
    for at, words, style in pieces[1:]:
        if start + cells(earlier) == at and (style is other or inks.alike(style, other)):
            if style is other or words.isspace():
                earlier += words
                continue
            if earlier.isspace():
                earlier, other = earlier + words, style
                continue
        found.append(Stroke(y, x + start, earlier, inks.of(other)))
        start, earlier, other = at, words, style
    found.append(Stroke(y, x + start, earlier, inks.of(other)))
    return found


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
