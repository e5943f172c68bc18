"""Where everything lies on a screen of a given size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.tui.state import PaneName, State

WIDE = 100
"""From this width on, three panes stand side by side."""
MIDDLING = 80
"""From this width on two, with the quotes coming up over the text; below, one pane with tabs."""


class Box(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


class Places(NamedTuple):
    """The boxes of one screen; a part without a box is not shown."""

    boxes: Mapping[str, Box]
    tabs: bool
    """True where one pane fills the screen."""


def places(width: int, height: int, state: State) -> Places:
    """The boxes of status line, panes and footer."""
    boxes: dict[str, Box] = {}
    top = 1 if height >= 8 else 0
    bottom = 1 if height >= 4 else 0
    if top:
        boxes["status"] = Box(0, 0, width, 1)
    if bottom:
        boxes["footer"] = Box(0, height - 1, width, 1)
    room = Box(0, top, width, max(0, height - top - bottom))
    tabs = width < MIDDLING
    if tabs:
        boxes[state.pane] = room
    elif state.alone:
        boxes["article"] = room
    elif width < WIDE:
        boxes |= _two(room, state)
    else:
        boxes |= _three(room)
    return Places(boxes, tabs)


def shown(width: int, state: State) -> tuple[PaneName, ...]:
    """The panes one can go to with tab and arrows on a screen of this width."""
    if width >= WIDE and state.alone:
        return ("article",)
    return ("sources", "article", "quotes")


def _three(room: Box) -> dict[str, Box]:
    """Sources and quotes at the sides, the text between them."""
    left = min(42, room.width * 26 // 100)
    right = min(50, room.width * 29 // 100)
    return {
        "sources": Box(0, room.y, left, room.height),
        "article": Box(left, room.y, room.width - left - right, room.height),
        "quotes": Box(room.width - right, room.y, right, room.height),
    }


def _two(room: Box, state: State) -> dict[str, Box]:
    """Sources beside the text, over whose lower part the quotes come up."""
    left = 28
    boxes = {"sources": Box(0, room.y, left, room.height)}
    width = room.width - left
    if not state.quotes_up:
        return boxes | {"article": Box(left, room.y, width, room.height)}
    if room.height < 16:
        return boxes | {"quotes": Box(left, room.y, width, room.height)}
    upper = room.height // 2
    return boxes | {
        "article": Box(left, room.y, width, upper),
        "quotes": Box(left, room.y + upper, width, room.height - upper),
    }
