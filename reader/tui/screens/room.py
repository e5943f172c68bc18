"""The reading room: the one screen. It holds the state; commands change it, the parts draw it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from reader.library.library import Library, Row, from_index
from reader.library.session import name_of
from reader.marks.history import History, Step
from reader.marks.marks import ArticleMark
from reader.model.spans import Span
from reader.settings.config import Loaded, Settings, told
from reader.settings.themes import own_theme, theme_file
from reader.tui import messages
from reader.tui.answers import quote_at, whole
from reader.tui.background import LateAnswer
from reader.tui.expressions import SIGN, Expressions, Result, looks_apart
from reader.tui.fetching import Fetching
from reader.tui.following import carried_over
from reader.tui.marking import Marks
from reader.tui.opening import Opening, Recomposing, Saving, Steps
from reader.tui.painting import Painter
from reader.tui.remembering import Memory
from reader.tui.rendering.places import MIDDLING, WIDE, Box, places
from reader.tui.scene import Scene
from reader.tui.screens import views
from reader.tui.screens.keys import Keys
from reader.tui.screens.layout import RoomLayout
from reader.tui.shelf import Shelf
from reader.tui.standing import place_of, quotes_between
from reader.tui.state import Sizes, State
from reader.tui.theming import Paint
from reader.tui.widgets.article import ArticlePane
from reader.tui.widgets.bars import Footer, StatusLine, Toast
from reader.tui.widgets.overlay import Overlay
from reader.tui.widgets.pane import Pane
from reader.tui.widgets.quotes import Quotes
from reader.tui.widgets.searchline import SearchLine
from reader.tui.widgets.sources import Sources

if TYPE_CHECKING:
    from reader.tui.application import ReaderApp
    from reader.tui.widgets.view import View

REST = 0.06
"""Seconds that the cursor of a large library's list stays on an article before that is opened."""
STAY = 5.0
"""Seconds on an article after which it counts as read."""
SLOW = 1.5
"""Seconds after which a correction that is not yet in the whole library is spoken of."""
EARLY = 1.0
"""Seconds that keys wait for the first article."""
SOON = 0.15
"""Seconds until the empty screen is drawn if no article is there by then."""
Then = Callable[[messages.Chosen], None]


def _sizes(settings: Settings) -> Sizes:
    return Sizes(settings.width, settings.sources_width, settings.quotes_width, settings.hide)


