"""Commands on sizes: the width of the prose, of the panes at the sides, which of these are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reader.settings.config import NARROWEST, WIDEST
from reader.tui.actions.moving import go_to
from reader.tui.commands import key_of
from reader.tui.rendering.places import LEAST_PANE, MIDDLING, WIDE, fitting, places, widest_prose

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

STEP = 4
"""Cells that a key changes."""
Side = Literal["sources", "quotes"]
NAMES = {"sources": "Sources", "quotes": "Quotes"}


def narrower(room: ReadingRoom) -> None:
    """Shorter lines of prose."""
    _prose(room, -STEP)


def wider(room: ReadingRoom) -> None:
    """Longer lines of prose."""
    _prose(room, STEP)


def _prose(room: ReadingRoom, step: int) -> None:
    sizes, most = room.state.sizes, max(NARROWEST, widest_prose(room.size.width, room.size.height, room.state))
    width = max(NARROWEST, min(WIDEST, min(sizes.prose, most) + step))
    if width > most:
        room.say(f"Lines fill the pane: {most} cells. {key_of('alone')} gives the article the whole screen.")
    elif width == min(sizes.prose, most):
        room.say(f"Lines get no {'wider' if step > 0 else 'narrower'} than {width} cells.")
    else:
        room.change(sizes=sizes._replace(prose=width))
        room.say(f"Lines of {width} cells.")


def pane_narrower(room: ReadingRoom) -> None:
    """The pane that has the keys, narrower; of the article, what it gives goes to the quotes."""
    _pane(room, -STEP)


def pane_wider(room: ReadingRoom) -> None:
    """The pane that has the keys, wider."""
    _pane(room, STEP)


def _pane(room: ReadingRoom, step: int) -> None:
    width, height = room.size
    boxes = places(width, height, room.state).boxes
    if width < MIDDLING or room.state.alone:
        room.say("One pane fills the screen: there is no border to move.")
        return
    side: Side = "sources" if room.state.pane == "sources" or "quotes" not in boxes or width < WIDE else "quotes"
    if room.state.pane == "article":
        step = -step
    if side not in boxes:
        room.say("The panes at the sides are hidden: there is no border to move.")
    elif not set_width(room, side, boxes[side].width + step):
        room.say(f"{NAMES[side]} {'cannot be wider here' if step > 0 else 'cannot be narrower'}.")
    else:
        said(room, side)


def set_width(room: ReadingRoom, side: Side, width: int) -> bool:
    """Give a pane a width as far as there is room; False where it has it already."""
    now = places(*room.size, room.state).boxes.get(side)
    width = fitting(room.size.width, room.state, side, width)
    if now is None or width == now.width:
        return False
    if side == "sources":
        room.change(sizes=room.state.sizes._replace(sources=width))
    else:
        room.change(sizes=room.state.sizes._replace(quotes=width))
    return True


def said(room: ReadingRoom, side: Side) -> None:
    """Tell how wide a pane is."""
    box = places(*room.size, room.state).boxes.get(side)
    room.say(f"{NAMES[side]}: {box.width if box else LEAST_PANE} cells wide.")


def hide_sources(room: ReadingRoom) -> None:
    """Hide or show the list."""
    _hide(room, "sources")


def hide_quotes(room: ReadingRoom) -> None:
    """Hide or show the quotes."""
    _hide(room, "quotes")


def _hide(room: ReadingRoom, side: Side) -> None:
    hidden = room.state.sizes.hidden
    if room.size.width < MIDDLING:
        room.say("One pane fills this screen: " + ", ".join(key_of(name) for name in ("sources", "article", "quotes"))
                 + " change it.")  # fmt: skip
    elif side == "quotes" and room.size.width < WIDE:
        go_to(room, "article" if room.state.quotes_up else "quotes")
        room.change(quotes_up=room.state.pane == "quotes")
        room.say("Quotes shown." if room.state.quotes_up else "Quotes hidden.")
    elif side in hidden:
        room.change(sizes=room.state.sizes._replace(hidden=tuple(p for p in hidden if p != side)), alone=False)
        room.say(f"{NAMES[side]} shown.")
    else:
        pane = "article" if room.state.pane == side else room.state.pane
        quotes_up = room.state.quotes_up and side != "quotes"
        room.change(sizes=room.state.sizes._replace(hidden=(*hidden, side)), pane=pane, quotes_up=quotes_up)
        room.say(f"{NAMES[side]} hidden. {key_of(f'hide_{side}')} shows it again." if side == "sources"
                 else f"{NAMES[side]} hidden. {key_of(f'hide_{side}')} shows them again.")  # fmt: skip
