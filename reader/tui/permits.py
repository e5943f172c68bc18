"""What the app may start besides itself: a browser, a command, an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

Permit = Literal["open", "pipe", "editor"]
"""Settings switch the first two off one by one."""
WHAT: dict[Permit, str] = {"open": "Opening addresses", "pipe": "Piping to commands", "editor": "The editor"}


def allowed(room: ReadingRoom, what: Permit) -> bool:
    """True where the app may do it; else the person is told why not. `reader --safe` switches all of it off."""
    if room.state.safe:
        room.say(f"{WHAT[what]} is switched off by --safe.", "warning")
        return False
    if (what == "open" and not room.settings.open_links) or (what == "pipe" and not room.settings.pipe):
        room.say(f"{WHAT[what]} is switched off in config.yaml.", "warning")
        return False
    return True
