"""A dialog that offers choices, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Thread
from typing import NamedTuple

from textual import on

from reader.tui.commands import in_force
from reader.tui.messages import Chosen, Offered
from reader.tui.rendering.lines import Run, clip, two_ends, width_of
from reader.tui.theming import Paint
from reader.tui.widgets.entry import Entry
from reader.tui.widgets.overlay import Overlay

MOVES = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1, "pagedown": 10, "pageup": -10}


def _step(key: str) -> int:
    """Choices that a key without a character moves, where the person gave it to moving."""
    command = in_force().by_key.get(("app", key))
    return {"down": 1, "up": -1, "page_down": 10, "page_up": -10}.get(command.id, 0) if command else 0


class Choice(NamedTuple):
    """One line of a chooser."""

    value: str
    text: str
    note: str = ""
    """At the right: a key, a count."""
    mark: str = ""
    """One or two cells at the left: a letter, a tick."""
    ink: str = "text"
    """Theme colour of text and mark."""
    more: str = ""
    """Words between text and note that also count when typing."""
    group: str = ""
    """The heading it stands under."""


class Chooser(Overlay):
    """A line to type in and the choices that match it; `offer` is asked again at every change."""

    def __init__(
        self,
        paint: Paint,
        caption: str,
        hint: str,
        offer: Callable[[str], Sequence[Choice]],
        *,
        stays: bool = False,
        apart: bool = False,
    ) -> None:
        """Args: offer: typed words to the choices to show; stays: tab takes a choice and keeps the dialog open;
        apart: finding the choices takes time, so a thread does it."""
        super().__init__(paint, caption, hint)
        self.offer = offer
        self.stays = stays
        self.apart = apart
        self._asked: str | None = None
        """What choices are being looked for."""
        self.entry = Entry()
        self.choices: tuple[Choice, ...] = ()
        self._rows: list[int | str] = []
        """What stands on the lines: headings, and choices by their place."""
        self.cursor = 0
        self._take_choices(offer(""))

    def wish(self, width: int, height: int) -> tuple[int, int]:
        """Wide enough for its longest line, at most two thirds of the screen high."""
        wide = max((width_of(c.text + c.more + c.note) + 12 for c in self.choices), default=0)
        return max(min(56, width), min(wide, width - 8, 100)), max(10, min(height * 2 // 3, 26))

    def ask_again(self) -> None:
        """Take the choices anew, where something changed meanwhile; the cursor stays on its choice."""
        value = self.choices[self.cursor].value if self.choices else ""
        self._take_choices(self.offer(self.entry.text))
        self.cursor = next((i for i, c in enumerate(self.choices) if c.value == value), 0)
        self._keep_visible()
        self.refresh()

    def _take_choices(self, choices: Sequence[Choice]) -> None:
        self.choices, self._rows = tuple(choices), []
        before = ""
        for place, choice in enumerate(self.choices):
            if choice.group and choice.group != before:
                self._rows.append(choice.group)
            before = choice.group
            self._rows.append(place)

    # -- drawing

    def count(self) -> str:
        """Place and number of the choices."""
        return f"{self.cursor + 1:,}/{len(self.choices):,}" if self.choices else ""

    def line(self, y: int, width: int) -> list[Run]:
        """The typed line, a rule, the choices."""
        if y == 0:
            return [(" › ", self.paint("accent", self.paper, bold=True)), *self.entry.runs(self.paint, self.paper)]
        if y == 1:
            return [("─" * width, self.paint("border", self.paper))]
        if not self.choices:
            return self.centred("Nothing matches." if self._asked is None else "Looking…", y, width)
        at = self.top + y - 2
        row = self._rows[at] if at < len(self._rows) else ""
        if isinstance(row, str):
            return [(f" {clip(row, width - 2)}", self.paint("heading", self.paper, bold=True))]
        return self._choice(self.choices[row], row == self.cursor, width)

    def _choice(self, choice: Choice, here: bool, width: int) -> list[Run]:
        paper = "cursor" if here else self.paper
        fill = self.paint("text", paper)
        edge = ("▌" if here else " ", self.paint("accent", paper))
        left: list[Run] = [edge, (f"{choice.mark:2}", self.paint(choice.ink, paper, bold=True))]
        left += [
            (choice.text, self.paint(choice.ink, paper)),
            (f"  {choice.more}" if choice.more else "", self.paint("muted", paper)),
        ]
        note = clip(choice.note, max(0, width - 12))
        return two_ends(left, [(note, self.paint("muted", paper)), (" ", fill)], width, fill)

    # -- keys and the mouse

    def press(self, key: str, character: str | None) -> bool:
        """Move, take, or type."""
        step = MOVES.get(key) or (0 if character else _step(key))
        if step:
            self._move(step)
        elif key == "enter":
            self._take(stay=False)
        elif key == "tab" and self.stays:
            self._take(stay=True)
        else:
            entry = self.entry.pressed(key, character)
            if entry is None:
                return False
            self._type(entry)
        return True

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self._type(self.entry.typed(text))

    def clear(self) -> None:
        """Take away what was typed."""
        self._type(Entry())

    def _type(self, entry: Entry) -> None:
        changed = entry.text != self.entry.text
        self.entry = entry
        if changed:
            self.cursor = self.top = 0
            if self.apart:
                self._look_apart(entry.text)
            else:
                self._take_choices(self.offer(entry.text))
        self.refresh()

    def _look_apart(self, typed: str) -> None:
        """Let a thread find the choices; those that are there stay meanwhile, as far as they match."""
        self._take_choices(matching(self.choices, typed))
        busy, self._asked = self._asked is not None, typed
        if not busy:
            Thread(target=self._offer, args=(typed,), name="offering", daemon=True).start()

    def _offer(self, typed: str) -> None:
        self.post_message(Offered(typed, self.offer(typed)))

    @on(Offered)
    def offered(self, message: Offered) -> None:
        """Show what was found; what was typed meanwhile is looked for next."""
        message.stop()
        if self._asked == message.typed:
            self._asked = None
            self._take_choices(message.choices)
            self.refresh()
        elif self._asked is not None:
            Thread(target=self._offer, args=(self._asked,), name="offering", daemon=True).start()

    def _take(self, stay: bool) -> None:
        choice = self.choices[self.cursor] if self.choices else None
        self.post_message(Chosen(self, choice, self.entry.text, stay))

    def _move(self, step: int) -> None:
        if self.choices:
            self.cursor = max(0, min(self.cursor + step, len(self.choices) - 1))
            self._keep_visible()
            self.refresh()

    def _keep_visible(self) -> None:
        height = max(1, self.inner_height - 2)
        row = self._rows.index(self.cursor) if self.choices else 0
        first = row - 1 if row and isinstance(self._rows[row - 1], str) else row
        self.top = max(row - height + 1, min(self.top, first))

    def scroll_lines(self, step: int) -> None:
        """The wheel moves the cursor."""
        self._move(1 if step > 0 else -1)

    def clicked(self, x: int, y: int) -> None:
        """Take what was clicked."""
        at = self.top + y - 2
        place = self._rows[at] if y >= 2 and at < len(self._rows) else ""
        if not isinstance(place, str):
            self.cursor = place
            self.refresh()
            self._take(stay=self.stays)

    def cursor_row(self) -> int | None:
        """The inner line that is typed into."""
        return 0


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Choices that hold every typed word, those whose words begin so first."""
    words = typed.casefold().split()
    if not words:
        return list(choices)
    whole = [(f" {c.text} {c.more}".casefold(), c) for c in choices]
    found = [(text, c) for text, c in whole if all(word in text for word in words)]
    return [c for _, c in sorted(found, key=lambda pair: _rank(pair[0], words))]


def _rank(text: str, words: Sequence[str]) -> tuple[bool, int]:
    """The lower the better: the text begins with the first word; how many words only stand inside others."""
    return not text.startswith(f" {words[0]}"), sum(f" {word}" not in text for word in words)
