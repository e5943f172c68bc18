"""The quotes of the open article, one card each, in their order."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from reader.library.library import Library
from reader.tui.answers import reports, speaker_of_quote
from reader.tui.commands import key_of
from reader.tui.messages import QuotePicked
from reader.tui.rendering.card import Card, card_of, with_head
from reader.tui.rendering.lines import Run, clip, two_ends
from reader.tui.rendering.page import Head
from reader.tui.state import Follow, PaneName
from reader.tui.taginks import short_tag
from reader.tui.theming import Paint, follow_ink
from reader.tui.widgets.resizing import Resizing


class QuotesView(NamedTuple):
    """What the quotes pane shows."""

    library: Library | None = None
    key: str | None = None
    listed: tuple[int, ...] = ()
    """Indices among the article's quotes."""
    follows: tuple[Follow, ...] = ()
    indirect: bool = False
    heads: tuple[tuple[int, Head], ...] = ()
    """What the person said of quotes, by their indices."""
    selected: frozenset[int] = frozenset()
    """Indices of the quotes that are acted on together."""


class Quotes(Resizing):
    """Speaker, kind, words, cue and doubt of every quote."""

    pane_name: PaneName = "quotes"
    grip_left = True

    def __init__(self, paint: Paint) -> None:
        super().__init__(paint, "Quotes")
        self.view = QuotesView()
        self.cursor = 0
        self.on_quote = True
        """False while the article's cursor stands on no quote."""
        self._cards: list[Card] = []
        self._starts: list[int] = [0]
        """First line of every card, and the end of the last."""

    def show(self, view: QuotesView) -> None:
        """Draw another view; of the same article, the cursor stays on its quote."""
        before, self.view = self.view, view
        if view == before:
            return
        current = self._current(before)
        if view.key != before.key:
            self.cursor = self.top = 0
        elif current in view.listed:
            self.cursor = view.listed.index(current)
        self.cursor = max(0, min(self.cursor, len(view.listed) - 1))
        self._deal()
        self._keep_visible()
        self.refresh()

    def _current(self, view: QuotesView) -> int:
        return view.listed[self.cursor] if self.cursor < len(view.listed) else -1

    @property
    def quote(self) -> int | None:
        """Index, among the article's quotes, of the one under the cursor."""
        current = self._current(self.view)
        return current if current >= 0 else None

    def _deal(self) -> None:
        """Make the cards at the present width."""
        view, width = self.view, self.inner_width - 4
        self._cards = []
        if view.library and view.key:
            analysis = view.library.analysis(view.key)
            letters, heads = {f.speaker: f.letter for f in view.follows}, dict(view.heads)
            for index in view.listed:
                speaker = speaker_of_quote(view.library, view.key, analysis.quotes[index])
                letter = letters.get(speaker.id, "") if speaker else ""
                count = reports(view.library, view.key, index)
                card = card_of(analysis, index, speaker, letter, count, width)
                self._cards.append(with_head(card, heads.get(index, Head()), width))
        self._starts = [0, *accumulate(card.height for card in self._cards)]

    # -- drawing

    def count(self) -> str:
        """Place and number of the quotes."""
        chosen = f"{len(self.view.selected):,} selected · " if self.view.selected else ""
        return f"{chosen}{self.cursor + 1:,}/{len(self._cards):,}" if self._cards else ""

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the card that stands there."""
        if not self._cards:
            return self.centred(self._empty(), y, width)
        at = self.top + y
        place = bisect_right(self._starts, at) - 1
        if place >= len(self._cards):
            return []
        card, row = self._cards[place], at - self._starts[place]
        if row == card.height - 1:
            return []
        here = place == self.cursor and (self.on_quote or self.active)
        taken = place < len(self.view.listed) and self.view.listed[place] in self.view.selected
        return self._card_line(card, row, width, here, taken)

    def _empty(self) -> str:
        if self.view.key is None:
            return ""
        return (
            "No quotes here." if self.view.indirect else f"No quotes here. {key_of('indirect')} shows reported speech."
        )

    def _card_line(self, card: Card, row: int, width: int, here: bool, taken: bool) -> list[Run]:
        """One line of a card between its edges."""
        paper = ("cursor" if self.active else "resting") if here else "background"
        fill = self.paint("text", paper)
        if card.letter:
            edge = ("▌", self.paint(follow_ink(card.letter), paper))
        else:
            edge = ("▎" if here else " ", self.paint("accent" if self.active else "muted", paper))
        if row == 0:
            letter = (card.letter or " ", self.paint(follow_ink(card.letter or "a"), paper, bold=True))
            ink = follow_ink(card.letter) if card.letter else "speaker" if card.named else "faint"
            star = "★ " if card.head.star else ""
            kind = [(star, self.paint("warning", paper)), (card.kind, self.paint("muted", paper)), (" ", fill)]
            name = clip(card.speaker, width - 5 - len(card.kind) - len(star))
            if taken:
                letter = ("✓", self.paint("accent", paper, bold=True))
            return two_ends(
                [edge, letter, (" ", fill), (name, self.paint(ink, paper, bold=card.named))], kind, width, fill
            )
        lead: list[Run] = [edge, ("  ", fill)]
        if row <= len(card.words):
            style = self.paint("quote", paper, italic=card.kind == "indirect")
            return two_ends([*lead, (card.words[row - 1], style)], [], width, fill)
        said = row - 1 - len(card.words) - card.has_how
        if said >= 0:
            return two_ends([*lead, *self._said(card, said, paper)], [], width, fill)
        how = clip(card.how, width - 6 - len(card.confidence) - len(card.reports))
        left = [*lead, (how, self.paint("muted", paper))]
        if card.confidence:
            left.append((f" {card.confidence}" if how else card.confidence, self.paint("warning", paper)))
        right = [(card.reports, self.paint("accent", paper)), (" ", fill)] if card.reports else []
        return two_ends(left, right, width, fill)

    def _said(self, card: Card, row: int, paper: str) -> list[Run]:
        """What the person said of a quote: its tags on a line, then the note."""
        if row == 0 and card.head.tags:
            return [(f"{short_tag(tag)} ", self.paint(ink, paper)) for tag, ink in card.head.tags]
        place = row - bool(card.head.tags)
        return [(card.note[place], self.paint("text", paper, italic=True))] if place < len(card.note) else []

    # -- moving

    def _redraw_cards(self, *places: int) -> None:
        for place in places:
            if 0 <= place < len(self._cards):
                self.redraw(range(self._starts[place] - self.top, self._starts[place + 1] - self.top))

    def _keep_visible(self) -> bool:
        """Bring the cursor's card to the middle where it left the screen; True where that scrolled."""
        before = self.top
        if self._cards:
            first, last = self._starts[self.cursor], self._starts[self.cursor + 1] - 1
            if first < before or last > before + self.inner_height:
                self.top = first - max(0, self.inner_height - (last - first)) // 2
        self.top = max(0, min(self.top, self._starts[-1] - 1 - self.inner_height))
        return self.top != before

    def select(self, quote: int | None) -> None:
        """Follow the article's cursor: to a quote, or to none."""
        place = self.view.listed.index(quote) if quote in self.view.listed else None
        self._put(self.cursor if place is None else place, place is not None)

    def _put(self, place: int, on_quote: bool = True) -> None:
        if (place, on_quote) == (self.cursor, self.on_quote) or not self._cards:
            return
        before, self.cursor, self.on_quote = self.cursor, place, on_quote
        if self._keep_visible():
            self.refresh()
        else:
            self._redraw_cards(before, place)
            self.redraw_frame()

    def go(self, place: int) -> None:
        """Put the cursor on a card and say so."""
        if self._cards:
            self._put(max(0, min(place, len(self._cards) - 1)))
            self.post_message(QuotePicked(self.view.listed[self.cursor]))

    def move(self, step: int) -> None:
        """Some quotes on or back."""
        self.go(self.cursor + step)

    def page_step(self) -> int:
        """Quotes on a page."""
        return max(1, self.inner_height // 5)

    @property
    def last(self) -> int:
        """The last card."""
        return max(0, len(self._cards) - 1)

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self._starts[self.cursor] - self.top if self._cards else None

    def scroll_lines(self, step: int) -> None:
        """The wheel moves what is visible."""
        self.top = max(0, min(self.top + step, self._starts[-1] - 1 - self.inner_height))
        self.refresh()

    def clicked(self, x: int, y: int) -> None:
        """Go to the quote that was clicked."""
        self.go(bisect_right(self._starts, self.top + y) - 1)

    def on_resize(self) -> None:
        """Wrap the quotes at the new width."""
        self._deal()
        self._keep_visible()
        self.refresh()
