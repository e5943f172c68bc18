"""A whole library resolved and written into one SQLite file that never changes again: what large libraries are read
from. Made in a file beside it and moved into place, so that a reader has the old one or the new one, never half.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import asdict, replace

from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.corrections import corrected_speakers
from reader.library.library import occurrences_in, row_of
from reader.library.packing import Packed, unpacked
from reader.library.reading import sound
from reader.library.store import Store, engine
from reader.library.syndication import families
from reader.loading.discover import shown
from reader.marks.book import MarkBook
from reader.marks.marks import Acts
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.problems import Problem
from reader.model.speakers import Entity, Speaker, Statement
from reader.speakers.identity import Place
from reader.speakers.library import resolved
from reader.statements.group import grouped, items_of
from reader.statements.index import Item
from reader.text.folding import folded
from reader.text.guard import visible_line

VERSION = 3
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE rows (
    number INTEGER PRIMARY KEY, place INTEGER, key TEXT, root INTEGER, below BLOB, part INTEGER, title TEXT,
    outlet TEXT, date TEXT, agency TEXT, words INTEGER, quotes INTEGER, stored INTEGER, problem TEXT, report INTEGER,
    nth INTEGER, reading INTEGER, more INTEGER);
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, aliases TEXT, roles TEXT, quotes INTEGER DEFAULT 0,
    mentions INTEGER DEFAULT 0, articles INTEGER DEFAULT 0, rank INTEGER);
CREATE TABLE called (name TEXT, speaker INTEGER, PRIMARY KEY (name, speaker)) WITHOUT ROWID;
CREATE TABLE bearers (number INTEGER PRIMARY KEY, speaker INTEGER);
CREATE VIRTUAL TABLE names USING fts5 (name, content = '', tokenize = 'unicode61');
CREATE TABLE entities (article INTEGER, entity INTEGER, speaker INTEGER, PRIMARY KEY (article, entity)) WITHOUT ROWID;
CREATE TABLE occurrences (
    speaker INTEGER, article INTEGER, nth INTEGER, start INTEGER, stop INTEGER, quote INTEGER,
    PRIMARY KEY (speaker, article, nth)) WITHOUT ROWID;
CREATE TABLE statements (number INTEGER PRIMARY KEY, id TEXT, speaker TEXT);
CREATE TABLE reported (
    statement INTEGER, article INTEGER, quote INTEGER, PRIMARY KEY (statement, article, quote)) WITHOUT ROWID;
CREATE TABLE copies (article INTEGER PRIMARY KEY, family INTEGER, nth INTEGER);
"""
_INDICES = """
CREATE UNIQUE INDEX rows_by_place ON rows (place);
CREATE UNIQUE INDEX rows_by_key ON rows (key);
CREATE UNIQUE INDEX rows_by_report ON rows (report, nth);
CREATE INDEX rows_by_file ON rows (below, part);
CREATE INDEX rows_by_stored ON rows (stored);
CREATE INDEX speakers_by_id ON speakers (id);
CREATE INDEX speakers_by_name ON speakers (name);
CREATE INDEX speakers_by_rank ON speakers (rank);
CREATE INDEX entities_by_speaker ON entities (speaker, article, entity);
CREATE INDEX copies_by_family ON copies (family, nth);
CREATE INDEX reported_by_quote ON reported (article, quote, statement);
"""
_RANKED = """
UPDATE speakers SET quotes = found.quotes, mentions = found.mentions, articles = found.articles
FROM (SELECT speaker, count(quote) AS quotes, count(*) - count(quote) AS mentions, count(DISTINCT article) AS articles
      FROM occurrences GROUP BY speaker) AS found WHERE speakers.number = found.speaker;
UPDATE speakers SET rank = found.rank
FROM (SELECT number, row_number() OVER (ORDER BY quotes DESC, mentions DESC, name, id) - 1 AS rank FROM speakers)
    AS found WHERE speakers.number = found.number;
"""
Report = Callable[[str, int, int], object]
"""Told (what is being done, done, total)."""


