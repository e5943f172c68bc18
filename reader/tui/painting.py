"""Paints what has changed of the parts of a screen, all that a key did in one piece."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem
from textual.geometry import Region

from reader.tui.rendering.strokes import Inks, Stroke, differing, joined, said, uncovered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from reader.tui.application import ReaderApp
    from reader.tui.rendering.lines import Line
    from reader.tui.screens.stage import Stage
    from reader.tui.widgets.drawn import Drawn

SOON = 0.004
"""Seconds from a change until it is painted: what a key sets off in other parts comes into the same piece."""
FEW = 24
"""Changed lines up to which single characters are compared: fewer bytes, but it takes its time."""


class Painter:
    """Keeps in mind which parts of a screen may have changed."""

    def __init__(self, room: Stage) -> None:
        self._room = room
        self._parts: dict[Drawn, None] = {}
        self._waiting: asyncio.TimerHandle | None = None
        self._inks: Inks | None = None
        self._order: object = None
        self._above: dict[Widget, tuple[Region, list[Region]]] = {}
        """Where each part lies, and what lies over it."""

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

    def paint(self) -> None:
        """Paint now."""
        if not self._parts:
            return
        parts, self._parts = self._parts, {}
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        news = [(part, *line) for part in parts if part.is_attached for line in part.news()]
        if news:
            strokes = list(self._strokes(news))
            if strokes:
                cast("ReaderApp", self._room.app).paint(said(strokes))

    def _strokes(self, news: list[tuple[Drawn, int, Line, Line]]) -> Iterator[Stroke]:
        self._look_over()
        inks = self._inks = self._inks or Inks(self._room.app.console._color_system or ColorSystem.TRUECOLOR)
        fine = inks if len(news) <= FEW else None
        for part, y, before, now in news:
            if part not in self._above:
                continue
            (left, top, _, _), above = self._above[part]
            pieces = differing(before, now, fine)
            row = top + y
            for over in above:
                if over.y <= row < over.bottom:
                    break
            else:
                yield from joined(row, left, pieces, inks)
                continue
            covered = [(o.x - left, o.right - left) for o in above if o.y <= row < o.bottom]
            yield from joined(row, left, uncovered(pieces, covered), inks)

    def _look_over(self) -> None:
        """Learn anew where the parts lie, if that has changed."""
        visible = self._room._compositor.visible_widgets
        if visible is self._order:
            return
        self._order, self._above = visible, {}
        seen: list[Region] = []
        for part, (region, clip) in visible.items():
            if part is not self._room:
                self._above[part] = region, [other for other in seen if other.overlaps(region)]
                seen.append(region.intersection(clip))
