"""A dialog to write a text of several lines in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from reader.text.guard import visible
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import Run
from reader.tui.rendering.wrap import wrap
from reader.tui.theming import Paint
from reader.tui.widgets.chooser import Choice
from reader.tui.widgets.overlay import Overlay

DROPPED = Choice("dropped", "")
"""What the dialog hands over where nothing is to be kept."""
LONGEST = 20_000
"""Characters that it takes."""


class Draft(NamedTuple):
    """Text of several lines and the place of the cursor in it."""

    text: str = ""
    at: int = 0

    def typed(self, words: str) -> Draft:
        """The draft with words put in at the cursor."""
        words = visible(words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))[: LONGEST - len(self.text)]
        return Draft(self.text[: self.at] + words + self.text[self.at :], self.at + len(words))

    def pressed(self, key: str, character: str | None) -> Draft | None:
        """The draft after a key; None where the key does nothing to it."""
        text, at = self.text, self.at
        first = text.rfind("\n", 0, at) + 1
        match key:
            case "enter":
                return self.typed("\n")
            case "backspace":
                return Draft(text[: max(0, at - 1)] + text[at:], max(0, at - 1))
            case "delete":
                return Draft(text[:at] + text[at + 1 :], at)
            case "left" | "right":
                return Draft(text, max(0, min(len(text), at + (1 if key == "right" else -1))))
            case "ctrl+u":
                return Draft(text[:first] + text[at:], first)
            case "ctrl+w":
                kept = text[:at].rstrip(" ")
                start = max(kept.rfind(" "), kept.rfind("\n")) + 1
                return Draft(text[:start] + text[at:], start)
        return self.typed(character) if character and character.isprintable() else None


class Writing(Overlay):
    """Text wrapped at the dialog's width; escape keeps it, so that nothing typed is lost by closing."""

    def __init__(self, paint: Paint, caption: str, text: str, elsewhere: Callable[[str], str | None]) -> None:
        """Args: text: what stands there at first; elsewhere: has it written in another program, None where it
        could not."""
        super().__init__(paint, caption, "esc keep · ^e in $EDITOR · ^x leave as it was")
        self.draft = Draft(text, len(text))
        self._elsewhere = elsewhere

    def wish(self, width: int, height: int) -> tuple[int, int]:
        """As high as what is typed, and a little room."""
        wide = min(76, width)
        return wide, min(max(7, len(self._starts(wide - 4)) + 3), max(5, height * 2 // 3))

    def _starts(self, width: int) -> list[int]:
        """Where the lines begin at a width."""
        text, at = self.draft.text, 0
        starts: list[int] = []
        for paragraph in text.split("\n"):
            starts += wrap(text, at, at + len(paragraph), max(1, width - 1))
            at += len(paragraph) + 1
        return starts

    def _row(self, starts: list[int]) -> int:
        return max(0, bisect_right(starts, self.draft.at) - 1)

    # -- drawing

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the text, with the cursor where it stands there."""
        starts = self._starts(width - 2)
        here = self._row(starts)
        self.top = max(here - self.inner_height + 1, min(self.top, here, max(0, len(starts) - self.inner_height)))
        row = self.top + y
        blank = (" ", self.paint("text", self.paper))
        if not self.draft.text and y == 0:
            under = ("W", self.paint("on_accent", "accent"))
            return [blank, under, ("rite here; esc keeps it.", self.paint("muted", self.paper))]
        if row >= len(starts):
            return []
        text, at = self.draft.text, self.draft.at
        end = starts[row + 1] if row + 1 < len(starts) else len(text)
        words = text[starts[row] : end].rstrip("\n")
        style = self.paint("text", self.paper)
        if row != here:
            return [blank, (words, style)]
        place = at - starts[row]
        under = (words[place : place + 1] or " ", self.paint("on_accent", "accent"))
        return [blank, (words[:place], style), under, (words[place + 1 :], style)]

    def count(self) -> str:
        """How many words it has."""
        number = len(self.draft.text.split())
        return f"{number:,} word{'' if number == 1 else 's'}" if number else ""

    # -- keys

    def press(self, key: str, character: str | None) -> bool:
        """Keep, drop, write elsewhere, or type."""
        match key:
            case "escape":
                self.post_message(Chosen(self, None, self.draft.text.strip(), False))
            case "ctrl+x":
                self.post_message(Chosen(self, DROPPED, "", False))
            case "ctrl+e":
                text = self._elsewhere(self.draft.text)
                if text is not None:
                    self.post_message(Chosen(self, None, text.strip(), False))
            case "up" | "down" | "pageup" | "pagedown":
                self._leap({"up": -1, "down": 1, "pageup": -10, "pagedown": 10}[key])
            case "home" | "end":
                self._to_edge(key == "end")
            case _:
                draft = self.draft.pressed(key, character)
                if draft is not None:
                    self._take(draft)
        return True

    def _leap(self, step: int) -> None:
        """Some lines up or down, to the same column where there is one."""
        starts = self._starts(self.inner_width - 2)
        row = self._row(starts)
        column = self.draft.at - starts[row]
        there = max(0, min(row + step, len(starts) - 1))
        end = starts[there + 1] - 1 if there + 1 < len(starts) else len(self.draft.text)
        self._take(Draft(self.draft.text, min(starts[there] + column, end)))

    def _to_edge(self, end: bool) -> None:
        text, at = self.draft.text, self.draft.at
        last = text.find("\n", at)
        there = (last if last >= 0 else len(text)) if end else text.rfind("\n", 0, at) + 1
        self._take(Draft(text, there))

    def paste(self, text: str) -> None:
        """Type what was pasted, its lines as they are."""
        self._take(self.draft.typed(text))

    def _take(self, draft: Draft) -> None:
        before = len(self._starts(self.inner_width - 2))
        self.draft = draft
        self.refresh(layout=len(self._starts(self.inner_width - 2)) != before)

    def cursor_row(self) -> int | None:
        """The inner line that is typed into."""
        return self._row(self._starts(self.inner_width - 2)) - self.top