class ReadingRoom(Screen[None], inherit_css=False):
    """Three panes between a status line and a footer, and the dialogs over them."""

    AUTO_FOCUS = None

    def __init__(
        self, paths: Sequence[str], paint: Paint, steps: Steps | None = None, loaded: Loaded | None = None
    ) -> None:
        """Args: steps: what reads the paths, reader.library's open_steps unless given; loaded: what the person set."""
        super().__init__()
        self.paths = tuple(paths)
        self.loaded = loaded or Loaded(Settings())
        self.settings = self.loaded.settings
        """What the person set."""
        self.paint = paint
        self.state = State(indirect=self.settings.indirect, sizes=_sizes(self.settings))
        self.library = Library(())
        self.marks = Marks()
        self.shelf: Shelf | None = None
        self.edition = 0
        """Grows with every change of a mark."""
        self.here = ""
        """Place of the last occurrence walked to, as shown in the status line."""
        self.walked: tuple[str, int, int] | None = None
        """(article, offset, index) of the occurrence walked to last."""
        self.overlays: list[tuple[Overlay, Then | None]] = []
        self.status_line, self.footer, self.toast = StatusLine(paint), Footer(paint), Toast(paint)
        self.sources, self.article, self.quotes = Sources(paint), ArticlePane(paint), Quotes(paint)
        self.search_line = SearchLine(paint)
        self.opening = Opening(self.paths, self.post_message, steps)
        self.opening.theme = self._own_theme
        self.saving = Saving(self.marks, self.post_message)
        self.recomposing = Recomposing(self.post_message)
        self.fetching = Fetching(self)
        self.expressions = Expressions(self.post_message)
        self.unfolded: set[str] = set()
        """Articles whose copies in other outlets are listed below them."""
        self.history = History(self.marks)
        """What the person did, to be taken back."""
        self.left_unread: str | None = None
        """The article that was marked unread while it is open: it stays so."""
        self.waiting: list[Callable[[ReadingRoom], None]] = []
        """Commands that wait for the marks to be read."""
        self.memory = Memory(self)
        self.piped = ""
        """The command that words were handed to last."""
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
        self.new_here = False
        """True the first time: a line says where to begin."""
        self.theme_picked = ""
        """The theme that was picked since the app was opened."""
        self.late: LateAnswer | None = None
        """Watches for what the terminal may still say of its background."""
        self.painter = Painter(self)
        self._keys = Keys(self)
        self._layout = RoomLayout(self._boxes)
        self._behind = False
        """True where something was corrected while the library was being read."""
        self._told = False
        """True where the person was told that a correction takes its time."""
        self.framed = False
        """True where the first frame is on the screen: keys are meant for the whole library that it shows."""
        self._early: list[tuple[str, str | None]] | None = []
        """Keys that were pressed before there was anything to act on; None from then on."""
        self._quiet = ExitStack()
        """Holds back drawing at the start."""
        self._grown: Library | None = None
        """The library that was read last, before any correction of it."""
        self._sized = Size(0, 0)
        """The size for which everything was shown last."""
        self._picked: str | None = None
        """The article under the list's cursor that is yet to be opened."""
        self._resting: Timer | None = None
        self._staying: Timer | None = None
        self._toasting: Timer | None = None

    # -- parts and their places

    def compose(self) -> ComposeResult:
        """All parts but the dialogs."""
        yield from (
            self.status_line,
            self.sources,
            self.article,
            self.quotes,
            self.footer,
            self.search_line,
            self.toast,
        )

    @property
    def layout(self) -> Layout:
        """Ours: boxes by size and state."""
        return self._layout

    def panes(self) -> dict[str, Sources | ArticlePane | Quotes]:
        """The three panes by their names."""
        return {"sources": self.sources, "article": self.article, "quotes": self.quotes}

    @property
    def pane(self) -> Sources | ArticlePane | Quotes:
        """The pane that has the keys."""
        return self.panes()[self.state.pane]

    @property
    def view(self) -> View[Any] | None:
        """The view that lies on top, if any."""
        if not self.overlays:
            return None
        from reader.tui.widgets.view import View  # the first screen has none

        top = self.overlays[-1][0]
        return top if isinstance(top, View) else None

    @property
    def front(self) -> Sources | ArticlePane | Quotes | View[Any]:
        """What moves: a view, else the pane that has the keys."""
        return self.view or self.pane

    @property
    def scene(self) -> Scene:
        """What views are made from."""
        shelf = self.shelf if self.state.filtered else None
        return Scene(self.library, shelf, self.state.follows, edition=self.edition)

    def _boxes(self, width: int, height: int) -> Mapping[Widget, Box]:
        """Where everything lies, the lowest first."""
        named = places(width, height, self.state).boxes
        parts: dict[str, Widget] = {**self.panes(), "status": self.status_line, "footer": self.footer}
        boxes = {parts[name]: box for name, box in named.items()}
        if self.state.searching and "footer" in named:
            del boxes[self.footer]
            boxes[self.search_line] = named["footer"]
        for overlay, _ in self.overlays:
            boxes[overlay] = overlay.box(width, height)
        if self.toast.text and height > 2:
            lines = self.toast.lines(width)
            wide = min(width, max(map(len, lines)) + 3)
            boxes[self.toast] = Box(max(0, width - wide - 1), height - 1 - len(lines), wide, len(lines))
        return boxes

    def relay(self) -> None:
        """Lay everything out anew; asked of a part, since a screen keeps its own arrangement."""
        self.status_line.refresh(layout=True)

    def on_mount(self) -> None:
        """Begin to read; nothing is drawn until there is something to see, or it takes too long."""
        self._quiet.enter_context(self.app.batch_update())
        self.set_timer(EARLY if self.framed else SOON, self._quiet.close)
        self.set_timer(EARLY, self._begin)
        self.opening.start()
        if self.loaded.problems:
            self.say(told(self.loaded.problems), "warning")

    def _compositor_refresh(self) -> None:
        """Draw; Textual draws everything while drawing is held back, too, and throws it away."""
        if not self.app._batch_count:
            super()._compositor_refresh()

    def _on_timer_update(self) -> None:
        """Draw what is due; Textual asks for it where the layout changed, and before it is asked for the screen."""
        super()._on_timer_update()
        if not self.app._batch_count:
            self.painter.paint()

    def on_resize(self) -> None:
        """Show what the new size has room for."""
        if self.size == self._sized:
            return  # told again: at the start three times
        self._sized = self.size
        if self.state.pane in self.state.sizes.hidden and self.size.width >= MIDDLING:
            self.state = self.state._replace(pane="article")
        self.push()

    # -- state

    def change(self, **fields: Any) -> None:
        """Take another state and show it."""
        if fields.get("key", self.state.key) != self.state.key:
            self.memory.leave()
        before, self.state = self.state, self.state._replace(**fields)
        self._uncover()
        self.push()
        if before.key != self.state.key:
            self.memory.back()
        shape = ("pane", "alone", "quotes_up", "searching", "sizes")
        if any(getattr(before, name) != getattr(self.state, name) for name in shape):
            self.relay()
        if before.key != self.state.key:
            self._stay()
            self._want()

    def _want(self) -> None:
        """Let the article that was opened be read, where it waits for that."""
        row = self.row
        if row is not None and row.waits:
            self.library.want(row.key)

    def push(self) -> None:
        """Hand every part what it shows now; each repaints what changed."""
        state, library, width = self.state, self.library, self.size.width
        row = self.row
        mark = self.marks.known(row.key) if row and not row.problem else None
        colours = self.marks.acts.colours
        self.sources.show(views.sources_view(state, library, self.shelf, self.edition))
        self.article.show(views.article_view(state, library, row, views.head_of(mark, colours), self._matched()))
        self.quotes.show(views.quotes_view(state, library, row, mark, colours))
        tabs = places(width, self.size.height, state).tabs
        for name, pane in self.panes().items():
            pane.dress(name == state.pane and not self.overlays, tabs)
        self.status_line.show(
            *views.status(self.paths, state, library, self.here), views.tip() if self.new_here else ""
        )
        scope = self.overlays[-1][0].scope if self.overlays else None
        self.footer.show(views.hints(state, width, self.closable, scope))
        for overlay, _ in self.overlays:
            overlay.look(self.scene)
        self.place_cursor()

    @property
    def row(self) -> Row | None:
        """The row of the open article."""
        return views.open_row(self.library, self.shelf, self.state.key)

    @property
    def changed_settings(self) -> Settings:
        """The settings with what keys changed of them."""
        sizes = self.state.sizes
        return self.settings._replace(
            theme=self.theme_picked or self.settings.theme, width=sizes.prose, sources_width=sizes.sources,
            quotes_width=sizes.quotes, hide=sizes.hidden,
        )  # fmt: skip

    @property
    def readable(self) -> Row | None:
        """The same, if it could be read."""
        row = self.row
        return None if row is None or row.problem else row

    @property
    def closable(self) -> bool:
        """True where escape has something to close."""
        state = self.state
        shown = state.search or state.looked or state.filtered or state.follows or state.quotes_up or state.alone
        return bool(self.overlays or state.selected or self.article.selected or shown)

    def _matched(self) -> Result | None:
        """What a search that is looked for apart found in the open article; None while it is looked for."""
        row, search = self.readable, self.state.search
        if row is None or not search or not looks_apart(self.library.analysis(row.key).article, search):
            return None
        if search == SIGN:
            return Result()
        return self.expressions.ask(row.key, search, self.library.analysis(row.key).article.text)

    def place_cursor(self) -> None:
        """Keep the terminal's own cursor on the current row, for those who listen to the screen."""
        pane: Pane = self.overlays[-1][0] if self.overlays else self.pane
        row = pane.cursor_row() or 0
        self.app.cursor_position = Offset(pane.region.x + 1, pane.region.y + min(row + 1, max(0, pane.size.height - 1)))

    def restock(self) -> None:
        """List the articles anew: another library or another filter."""
        self.shelf = Shelf(self.library, self.marks, self.state.tag, self.state.within)
        self.shelf.fold(self.library.copies, self.unfolded)
        self._uncover()

    def _uncover(self) -> None:
        """List the copies of the open report where the open article is one that is folded away."""
        key = self.state.key
        if key is not None and self.shelf is not None and self.shelf.hides(key):
            self.unfolded.add(key)
            self.restock()

    # -- the library and the marks

    @on(messages.SessionRead)
    def session_read(self, message: messages.SessionRead) -> None:
        """Begin where the last session ended."""
        self.memory.take(message.session)

    @on(messages.FoundAgain)
    def found_again(self, message: messages.FoundAgain) -> None:
        """List what the last session's search finds, unless another filter was set meanwhile."""
        from reader.tui.actions.tagging import narrow

        if not self.state.within:
            narrow(self, within=message.within)

    @on(messages.LibraryGrew)
    def library_grew(self, message: messages.LibraryGrew) -> None:
        """Show what has been read; the open article, the place and the follows stay."""
        self._quiet.close()
        progress = message.progress
        if progress.library is self._grown:  # only further on; it may have been corrected since
            self.change(read_files=(progress.done, progress.total), doing=progress.doing)
            return
        if from_index(self.library):
            self.settle()
            self.sources.hold()
        before, row = self.library, self.row
        self.library = self._grown = progress.library
        self.restock()
        key = self.memory.key(self.library) or self._found_again(row)
        key = key or next((r.key for r in self.library.rows), None)
        follows = carried_over(self.state.follows, self.library)
        self.change(
            key=key, follows=follows, read_files=(progress.done, progress.total), resolved=progress.resolved,
            doing=progress.doing,
        )  # fmt: skip
        self.call_after_refresh(self.opening.painted.set)
        if self._early is not None and (progress.resolved or not self.framed):
            self.call_after_refresh(self._begin)
        if progress.resolved and self.library.skipped and not before.skipped:
            self.say(f"{self.library.skipped:,} files of other kinds were passed over.")
        self.memory.take_search()
        if progress.resolved and self._behind:
            self.corrected()

    def _found_again(self, before: Row | None) -> str | None:
        """The key of the article that was open in another view of the library: its own, else that of its file."""
        now = self.library.row_by_key.get(before.key) if before else None
        if before is None or now is not None:
            return now.key if now else None
        near = self.library.like(name_of(before.path, before.part, self.paths))
        return next((row.key for row in near if (row.path, row.part) == (before.path, before.part)), None)

    @on(messages.Rereading)
    def rereading(self, message: messages.Rereading) -> None:
        """Say how far reading again has come."""
        self.change(read_files=(message.done, message.total))

    @on(messages.LibraryChanged)
    def library_changed(self, message: messages.LibraryChanged) -> None:
        """Show the folder as it is now; the open article is found again by its file, its place by the paragraph."""
        self.memory.leave()
        self.sources.hold()
        before, place = self.row, self.sources.cursor
        progress = message.progress
        self.library = progress.library
        self.restock()
        key = self._found_again(before)
        if key is None and self.shelf is not None and len(self.shelf):
            key = self.shelf.row(min(place, len(self.shelf) - 1)).key
        follows = carried_over(self.state.follows, self.library)
        self.change(key=key, follows=follows, read_files=(progress.done, progress.total))
        later = " Names are compared across the library later." if self.library.waiting else ""
        self.say(
            f"Read again: {message.what}.{later}" if message.what else "Names are compared across the library now."
        )
        if self._behind:
            self.corrected()

    @on(messages.ThemeChanged)
    def theme_changed(self) -> None:
        """Draw in the colours that the theme's file has now."""
        from reader.tui.actions.showing import use_theme

        use_theme(self, self.paint.theme.name)

    def _own_theme(self) -> Path | None:
        """The file of the theme in force, where it is the person's own."""
        name = self.paint.theme.name
        return theme_file(name) if own_theme(name) else None

    @on(messages.MarksOpened)
    def marks_opened(self, message: messages.MarksOpened) -> None:
        """Show tags and what is unread."""
        self.marks.open(message.book)
        self.saving.start(message.book)
        self.memory.take_filter()
        self.memory.take_search()
        self.edition += 1
        if self.state.filtered:
            self.restock()
        self.push()
        commands, self.waiting = self.waiting, []
        for command in commands:
            command(self)

    @on(messages.Corrected)
    def corrected(self) -> None:
        """Bring the library up to date, once it is complete."""
        self._behind = not self.state.resolved
        if self.state.resolved and self.marks.book:
            self.recomposing.ask(self.library, self.marks.book)
            self.set_timer(SLOW, self._tell_slow)

    def _tell_slow(self) -> None:
        """Say that a correction takes its time."""
        if self.recomposing.running and not self._told:
            self._told = True
            self.say("Working the correction into the whole library; go on meanwhile.")

    @on(messages.Recomposed)
    def recomposed(self, message: messages.Recomposed) -> None:
        """Show the library as corrected; article, place and follows stay."""
        if message.problem:
            self.say(message.problem, "error")
        if message.library is not None:
            self.library = message.library
            self.restock()
            self.change(follows=carried_over(self.state.follows, self.library), selected=())
        if message.more:
            return
        if self.recomposing.finished():
            self.corrected()
        elif self._told:
            self._told = False
            self.say("The correction is everywhere now.")

    def do(self, step: Step) -> None:
        """Carry out an act of the person: on the screen at once, on disk by the saving thread."""
        self.history.do(step)
        self.edition += 1
        self.push()

    def mark(self, row: Row, mark: ArticleMark, what: str = "") -> None:
        """Keep a mark. Args: what: the act in words, for undoing it; empty: it is no act of the person."""
        if what:
            self.do(Step(what, ((self.marks.of(self.library, row), mark),)))
            return
        self.marks.change(row, mark)
        self.edition += 1
        self.push()

    def _stay(self) -> None:
        """Begin to count the seconds on this article."""
        self.left_unread = None
        if self._staying:
            self._staying.stop()
        self._staying = self.set_timer(STAY, self.now_read)

    def now_read(self) -> None:
        """Count the open article as read."""
        row = self.readable
        if row and self.marks.ready and row.key != self.left_unread:
            mark = self.marks.of(self.library, row)
            if not mark.read:
                self.mark(row, replace(mark, read=True))

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

    def settle(self) -> None:
        """Open the article on which the list's cursor stands, if it is not open yet."""
        picked, self._picked = self._picked, None
        if picked is not None and self.fetching.shows(picked):
            self.change(key=picked)

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
        search, result = self.state.search, self._matched()
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

    def visit(self, key: str, span: Span) -> None:
        """Open an article at a place and let the quotes follow."""
        if key != self.state.key:
            self.change(key=key)
        self.article.visit(span)
        self.article.announce()

    # -- dialogs, toasts, themes

    def open(self, overlay: Overlay, then: Then | None = None) -> None:
        """Lay a dialog over the panes; `then` is called with what is chosen in it. A view is not laid on itself."""
        if self.view is not None and (type(overlay), overlay.caption) == (type(self.view), self.view.caption):
            self.say(f"{overlay.caption}: you are there.")
            return
        self.overlays.append((overlay, then))
        self.mount(overlay)
        self.push()
        self.relay()

    def close(self) -> None:
        """Take the topmost dialog away."""
        overlay, _ = self.overlays.pop()
        overlay.remove()
        self.push()
        self.relay()

    @on(messages.Chosen)
    def chosen(self, message: messages.Chosen) -> None:
        """Hand what was chosen to whoever opened the dialog."""
        for overlay, then in self.overlays:
            if overlay is message.chooser and then:
                if not message.stay:
                    self.close()
                then(message)
                if message.stay:
                    message.chooser.clear()
                return

    @on(messages.Said)
    def said(self, message: messages.Said) -> None:
        """A toast from a thread."""
        self.say(message.text, message.severity)

    def say(self, text: str, severity: messages.Severity = "information") -> None:
        """Show a toast for as long as it takes to read."""
        self.toast.text, self.toast.severity = text, severity
        if self._toasting:
            self._toasting.stop()
        seconds = max(2.5, len(text) / 14) * (1 if severity == "information" else 2)
        self._toasting = self.set_timer(seconds, self.hush)
        self.toast.refresh()
        self.relay()

    def send(self, sequence: str) -> None:
        """Write a sequence of ours to the terminal."""
        cast("ReaderApp", self.app).send(sequence)

    def hush(self) -> None:
        """Take the toast away."""
        self.toast.text = ""
        self.relay()

    def repaint(self, paint: Paint) -> None:
        """Draw everything in the colours of another theme."""
        self.paint = paint
        for part in self.walk_children():
            if isinstance(part, Pane | StatusLine | Footer | Toast | SearchLine):
                part.repaint(paint)

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

    def _begin(self) -> None:
        """Do what was asked for before there was anything to act on."""
        early, self._early = self._early or [], None
        for key, typed in early:
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
