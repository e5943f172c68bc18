"""The reading room: the one screen. It holds the state; commands change it, the parts draw it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Literal

from textual import events, on
from textual.timer import Timer

from reader.library.library import from_index
from reader.model.spans import Span
from reader.settings.config import Loaded, told
from reader.tui import messages
from reader.tui.answers import quote_at, whole
from reader.tui.background import LateAnswer
from reader.tui.expressions import looks_apart
from reader.tui.opening import Steps
from reader.tui.rendering.places import WIDE
from reader.tui.screens.desk import Desk
from reader.tui.standing import place_of, quotes_between
from reader.tui.theming import Paint

REST = 0.06
"""Seconds that the cursor of a large library's list stays on an article before that is opened."""
EARLY = 1.0
"""Seconds that keys wait for the first article."""
SOON = 0.15
"""Seconds until the empty screen is drawn if no article is there by then."""


class ReadingRoom(Desk):
    """Three panes, and what happens when the person acts in them."""

    def __init__(
        self, paths: Sequence[str], paint: Paint, steps: Steps | None = None, loaded: Loaded | None = None
    ) -> None:
        """Args: steps: what reads the paths, reader.library's open_steps unless given; loaded: what the person set."""
        super().__init__(paths, paint, steps, loaded)
        self.walked: tuple[str, int, int] | None = None
        """(article, offset, index) of the occurrence walked to last."""
        self.piped = ""
        """The command that words were handed to last."""
        self.left = ""
        """Where a note lies that was being written when the app was asked to end; told at the end."""
        self.exported_as = ""
        """The format that was exported last."""
        self.looked = ""
        """What was looked for last in the library."""
        self.hits: tuple[tuple[str, Span], ...] = ()
        """The places that were found, as (article key, stretch of its text)."""
        self.more_hits = False
        """True where there are more than these."""
        self.hit = -1
        """The one walked to last."""
        self.search_from = 0
        """Offset from which a search that is being typed starts."""
        self.search_key: str | None = None
        """The article in which it was begun."""
        self.late: LateAnswer | None = None
        """Watches for what the terminal may still say of its background."""
        self._resting: Timer | None = None

    def on_mount(self) -> None:
        """Begin to read; nothing is drawn until there is something to see, or it takes too long."""
        self._quiet.enter_context(self.app.batch_update())
        self.set_timer(EARLY if self.framed else SOON, self._quiet.close)
        self.set_timer(EARLY, self._begin)
        self.opening.start()
        if self.loaded.problems:
            self.say(told(self.loaded.problems), "warning")

    # -- what workers say

    @on(messages.FoundAgain)
    def found_again(self, message: messages.FoundAgain) -> None:
        """List what the last session's search finds, unless another filter was set meanwhile."""
        from reader.tui.actions.tagging import narrow

        if not self.state.within:
            narrow(self, within=message.within)

    @on(messages.ThemeChanged)
    def theme_changed(self) -> None:
        """Draw in the colours that the theme's file has now."""
        from reader.tui.actions.showing import use_theme

        use_theme(self, self.paint.theme.name)

    # -- what the panes say

    @on(messages.PanePicked)
    def pane_picked(self, message: messages.PanePicked) -> None:
        """A click gives a pane the keys."""
        if not self.overlays:
            self.change(pane=message.pane)

    @on(messages.Dragged)
    def dragged(self, message: messages.Dragged) -> None:
        """The border between two panes follows the mouse."""
        from reader.tui.actions.sizing import said, set_width

        side: Literal["sources", "quotes"] = "sources" if message.pane == "sources" else "quotes"
        set_width(self, side, message.x + 1 if side == "sources" else self.size.width - message.x)
        if message.done:
            said(self, side)

    @on(messages.ArticlePicked)
    def article_picked(self, message: messages.ArticlePicked) -> None:
        """The cursor of the list opens the article it comes to; in a large library, the one it rests on."""
        if not from_index(self.library):
            self.change(key=message.key)
            return
        self._picked = message.key
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.settle)

    @on(messages.Fetched)
    def fetched(self, message: messages.Fetched) -> None:
        """Open the long article that the list's cursor came to."""
        if self.fetching.fetched(message.key):
            self.change(key=message.key)
            self.hush()

    @on(messages.PlaceMoved)
    def place_moved(self, message: messages.PlaceMoved) -> None:
        """The quote under the article's cursor, or else the first on its line, becomes the current one."""
        row = self.readable
        if row is None:
            return
        analysis, view = self.library.analysis(row.key), self.quotes.view
        quote = quote_at(analysis, message.at)
        if place_of(view.listed, quote) is None:
            near = [i for _, i in quotes_between(analysis, *message.line) if place_of(view.listed, i) is not None]
            quote = min(near, default=None)
        self.quotes.select(quote)
        self.article.select(whole(analysis.quotes[quote]) if quote is not None else None)
        self.now_read()
        self.place_cursor()

    @on(messages.QuotePicked)
    def quote_picked(self, message: messages.QuotePicked) -> None:
        """The article goes to the quote and marks it."""
        row = self.readable
        if row is not None:
            span = whole(self.library.analysis(row.key).quotes[message.quote])
            self.article.visit(span)
            self.article.select(span)
            self.now_read()
            self.place_cursor()

    @on(messages.Selected)
    def text_selected(self, message: messages.Selected) -> None:
        """What was selected with the mouse is copied at once."""
        from reader.tui.actions.taking import copy_text

        self.change(pane="article")
        copy_text(self)

    @on(messages.Clicked)
    def text_clicked(self, message: messages.Clicked) -> None:
        """A quote that is clicked comes up where the quotes are hidden."""
        row = self.readable
        if (
            row is not None
            and place_of(self.quotes.view.listed, quote_at(self.library.analysis(row.key), message.at)) is not None
        ):
            from reader.tui.actions.moving import go_to

            if self.size.width < WIDE:
                go_to(self, "quotes")

    @on(messages.SearchTyped)
    def search_typed(self, message: messages.SearchTyped) -> None:
        """Light up what is found at every letter; n and N walk it once it is kept."""
        walk = "search" if message.text else "follow" if self.state.follows else ""
        self.change(search=message.text, searching=not message.settled, walk=walk, looked="", hit="")
        self._show_found()

    @on(messages.Matched)
    def matched(self, message: messages.Matched) -> None:
        """Light up what a search has found."""
        row = self.readable
        if row is not None and (message.key, message.search) == (row.key, self.state.search):
            self.push()
            self._show_found()

    def _show_found(self) -> None:
        """Go to the first thing found from where the search began; say so where there is none."""
        search, result = self.state.search, self.matching()
        if self.search_key == self.state.key:
            self.article.at = self.search_from
            found = self.article.step_found(1, fresh=True)
            if self.state.searching or not search or found is not None:
                return
            if result is None and looks_apart(self.library.analysis(self.state.key or "").article, search):
                return
        if result is not None and result.fault:
            self.say(f"{search[1:]} cannot be searched: {result.fault}.", "warning")
        elif self.search_key == self.state.key:
            self.say(f"“{search}” is not in this article.", "warning")

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Every key goes to the topmost thing that takes keys."""
        event.stop()
        event.prevent_default()
        if self.late is not None and self._answered(event.character or ""):
            return
        typed = event.character if event.is_printable and not event.key.startswith(("alt+", "ctrl+")) else None
        key = typed if typed and typed != " " else event.key
        if self._early is not None and not self._keys.quits(key):
            self._early.append((key, typed))
        else:
            self._keys.press(key, typed)

    def _answered(self, character: str) -> bool:
        """True for a key that is a piece of the terminal's late answer, or was handed on with others held back."""
        late = self.late
        assert late is not None
        if time.monotonic() > late.until:
            self.late = None
            return False
        held = late.take(character) if character else ""
        if late.light is not None and late.light == self.paint.theme.dark:
            from reader.tui.actions.showing import use_theme

            use_theme(self, self.settings.theme_light if late.light else self.settings.theme_dark)
        if not character or held == character:
            return False
        for key in held:
            self._keys.press(key, key)
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes where text is typed."""
        event.stop()
        if self.state.searching:
            self.search_line.paste(event.text)
        elif self.overlays:
            self.overlays[-1][0].paste(event.text)
