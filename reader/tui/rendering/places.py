"""Where everything lies on a screen of a given size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.tui.state import PANES, PaneName, State

WIDE = 100
"""From this width on, three panes stand side by side."""
MIDDLING = 80
"""From this width on two, with the quotes coming up over the text; below, one pane with tabs."""


LEAST_PANE, LEAST_TEXT = 12, 30
"""Cells that a pane at the side, and the text, keep at least."""
MARGINS = 6
"""Cells beside the prose within the article's frame: the gutter and the right margin."""


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
    elif state.alone or (len(state.sizes.hidden) == 2 and not state.quotes_up):
        boxes["article"] = room
    elif width < WIDE:
        boxes |= _two(room, state)
    else:
        boxes |= _three(room, state)
    return Places(boxes, tabs)


def shown(width: int, state: State) -> tuple[PaneName, ...]:
    """The panes one can go to with tab and arrows on a screen of this width."""
    if width >= WIDE and state.alone:
        return ("article",)
    hidden = state.sizes.hidden if width >= MIDDLING else ()
    return tuple(pane for pane in PANES if pane not in hidden)


def _three(room: Box, state: State) -> dict[str, Box]:
    """Sources and quotes at the sides as far as they are shown, the text between them."""
    left, right = _sides(room.width, state)
    boxes = {
        "sources": Box(0, room.y, left, room.height),
        "article": Box(left, room.y, room.width - left - right, room.height),
        "quotes": Box(room.width - right, room.y, right, room.height),
    }
    return {name: box for name, box in boxes.items() if box.width}


def _sides(width: int, state: State) -> tuple[int, int]:
    """Cells of sources and quotes on a wide screen; a wish that leaves the text too little gives way."""
    sizes = state.sizes
    left = 0 if "sources" in sizes.hidden else sizes.sources or min(42, width * 26 // 100)
    right = 0 if "quotes" in sizes.hidden else sizes.quotes or min(50, width * 29 // 100)
    right = min(right, max(LEAST_PANE, width - LEAST_TEXT - max(left and LEAST_PANE, 0))) if right else 0
    left = min(left, max(LEAST_PANE, width - LEAST_TEXT - right)) if left else 0
    return left, right


def fitting(width: int, state: State, side: PaneName, wish: int) -> int:
    """The wished width of a pane at the side, as far as the text and the other pane leave room for it."""
    if width < WIDE:
        return max(LEAST_PANE, min(wish, width - LEAST_TEXT))
    left, right = _sides(width, state)
    other = right if side == "sources" else left
    return max(LEAST_PANE, min(wish, width - LEAST_TEXT - other))


def widest_prose(width: int, height: int, state: State) -> int:
    """Cells that a line of prose may have at most in the article's pane."""
    box = places(width, height, state._replace(pane="article")).boxes.get("article")
    return max(1, box.width - 2 - MARGINS) if box else 1


def _two(room: Box, state: State) -> dict[str, Box]:
    """Sources beside the text, over whose lower part the quotes come up."""
    hidden = "sources" in state.sizes.hidden
    left = 0 if hidden else max(LEAST_PANE, min(state.sizes.sources or 28, room.width - LEAST_TEXT))
    boxes = {} if hidden else {"sources": Box(0, room.y, left, room.height)}
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
