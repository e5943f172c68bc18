"""A library read from a snapshot: it holds what it is asked for, not all of it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from threading import RLock
from typing import Any, Generic, TypeVar, overload

from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.corrections import BY_HAND
from reader.library.library import Library, Occurrence, Row, Standing, Tally
from reader.library.packing import unpacked
from reader.library.plan import opened, shown_path, uri_of
from reader.library.store import Store
from reader.library.syndication import Families
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.problems import Problem
from reader.model.spans import Span
from reader.model.speakers import Speaker, Statement

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
_ROW = "key, root, below, part, title, outlet, date, agency, words, quotes, problem"  # as `_row` takes them
_SPEAKER = "speakers.number, speakers.id, speakers.name, kind, aliases, roles"
CHUNK = 64
"""Rows that are fetched together."""


class IndexedLibrary(Library):
    """What has been written in a snapshot, asked for piece by piece; may be asked from several threads."""

    def __init__(
        self, file: Path, roots: Sequence[str], store: Store, book: MarkBook | None = None, *, cleaned: bool = True
    ) -> None:
        """Args: roots: the paths as they were given this time; store: where the analyses are, unless the snapshot was
        made from another, which is then used while it is there.

        Raises sqlite3.Error or KeyError for a file that is no snapshot, OSError where its analyses are gone."""
        self.cleaned = cleaned
        self.file, self.roots, self._store, self._book = file, tuple(roots), store, book
        self._outlets = outlet_lines(book.acts.outlets) if book else {}
        self._lock = RLock()
        self._base = opened(file, any_thread=True)
        meta = dict(self._base.execute("SELECT name, value FROM meta"))
        self.digest: str = meta["digest"]
        if meta["store"] != str(store.file):
            self._store = Store(Path(meta["store"]))
        os.stat(meta["store"])
        self.corrections: str = meta["corrections"]
        self.skipped = int(meta["skipped"])
        self.waiting = int(meta.get("added", 0))
        self._fresh = int(meta.get("fresh", 0))
        """How many the last change brought; they have the last numbers."""
        self.changes: tuple[int, ...] = tuple(json.loads(meta.get("changes", "[]")))
        """How many files were new, changed and gone then."""
        self._kept: OrderedDict[str, Analysis] = OrderedDict()
        self._speakers_of: OrderedDict[str, dict[int, int]] = OrderedDict()
        self._known: OrderedDict[int, Speaker] = OrderedDict()

    def connection(self) -> sqlite3.Connection:
        """Another connection for a thread of its own, with the words of the store beside it."""
        base = opened(self.file, any_thread=True)
        base.execute("ATTACH ? AS store", (f"{uri_of(self._store.file)}?mode=ro",))
        return base

    @property
    def belonging(self) -> bool:
        """True where the person said of some lines that they belong to an article, or do not."""
        return self._book is not None and bool(self._book.acts.outlets or any(m.lines for m in self._book.marks()))

    def marked_keys(self) -> list[str] | None:
        """Keys of the articles of which the person said something; None without a book."""
        return [mark.ref.id for mark in self._book.marks()] if self._book else None

    def ask(self, query: str, *values: object) -> list[Any]:
        """All rows of an answer."""
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def stream(self, query: str, *values: object) -> Iterator[Any]:
        """The rows of an answer, some at a time."""
        cursor = self._base.cursor()
        with self._lock:
            cursor.execute(query, values)
        while True:
            with self._lock:
                rows = cursor.fetchmany(256)
            if not rows:
                return
            yield from rows

    # -- articles

    @cached_property
    def rows(self) -> Sequence[Row]:
        """A row an article in list order, files that did not open among them."""
        query = f"SELECT {_ROW} FROM rows WHERE place >= ? AND place < ? ORDER BY place"
        return self._pages(self._count("rows"), query, self._row)

    def like(self, name: str) -> Iterable[Row]:
        """Rows among which are those of a file from the opened folder and its part: "a/b.txt#1"."""
        below, _, part = name.rpartition("#")
        query = f"SELECT {_ROW} FROM rows WHERE root = 0 AND below = ? AND part = ?"
        return [self._row(row) for row in self.ask(query, os.fsencode(below), part)]

    @cached_property
    def row_by_key(self) -> Mapping[str, Row]:
        """The rows by their articles' keys."""
        return Lookup(len(self.rows), self._row_of, self._all_keys)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each article stands in the list."""

        def place(key: str) -> int | None:
            found = self.ask("SELECT place FROM rows WHERE key = ?", key)
            return int(found[0][0]) if found else None

        return Lookup(len(self.rows), place, self._all_keys)

    @cached_property
    def leads(self) -> Sequence[Row]:
        """The rows in list order, articles that are one report as the fullest of them."""
        query = f"SELECT {_ROW} FROM rows WHERE nth = 0 AND report >= ? AND report < ? ORDER BY report"
        return self._pages(self._count("rows WHERE nth = 0"), query, self._row)

    @cached_property
    def standing(self) -> Mapping[str, Standing]:  # type: ignore[override]
        """Where each row stands in that list."""

        def stands(key: str) -> Standing | None:
            found = self.ask("SELECT report, nth, reading, more FROM rows WHERE key = ?", key)
            return Standing(*found[0]) if found else None

        return Lookup(len(self.rows), stands, self._all_keys)

    def member(self, report: int, nth: int) -> Row:
        """The so-and-so-many-th article of a report, counted from 0. Raises IndexError where it has fewer."""
        found = self.ask(f"SELECT {_ROW} FROM rows WHERE report = ? AND nth = ?", report, nth)
        if not found:
            raise IndexError(nth)
        return self._row(found[0])

    @cached_property
    def totals(self) -> tuple[int, int]:
        """(articles, quotes)."""
        articles, quotes = self.ask("SELECT count(*), coalesce(sum(quotes), 0) FROM rows WHERE problem IS NULL")[0]
        return articles, quotes

    @cached_property
    def outlets(self) -> Sequence[tuple[str | None, str | None]]:
        """(outlet, agency) of all articles, each pair once."""
        return self.ask("SELECT DISTINCT outlet, agency FROM rows")

    @cached_property
    def problems(self) -> tuple[Problem, ...]:  # type: ignore[override]
        """Of files that did not open."""
        found = self.ask("SELECT problem FROM rows WHERE problem IS NOT NULL ORDER BY number")
        return tuple(Problem(**json.loads(problem)) for (problem,) in found)

    @cached_property
    def keys(self) -> Sequence[str]:  # type: ignore[override]
        """Keys of the articles in library order."""
        query = "SELECT key FROM rows WHERE number >= ? AND number < ?"
        return self._pages(self.totals[0], query, itemgetter(0))

    def analysis(self, key: str) -> Analysis:
        """The analysis of an article. Raises KeyError for a key that the library does not have."""
        with self._lock:
            known = _touched(self._kept, key)
            if known is None:
                found = self.ask("SELECT stored, root, below FROM rows WHERE key = ? AND problem IS NULL", key)
                if not found:
                    raise KeyError(key)
                known = _remembered(self._kept, key, self._read(key, *found[0]), CHUNK)
            return known

    def items(self) -> Iterator[tuple[str, Analysis]]:
        """All (key, analysis) pairs in library order."""
        query = "SELECT key, stored, root, below FROM rows WHERE problem IS NULL ORDER BY number"
        for key, stored, root, below in self.stream(query):
            yield key, self._read(key, stored, root, below)

    def _read(self, key: str, stored: int, root: int, below: bytes) -> Analysis:
        packed = self._store.one(stored)
        if packed is None:
            raise KeyError(f"the analysis of {key} is no longer in the cache; run the command again")
        return of_person(key, unpacked(packed, self._path(root, below)), self._book, self._outlets)[0]

    def _path(self, root: int, below: bytes) -> str:
        return shown_path(self.roots, root, os.fsdecode(below))

    def _row_of(self, key: str) -> Row | None:
        found = self.ask(f"SELECT {_ROW} FROM rows WHERE key = ?", key)
        return self._row(found[0]) if found else None

    def _row(self, found: Sequence[Any]) -> Row:
        key, root, below, part, title, outlet, date, agency, words, quotes, problem = found
        if problem is not None:
            return Row(key=key, path=title, title=title, problem=Problem(**json.loads(problem)))
        return Row(key, self._path(root, below), part, title, outlet, date, agency, words, quotes)

    def _all_keys(self) -> Iterator[str]:
        return (key for (key,) in self.stream("SELECT key FROM rows ORDER BY place"))

    def _count(self, table: str) -> int:
        return int(self.ask(f"SELECT count(*) FROM {table}")[0][0])

    def _pages(self, length: int, query: str, made: Callable[[Any], T]) -> Pages[T]:
        """What a query gives, fetched as it is asked for. Args: query: its two places are the first and the end."""
        return Pages(length, lambda first, count: [made(row) for row in self.ask(query, first, first + count)])

    # -- speakers

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
            of = _touched(self._speakers_of, key)
            if of is None:
                query = "SELECT entity, speaker FROM entities WHERE article = (SELECT number FROM rows WHERE key = ?)"
                of = _remembered(self._speakers_of, key, dict(self.ask(query, key)), CHUNK)
            number = of.get(entity)
            if number is None:
                return self._by_hand(key, entity)
            known = _touched(self._known, number)
            if known is None:
                found = self.ask(f"SELECT {_SPEAKER} FROM speakers WHERE number = ?", number)[0]
                known = _remembered(self._known, number, self._speaker(found), 1024)
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

    def attach(self, book: MarkBook) -> None:
        """Give marks to articles that changed since; looks into the articles only where a mark has lost its own."""
        here = [mark.ref for mark in book.marks() if mark.ref.id in self.row_by_key]
        if len(here) == len(book.marks()):
            return
        if self.waiting:  # what else there is was asked when names were compared last
            query = "SELECT key FROM rows WHERE problem IS NULL ORDER BY number DESC LIMIT ?"
            known = {ref.id for ref in here}
            fresh = [key for (key,) in self.ask(query, self._fresh) if key not in known]
            book.attach([*here, *(book.ref(self.analysis(key).article, key) for key in fresh)])
        else:
            book.attach(book.ref(analysis.article, key) for key, analysis in self.items())

    def _speaker(self, found: Sequence[Any]) -> Speaker:
        number, id_, name, kind, aliases, roles = found
        entities = _Later(
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
        return _Later(lambda: [occurrence_of(*row) for row in self.ask(query, number)], (self.digest, number))

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
        places = _Later(lambda: self.ask(query, number), (self.digest, number), articles)
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

    def leave(self) -> None:
        """Give the file back."""
        with self._lock:
            self._base.close()


class _Later(Sequence[T]):
    """A sequence that is fetched when it is first looked into."""

    def __init__(self, fetch: Callable[[], Sequence[T]], identity: object, length: int | None = None) -> None:
        """Args: identity: what makes two of them equal; length: if it is known before."""
        self._fetch, self._identity, self._length = fetch, identity, length

    @cached_property
    def _found(self) -> Sequence[T]:
        return self._fetch()

    def __len__(self) -> int:
        return len(self._found) if self._length is None else self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._found[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Later) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)


class Pages(Sequence[T]):
    """A sequence fetched in chunks, of which some are kept."""

    def __init__(self, length: int, fetch: Callable[[int, int], Sequence[T]], kept: int = 16) -> None:
        """Args: fetch: (first, count) to so many items from there on; kept: how many chunks."""
        self._length, self._fetch, self._kept = length, fetch, kept
        self._chunks: OrderedDict[int, Sequence[T]] = OrderedDict()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._length))]
        if not -self._length <= at < self._length:
            raise IndexError(at)
        chunk, place = divmod(at % self._length, CHUNK)
        return self._chunk(chunk)[place]

    def __iter__(self) -> Iterator[T]:
        for chunk in range(-(-self._length // CHUNK)):
            yield from self._chunk(chunk)

    def _chunk(self, number: int) -> Sequence[T]:
        known = _touched(self._chunks, number)
        if known is None:
            first = number * CHUNK
            known = _remembered(self._chunks, number, self._fetch(first, min(CHUNK, self._length - first)), self._kept)
        return known


class Lookup(Mapping[K, V], Generic[K, V]):
    """A mapping that asks for each value."""

    def __init__(self, length: int, find: Callable[[K], V | None], every: Callable[[], Iterator[K]]) -> None:
        self._length, self._find, self._every = length, find, every
        self._known: OrderedDict[K, V | None] = OrderedDict()
        """What was found, None where nothing was: what does not occur is asked for as often as what does."""

    def __getitem__(self, key: K) -> V:
        found: V | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: K, default: Any = None) -> Any:
        """The value of a key, or the default."""
        if key in self._known:
            found = _touched(self._known, key)
        else:
            found = _remembered(self._known, key, self._find(key), 1024)
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[K]:
        return self._every()


def _touched(kept: OrderedDict[K, V], key: K) -> V | None:
    """What is kept under a key, as the last that was asked for; None where nothing is."""
    try:
        kept.move_to_end(key)
        return kept[key]
    except KeyError:
        return None


def _remembered(kept: OrderedDict[K, V], key: K, value: V, most: int) -> V:
    """The value, kept; of more than `most` the one asked for longest ago goes."""
    kept[key] = value
    while len(kept) > most:
        try:
            kept.popitem(last=False)
        except KeyError:
            break
    return value


def occurrence_of(key: str, start: int, stop: int, quote: int | None) -> Occurrence:
    """An occurrence from a row of its table."""
    return Occurrence(key, Span(start, stop), "mention" if quote is None else "quote", quote)
