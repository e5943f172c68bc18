"""Selecting several articles or quotes, and the star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.tui.actions.targets import change, counted, mark_at, name_of, targets, under_cursor
from reader.tui.commands import key_of

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def select(room: ReadingRoom) -> None:
    """Select what is under the cursor of the list or of the quotes, or no longer, and go on to the next."""
    if room.state.pane == "article":
        room.say("v selects articles in Sources and quotes in Quotes: 1 or 3 goes there.", "warning")
        return
    here = under_cursor(room)
    if not here or (room.state.pane == "quotes" and here[0].quote is None):
        room.say("There is nothing here to select.", "warning")
        return
    selected = room.state.selected
    kept = tuple(target for target in selected if target not in here) if here[0] in selected else (*selected, *here)
    room.change(selected=kept)
    room.pane.move(1)
    if kept:
        keys = f"{key_of('tag')} tags, {key_of('star')} stars, {key_of('note')} notes them"
        room.say(f"{counted(kept)} selected. {keys}; esc ends it.")
    else:
        room.say("Nothing selected.")


def star(room: ReadingRoom) -> None:
    """Give a star, or take it away; of several, to all unless all have it."""
    chosen = targets(room, star)
    if not chosen:
        return
    on = not all(mark_at(room, target).star for target in chosen)
    name = name_of(room, chosen)
    change(room, chosen, lambda mark: replace(mark, star=on), f"{'star' if on else 'no star'} on {name}")
    room.say(f"★ on {name}." if on else f"No star on {name}.")
