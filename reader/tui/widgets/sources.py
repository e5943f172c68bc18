"""The list of articles: two lines a row, drawn for the visible rows only."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from reader.library.library import Row, from_index
from reader.marks.marks import ArticleMark
from reader.tui.answers import outlet_of
from reader.tui.commands import key_of
from reader.tui.messages import ArticlePicked
from reader.tui.rendering.lines import Run, clip, two_ends, width_of
from reader.tui.rendering.page import short_date
from reader.tui.shelf import Counts, Shelf
from reader.tui.state import PaneName
from reader.tui.taginks import short_tag
from reader.tui.theming import Paint, follow_ink
from reader.tui.widgets.resizing import Resizing

ROW = 2
"""Lines of a row."""
COPY = "└ "
"""Before the headline of a copy that is listed below the one it is a copy of."""


ROOMY = 28
"""Cells from which on the title says in words how many are selected."""


class SourcesView(NamedTuple):
    """What the list shows."""

    shelf: Shelf | None = None
    open_key: str | None = None
    counts: tuple[Counts, ...] = ()
    reading: tuple[int, int] = (0, 0)
    """(done, total) while files are being read."""
    edition: int = 0
    """Another number where a mark has changed."""
    selected: frozenset[str] = frozenset()
    """Keys of the articles that are acted on together."""


class Sources(Resizing):
    """Headlines with outlet, date, number of quotes, counts of followed speakers, tags, and whether unread."""

    pane_name: PaneName = "sources"
    footed = False

    def __init__(self, paint: Paint) -> None:
        super().__init__(paint, "Sources")
        self.view = SourcesView()
        self.cursor = 0
        self._steady = False

    def show(self, view: SourcesView) -> None:
        """Draw another view; the cursor follows the open article."""
        before, self.view = self.view, view
        if view == before:
            return
        if (view.open_key, view.shelf) != (before.open_key, before.shelf):
            cursor, self.cursor = self.cursor, self._place(view.open_key)
            if self._steady:
                self.top += (self.cursor - cursor) * ROW
                self._steady = False
        self._keep_visible()
        if view[2:] == before[2:] and view.shelf is before.shelf:
            self._redraw_rows(self._place(before.open_key), self.cursor)
            self.redraw_frame()
        else:
            self.refresh()

    def hold(self) -> None:
        """Keep the cursor on its line of the screen when other rows are listed next."""
        self._steady = True

    def _place(self, key: str | None) -> int:
        """Where an article stands in the list; the cursor's place where it is not listed."""
        shelf = self.view.shelf
        return max(0, min(shelf.places.get(key or "", self.cursor), len(shelf) - 1)) if shelf else 0

    # -- drawing

    def count(self) -> str:
        """Place and number of articles; progress while they are being read."""
        done, total = self.view.reading
        shelf = self.view.shelf
        if done < total and not (shelf and from_index(shelf.library)):
            return f"Reading {done:,} of {total:,}"
        if shelf is None or not len(shelf):
            return ""
        number = len(self.view.selected)
        chosen = "" if not number else f"{number:,} selected · " if self.inner_width >= ROOMY else f"✓{number:,} "
        label = f"{clip(shelf.label, max(8, self.inner_width - 19 - len(chosen)))} " if shelf.label else ""
        return f"{chosen}{label}{self.cursor + 1:,}/{len(shelf):,}"

    def line(self, y: int, width: int) -> list[Run]:
        """One of the two lines of a row, or of an empty list's sentence."""
        shelf = self.view.shelf
        place, second = divmod(self.top + y, ROW)
        if shelf is None or not len(shelf):
            return self.centred(self._empty(), y, width)
        if place >= len(shelf):
            return []
        row = shelf.row(place)
        here = place == self.cursor
        paper = ("cursor" if self.active else "resting") if here else "background"
        edge = ("▌" if here else " ", self.paint("accent" if self.active else "muted", paper))
        if row.key in self.view.selected and not second:
            edge = ("✓", self.paint("accent", paper, bold=True))
        blank = (" ", self.paint("text", paper))
        if row.waits:
            runs: list[Run] = [
                ("waits to be read" if second else clip(row.title, width - 3), self.paint("faint", paper))
            ]
        elif row.problem:
            words = self._second_problem(row) if second else f"! {row.title.rsplit('/', 1)[-1]}"
            runs = [(clip(words, width - 3), self.paint("faint" if second else "error", paper))]
        elif second:
            runs = self._second(row, shelf.mark(place), width - 3, paper)
        else:
            title = f"{COPY}{row.title}" if row.key in shelf.folds.under else row.title
            runs = [(clip(title, width - 3), self._title_style(row, shelf.mark(place), paper))]
        return two_ends([edge, blank, *runs], [], width, self.paint("text", paper))

    def _empty(self) -> str:
        done, total = self.view.reading
        if self.view.shelf is None or done < total:
            return "Reading…"
        if self.view.shelf.label:
            return f"No article has {self.view.shelf.label}. {key_of('close')} shows all."
        return f"No articles. {key_of('quit')} quits."

    def _dim(self, row: Row) -> bool:
        """True where somebody is followed who does not occur here."""
        return bool(self.view.counts) and not any(c.by_article.get(row.key) for c in self.view.counts)

    def _title_style(self, row: Row, mark: ArticleMark, paper: str) -> Style:
        if self._dim(row):
            return self.paint("faint", paper)
        return self.paint("text" if mark.read else "title", paper, bold=not mark.read)

    def _second_problem(self, row: Row) -> str:
        """What is wrong with a file that did not open."""
        return "; ".join(filter(None, (row.problem.what, row.problem.advice))) if row.problem else ""

    def _copies(self, row: Row) -> str:
        """How many other outlets carry the same report, of a row that stands for all."""
        shelf = self.view.shelf
        number = shelf.folds.copies.get(row.key, 0) if shelf else 0
        if not shelf or not number:
            return ""
        noun = "copy" if number == 1 else "copies"
        return f" ▾{number}" if row.key in shelf.folds.open else f" +{number} {noun}"

    def _second(self, row: Row, mark: ArticleMark, width: int, paper: str) -> list[Run]:
        """Outlet, date, quotes, counts and tags; where there is no room the date goes, then the outlet is cut."""
        muted = self.paint("faint" if self._dim(row) else "muted", paper)
        signs = ("✎" if mark.note or any(quote.note for quote in mark.quotes) else "") + ("★" if mark.star else "")
        right: list[Run] = [(signs, self.paint("warning", paper)), ("•" if not mark.read else " ",
                            self.paint("accent", paper))]  # fmt: skip
        tail: list[Run] = [(f" {row.quotes}q", muted)]
        for counts in self.view.counts:
            number = counts.by_article.get(row.key, 0)
            if number:
                tail.append((f" {counts.letter}{number}", self.paint(follow_ink(counts.letter), paper, bold=True)))
        copies = self._copies(row)
        if copies:
            tail.append((copies, self.paint("accent", paper)))
        for tag in mark.tags:
            ink = self.view.shelf.ink(tag) if self.view.shelf else "good"
            tail.append((f" {short_tag(tag)}", self.paint(ink, paper)))
        room = width - 2 - width_of(signs) - sum(width_of(words) for words, _ in tail)
        outlet, day = outlet_of(row), f" {short_date(row.date)}" if row.date else ""
        if width_of(day) + min(8, width_of(outlet)) <= room:
            tail.insert(0, (day, muted))
            room -= width_of(day)
        return two_ends([(clip(outlet, max(min(4, width_of(outlet)), room)), muted), *tail], right, width, muted)

    # -- moving

    def _redraw_rows(self, *places: int) -> None:
        for place in places:
            first = place * ROW - self.top
            self.redraw(range(first, first + ROW))

    def _keep_visible(self) -> bool:
        """Bring a cursor that left the screen to its middle, so that few keys repaint all; True if it scrolled."""
        before, first = self.top, self.cursor * ROW
        height = max(ROW, self.inner_height // ROW * ROW)
        if first < before or first + ROW > before + height:
            self.top = first - height // ROW // 2 * ROW
        length = len(self.view.shelf) * ROW if self.view.shelf else 0
        self.top = max(0, min(self.top, length - height))
        return self.top != before

    def go(self, place: int) -> None:
        """Put the cursor on a row and say so."""
        shelf = self.view.shelf
        if shelf is None or not len(shelf):
            return
        place = max(0, min(place, len(shelf) - 1))
        if place == self.cursor:
            return
        before, self.cursor = self.cursor, place
        if self._keep_visible():
            self.refresh()
        else:
            self._redraw_rows(before, place)
            self.redraw_frame()
        self.post_message(ArticlePicked(shelf.row(place).key))

    def move(self, step: int) -> None:
        """Some rows down or up."""
        self.go(self.cursor + step)

    def page_step(self) -> int:
        """Rows on a page."""
        return max(1, self.inner_height // ROW - 1)

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.view.shelf) - 1 if self.view.shelf else 0

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self.cursor * ROW - self.top if self.view.shelf else None

    def scroll_lines(self, step: int) -> None:
        """The wheel moves the cursor, a row a turn."""
        self.move(1 if step > 0 else -1)

    def clicked(self, x: int, y: int) -> None:
        """Go to the row that was clicked."""
        self.go((self.top + y) // ROW)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._keep_visible()
        self.refresh()