class Source(NamedTuple):
    """A file of the library that was read."""

    root: int
    """Which of the given paths it lies under."""
    below: str
    """Its path from there; empty where it was given itself."""
    key: str
    """Of its bytes, in the store."""


class Plan(NamedTuple):
    """What a snapshot is made from."""

    roots: tuple[str, ...]
    sources: Sequence[Source]
    """In library order."""
    problems: Sequence[Problem]
    skipped: int


def path_of(roots: Sequence[str], root: int, below: str) -> str:
    """The path of a file as the person would write it."""
    return os.path.join(roots[root], below) if below else roots[root]


def key_of_twin(article: str, count: int) -> str:
    """The key of the article of an id that is the so-and-so-many-th of that id in the library."""
    return f"{article}-{count}" if count > 1 else article


def digest_of(plan: Plan, book: MarkBook | None) -> str:
    """What changes when the snapshot would: the files and their bytes, the engine, the person's corrections."""
    total = hashlib.sha256(f"{VERSION}:{engine()}:{plan.skipped}".encode())
    for source in plan.sources:
        total.update(os.fsencode(f"{source.root}:{source.below}:{source.key}\n"))
    for problem in plan.problems:
        total.update(os.fsencode(f"{problem}\n"))
    total.update(corrections_digest(book).encode())
    return total.hexdigest()


def corrections_digest(book: MarkBook | None) -> str:
    """What changes when the person corrects something; empty without corrections."""
    if book is None:
        return ""
    corrected = sorted(
        (
            mark.ref.id,
            repr([replace(q, star=False, tags=(), note="") for q in mark.quotes if q.corrects]),
            repr(mark.lines),
        )
        for mark in book.marks()
        if mark.lines or any(quote.corrects for quote in mark.quotes)
    )
    if not corrected and book.acts.corrections == Acts().corrections:
        return ""
    return hashlib.sha256(repr((corrected, book.acts.corrections)).encode("utf-8", "replace")).hexdigest()


def write(file: Path, plan: Plan, store: Store, book: MarkBook | None, report: Report) -> None:
    """Resolve a library and write it to a file. Raises sqlite3.Error or OSError where that is impossible.

    Args: book: the person's marks, already attached to the library's articles.
    """
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            base.execute("PRAGMA cache_size = -65536")
            base.executescript(_SCHEMA)
            base.execute("BEGIN")
            _Writing(base, plan, store, book, report).all()
            base.executemany(
                "INSERT INTO meta VALUES (?, ?)",
                [
                    ("digest", digest_of(plan, book)), ("skipped", str(plan.skipped)), ("store", str(store.file)),
                    ("roots", json.dumps(plan.roots)), ("corrections", corrections_digest(book)),
                ],
            )  # fmt: skip
            base.execute("COMMIT")
        with open(new, "rb") as written:
            os.fsync(written.fileno())
        os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)


