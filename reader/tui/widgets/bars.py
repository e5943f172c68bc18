"""The two lines around the panes, and the toast: one line each, drawn from what the screen hands them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.tui.messages import Severity
from reader.tui.rendering.lines import Run, Runs, clip, line_of, two_ends, width_of
from reader.tui.theming import Paint, follow_ink
from reader.tui.widgets.drawn import Drawn


class Followed(NamedTuple):
    """A followed speaker in the status line."""

    letter: str
    name: str
    counts: str
    """"7/32 in 4 of 5"."""


class Hint(NamedTuple):
    """A key and what it does, in the footer."""

    key: str
    label: str
    weight: int
    always: bool = False
    """Never left out (help and quit), and at the right end."""


class Bar(Drawn, inherit_css=False):
    """A line at an edge of the screen."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self.paint = paint

    def runs(self, width: int) -> list[Run]:
        """What the line shows."""
        raise NotImplementedError

    def draw(self, y: int) -> Runs:
        """The line."""
        return line_of(self.runs(self.outer_size.width), self.outer_size.width, self.paint("text"))

    def repaint(self, paint: Paint) -> None:
        """Draw in the colours of another theme from now on."""
        self.paint = paint
        self.refresh()


class StatusLine(Bar):
    """What is open at the left, who is followed at the right."""

    left: tuple[str, str] = ("", "")
    """(name, counts)"""
    followed: tuple[Followed, ...] = ()
    tip = ""
    """Where to begin; at the right while nobody is followed."""

    def show(self, left: tuple[str, str], followed: tuple[Followed, ...], tip: str = "") -> None:
        """Draw something else."""
        if (left, followed, tip) != (self.left, self.followed, self.tip):
            self.left, self.followed, self.tip = left, followed, tip
            self.refresh()

    def runs(self, width: int) -> list[Run]:
        """Names of followed speakers as far as they fit, the last one with its counts."""
        name, counts = self.left
        left: list[Run] = [
            (" ", self.paint()),
            (name, self.paint("title", bold=True)),
            (f"  {counts}", self.paint("muted")),
        ]
        room = width - min(24, width_of(name) + 2)
        right: list[Run] = []
        for place, person in enumerate(reversed(self.followed)):
            runs = self._person(person, lead=place == 0, room=room)
            size = sum(width_of(words) for words, _ in runs)
            if size > room:
                break
            room -= size
            right = runs + right
        if not self.followed and width_of(self.tip) + 2 < width - width_of(name) - width_of(counts) - 6:
            right = [(f"{self.tip} ", self.paint("accent"))]
        return two_ends(left, right, width, self.paint())

    def _person(self, person: Followed, lead: bool, room: int) -> list[Run]:
        """One followed speaker: bar and letter, name, counts."""
        colour = follow_ink(person.letter)
        runs: list[Run] = [(f" ▌{person.letter} ", self.paint(colour, bold=True))]
        if not lead:
            return [*runs, (clip(person.name.split()[-1], 14), self.paint(colour)), (" ", self.paint())]
        name = clip(person.name, max(6, room - width_of(person.counts) - 8))
        return [*runs, (name, self.paint(colour)), (f"  {person.counts} ", self.paint("muted"))]


class Footer(Bar):
    """Keys that matter here, the most important first; help and quit always."""

    hints: tuple[Hint, ...] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Draw other hints."""
        if tuple(hints) != self.hints:
            self.hints = tuple(hints)
            self.refresh()

    def runs(self, width: int) -> list[Run]:
        """As many hints as fit."""
        right = [hint for hint in self.hints if hint.always]
        room = width - sum(_hint_width(hint) for hint in right) - 1
        left: list[Hint] = []
        for hint in sorted((h for h in self.hints if not h.always), key=lambda h: -h.weight):
            if _hint_width(hint) > room:
                break
            room -= _hint_width(hint)
            left.append(hint)
        return two_ends(self._drawn(left), self._drawn(right), width, self.paint())

    def _drawn(self, hints: Sequence[Hint]) -> list[Run]:
        runs: list[Run] = []
        for hint in hints:
            runs += [(f" {hint.key} ", self.paint("accent", bold=True)), (f"{hint.label} ", self.paint("muted"))]
        return runs


def _hint_width(hint: Hint) -> int:
    return width_of(hint.key) + width_of(hint.label) + 3


class Toast(Bar):
    """A sentence over the lower border, for a few seconds."""

    text = ""
    severity: Severity = "information"

    def lines(self, width: int) -> list[str]:
        """The sentence in at most three lines."""
        import textwrap

        lines = textwrap.wrap(self.text, max(8, min(72, width - 6)))
        return lines[:3]

    def draw(self, y: int) -> Runs:
        """A line of the sentence between its margins."""
        width = self.outer_size.width
        ink = {"information": "text", "warning": "warning", "error": "error"}[self.severity]
        sign = {"information": "▌", "warning": "!", "error": "!"}[self.severity]
        lines = self.lines(width + 3)
        words = lines[y] if y < len(lines) else ""
        edge = (f"{sign if y == 0 else ' '} ", self.paint("accent" if ink == "text" else ink, "raised", bold=True))
        return line_of([edge, (words, self.paint(ink, "raised"))], width, self.paint("text", "raised"))
