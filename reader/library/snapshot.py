"""A whole library resolved and written into one SQLite file that never changes again: what large libraries are read
from. Made in a file beside it and moved into place, so that a reader has the old one or the new one, never half.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.copying import same_reports_of
from reader.library.corrections import Place
from reader.library.counts import write_counts
from reader.library.digest import Digest, condensed, digest, expanded
from reader.library.entries import put_article, put_problem, put_speaker
from reader.library.grouping import Grouping, Quoted, twins
from reader.library.naming import Said, Speakers, drawn
from reader.library.packing import Packed, unpacked
from reader.library.plan import (
    VERSION,
    Plan,
    Source,
    corrections_digest,
    digest_of,
    key_of_problem,
    key_of_twin,
    shown_path,
)
from reader.library.reading import sound
from reader.library.registry import Registry, run
from reader.library.standings import standings
from reader.library.store import Store
from reader.library.syndication import kept_runs
from reader.library.tables import INDICES, TABLES
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.speakers import Speaker
from reader.speakers.identity import united
from reader.speakers.library import Clusters, wanted
from reader.statements.group import Voice
from reader.text.folding import folded

CACHE = 16384
"""KiB of a database that are held."""
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


def write(file: Path, plan: Plan, store: Store, book: MarkBook | None, report: Report) -> None:
    """Resolve a library and write it to a file. Raises sqlite3.Error or OSError where that is impossible.

    Args: book: the person's marks, already attached to the library's articles.
    """
    began = time.process_time()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            base.execute(f"PRAGMA cache_size = -{CACHE}")
            base.executescript(TABLES)
            base.execute("BEGIN")
            _Writing(base, plan, store, book, report).all()
            base.executemany(
                "INSERT INTO meta VALUES (?, ?)",
                [
                    ("digest", digest_of(plan, book)), ("skipped", str(plan.skipped)), ("store", str(store.file)),
                    ("roots", json.dumps(plan.roots)), ("corrections", corrections_digest(book)),
                    ("version", str(VERSION)), ("seconds", str(round(time.process_time() - began))),
                ],
            )  # fmt: skip
            write_counts(base)
            base.execute("COMMIT")
        with open(new, "rb") as written:
            os.fsync(written.fileno())
        os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)


class _Writing:
    """One library on its way into a file. What is looked up on the way lies in databases that go when they are closed;
    in memory there are a few bytes an article, a name and a quote."""

    def __init__(
        self, base: sqlite3.Connection, plan: Plan, store: Store, book: MarkBook | None, report: Report
    ) -> None:
        self._base, self._plan, self._store, self._book, self._report = base, plan, store, book, report
        self._outlets = outlet_lines(book.acts.outlets) if book else {}
        self._keys: list[str] = []
        """Of every article, in library order."""
        self._stored = array("q")
        self._source = array("l")
        self._list()
        self._order = array("l", sorted(range(len(self._keys)), key=self._keys.__getitem__))
        """The articles by their keys."""

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
        with scratch() as base:
            speakers = self._write_speakers(base)
        with scratch() as base:
            self._write_statements(self._write_occurrences(speakers, base))
        del speakers
        with scratch() as base:
            self._write_copies(base)
        run(self._base, INDICES + _RANKED)

    def _digests(self, what: str) -> Iterator[tuple[int, str, Digest, dict[Place, str]]]:
        """(number, key, digest, entities named by hand) of the articles by their keys, corrected."""
        for done, number in enumerate(self._order):
            if not done % 100:
                self._report(what, done, len(self._order))
            key = self._keys[number]
            kept = self._store.digest(self._stored[number])
            found = expanded(kept[0]) if kept else None
            if found is None:
                analysis = self._analysis(number)
                found = digest(analysis)
                self._store.keep_digests([(self._stored[number], condensed(found), kept_runs(analysis))])
            if not self._is_corrected(key, found):
                yield number, key, found, {}
                continue
            right, named = of_person(key, self._analysis(number), self._book, self._outlets)
            yield number, key, digest(right), named

    def _is_corrected(self, key: str, found: Digest) -> bool:
        """True where the person said something that changes an article."""
        mark = self._book.marked(key) if self._book else None
        if mark is not None and (mark.lines or any(quote.corrects for quote in mark.quotes)):
            return True
        return bool(self._outlets and found.outlet and self._outlets.get(found.outlet.casefold()))

    def _analysis(self, number: int) -> Analysis:
        """What was found in an article."""
        source = self._plan.sources[self._source[number]]
        packed: Packed | None = self._store.one(self._stored[number])
        if packed is None:
            raise sqlite3.DatabaseError("an analysis is missing")
        return unpacked(packed, self._path(source))

    def _write_speakers(self, base: sqlite3.Connection) -> Speakers:
        """Write the rows of all articles, and the speakers from what all of them tell."""
        registry, quoted, named = Registry(base), bytearray(), dict[Place, str]()
        for number, key, found, theirs in self._digests("Gathering names"):
            named |= theirs
            put_article(self._base, number, key, self._plan.sources[self._source[number]], found, self._stored[number])
            first = len(registry)
            registry.add(found.entities)
            quoted.extend(bytes(len(found.entities)))
            for where in found.places:
                if where.quote is not None:
                    quoted[first + where.entity] = 1
        self._place_rows()
        self._report("Telling who is who", 0, 0)
        registry.sort()
        clusters = Clusters(united(registry), registry.starts, wanted(quoted, registry.groups()))
        keys = Sorted(self._keys, self._order)
        drawn(base, registry, clusters, keys)
        said = Said(self._book.acts.speakers if self._book else (), named, self._ref_path)
        speakers = Speakers(base, registry, clusters, keys, said)
        for number, speaker in enumerate(speakers):
            self._write_speaker(number, speaker)
        self._write_names()
        ranks = array("l", bytes(self._order.itemsize * len(self._order)))
        for rank, number in enumerate(self._order):
            ranks[number] = rank
        self._base.executemany(
            "INSERT INTO entities VALUES (?, ?, ?)",
            (
                (number, entity, speaker - 1)
                for number, rank in enumerate(ranks)
                for entity, speaker in enumerate(speakers.in_article(rank))
                if speaker
            ),
        )
        return speakers

    def _ref_path(self, key: str) -> str:
        """The path of an article as the book has it."""
        number = self._order[bisect_left(Sorted(self._keys, self._order), key)]
        path = self._path(self._plan.sources[self._source[number]])
        return self._book.ref_path(Article(key, path, "", ())) if self._book else path

    def _place_rows(self) -> None:
        """Write the files that did not open, and give every row its place in the list."""
        seen: Counter[str] = Counter()
        for number, problem in enumerate(self._plan.problems, len(self._keys)):
            seen[problem.path] += 1
            put_problem(self._base, number, key_of_problem(problem.path, seen[problem.path]), problem)
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
        return shown_path(self._plan.roots, source.root, source.below)

    def _write_speaker(self, number: int, speaker: Speaker) -> None:
        """Write a speaker and what it is called."""
        put_speaker(self._base, number, speaker.id, speaker)
        self._base.executemany(
            "INSERT OR IGNORE INTO called VALUES (?, ?)",
            ((sound(name), number) for name in (speaker.name, *speaker.aliases)),
        )

    def _write_names(self) -> None:
        """Write by which words of their names speakers are found."""
        for n, (name, speaker) in enumerate(self._base.execute("SELECT name, speaker FROM called")):
            self._base.execute("INSERT INTO bearers VALUES (?, ?)", (n, speaker))
            self._base.execute("INSERT INTO names (rowid, name) VALUES (?, ?)", (n, folded(name)))

    def _write_occurrences(self, speakers: Speakers, base: sqlite3.Connection) -> Grouping:
        """Write where every speaker is quoted or named; gives the quotes that can be part of a statement."""
        grouping = Grouping(base)
        self._base.execute("CREATE TEMP TABLE places AS SELECT * FROM occurrences")
        for rank, (number, key, found, _) in enumerate(self._digests("Gathering quotes")):
            of = speakers.in_article(rank)
            here = [where for where in found.places if of[where.entity]]
            self._base.executemany(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?)",
                [(of[w.entity] - 1, number, nth, w.start, w.stop, w.quote) for nth, w in enumerate(here)],
            )
            quoted = []
            for quote, twice in zip(found.said, twins([s.text for s in found.said]), strict=True):
                speaker = of[quote.entity] if quote.entity is not None else 0
                quoted.append(Quoted(speaker - 1 if speaker else None, twice, quote.item(key, None)))
            grouping.add(number, quoted)
        self._base.execute("INSERT INTO occurrences SELECT * FROM places ORDER BY speaker, article, nth")
        self._base.execute("DROP TABLE places")
        return grouping

    def _write_statements(self, grouping: Grouping) -> None:
        """Write the statements in library order."""
        run(self._base, "CREATE TEMP TABLE said (article INTEGER, quote INTEGER, id TEXT, speaker TEXT, places TEXT)")
        for quotes in grouping.sets(partial(self._report, "Comparing quotes")):
            voice, places = Voice(), []
            for article, quote, speaker, twice, text in map(grouping.told, quotes):
                who = self._id_of(speaker) if speaker is not None else None
                voice.add((self._keys[article], quote), text, who, twice)
                places.append((article, quote))
            places.sort()
            self._base.execute(
                "INSERT INTO said VALUES (?, ?, ?, ?, ?)", (*places[0], voice.id, voice.speaker, json.dumps(places))
            )
        found = self._base.execute("SELECT id, speaker, places FROM said ORDER BY article, quote, id, places")
        for n, (id_, speaker, joined) in enumerate(found):
            self._base.execute("INSERT INTO statements VALUES (?, ?, ?)", (n, id_, speaker))
            self._base.executemany("INSERT INTO reported VALUES (?, ?, ?)", [(n, *p) for p in json.loads(joined)])
        self._base.execute("DROP TABLE said")

    def _id_of(self, speaker: int) -> str:
        id_: str = self._base.execute("SELECT id FROM speakers WHERE number = ?", (speaker,)).fetchone()[0]
        return id_

    def _runs(self, number: int) -> bytes:
        """By what an article is known in another outlet."""
        return self._store.runs(self._stored[number]) or kept_runs(self._analysis(number))

    def _write_copies(self, base: sqlite3.Connection) -> None:
        """Write which articles are one report."""
        found = same_reports_of(len(self._keys), self._runs, base, partial(self._report, "Finding copies"))
        for n, family in enumerate(found):
            self._base.executemany(
                "INSERT INTO copies VALUES (?, ?, ?)", ((number, n, nth) for nth, number in enumerate(family))
            )
        self._write_reports({number: family for family in found for number in family})

    def _write_reports(self, families: Mapping[int, Sequence[int]]) -> None:
        """Give every row its place in a list in which copies stand as one: its report's, and its own within that."""
        order = [number for (number,) in self._base.execute("SELECT number FROM rows ORDER BY place")]
        found = standings(order, families)
        self._base.executemany(
            "UPDATE rows SET report = ?, nth = ?, reading = ?, more = ? WHERE number = ?",
            zip(*found, range(len(order)), strict=True),
        )


class Sorted(Sequence[str]):
    """Some of a list in another order, without a copy."""

    def __init__(self, values: Sequence[str], order: Sequence[int]) -> None:
        self._values, self._order = values, order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, place: int) -> str:  # type: ignore[override]
        return self._values[self._order[place]]


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """An empty database for what is looked up on the way: it spills into a file without a name, gone when closed."""
    with closing(sqlite3.connect("", isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.execute(f"PRAGMA cache_size = -{CACHE}")
        base.execute("BEGIN")
        yield base
