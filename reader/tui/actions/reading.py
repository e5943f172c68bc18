"""The first reading of a large folder: stopping it, and letting it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands import key_of

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def pause(room: ReadingRoom) -> None:
    """Stop reading what waits, or go on with it."""
    from reader.library.growing import is_growing

    if not is_growing(room.library):
        room.say("Everything is read." if room.state.resolved else "One moment: the files are being listed.")
    elif room.library.reading.pause():
        room.say(f"Reading stopped. What you choose is read all the same; {key_of('pause')} goes on with the rest.")
    else:
        room.say("Reading goes on.")
