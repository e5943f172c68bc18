"""A dialog to be read: lines that scroll, some of which can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.tui.commands import in_force
from reader.tui.messages import Said
from reader.tui.rendering.lines import Run, width_of
from reader.tui.rendering.wrap import wrap
from reader.tui.theming import Paint
from reader.tui.widgets.overlay import Overlay

MOVES = {"down": 1, "up": -1, "page_down": 10, "page_up": -10, "half_down": 5, "half_up": -5, "top": -(10**9),
         "bottom": 10**9}  # fmt: skip
"""Lines that a command scrolls."""


class Piece(NamedTuple):
    """A line of a sheet before it is wrapped: a lead of fixed width, then words."""

    lead: str = ""
    words: str = ""
    lead_ink: str = "muted"
    ink: str = "text"
    bold: bool = False


class Sheet(Overlay):
    """Pieces wrapped at the width there is."""

    def __init__(self, paint: Paint, caption: str, pieces: Sequence[Piece], *, width: int = 84) -> None:
        super().__init__(paint, caption, "esc close")
        self.pieces = pieces
        self.wide = width
        self._lead = max((width_of(p.lead) for p in pieces if p.words), default=0)
        self._lines: list[list[Run]] = []
        self._wrapped_at = 0

    def tell(self, caption: str, pieces: Sequence[Piece]) -> None:
        """Show other pieces under another title."""
        self.caption, self.pieces = caption, pieces
        self._lead = max((width_of(p.lead) for p in pieces if p.words), default=0)
        self._wrapped_at = 0
        self.refresh(layout=True)

    def wish(self, width: int, height: int) -> tuple[int, int]:
        """As high as its lines are many, at most most of the screen."""
        wide = min(self.wide, width)
        self._wrap(wide - 2)
        return wide, min(len(self._lines) + 2, max(5, height - 4))

    def _wrap(self, width: int) -> None:
        """Make the lines for a width."""
        if width == self._wrapped_at:
            return
        self._wrapped_at, self._lines = width, []
        for piece in self.pieces:
            lead = min(self._lead, width // 2)
            room = width - lead - 4
            starts = wrap(piece.words, 0, len(piece.words), room)
            for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(piece.words)], strict=True)):
                first = piece.lead if number == 0 else ""
                gap = " " * max(0, lead - width_of(first)) if piece.words else ""
                head: list[Run] = [("  ", self.paint("text", self.paper)),
                                   (first + gap, self.paint(piece.lead_ink, self.paper, bold=piece.bold))]  # fmt: skip
                self._lines.append([*head, ("  " if lead else "", self.paint("text", self.paper)),
                                    (piece.words[start:end], self.paint(piece.ink, self.paper))])  # fmt: skip

    def count(self) -> str:
        """How far it is read, where it does not fit."""
        if len(self._lines) <= self.inner_height:
            return ""
        return f"{min(100, 100 * (self.top + self.inner_height) // len(self._lines))}%"

    def line(self, y: int, width: int) -> list[Run]:
        """A wrapped line."""
        self._wrap(width)
        at = self.top + y
        return self._lines[at] if at < len(self._lines) else []

    def press(self, key: str, character: str | None) -> bool:
        """Scroll."""
        command = in_force().by_key.get(("app", key))
        if command is None or command.id not in MOVES:
            return False
        before = self.top
        self.scroll_lines(MOVES[command.id])
        if self.top == before:
            self.post_message(Said("This is the end." if MOVES[command.id] > 0 else "This is the top."))
        return True

    def scroll_lines(self, step: int) -> None:
        """Some lines down or up."""
        self.top = max(0, min(self.top + step, len(self._lines) - self.inner_height))
        self.refresh()
