"""From a key to what takes it: the search line, a dialog, else a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.library import from_index
from reader.tui.commands import ALLOWED, Command, in_force, key_name, key_of

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


CLOSING = ("close", "quit", "help", "compare", "why")
"""Commands whose keys close a dialog which is only read: those that open one among them."""


PASSING = frozenset("down up page_down page_up half_down half_up top bottom".split())
"""Commands that move on in the list, for which an article the cursor only passes need not be open."""

LATER = frozenset("speakers comparisons matrix timeline together compare copies".split())
"""Commands that hold for all articles: in a large library they wait until all are read."""


class Keys:
    """The keys of a room."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._map = in_force().by_key

    def quits(self, key: str) -> bool:
        """True for a key that ends the app."""
        command = self._map.get(("app", key))
        return key == "ctrl+c" or bool(command and command.id == "quit")

    def press(self, key: str, character: str | None) -> None:
        """Do what a key asks; a fault is told and ends nothing."""
        try:
            self._press(key, character)
        except Exception as error:
            self._room.log.error(error)
            self._room.say(f"That went wrong ({type(error).__name__}: {error}).", "error")

    def _press(self, key: str, character: str | None) -> None:
        room = self._room
        if key == "ctrl+c":
            run(room, in_force().by_id["quit"])
        elif room.state.searching:
            room.search_line.press(key, character)
        elif room.overlays:
            if not room.overlays[-1][0].press(key, character):
                self._over(key)
        else:
            command = self.command(key)
            if command:
                run(room, command)
            else:
                room.say(f"Nothing is on {key_name(key)}. {key_of('help')} shows the keys.")

    def _over(self, key: str) -> None:
        """A key that the topmost thing over the panes leaves to us."""
        scope = self._room.overlays[-1][0].scope
        command = self._map.get((scope, key)) if scope else None
        if command is None and scope == "found":
            command = self._map.get(("view", key))
        if command is None and scope is not None and scope in ALLOWED:
            command = self._map.get(("app", key))
            command = command if command and command.id in ALLOWED[scope] else None
        if command:
            run(self._room, command)
        elif scope in ("view", "found") and not self._closes(key):
            self._room.say(f"Nothing is on {key_name(key)} here. {key_of('help')} shows the keys, esc goes back.")
        else:
            self._in_dialog(key)

    def _in_dialog(self, key: str) -> None:
        """Keys that a dialog leaves to us."""
        if self._closes(key):
            self._room.close()
        else:
            self._room.say("esc closes this first.")

    def _closes(self, key: str) -> bool:
        """True for a key that closes what lies on top."""
        command = self._map.get(("app", key))
        return key in ("escape", "enter") or bool(command and command.id in CLOSING)

    def command(self, key: str) -> Command | None:
        """The command of a key in the pane that has the keys."""
        return self._map.get((self._room.state.pane, key)) or self._map.get(("app", key))


def run(room: ReadingRoom, command: Command) -> None:
    """Do what a command says."""
    from reader.tui.actions import ACTIONS  # dialogs come with them, which the first screen does not need

    if command.id in LATER and from_index(room.library) and not room.state.resolved:
        done, total = room.state.read_files
        room.say(f"Articles are compared once all files are read: {done:,} of {total:,} are.")
        return
    if command.id not in PASSING or room.state.pane != "sources":
        room.settle()
    ACTIONS[command.id](room)
