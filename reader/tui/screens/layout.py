"""The layout of the reading room: boxes computed from size and state, no style sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from reader.tui.rendering.places import Box

Boxes = Callable[[int, int], Mapping[Widget, Box]]
"""(width, height) of the screen to the box of each part, the lowest first; a part without one is not shown."""


class RoomLayout(Layout):
    """Places the parts of a screen where a function says."""

    name = "room"

    def __init__(self, boxes: Boxes) -> None:
        self.boxes = boxes

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Placements of the children that have a box."""
        return [
            WidgetPlacement(Region(*box), NULL_OFFSET, NULL_SPACING, part, order, fixed=True)
            for order, (part, box) in enumerate(self.boxes(size.width, size.height).items())
            if part in children
        ]
