"""Paints a screen made of `Drawn` parts: knows what the terminal shows, row by row, and writes only what is another.

All that a key did is painted in one piece. Where the layout changes, every row is put together anew and compared, too:
a dialog that closes costs the cells that it covered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.color import ColorSystem
from rich.style import Style

from reader.tui.rendering.lines import Line, cropped
from reader.tui.rendering.strokes import Inks, Stroke, differing, joined, said
from reader.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from textual.geometry import Region

    from reader.tui.application import ReaderApp
    from reader.tui.screens.stage import Stage

SOON = 0.004
"""Seconds from a change until it is painted: what a key sets off in other parts comes into the same piece."""
FEW = 24
"""Rows up to which single characters are compared: fewer bytes, but it takes its time."""
NOTHING = Style()


class Piece(NamedTuple):
    """What a row of the screen shows of a line of a part."""

    part: Drawn | None
    """None where nothing lies."""
    y: int
    start: int
    end: int
    """Cells of the line."""
    whole: bool


class Painter:
    """Keeps in mind what the terminal shows, and which parts may have changed."""

    def __init__(self, room: Stage) -> None:
        self._room = room
        self._parts: dict[Drawn, None] = {}
        self._waiting: asyncio.TimerHandle | None = None
        self._shown: list[Line] = []
        """The rows as they are on the terminal."""
        self._layout: object = None
        """The arrangement for which the plan was made."""
        self._plan: list[list[Piece]] = []
        self._tops: dict[Drawn, int] = {}
        self._inks: Inks | None = None

    def soon(self, part: Drawn) -> None:
        """Paint what has changed of a part when all that a key did is done."""
        self._parts[part] = None
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().call_later(SOON, self._late)

    def _late(self) -> None:
        self._waiting = None
        app = self._room.app
        if app._batch_count:  # held back: later
            self._waiting = asyncio.get_running_loop().call_later(4 * SOON, self._late)
            return
        try:
            self.paint()
        except Exception as error:
            app._handle_exception(error)

    def forget(self) -> None:
        """Paint all of it next time: nobody knows what the terminal shows."""
        self._shown = []

    def paint(self, *, all_of_it: bool = False) -> None:
        """Paint now. Args: all_of_it: compare every row, the parts may lie elsewhere."""
        parts, self._parts = self._parts, {}
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if not parts and not all_of_it:
            return
        rows: Collection[int]
        rows = {self._tops[part] + y for part in parts if part in self._tops and part.is_attached for y in part.news()}
        if self._look_over() or all_of_it or len(self._shown) != len(self._plan):
            rows = range(len(self._plan))
        strokes = list(self._strokes(sorted(rows)))
        if strokes:
            cast("ReaderApp", self._room.app).paint(said(strokes))

    def _strokes(self, rows: Collection[int]) -> Iterator[Stroke]:
        if len(self._shown) != len(self._plan):
            self._shown = [Line()] * len(self._plan)
        inks = self._inks = self._inks or Inks(self._room.app.console._color_system or ColorSystem.TRUECOLOR)
        changed = []
        for y in rows:
            if 0 <= y < len(self._plan):
                before, now = self._shown[y], self._row(y)
                if now != before:
                    changed.append((y, before, now))
                    self._shown[y] = now
        fine = inks if len(changed) <= FEW else None
        for y, before, now in changed:
            yield from joined(y, 0, differing(before, now, fine), inks, before.plain and now.plain)

    def _row(self, y: int) -> Line:
        """A row as it is to be."""
        lines = []
        for part, at, start, end, whole in self._plan[y]:
            line = part.line_at(at) if part else Line(((" " * (end - start), NOTHING),))
            lines.append(line if whole else cropped(line, start, end))
        if len(lines) == 1:
            return lines[0]
        return Line(tuple([run for line in lines for run in line.runs]), all(line.plain for line in lines))

    def _look_over(self) -> bool:
        """Learn anew where the parts lie; True where that has changed."""
        visible = self._room._compositor.visible_widgets
        if visible is self._layout:
            return False
        width, height = self._room._compositor.size
        lying = [
            (part, region, region.intersection(clip))
            for part, (region, clip) in visible.items()
            if isinstance(part, Drawn)
        ]
        self._layout = visible
        self._tops = {part: region.y for part, region, _ in lying}
        self._plan = [_planned(y, width, lying) for y in range(height)]
        if self._shown and sum(len(words) for words, _ in self._shown[0].runs) != width:
            self.forget()
        return True


def _planned(y: int, width: int, lying: list[tuple[Drawn, Region, Region]]) -> list[Piece]:
    """What a row shows, from left to right. Args: lying: (part, its place, what is seen of it), the topmost first."""
    free = [(0, width)]
    found: list[tuple[int, Piece]] = []
    for part, place, seen in lying:
        if not seen.y <= y < seen.bottom:
            continue
        left: list[tuple[int, int]] = []
        for start, end in free:
            first, last = max(start, seen.x), min(end, seen.right)
            if first >= last:
                left.append((start, end))
                continue
            whole = (first, last) == (place.x, place.right)
            found.append((first, Piece(part, y - place.y, first - place.x, last - place.x, whole)))
            left += [gap for gap in ((start, first), (last, end)) if gap[0] < gap[1]]
        free = left
    found += [(start, Piece(None, 0, 0, end - start, True)) for start, end in free]
    return [piece for _, piece in sorted(found, key=lambda one: one[0])]
