"""A view of quotes or statements, one under the other, drawn for the visible lines only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.model.spans import Span
from reader.tui.rendering.lines import Run, clip, two_ends, width_of
from reader.tui.rendering.wrap import wrap
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.theming import Paint, follow_ink
from reader.tui.widgets.view import Place, View

ROOMY = 100
"""From this width on, words take one line, below two."""


class Item(NamedTuple):
    """One entry of a listing."""

    head: str
    """Who."""
    words: str = ""
    note: str = ""
    """At the right: outlets, a count."""
    flag: str = ""
    """A warning, before the note."""
    letter: str = ""
    """Of a followed speaker."""
    group: str = ""
    """The heading it stands under."""
    speaker: str | None = None
    """Id."""
    place: Place | None = None
    """The quote that enter goes to."""
    target: tuple[str, Span] | None = None
    """What enter goes to where it is no quote."""
    other: str | None = None
    """Id of the second speaker of a pair."""
    lit: tuple[Span, ...] = ()
    """What was found in its words."""
    query: str = ""
    """The search that enter runs."""
    compares: bool = False
    """Enter opens the comparison of the quote."""


class Listed(NamedTuple):
    """The entries of a listing, and the same as a table."""

    items: Sequence[Item]
    table: Table
    empty: str
    """What an empty one says."""
    page: str = ""
    """The same as a page of Markdown, where a table would not do."""
    more: Callable[[], Listed] | None = None
    """Gives the same with further entries, in a thread; None where these are all."""


class Listing(View[Listed]):
    """Entries of a head and some words, under headings."""

    head_lines = 0
    """Lines of its own that stand before the entries."""

    def __init__(self, paint: Paint, caption: str, name: str, source: Callable[[Scene], Listed]) -> None:
        super().__init__(paint, caption, name, source)
        self._starts: list[int] = [0]
        self._laid_at = -1

    @property
    def items(self) -> Sequence[Item]:
        """All entries."""
        return self.content.items if self.content else ()

    @property
    def item(self) -> Item | None:
        """The one under the cursor."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def take(self, content: Listed) -> None:
        """Show other entries; the cursor stays on its quote."""
        wanted = self.item.place if self.item else None
        super().take(content)
        self._laid_at = -1
        place = next((i for i, item in enumerate(content.items) if wanted and item.place == wanted), self.cursor)
        self.cursor = max(0, min(place, self.last))
        self._lay()
        self._keep_visible()

    # -- laying

    def _roomy(self) -> bool:
        return self.inner_width >= ROOMY

    def _word_lines(self, item: Item) -> int:
        return 0 if not item.words else 1 if self._roomy() else 2

    def _headed(self, place: int) -> bool:
        """True where a heading stands above an entry."""
        items = self.items
        return bool(items[place].group) and (place == 0 or items[place - 1].group != items[place].group)

    def _above(self, place: int) -> int:
        """Lines before an entry's head: the heading and what sets it off."""
        return 0 if not self._headed(place) else 1 if place == 0 else 2

    def _lay(self) -> None:
        """Count the lines anew where the width is another."""
        if self._laid_at == self.inner_width:
            return
        self._laid_at = self.inner_width
        self._starts = [
            0, *accumulate(self._above(i) + 1 + self._word_lines(item) for i, item in enumerate(self.items))
        ]  # fmt: skip

    # -- drawing

    def count(self) -> str:
        """Place and number of the entries."""
        return f"{self.cursor + 1:,}/{len(self.items):,}" if self.items else ""

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the entry that stands there."""
        if not self.items:
            return self.centred(self.content.empty if self.content else self.waiting(), y, width)
        self._lay()
        at = self.top + y - self.head_lines
        place = bisect_right(self._starts, at) - 1
        if place >= len(self.items):
            return []
        row = at - self._starts[place] - self._above(place)
        if row < 0:
            heading = self.items[place].group if row == -1 else ""
            return [(f" {clip(heading, width - 2)}", self.paint("heading", self.paper, bold=True))]
        return self._item_line(self.items[place], row, width, place == self.cursor)

    def _item_line(self, item: Item, row: int, width: int, here: bool) -> list[Run]:
        paper = "cursor" if here else self.paper
        fill = self.paint("text", paper)
        ink = follow_ink(item.letter) if item.letter else "accent"
        edge = ("▌" if item.letter or here else " ", self.paint(ink, paper))
        lead: list[Run] = [edge, (f"{item.letter:1} ", self.paint(ink, paper, bold=True))]
        if row:
            return two_ends([*lead[:1], ("    ", fill), *self._word_runs(item, row, width - 6, paper)], [], width, fill)
        return two_ends([*lead, *self._head(item, width, paper)], self._right(item, width, paper), width, fill)

    def _head(self, item: Item, width: int, paper: str) -> list[Run]:
        ink = follow_ink(item.letter) if item.letter else "speaker"
        return [(item.head, self.paint(ink, paper, bold=True))]

    def _right(self, item: Item, width: int, paper: str) -> list[Run]:
        """Warning and note, at most some half of the line."""
        flag = f"! {item.flag}  " if item.flag else ""
        note = clip(item.note, max(8, width // 2 - width_of(flag)))
        return [(flag, self.paint("warning", paper, bold=True)), (f"{note} ", self.paint("muted", paper))]

    def _word_runs(self, item: Item, row: int, width: int, paper: str) -> list[Run]:
        """A line of an entry's words, what was found in them lit."""
        lines = self._words(item, width)
        if row > len(lines):
            return []
        start, words = lines[row - 1]
        style, at = self.paint("quote", paper), 0
        runs: list[Run] = []
        for span in item.lit:
            left, right = max(at, span.start - start), min(len(words), span.end - start)
            if left < right:
                runs += [(words[at:left], style), (words[left:right], self.paint("on_match", "match"))]
                at = right
        return [*runs, (words[at:], style)]

    def _words(self, item: Item, width: int) -> list[tuple[int, str]]:
        """(offset, words) of the lines of an entry's words, the last with an ellipsis where they go on."""
        text, lines = item.words[: width * 3], self._word_lines(item)
        starts = [*wrap(text, 0, len(text), max(4, width - 1)), len(text)]
        found = [(a, text[a:b].rstrip()) for a, b in pairwise(starts)]
        if len(found) > lines or len(text) < len(item.words):
            found = found[:lines]
            found[-1] = (found[-1][0], found[-1][1].rstrip(" .,;…") + "…")
        return found

    # -- the cursor

    @property
    def last(self) -> int:
        """The last entry."""
        return max(0, len(self.items) - 1)

    def _keep_visible(self) -> None:
        self._lay()
        if not self.items:
            self.top = 0
            return
        first, end = self._starts[self.cursor], self._starts[self.cursor + 1]
        height = max(1, self.inner_height - self.head_lines)
        self.top = max(end - height, min(self.top, first))
        self.top = max(0, min(self.top, max(0, self._starts[-1] - height)))

    def page_step(self) -> int:
        """Entries on a page."""
        return max(1, self.inner_height // 3)

    def step_lit(self, step: int) -> bool:
        """To the next entry of a followed speaker."""
        ahead = range(self.cursor + 1, len(self.items)) if step > 0 else range(self.cursor - 1, -1, -1)
        found = next((i for i in ahead if self.items[i].letter), None)
        if found is not None:
            self.go(found)
        return found is not None

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self.head_lines + self._starts[self.cursor] + self._above(self.cursor) - self.top if self.items else None

    def clicked(self, x: int, y: int) -> None:
        """Go to the entry that was clicked."""
        if self.items and y >= self.head_lines:
            self.go(bisect_right(self._starts, self.top + y - self.head_lines) - 1)

    def on_resize(self) -> None:
        """Lay the entries at the new width."""
        self._keep_visible()
        self.refresh()

    # -- what it tells the commands

    @property
    def place(self) -> Place | None:
        """The quote under the cursor."""
        return self.item.place if self.item else None

    def places(self) -> Iterable[Place]:
        """All quotes it shows."""
        return [item.place for item in self.items if item.place]

    @property
    def speaker(self) -> str | None:
        """The speaker under the cursor."""
        return self.item.speaker if self.item else None

    @property
    def target(self) -> tuple[str, Span] | None:
        """What enter goes to where it is no quote."""
        return self.item.target if self.item else None

    def page(self) -> str:
        """All entries as a page."""
        return self.content.page if self.content else ""

    def table(self) -> Table:
        """All entries."""
        return self.content.table if self.content else Table((), ())
