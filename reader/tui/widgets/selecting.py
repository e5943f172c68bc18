"""Selecting text with the mouse, by offsets: what is selected holds no margins, and survives scrolling and resizing."""

from __future__ import annotations

from textual import events

from reader.model.spans import Span
from reader.tui.messages import Clicked, Selected
from reader.tui.widgets.pane import Pane


class Selecting(Pane):
    """A pane whose text is selected by dragging."""

    selected: Span | None = None
    """What is selected, over the text that the pane shows."""
    _anchor: Span | None = None
    """The character at which the dragging began."""

    def character_at(self, x: int, y: int) -> Span | None:
        """The character that stands at a cell inside the frame, or nearest to it on its line."""
        raise NotImplementedError

    def redraw_span(self, span: Span | None) -> None:
        """Repaint the lines that show a stretch."""
        raise NotImplementedError

    def mark(self, span: Span | None) -> None:
        """Select a stretch, or nothing."""
        before, self.selected = self.selected, span
        if before != span:
            self.redraw_span(before)
            self.redraw_span(span)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Dragging may begin; what was selected no longer is."""
        offset = 1 if self.framed else 0
        self.mark(None)
        inside = 0 <= event.y - offset < self.inner_height
        self._anchor = self.character_at(event.x - offset, event.y - offset) if inside and event.button == 1 else None
        if self._anchor is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer; past an edge, scroll."""
        if self._anchor is None:
            return
        event.stop()
        offset = 1 if self.framed else 0
        y = event.y - offset
        if not 0 <= y < self.inner_height:
            self.scroll_lines(1 if y >= self.inner_height else -1)
            y = max(0, min(y, self.inner_height - 1))
        here = self.character_at(event.x - offset, y)
        if here is not None and (self.selected or here != self._anchor):
            first, last = sorted((self._anchor, here))
            self.mark(Span(first.start, last.end))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Say what was selected, or that it was a click."""
        if self._anchor is None:
            return
        event.stop()
        anchor, self._anchor = self._anchor, None
        self.release_mouse()
        self.post_message(Selected(self.selected) if self.selected else Clicked(anchor.start))
