"""A line that is typed into, as a value: a key makes a new one."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.guard import visible_line
from reader.tui.rendering.lines import Run, width_of
from reader.tui.theming import Paint


class Entry(NamedTuple):
    """Text and the place of the cursor in it."""

    text: str = ""
    at: int = 0

    def pressed(self, key: str, character: str | None) -> Entry | None:
        """The entry after a key; None where the key does nothing to it."""
        text, at = self.text, self.at
        match key:
            case "backspace":
                return Entry(text[: max(0, at - 1)] + text[at:], max(0, at - 1))
            case "delete":
                return Entry(text[:at] + text[at + 1 :], at)
            case "left" | "right":
                return Entry(text, max(0, min(len(text), at + (1 if key == "right" else -1))))
            case "home" | "end":
                return Entry(text, 0 if key == "home" else len(text))
            case "ctrl+u":
                return Entry(text[at:], 0)
            case "ctrl+w":
                kept = text[:at].rstrip().rpartition(" ")
                start = len(kept[0]) + len(kept[1])
                return Entry(text[:start] + text[at:], start)
        if character and character.isprintable():
            return self.typed(character)
        return None

    def typed(self, words: str) -> Entry:
        """The entry with words put in at the cursor, on one line."""
        words = visible_line(words.replace("\n", " ").replace("\r", "").replace("\t", " "))
        return Entry(self.text[: self.at] + words + self.text[self.at :], self.at + len(words))

    def runs(self, paint: Paint, paper: str) -> list[Run]:
        """The text with its cursor."""
        under = self.text[self.at : self.at + 1] or " "
        return [
            (self.text[: self.at], paint("title", paper)),
            (under, paint("on_accent", "accent")),
            (self.text[self.at + 1 :], paint("title", paper)),
        ]

    @property
    def column(self) -> int:
        """Cells before the cursor."""
        return width_of(self.text[: self.at])
