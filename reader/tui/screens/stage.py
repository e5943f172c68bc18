"""The stage: the parts of the reading room, their places, the dialogs over them, and what all of them show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from reader.library.library import Library, Row
from reader.settings.config import Loaded, Settings
from reader.tui import messages
from reader.tui.expressions import SIGN, Expressions, Result, looks_apart
from reader.tui.marking import Marks
from reader.tui.painting import Painter
from reader.tui.rendering.places import MIDDLING, Box, places
from reader.tui.scene import Scene
from reader.tui.screens import views
from reader.tui.screens.layout import RoomLayout
from reader.tui.shelf import Shelf
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

Then = Callable[[messages.Chosen], None]


def _sizes(settings: Settings) -> Sizes:
    return Sizes(settings.width, settings.sources_width, settings.quotes_width, settings.hide)


class Stage(Screen[None], inherit_css=False):
    """Three panes between a status line and a footer, and the dialogs over them: drawn from the state."""

    AUTO_FOCUS = None

    def __init__(self, paths: Sequence[str], paint: Paint, loaded: Loaded | None) -> None:
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
        self.new_here = False
        """True the first time: a line says where to begin."""
        self.theme_picked = ""
        """The theme that was picked since the app was opened."""
        self.overlays: list[tuple[Overlay, Then | None]] = []
        self.status_line, self.footer, self.toast = StatusLine(paint), Footer(paint), Toast(paint)
        self.sources, self.article, self.quotes = Sources(paint), ArticlePane(paint), Quotes(paint)
        self.search_line = SearchLine(paint)
        self.expressions = Expressions(self.post_message)
        self.painter = Painter(self)
        self._layout = RoomLayout(self._boxes)
        self._sized = Size(0, 0)
        """The size for which everything was shown last."""
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

    def _compositor_refresh(self) -> None:
        """Paint what is another than before where the layout has changed, or all of it where Textual wants it."""
        if self.app._batch_count:
            return  # Textual draws everything while drawing is held back, too, and throws it away
        if self._compositor.size.region in self._compositor._dirty_regions and self in self._dirty_widgets:
            self.painter.forget()
        self._dirty_widgets.clear()
        self._compositor._dirty_regions.clear()
        self.painter.paint(all_of_it=True)

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

    # -- what they show

    def push(self) -> None:
        """Hand every part what it shows now; each repaints what changed."""
        state, library, width = self.state, self.library, self.size.width
        row = self.row
        mark = self.marks.known(row.key) if row and not row.problem else None
        colours = self.marks.acts.colours
        self.sources.show(views.sources_view(state, library, self.shelf, self.edition))
        self.article.show(views.article_view(state, library, row, views.head_of(mark, colours), self.matching()))
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

    def matching(self) -> Result | None:
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
