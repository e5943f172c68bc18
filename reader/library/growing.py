"""A large library while it is read for the first time: all files are listed, what was analysed is there to be read."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, Protocol, TypeGuard

from reader.library.indexed import IndexedLibrary
from reader.library.lazily import Lookup, Pages
from reader.library.library import Library, Occurrence, Row, Tally, occurrences_in
from reader.library.plan import uri_of
from reader.model.problems import Problem
from reader.model.speakers import Speaker

WAITS = ""
"""The problem of a file that was not read yet, in the table of rows."""
NAMED = "?"
"""Before the number of such a file, for its key."""


class Reading(Protocol):
    """What reads the files meanwhile."""

    def want(self, number: int) -> None:
        """Read this file before all others."""

    def pause(self) -> bool:
        """Stop reading, or go on with it; True where it is stopped now."""


class GrowingLibrary(IndexedLibrary):
    """The listing of all files, one that another thread writes into. Speakers are each article's own; there are no
    statements and no copies until all is read."""

    reading: Reading

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{uri_of(self.file)}?mode=ro", uri=True, check_same_thread=False)

    def later(self) -> GrowingLibrary:
        """The same as it is now; what was unpacked stays."""
        now: GrowingLibrary = object.__new__(type(self))
        now.__dict__.update({name: value for name, value in vars(self).items() if name not in _REMEMBERED})
        return now

    def want(self, key: str) -> None:
        """Let a file that waits be read before all others."""
        if key.startswith(NAMED):
            self.reading.want(int(key.removeprefix(NAMED)))

    # -- articles

    def _row(self, found: Sequence[Any]) -> Row:
        key, *_, problem = found
        if problem != WAITS:
            return super()._row(found)
        _, root, below, part, title, *_ = found
        path = self._path(root, below)
        return Row(
            key, path, part, title, problem=Problem(path, "was not read yet", "choose it to read it now"), waits=True
        )

    def _row_of(self, key: str) -> Row | None:
        row = super()._row_of(key)
        if row is None and key.startswith(NAMED):  # it was read meanwhile and has another key now
            found = self.ask("SELECT key FROM rows WHERE number = ?", int(key.removeprefix(NAMED)))
            row = super()._row_of(found[0][0]) if found else None
        return row

    @cached_property
    def problems(self) -> tuple[Problem, ...]:  # type: ignore[override]
        """Of files that did not open."""
        found = self.ask("SELECT problem FROM rows WHERE problem > '' ORDER BY number")
        return tuple(Problem(**json.loads(problem)) for (problem,) in found)

    @cached_property
    def keys(self) -> Sequence[str]:  # type: ignore[override]
        """Keys of the articles that were read, in list order."""
        query = "SELECT key FROM rows WHERE problem IS NULL ORDER BY place LIMIT ? OFFSET ?"

        def fetch(first: int, count: int) -> Sequence[str]:
            return list(map(itemgetter(0), self.ask(query, count, first)))

        return Pages(self.totals[0], fetch)

    def waiting_like(self, words: Sequence[str], most: int) -> list[Row]:
        """Files that wait in whose names these words stand, the first of them."""
        names = ["%{}%".format(re.sub(r"([%_\\])", r"\\\1", word)) for word in words]
        where = " AND ".join(["problem = ?", *("title LIKE ? ESCAPE '\\'" for _ in names)])
        query = f"SELECT key FROM rows WHERE {where} ORDER BY place LIMIT ?"
        return [self.row_by_key[key] for (key,) in self.ask(query, WAITS, *names, most)]

    # -- speakers, each article's own

    def speaker_of(self, key: str, entity: int | None) -> Speaker | None:
        """Who is quoted, as the article alone tells."""
        analysis = self.analysis(key)
        if entity is None or all(quote.entity != entity for quote in analysis.quotes):
            return None
        who = analysis.entities[entity]
        return Speaker(f"{key}:{entity}", who.name, who.kind, entities=((key, entity),))

    @cached_property
    def by_id(self) -> Mapping[str, Speaker]:
        """Speakers by their ids."""

        def speaker(id_: str) -> Speaker | None:
            key, _, entity = id_.rpartition(":")
            if not entity.isdecimal() or key not in self.row_by_key or self.row_by_key[key].problem:
                return None
            return self.speaker_of(key, int(entity)) if int(entity) < len(self.analysis(key).entities) else None

        return Lookup(0, speaker, _none)

    def occurrences(self, speaker_id: str) -> Sequence[Occurrence]:  # type: ignore[override]
        """Where a speaker is quoted or named in their article."""
        speaker = self.by_id.get(speaker_id)
        if speaker is None:
            return ()
        ((key, entity),) = speaker.entities
        return [place for _, place in occurrences_in(key, self.analysis(key), {(key, entity): speaker})]

    def counts(self, speaker_id: str) -> Mapping[str, int]:
        """How often a speaker occurs in their article."""
        places = self.occurrences(speaker_id)
        return {places[0].key: len(places)} if places else {}

    def tally(self, speaker_id: str) -> Tally | None:
        """The counts of one speaker."""
        speaker = self.by_id.get(speaker_id)
        if speaker is None:
            return None
        places = self.occurrences(speaker_id)
        quotes = sum(place.kind == "quote" for place in places)
        articles = ((places[0].key, len(places)),) if places else ()
        return Tally(speaker, quotes, len(places) - quotes, articles)


def is_growing(library: Library) -> TypeGuard[GrowingLibrary]:
    """True for a library that is being read for the first time."""
    return isinstance(library, GrowingLibrary)


def _none() -> Iterator[str]:
    return iter(())


_REMEMBERED = frozenset(
    name for kind in GrowingLibrary.__mro__ for name, one in vars(kind).items() if isinstance(one, cached_property)
)
"""What a view remembers of how the listing was."""
