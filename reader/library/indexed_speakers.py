"""Who speaks in a library that is read from a snapshot, where, and what several articles report."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reader.library.corrections import BY_HAND
from reader.library.indexed_articles import IndexedArticles
from reader.library.lazily import CHUNK, Later, Lookup, remembered, touched
from reader.library.library import Occurrence, Tally
from reader.library.store import Store
from reader.library.syndication import Families
from reader.marks.book import MarkBook
from reader.model.spans import Span
from reader.model.speakers import Speaker, Statement

_SPEAKER = "speakers.number, speakers.id, speakers.name, kind, aliases, roles"  # as `_speaker` takes them


class IndexedSpeakers(IndexedArticles):
    """Speakers, statements and copies, fetched as they are asked for."""

    def __init__(self, file: Path, roots: Sequence[str], store: Store, book: MarkBook | None = None) -> None:
        """Raises what `Asking` does."""
        super().__init__(file, roots, store, book)
        self.digest: str = self.meta["digest"]
        self._speakers_of: OrderedDict[str, dict[int, int]] = OrderedDict()
        self._known: OrderedDict[int, Speaker] = OrderedDict()
        self._reports: OrderedDict[tuple[str, int], dict[int, int]] = OrderedDict()

    @cached_property
    def speakers(self) -> Sequence[Speaker]:  # type: ignore[override]
        """All speakers, by name."""
        query = f"SELECT {_SPEAKER} FROM speakers WHERE number >= ? AND number < ?"
        return self._pages(self._count("speakers"), query, self._speaker)

    @cached_property
    def by_id(self) -> Mapping[str, Speaker]:
        """Speakers by their ids."""

        def speaker(id_: str) -> Speaker | None:
            found = self.ask(f"SELECT {_SPEAKER} FROM speakers WHERE id = ?", id_)
            return self._speaker(found[0]) if found else None

        return Lookup(
            len(self.speakers), speaker, lambda: (i for (i,) in self.stream("SELECT id FROM speakers ORDER BY number"))
        )

    def speaker_of(self, key: str, entity: int | None) -> Speaker | None:
        """The speaker that an article's entity is, or None (no entity, or one of no account)."""
        if entity is None:
            return None
        with self._lock:
            of = touched(self._speakers_of, key)
            if of is None:
                query = "SELECT entity, speaker FROM entities WHERE article = (SELECT number FROM rows WHERE key = ?)"
                of = remembered(self._speakers_of, key, dict(self.ask(query, key)), CHUNK)
            number = of.get(entity)
            if number is None:
                return self._by_hand(key, entity)
            known = touched(self._known, number)
            if known is None:
                found = self.ask(f"SELECT {_SPEAKER} FROM speakers WHERE number = ?", number)[0]
                known = remembered(self._known, number, self._speaker(found), 1024)
            return known

    def _by_hand(self, key: str, entity: int) -> Speaker | None:
        """Who the person says it is, until the index knows it."""
        if self._book is None or self._book.marked(key) is None:
            return None
        found = self.analysis(key)
        if entity >= len(found.entities) or all(q.entity != entity or q.rule != BY_HAND for q in found.quotes):
            return None
        mine = found.entities[entity]
        return self.named(mine.name) or Speaker(f"{key}:{entity}", mine.name, mine.kind, entities=((key, entity),))

    def _speaker(self, found: Sequence[Any]) -> Speaker:
        number, id_, name, kind, aliases, roles = found
        entities = Later(
            lambda: [
                (key, entity)
                for key, entity in self.ask(
                    "SELECT key, entity FROM entities JOIN rows ON rows.number = article WHERE speaker = ? "
                    "ORDER BY key, entity", number,
                )
            ],
            (self.digest, number),
        )  # fmt: skip
        return Speaker(id_, name, kind, tuple(json.loads(aliases)), tuple(json.loads(roles)), entities)  # type: ignore[arg-type]

    def _number(self, speaker_id: str) -> int:
        found = self.ask("SELECT number FROM speakers WHERE id = ?", speaker_id)
        return int(found[0][0]) if found else -1

    def occurrences(self, speaker_id: str) -> Sequence[Occurrence]:  # type: ignore[override]
        """All places where a speaker is quoted or named, in library and then in text order."""
        query = (
            "SELECT key, start, stop, quote FROM occurrences JOIN rows ON rows.number = article WHERE speaker = ? "
            "ORDER BY article, occurrences.nth"
        )
        number = self._number(speaker_id)
        return Later(lambda: [occurrence_of(*row) for row in self.ask(query, number)], (self.digest, number))

    def counts(self, speaker_id: str) -> Mapping[str, int]:
        """How often a speaker occurs in each article that has any."""
        number = self._number(speaker_id)

        def count(key: str) -> int | None:
            article = "SELECT number FROM rows WHERE key = ?"
            query = f"SELECT count(*) FROM occurrences WHERE speaker = ? AND article = ({article})"
            return self.ask(query, number, key)[0][0] or None

        every = "SELECT DISTINCT key FROM occurrences JOIN rows ON rows.number = article WHERE speaker = ?"
        articles = self.ask("SELECT articles FROM speakers WHERE number = ?", number)
        return Lookup(articles[0][0] if articles else 0, count, lambda: (key for (key,) in self.stream(every, number)))

    def tally(self, speaker_id: str) -> Tally | None:
        """The counts of one speaker."""
        found = self.ask(f"SELECT {_SPEAKER}, quotes, mentions, articles FROM speakers WHERE id = ?", speaker_id)
        return self._tally(found[0]) if found else None

    def tallied(self, condition: str, *values: object) -> list[Tally]:
        """The counts of all speakers for whom a condition holds."""
        found = self.ask(f"SELECT {_SPEAKER}, quotes, mentions, articles FROM speakers WHERE {condition}", *values)
        return [self._tally(row) for row in found]

    def named(self, name: str) -> Speaker | None:
        """The most widely named speaker of that name or alias."""
        query = (
            f"SELECT {_SPEAKER} FROM called JOIN speakers ON speakers.number = called.speaker WHERE called.name = ? "
            "ORDER BY called.name = speakers.name DESC, articles DESC, speakers.number LIMIT 1"
        )
        found = self.ask(query, name)
        return self._speaker(found[0]) if found else None

    @cached_property
    def tallies(self) -> Sequence[Tally]:  # type: ignore[override]
        """Counts of every speaker, the most quoted first, then by name."""
        query = (
            f"SELECT {_SPEAKER}, quotes, mentions, articles FROM speakers WHERE rank >= ? AND rank < ? ORDER BY rank"
        )
        return self._pages(len(self.speakers), query, self._tally)

    def _tally(self, found: Sequence[Any]) -> Tally:
        *speaker, quotes, mentions, articles = found
        query = (
            "SELECT key, count(*) FROM occurrences JOIN rows ON rows.number = article WHERE speaker = ? "
            "GROUP BY article ORDER BY article"
        )
        number = speaker[0]
        places = Later(lambda: self.ask(query, number), (self.digest, number), articles)
        return Tally(self._speaker(speaker), quotes, mentions, places)  # type: ignore[arg-type]

    def days(self, tally: Tally) -> tuple[str | None, str | None]:
        """The first and the last day of the articles that a speaker occurs in."""
        query = (
            "SELECT min(date), max(date) FROM rows WHERE date != '' AND number IN "
            "(SELECT article FROM occurrences WHERE speaker = ?)"
        )
        first, last = self.ask(query, self._number(tally.speaker.id))[0]
        return first, last

    # -- statements

    @cached_property
    def statements(self) -> Sequence[Statement]:  # type: ignore[override]
        """All statements in library order."""
        query = "SELECT number, id, speaker FROM statements WHERE number >= ? AND number < ?"
        return self._pages(self._count("statements"), query, lambda row: self._statement(*row))

    def _statement(self, number: int, id_: str, speaker: str | None) -> Statement:
        query = (
            "SELECT key, quote FROM reported JOIN rows ON rows.number = article WHERE statement = ? "
            "ORDER BY article, quote"
        )
        return Statement(id_, speaker, tuple((key, quote) for key, quote in self.ask(query, number)))

    def statements_of(self, key: str, quote: int) -> tuple[Statement, ...]:
        """The statements that a quote (index among the article's quotes) belongs to."""
        query = (
            "SELECT statements.number, id, speaker FROM reported JOIN statements ON statements.number = statement "
            "WHERE article = (SELECT number FROM rows WHERE key = ?) AND quote = ? ORDER BY statements.number"
        )
        return tuple(self._statement(*row) for row in self.ask(query, key, quote))

    def reports(self, key: str, quote: int) -> int:
        """How many articles report what a quote says, its own among them; asked for many quotes at a time."""
        chunk = quote // CHUNK
        with self._lock:
            known = touched(self._reports, (key, chunk))
            if known is None:
                query = (
                    "SELECT own.quote, count(DISTINCT other.article) FROM reported AS own JOIN reported AS other "
                    "ON other.statement = own.statement WHERE own.article = (SELECT number FROM rows WHERE key = ?) "
                    "AND own.quote >= ? AND own.quote < ? GROUP BY own.quote"
                )
                found = dict(self.ask(query, key, chunk * CHUNK, (chunk + 1) * CHUNK))
                known = remembered(self._reports, (key, chunk), found, CHUNK)
            return known.get(quote, 1)

    @cached_property
    def copies(self) -> Families:
        """Articles that are one report in several outlets, by key; the fullest first."""
        family = (
            "SELECT rows.key FROM copies AS own JOIN rows AS mine ON mine.number = own.article "
            "JOIN copies ON copies.family = own.family JOIN rows ON rows.number = copies.article "
            "WHERE mine.key = ? ORDER BY copies.nth"
        )
        every = "SELECT key FROM copies JOIN rows ON rows.number = article ORDER BY family, copies.nth"
        return Lookup(
            self._count("copies"),
            lambda key: tuple(k for (k,) in self.ask(family, key)) or None,
            lambda: (key for (key,) in self.stream(every)),
        )


def occurrence_of(key: str, start: int, stop: int, quote: int | None) -> Occurrence:
    """An occurrence from a row of its table."""
    return Occurrence(key, Span(start, stop), "mention" if quote is None else "quote", quote)
