"""The quotes of the open article, one card each, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.library.library import Library
from reader.tui.answers import speaker_of_quote
from reader.tui.commands import key_of
from reader.tui.messages import QuotePicked
from reader.tui.rendering.card import Card, card_of, with_head
from reader.tui.rendering.lines import Run, clip, two_ends
from reader.tui.rendering.page import Head
from reader.tui.standing import place_of
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
        self.cut = 0
        """Lines of the first visible card that are above the screen; `top` is its place."""
        self._cards: dict[int, Card] = {}
        """The cards that were looked at, by their places."""
        self._seen: Sequence[tuple[int, int]] = ()
        self._seen_at = (0, 0, -1)
        """The place, cut and height for which the visible lines were found."""

    def show(self, view: QuotesView) -> None:
        """Draw another view; of the same article, the cursor stays on its quote."""
        before, self.view = self.view, view
        if view == before:
            return
        current = self._current(before)
        if view.key != before.key:
            self.cursor = self.top = self.cut = 0
        elif (place := place_of(view.listed, current)) is not None:
            self.cursor = place
        self.cursor = max(0, min(self.cursor, len(view.listed) - 1))
        self._forget_cards()
        self._keep_visible()
        self.refresh()

    def _current(self, view: QuotesView) -> int:
        return view.listed[self.cursor] if self.cursor < len(view.listed) else -1

    @property
    def quote(self) -> int | None:
        """Index, among the article's quotes, of the one under the cursor."""
        current = self._current(self.view)
        return current if current >= 0 else None

    def _card(self, place: int) -> Card:
        """The card at a place, made at the present width when it is first looked at."""
        card = self._cards.get(place)
        if card is None:
            card = self._cards[place] = self._made(self.view.listed[place])
        return card

    def _made(self, index: int) -> Card:
        view, width = self.view, self.inner_width - 4
        assert view.library is not None
        assert view.key is not None
        analysis = view.library.analysis(view.key)
        speaker = speaker_of_quote(view.library, view.key, analysis.quotes[index])
        letter = next((f.letter for f in view.follows if speaker and f.speaker == speaker.id), "")
        card = card_of(analysis, index, speaker, letter, view.library.reports(view.key, index), width)
        return with_head(card, next((head for i, head in view.heads if i == index), Head()), width)

    def _visible(self) -> Sequence[tuple[int, int]]:
        """(place, row) of the card that stands on each visible line."""
        now = (self.top, self.cut, self.inner_height)
        if self._seen_at != now:
            self._seen_at, self._seen = now, self._look_down(self.top, self.cut, self.inner_height)
        return self._seen

    def _look_down(self, place: int, cut: int, lines: int) -> list[tuple[int, int]]:
        """(place, row) of so many lines from one of a card on, of fewer where the quotes end."""
        found: list[tuple[int, int]] = []
        while len(found) < lines and place < len(self.view.listed):
            found += [(place, row) for row in range(cut, self._card(place).height)]
            place, cut = place + 1, 0
        return found[:lines]

    def _forget_cards(self) -> None:
        self._cards.clear()
        self._seen_at = (0, 0, -1)

    def _back(self, place: int, lines: int) -> tuple[int, int]:
        """(place, cut) of the line that is so many lines above a card."""
        while place > 0 and lines > 0:
            place -= 1
            lines -= self._card(place).height
        return place, max(0, -lines)

    def _roll_to(self, top: tuple[int, int]) -> bool:
        """Let this be the first visible line, unless the last card would end above the screen's end."""
        before = (self.top, self.cut)
        full = self.inner_height + 1
        if len(self._look_down(*top, full)) < full:
            top = min(top, self._back(len(self.view.listed), full))
        self.top, self.cut = top
        return (self.top, self.cut) != before

    # -- drawing

    def count(self) -> str:
        """Place and number of the quotes."""
        chosen = f"{len(self.view.selected):,} selected · " if self.view.selected else ""
        return f"{chosen}{self.cursor + 1:,}/{len(self.view.listed):,}" if self.view.listed else ""

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the card that stands there."""
        if not self.view.listed:
            return self.centred(self._empty(), y, width)
        seen = self._visible()
        if y >= len(seen):
            return []
        place, row = seen[y]
        card = self._card(place)
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
        self.redraw(y for y, (place, _) in enumerate(self._visible()) if place in places)

    def _keep_visible(self) -> bool:
        """Bring the cursor's card to the middle where it left the screen; True where that scrolled."""
        if not self.view.listed:
            return False
        words = self._card(self.cursor).height - 1  # a blank line is the last
        shown = sum(place == self.cursor for place, _ in self._visible())
        if shown >= words:
            return self._roll_to((self.top, self.cut))
        return self._roll_to(self._back(self.cursor, max(0, self.inner_height - words) // 2))

    def select(self, quote: int | None) -> None:
        """Follow the article's cursor: to a quote, or to none."""
        place = place_of(self.view.listed, quote)
        self._put(self.cursor if place is None else place, place is not None)

    def _put(self, place: int, on_quote: bool = True) -> None:
        if (place, on_quote) == (self.cursor, self.on_quote) or not self.view.listed:
            return
        before, self.cursor, self.on_quote = self.cursor, place, on_quote
        if self._keep_visible():
            self.refresh()
        else:
            self._redraw_cards(before, place)
            self.redraw_frame()

    def go(self, place: int) -> None:
        """Put the cursor on a card and say so."""
        if self.view.listed:
            self._put(max(0, min(place, self.last)))
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
        return max(0, len(self.view.listed) - 1)

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        if not self.view.listed:
            return None
        return next((y for y, (place, _) in enumerate(self._visible()) if place == self.cursor), self.inner_height)

    def scroll_lines(self, step: int) -> None:
        """The wheel moves what is visible."""
        if not self.view.listed:
            return
        place, cut = self.top, self.cut + step
        while cut > 0 and place < self.last and cut >= self._card(place).height:
            cut -= self._card(place).height
            place += 1
        self._roll_to((place, cut) if cut >= 0 else self._back(place, -cut))
        self.refresh()

    def clicked(self, x: int, y: int) -> None:
        """Go to the quote that was clicked."""
        if 0 <= y < len(self._visible()):
            self.go(self._visible()[y][0])

    def on_resize(self) -> None:
        """Wrap the quotes at the new width."""
        self._forget_cards()
        self.cut = 0
        self._keep_visible()
        self.refresh()