class _Writing:
    """One library on its way into a file."""

    def __init__(
        self, base: sqlite3.Connection, plan: Plan, store: Store, book: MarkBook | None, report: Report
    ) -> None:
        self._base, self._plan, self._store, self._book, self._report = base, plan, store, book, report
        self._outlets = outlet_lines(book.acts.outlets) if book else {}
        self._keys: list[str] = []
        """Of every article, in library order."""
        self._stored = array("q")
        self._source = array("l")
        self._ids: list[str] = []
        """Of the speakers."""
        self._list()

    def _list(self) -> None:
        """Find the articles and give each its key."""
        twins: Counter[str] = Counter()
        for index, source in enumerate(self._plan.sources):
            for number, article in self._store.numbers(source.key):
                twins[article] += 1
                self._keys.append(key_of_twin(article, twins[article]))
                self._stored.append(number)
                self._source.append(index)

    def all(self) -> None:
        """Every table."""
        self._write_speakers(self._resolved())
        self._write_statements(grouped(self._write_occurrences()))
        self._write_copies()
        self._base.executescript(_INDICES + "BEGIN;" + _RANKED)

    def _analysis(self, number: int) -> Analysis:
        """What was found in an article."""
        source = self._plan.sources[self._source[number]]
        packed: Packed | None = self._store.one(self._stored[number])
        if packed is None:
            raise sqlite3.DatabaseError("an analysis is missing")
        return unpacked(packed, self._path(source))

    def _by_key(self, what: str) -> Iterator[tuple[int, str, Analysis, dict[Place, str]]]:
        """(number, key, analysis, entities named by hand) of the articles by their keys, corrected."""
        order = sorted(range(len(self._keys)), key=self._keys.__getitem__)
        for done, number in enumerate(order):
            if not done % 100:
                self._report(what, done, len(order))
            key = self._keys[number]
            yield number, key, *of_person(key, self._analysis(number), self._book, self._outlets)

    def _resolved(self) -> tuple[Speaker, ...]:
        """The speakers, from what all articles tell; writes their rows on the way."""
        entities: dict[Place, Entity] = {}
        codes: dict[str, str | None] = {}
        quoted: set[Place] = set()
        named: dict[Place, str] = {}
        once: dict[Any, Any] = {}
        for number, key, analysis, theirs in self._by_key("Gathering names"):
            named |= theirs
            self._write_row(number, key, analysis)
            codes[key] = analysis.article.language
            quoted.update((key, q.entity) for q in analysis.quotes if q.entity is not None)
            for index, e in enumerate(analysis.entities):
                # one copy of what many articles have
                name, aliases, roles = (once.setdefault(part, part) for part in (e.name, e.aliases, e.roles))
                entities[key, index] = Entity(name, e.kind, e.links[:1], aliases, roles, e.gender, e.members)
        self._place_rows()
        self._report("Telling who is who", 0, 0)
        speakers = resolved(entities, codes, quoted)
        acts = self._book.acts.speakers if self._book else ()
        if self._book and (acts or named):
            speakers = corrected_speakers(speakers, acts, self._ref_paths(self._book), named)
        return speakers

    def _ref_paths(self, book: MarkBook) -> dict[str, str]:
        """Key to path as the book has it."""
        return {
            key: book.ref_path(Article(key, self._path(self._plan.sources[index]), "", ()))
            for key, index in zip(self._keys, self._source, strict=True)
        }

    def _write_row(self, number: int, key: str, analysis: Analysis) -> None:
        source = self._plan.sources[self._source[number]]
        row = row_of(key, analysis)
        self._base.execute(
            "INSERT INTO rows VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0, NULL, 0)",
            (
                number, key, source.root, os.fsencode(source.below), row.part, sound(row.title),
                *(sound(word) if word else word for word in (row.outlet, row.date, row.agency)),
                row.words, row.quotes, self._stored[number],
            ),
        )  # fmt: skip

    def _place_rows(self) -> None:
        """Write the files that did not open, and give every row its place in the list."""
        seen: Counter[str] = Counter()
        for number, problem in enumerate(self._plan.problems, len(self._keys)):
            seen[problem.path] += 1
            key = f"!{problem.path}" + (f"#{seen[problem.path]}" if seen[problem.path] > 1 else "")
            self._base.execute(
                "INSERT INTO rows (number, key, part, title, words, quotes, problem) VALUES (?, ?, 1, ?, 0, 0, ?)",
                (number, key, sound(problem.path), json.dumps(asdict(problem))),
            )
        order = [
            (problem.path, 1, number) for number, problem in enumerate(self._plan.problems, len(self._keys))
        ]  # fmt: skip
        sources = self._plan.sources
        order += [
            (self._path(sources[self._source[number]]), part, number)
            for number, part in self._base.execute("SELECT number, part FROM rows WHERE problem IS NULL")
        ]
        self._base.executemany(
            "UPDATE rows SET place = ? WHERE number = ?",
            ((place, number) for place, (_, _, number) in enumerate(sorted(order))),
        )

    def _path(self, source: Source) -> str:
        """A file's path as it may be shown."""
        return visible_line(shown(path_of(self._plan.roots, source.root, source.below)))

    def _write_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Write the speakers, and which entities they are."""
        self._ids = [speaker.id for speaker in speakers]
        self._base.executemany(
            "INSERT INTO speakers (number, id, name, kind, aliases, roles) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (n, s.id, sound(s.name), s.kind, json.dumps(s.aliases), json.dumps(s.roles))
                for n, s in enumerate(speakers)
            ),
        )
        self._base.executemany(
            "INSERT OR IGNORE INTO called VALUES (?, ?)",
            ((sound(name), n) for n, s in enumerate(speakers) for name in (s.name, *s.aliases)),
        )
        for n, (name, speaker) in enumerate(self._base.execute("SELECT name, speaker FROM called").fetchall()):
            self._base.execute("INSERT INTO bearers VALUES (?, ?)", (n, speaker))
            self._base.execute("INSERT INTO names (rowid, name) VALUES (?, ?)", (n, folded(name)))
        numbers = {key: number for number, key in enumerate(self._keys)}
        self._base.executemany(
            "INSERT OR REPLACE INTO entities VALUES (?, ?, ?)",
            ((numbers[key], entity, n) for n, s in enumerate(speakers) for key, entity in s.entities),
        )

    def _write_occurrences(self) -> list[Item]:
        """Write where every speaker is quoted or named; gives the quotes that can be part of a statement."""
        items: list[Item] = []
        for number, key, analysis, _ in self._by_key("Gathering quotes"):
            of = dict(
                self._base.execute("SELECT entity, speaker FROM entities WHERE article = ?", (number,)).fetchall()
            )
            stands_for = {(key, entity): Speaker(str(n), "", "person") for entity, n in of.items()}
            self._base.executemany(
                "INSERT INTO occurrences VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (int(speaker), number, nth, *o.span, o.quote)
                    for nth, (speaker, o) in enumerate(occurrences_in(key, analysis, stands_for))
                ),
            )
            items += items_of([(key, analysis)], {(key, entity): self._ids[n] for entity, n in of.items()})
        self._report("Comparing quotes", 0, 0)
        return items

    def _write_statements(self, statements: Iterable[Statement]) -> None:
        """Write the statements in library order."""
        numbers = {key: number for number, key in enumerate(self._keys)}
        found = [(sorted((numbers[key], quote) for key, quote in s.quotes), s.id, s.speaker) for s in statements]
        found.sort(key=lambda s: (s[0][0], s[1]))
        for n, (places, id_, speaker) in enumerate(found):
            self._base.execute("INSERT INTO statements VALUES (?, ?, ?)", (n, id_, speaker))
            self._base.executemany("INSERT INTO reported VALUES (?, ?, ?)", ((n, *place) for place in places))

    def _write_copies(self) -> None:
        """Write which articles are one report."""
        self._report("Finding copies", 0, 0)
        numbers = {key: number for number, key in enumerate(self._keys)}
        found = families((key, self._analysis(number)) for key, number in numbers.items())
        for n, family in enumerate(dict.fromkeys(found.values())):
            self._base.executemany(
                "INSERT INTO copies VALUES (?, ?, ?)", ((numbers[key], n, nth) for nth, key in enumerate(family))
            )
        self._write_reports({numbers[key]: [numbers[k] for k in family] for key, family in found.items()})

    def _write_reports(self, families: Mapping[int, Sequence[int]]) -> None:
        """Give every row its place in a list in which copies stand as one: its report's, and its own within that."""
        reports = array("q", bytes(8 * (len(self._keys) + len(self._plan.problems))))
        found, nths, more = array("q", reports), array("q", reports), array("q", reports)
        seen = bytearray(len(reports))
        report = reading = 0
        for (number,) in self._base.execute("SELECT number FROM rows ORDER BY place").fetchall():
            if seen[number]:
                continue
            family = families.get(number, (number,))
            for nth, member in enumerate(family):
                seen[member] = 1
                reports[member], nths[member], found[member] = report, nth, reading
                reading += 1
            more[family[0]] = len(family) - 1
            report += 1
        self._base.executemany(
            "UPDATE rows SET report = ?, nth = ?, reading = ?, more = ? WHERE number = ?",
            zip(reports, nths, found, more, range(len(reports)), strict=True),
        )
