"""The desk: the state of the reading room, the library and the marks, and what happens as they arrive and change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace
from textual import on
from textual.timer import Timer

from reader.library.library import Library, Row, from_index
from reader.library.session import name_of
from reader.marks.history import History, Step
from reader.marks.marks import ArticleMark
from reader.model.spans import Span
from reader.settings.config import Loaded
from reader.settings.themes import own_theme, theme_file
from reader.tui import messages
from reader.tui.fetching import Fetching
from reader.tui.following import carried_over
from reader.tui.opening import Opening, Recomposing, Saving, Steps
from reader.tui.remembering import Memory
from reader.tui.screens.keys import Keys
from reader.tui.screens.stage import Stage
from reader.tui.shelf import Shelf
from reader.tui.theming import Paint

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

STAY = 5.0
"""Seconds on an article after which it counts as read."""
SLOW = 1.5
"""Seconds after which a correction that is not yet in the whole library is spoken of."""


class Desk(Stage):
    """Takes another state, library or mark, and shows it."""

    def __init__(self, paths: Sequence[str], paint: Paint, steps: Steps | None, loaded: Loaded | None) -> None:
        super().__init__(paths, paint, loaded)
        room = cast("ReadingRoom", self)
        self.opening = Opening(self.paths, self.post_message, steps)
        self.opening.theme = self._own_theme
        self.saving = Saving(self.marks, self.post_message)
        self.recomposing = Recomposing(self.post_message)
        self.fetching = Fetching(room)
        self.history = History(self.marks)
        """What the person did, to be taken back."""
        self.memory = Memory(room)
        self.unfolded: set[str] = set()
        """Articles whose copies in other outlets are listed below them."""
        self.left_unread: str | None = None
        """The article that was marked unread while it is open: it stays so."""
        self.waiting: list[Callable[[ReadingRoom], None]] = []
        """Commands that wait for the marks to be read."""
        self.framed = False
        """True where the first frame is on the screen: keys are meant for the whole library that it shows."""
        self._keys = Keys(room)
        self._early: list[tuple[str, str | None]] | None = []
        """Keys that were pressed before there was anything to act on; None from then on."""
        self._quiet = ExitStack()
        """Holds back drawing at the start."""
        self._grown: Library | None = None
        """The library that was read last, before any correction of it."""
        self._behind = False
        """True where something was corrected while the library was being read."""
        self._told = False
        """True where the person was told that a correction takes its time."""
        self._picked: str | None = None
        """The article under the list's cursor that is yet to be opened."""
        self._staying: Timer | None = None

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

    def visit(self, key: str, span: Span) -> None:
        """Open an article at a place and let the quotes follow."""
        if key != self.state.key:
            self.change(key=key)
        self.article.visit(span)
        self.article.announce()

    def settle(self) -> None:
        """Open the article on which the list's cursor stands, if it is not open yet."""
        picked, self._picked = self._picked, None
        if picked is not None and self.fetching.shows(picked):
            self.change(key=picked)

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

    # -- the library

    @on(messages.SessionRead)
    def session_read(self, message: messages.SessionRead) -> None:
        """Begin where the last session ended."""
        self.memory.take(message.session)

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

    def _begin(self) -> None:
        """Do what was asked for before there was anything to act on."""
        early, self._early = self._early or [], None
        for key, typed in early:
            self._keys.press(key, typed)

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

    def _own_theme(self) -> Path | None:
        """The file of the theme in force, where it is the person's own."""
        name = self.paint.theme.name
        return theme_file(name) if own_theme(name) else None

    # -- marks

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
            command(cast("ReadingRoom", self))

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
