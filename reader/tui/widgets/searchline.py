"""The line in which a search is typed; it takes the footer's place meanwhile."""

from __future__ import annotations

from reader.tui.messages import SearchTyped
from reader.tui.rendering.lines import Run, two_ends
from reader.tui.theming import Paint
from reader.tui.widgets.bars import Bar
from reader.tui.widgets.entry import Entry


class SearchLine(Bar):
    """Says at every letter what is looked for, and at enter or escape that it is settled."""

    def __init__(self, paint: Paint) -> None:
        super().__init__(paint)
        self.entry = Entry()

    def begin(self) -> None:
        """Start with nothing typed."""
        self.entry = Entry()
        self.refresh()

    def runs(self, width: int) -> list[Run]:
        """What is typed, and the keys that end it."""
        left: list[Run] = [(" /", self.paint("accent", bold=True)), *self.entry.runs(self.paint, "background")]
        accent, muted = self.paint("accent", bold=True), self.paint("muted")
        kind = "regular expression  " if self.entry.text.startswith("/") else ""
        right: list[Run] = [(kind, muted), ("enter ", accent), ("keep  ", muted), ("esc ", accent), ("drop ", muted)]
        return two_ends(left, right if width >= 44 else [], width, self.paint())

    def press(self, key: str, character: str | None) -> None:
        """Type, keep with enter, drop with escape or by deleting past the start."""
        if key == "enter":
            self.post_message(SearchTyped(self.entry.text, settled=True))
        elif key == "escape" or (key == "backspace" and not self.entry.text):
            self.post_message(SearchTyped("", settled=True))
        else:
            entry = self.entry.pressed(key, character)
            if entry is not None:
                self._take(entry)

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self._take(self.entry.typed(text))

    def _take(self, entry: Entry) -> None:
        changed = entry.text != self.entry.text
        self.entry = entry
        self.refresh()
        if changed:
            self.post_message(SearchTyped(entry.text, settled=False))
