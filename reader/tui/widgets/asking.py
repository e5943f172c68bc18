"""A dialog with one line to type in, which says at every letter whether it will do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.tui.messages import Chosen
from reader.tui.rendering.flowing import flow
from reader.tui.rendering.lines import Run
from reader.tui.theming import Paint
from reader.tui.widgets.entry import Entry
from reader.tui.widgets.overlay import Overlay


class Answer(NamedTuple):
    """What there is to say to what was typed."""

    good: bool
    """True where enter may take it."""
    said: tuple[tuple[str, str], ...]
    """(words, theme colour), shown below the line."""


class Asking(Overlay):
    """A question, prefilled; what is typed is wrapped, since it may be a long quote."""

    def __init__(self, paint: Paint, caption: str, text: str, judge: Callable[[str], Answer]) -> None:
        """Args: text: what stands there at first; judge: what to say to what was typed."""
        super().__init__(paint, caption, "enter take · esc leave")
        self.entry = Entry().typed(text)
        self.judge = judge
        self.answer = judge(self.entry.text)

    def wish(self, width: int, height: int) -> tuple[int, int]:
        """As high as what is typed and what is said to it."""
        wide = min(84, width)
        return wide, min(len(self._lines(wide - 2)) + 2, max(5, height - 4))

    def _lines(self, width: int) -> list[list[Run]]:
        typed = flow([(" ", self.paint("text", self.paper)), *self.entry.runs(self.paint, self.paper)], width - 4)
        said = flow([(words, self.paint(ink, self.paper)) for words, ink in self.answer.said], width - 4)
        rule: list[Run] = [("─" * width, self.paint("border", self.paper))]
        blank = (" ", self.paint("text", self.paper))
        sign = (" › ", self.paint("accent", self.paper, bold=True))
        lead = ("   ", self.paint("accent", self.paper))
        lines = [[sign if number == 0 else lead, *runs] for number, runs in enumerate(typed)]
        return [*lines, rule, *([blank, blank, *runs] for runs in said)]

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the whole."""
        lines = self._lines(width)
        return lines[y] if y < len(lines) else []

    def press(self, key: str, character: str | None) -> bool:
        """Take, or type."""
        if key == "enter":
            if self.answer.good:
                self.post_message(Chosen(self, None, self.entry.text.strip(), False))
            return True
        entry = self.entry.pressed(key, character)
        if entry is None:
            return key != "escape"
        self._type(entry)
        return True

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self._type(self.entry.typed(text))

    def _type(self, entry: Entry) -> None:
        self.entry = entry
        self.answer = self.judge(entry.text)
        self.refresh(layout=True)

    def cursor_row(self) -> int | None:
        """The inner line that is typed into."""
        return 0
