"""Long articles, fetched by a thread before they are shown: to unpack ten million characters takes seconds."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from reader.library.library import Library
from reader.tui.messages import Fetched
from reader.tui.rendering.page import laid_body
from reader.tui.standing import quotes_between, sources_between, standing

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

WORDS = 50_000
"""Words from which on an article is long."""


class Fetching:
    """Fetches one article after the other; the last that was asked for is shown."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._wanted = ""
        """Key of the article that is to be shown once it is there."""
        self._ready = ""
        """Key of the one that was fetched last."""

    def shows(self, key: str) -> bool:
        """True where an article can be shown at once; else it is fetched, which ends in a Fetched."""
        row = self._room.library.row_by_key.get(key)
        self._wanted = ""
        if row is None or row.problem or row.words < WORDS or key in (self._ready, self._room.state.key):
            return True
        self._wanted = key
        self._room.say("Opening a long article…")
        work = (self._room.library, key, self._room.state.indirect, self._room.article.measure)
        Thread(target=self._fetch, args=work, name="fetching", daemon=True).start()
        return False

    def _fetch(self, library: Library, key: str, indirect: bool, measure: int) -> None:
        with suppress(KeyError, OSError):  # it has gone meanwhile; showing it says so
            analysis = library.analysis(key)
            standing(analysis, indirect)
            quotes_between(analysis, 0, 1)
            sources_between(analysis, 0, 1)
            laid_body(analysis.article, measure)
        self._room.post_message(Fetched(key))

    def fetched(self, key: str) -> bool:
        """True where this is what is to be shown."""
        self._ready = key
        return key == self._wanted
