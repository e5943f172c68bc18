"""Dialogs: panes that lie over the others and have all keys until they are closed."""

from __future__ import annotations

from reader.tui.commands import Scope
from reader.tui.rendering.lines import Run
from reader.tui.rendering.places import Box
from reader.tui.scene import Scene
from reader.tui.theming import Paint
from reader.tui.widgets.pane import Pane


class Overlay(Pane):
    """A framed box in the middle of the screen."""

    paper = "raised"

    def __init__(self, paint: Paint, caption: str, hint: str = "") -> None:
        super().__init__(paint, caption)
        self.hint = hint
        self.scope: Scope | None = None
        """Whose commands its keys are, besides those it takes itself."""
        self.active = True

    def wish(self, width: int, height: int) -> tuple[int, int]:
        """(width, height) it would like on a screen of that size, its frame included."""
        raise NotImplementedError

    def box(self, width: int, height: int) -> Box:
        """Where it lies: in the middle, a little above."""
        wide, high = self.wish(width, height)
        wide, high = max(1, min(wide, width)), max(1, min(high, height - 1))
        return Box((width - wide) // 2, max(0, (height - high) // 3), wide, high)

    def foot(self) -> list[Run]:
        """What its keys do."""
        return [(f" {self.hint} ", self.paint("muted", self.paper))] if self.hint else []

    def press(self, key: str, character: str | None) -> bool:
        """Take a key; False lets it fall through to the keys of dialogs (escape)."""
        return False

    def look(self, scene: Scene) -> None:
        """Show what there is now: asked whenever the library, the filter or the follows may have changed."""

    def clear(self) -> None:
        """Be ready for another choice."""

    def paste(self, text: str) -> None:
        """Take pasted text."""
