"""Panes at the sides whose inner border is dragged with the mouse."""

from __future__ import annotations

from textual import events

from reader.tui.messages import Dragged
from reader.tui.widgets.pane import Pane


class Resizing(Pane):
    """A pane one of whose borders is a grip."""

    grip_left = False
    """True where the left border is the grip, else the right one is."""
    _held = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Dragging begins on the grip."""
        here = event.x == (0 if self.grip_left else self.outer_size.width - 1)
        if here and event.button == 1 and self.framed and not self.tabs:
            self._held = True
            self.capture_mouse()
            event.stop()
            event.prevent_default()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The border follows the pointer."""
        if self._held and self.pane_name:
            event.stop()
            self.post_message(Dragged(self.pane_name, int(event.screen_x), done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The border stays where it is."""
        if self._held and self.pane_name:
            self._held = False
            self.release_mouse()
            event.stop()
            self.post_message(Dragged(self.pane_name, int(event.screen_x), done=True))
