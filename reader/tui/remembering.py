"""Coming back: what the screen takes from the last session, and what it keeps for the next."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from reader.library.library import Library, Row
from reader.library.session import Session, Spot, name_of, offset_of, save_session, spot_of
from reader.tui.messages import FoundAgain
from reader.tui.state import LETTERS, PANES, Follow, PaneName, Within

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


class Memory:
    """The session of a room while it lasts."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._spots: dict[str, Spot] = {}
        self._wanted = ""
        """Name of the article that was open, until it is."""
        self._filter = ""
        """The tag that was filtered by, until it is again."""
        self._search = ""
        """The search that was filtered by, until it is done again."""

    def take(self, session: Session) -> None:
        """Begin where the last session ended; who is followed is found by name once speakers are known."""
        self._spots, self._wanted = dict(session.spots), session.article
        follows = tuple(Follow(letter, "", name) for letter, name in session.follows if letter in LETTERS)
        panes: dict[str, PaneName] = {name: name for name in PANES}
        self._filter, self._search = session.filter, session.search
        self._room.state = self._room.state._replace(
            pane=panes.get(session.pane, "sources"), follows=follows, walk="follow" if follows else ""
        )

    def take_filter(self) -> None:
        """Set the filter of the last session, once the marks are there."""
        room = self._room
        if self._filter and not room.state.tag:
            room.state = room.state._replace(tag=self._filter)
        self._filter = ""

    def take_search(self) -> None:
        """Search again, in a thread, for what the list was narrowed to; once everything is there."""
        room, asked = self._room, self._search
        if asked and room.state.resolved and room.marks.ready:
            self._search = ""
            self.search(asked)

    def search(self, asked: str) -> None:
        """Search the whole library in a thread and narrow the list down to what is found."""
        room = self._room
        Thread(target=_found, args=(room, room.library, asked), name="searching", daemon=True).start()

    def key(self, library: Library) -> str | None:
        """The article that was open, in a library; asked once it was found, it is None."""
        if not self._wanted:
            return None
        found = next((row.key for row in library.like(self._wanted) if self._name(row) == self._wanted), None)
        if found is not None:
            self._wanted = ""
        return found

    def leave(self) -> None:
        """Keep the place in the open article."""
        room = self._room
        row = room.readable
        if row is None:
            return
        name = self._name(row)
        pane = room.article
        if pane.view.key != row.key or pane.page is None:
            return  # it was never shown
        self._spots.pop(name, None)
        if pane.row > pane.page.body:
            self._spots[name] = spot_of(room.library.analysis(row.key).article, pane.at)

    def back(self) -> None:
        """Go to the place that was left in the open article."""
        row = self._room.readable
        spot = self._spots.get(self._name(row)) if row else None
        if row is not None and spot is not None:
            self._room.article.return_to(offset_of(self._room.library.analysis(row.key).article, spot))

    def session(self) -> Session:
        """What to come back to."""
        room = self._room
        self.leave()
        state, row = room.state, room.row
        follows = tuple((follow.letter, follow.name) for follow in state.follows)
        asked = state.within.query if state.within else self._search
        article = self._name(row) if row else self._wanted
        return Session(article, state.pane, state.tag or self._filter, asked, follows, dict(self._spots))

    def save(self) -> None:
        """Keep the session; where that fails, nothing of worth is lost."""
        if self._room.library.keys:
            with suppress(OSError, UnicodeError):
                save_session(self._room.paths, self.session())

    def _name(self, row: Row) -> str:
        return name_of(row.path, row.part, self._room.paths)


def _found(room: ReadingRoom, library: Library, asked: str) -> None:
    """Post which articles a search finds; one that finds none, or that cannot be read any more, is dropped."""
    from reader.library.queries import parse
    from reader.library.searching import search

    with suppress(Exception):
        keys = frozenset(hit.key for hit in search(library, parse(asked), room.marks.known))
        if keys:
            room.post_message(FoundAgain(Within(asked, keys)))
