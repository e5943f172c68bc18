"""A few files that are new, changed or gone, worked into a library's snapshot without resolving the library anew.

The next snapshot is a copy of the last with these articles in it, made in about a second. What is said of them is what
the whole library would say too, but less of it: a speaker is one of the library's only where the full names, or the
names of a body, are the same, and copies are not looked for. The rest waits until names are compared across the
library again; `waiting` tells how many articles wait for that.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from msgspec.structs import asdict

from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.corrections import Place
from reader.library.library import occurrences_in, row_of
from reader.library.meeting import id_by_origin, known_speaker
from reader.library.packing import unpacked
from reader.library.reading import sound
from reader.library.snapshot import key_of_twin, path_of
from reader.library.standings import standings
from reader.library.store import Done, Store
from reader.loading.discover import shown
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.problems import Problem
from reader.model.speakers import Entity, Speaker
from reader.speakers.library import resolve
from reader.text.folding import folded
from reader.text.guard import visible_line


class Change(NamedTuple):
    """A file that is not as the snapshot has it."""

    root: int
    """Which of the given paths it lies under."""
    below: str
    """Its path from there."""
    done: Done | None
    """What became of it; None where it is gone."""


class _New(NamedTuple):
    number: int
    key: str
    analysis: Analysis


class Copy:
    """A snapshot being copied beside the program, to be changed once it is whole."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.new = file.with_name(f"{file.name}.{os.getpid()}.new")
        self._fault: OSError | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            shutil.copyfile(self.file, self.new)
        except OSError as error:
            self._fault = error

    def ready(self) -> Path:
        """The copy, once it is whole. Raises OSError where it cannot be made."""
        self._thread.join()
        if self._fault is not None:
            raise self._fault
        return self.new

    def drop(self) -> None:
        """Take it away, unless it has become the snapshot."""
        self._thread.join()
        self.new.unlink(missing_ok=True)


def added(copy: Copy, changes: Iterable[Change], store: Store, book: MarkBook | None) -> bool:
    """Work changed files into the snapshot that is being copied; False where it has them as they are already.

    Args: changes: looked at while it is copied. Raises sqlite3.Error or OSError where that is impossible.
    """
    try:
        found = list(changes)
        with closing(sqlite3.connect(copy.ready(), isolation_level=None)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            base.execute("PRAGMA cache_size = -65536")
            base.execute("BEGIN")
            adding = _Adding(base, store, book)
            if not adding.all(found):
                return False
            _sign(base, found, adding)
            base.execute("COMMIT")
        with open(copy.new, "rb") as written:
            os.fsync(written.fileno())
        os.replace(copy.new, copy.file)
        return True
    finally:
        copy.drop()


def problems_in(base: sqlite3.Connection) -> list[tuple[str, str]]:
    """(path, problem) of the files of a snapshot that did not open."""
    query = "SELECT title, problem FROM rows WHERE key >= '!' AND key < '\"' AND problem IS NOT NULL ORDER BY number"
    return base.execute(query).fetchall()


def waiting(base: sqlite3.Connection) -> int:
    """How many articles of a snapshot wait until names are compared across the library."""
    found = base.execute("SELECT value FROM meta WHERE name = 'added'").fetchone()
    return int(found[0]) if found else 0


def _sign(base: sqlite3.Connection, changes: Sequence[Change], adding: _Adding) -> None:
    """Say in the snapshot that it is another, and not what the whole library would give."""
    (digest,) = base.execute("SELECT value FROM meta WHERE name = 'digest'").fetchone()
    total = hashlib.sha256(digest.encode())
    for change in changes:
        said = (change.done.key, change.done.problem) if change.done else None
        total.update(os.fsencode(f"{change.root}:{change.below}:{said}\n"))
    values = [
        ("digest", f"added:{total.hexdigest()}"), ("added", str(waiting(base) + max(1, adding.fresh, adding.gone))),
        ("fresh", str(adding.fresh)), ("changes", json.dumps(adding.counts)),
    ]  # fmt: skip
    base.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)


class _Adding:
    """One snapshot on its way to the next."""

    def __init__(self, base: sqlite3.Connection, store: Store, book: MarkBook | None) -> None:
        self._base, self._store, self._book = base, store, book
        self._outlets = outlet_lines(book.acts.outlets) if book else {}
        self._roots: Sequence[str] = json.loads(self._one("SELECT value FROM meta WHERE name = 'roots'"))
        self._closed = problems_in(base)
        """Files that did not open."""
        self._anew = False
        """True where rows went, and not only came."""
        self._touched: set[int] = set()
        """Speakers whose counts are others now."""
        self._freed: list[int] = []
        """Ranks of speakers that went."""
        self.fresh = self.gone = 0
        """Articles that came, and that went; those of a changed file do both."""
        self.counts = (0, 0, 0)
        """Files that are new, changed, gone."""

    def all(self, changes: Sequence[Change]) -> bool:
        """Every table; False where nothing differs."""
        changed = [change for change in changes if not self._same(change)]
        if not changed:
            return False
        paths = {self._shown(change.root, change.below) for change in changed}
        self._count(changed)
        self._lift_problems(paths)
        self.gone = self._removed(changed)
        new = self._inserted(changed)
        self.fresh = len(new)
        self._settle_speakers(new)
        self._lay_problems([c.done.problem for c in changed if c.done and c.done.problem])
        self._place()
        self._rank()
        return True

    def _count(self, changes: Sequence[Change]) -> None:
        """Note how many files are new, changed, gone."""
        closed = {path for path, _ in self._closed}
        known = [bool(self._rows(c)) or self._shown(c.root, c.below) in closed for c in changes]
        there = [change.done is not None for change in changes]
        self.counts = (
            sum(now and not before for now, before in zip(there, known, strict=True)),
            sum(now and before for now, before in zip(there, known, strict=True)),
            sum(not now for now in there),
        )

    def _one(self, query: str, *values: object) -> str:
        """The one value of an answer."""
        return str(self._base.execute(query, values).fetchone()[0])

    def _shown(self, root: int, below: str) -> str:
        return visible_line(shown(path_of(self._roots, root, below)))

    # -- what there is

    def _same(self, change: Change) -> bool:
        """True where the snapshot has a file as it is."""
        here = [stored for stored, _ in self._rows(change)]
        if change.done is None or change.done.problem is None:
            if sound(self._shown(change.root, change.below)) in {path for path, _ in self._closed}:
                return False
            key = change.done.key if change.done else ""
            return here == [number for number, _ in self._store.numbers(key)]
        return not here and json.dumps(asdict(change.done.problem)) in {problem for _, problem in self._closed}

    def _rows(self, change: Change) -> list[tuple[int, int]]:
        """(number in the store, number) of a file's articles."""
        query = "SELECT stored, number FROM rows WHERE root = ? AND below = ? ORDER BY part"
        return self._base.execute(query, (change.root, os.fsencode(change.below))).fetchall()

    # -- what goes

    def _removed(self, changes: Sequence[Change]) -> int:
        """Take out what the changed files held; how many articles that were."""
        numbers = sorted((number for change in changes for _, number in self._rows(change)), reverse=True)
        for number in numbers:
            self._forget(number)
        self._anew = self._anew or bool(numbers)
        return len(numbers)

    def _forget(self, number: int) -> None:
        """Take out an article; the last one gets its number, so that there is no gap."""
        base = self._base
        speakers = self._speakers_in(number)
        self._touched.update(speakers)
        base.executemany("DELETE FROM occurrences WHERE speaker = ? AND article = ?", ((s, number) for s in speakers))
        base.execute("DELETE FROM entities WHERE article = ?", (number,))
        self._forget_quotes(number)
        self._forget_copy(number)
        base.execute("DELETE FROM rows WHERE number = ?", (number,))
        last = int(self._one("SELECT coalesce(max(number), -1) FROM rows WHERE number < ?", _APART))
        if last > number:
            moved = "UPDATE occurrences SET article = ? WHERE speaker = ? AND article = ?"
            base.executemany(moved, [(number, s, last) for s in self._speakers_in(last)])
            for table, column in _OF_ARTICLE:
                base.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (number, last))

    def _speakers_in(self, article: int) -> list[int]:
        found = self._base.execute("SELECT DISTINCT speaker FROM entities WHERE article = ?", (article,))
        return [speaker for (speaker,) in found]

    def _forget_quotes(self, article: int) -> None:
        """Take its quotes out of the statements; a statement that one article is left of is none."""
        base = self._base
        touched = [s for (s,) in base.execute("SELECT DISTINCT statement FROM reported WHERE article = ?", (article,))]
        base.execute("DELETE FROM reported WHERE article = ?", (article,))
        for statement in sorted(touched, reverse=True):
            if int(self._one("SELECT count(DISTINCT article) FROM reported WHERE statement = ?", statement)) > 1:
                continue
            base.execute("DELETE FROM reported WHERE statement = ?", (statement,))
            base.execute("DELETE FROM statements WHERE number = ?", (statement,))
            last = base.execute("SELECT max(number) FROM statements").fetchone()[0]
            if last is not None and last > statement:
                base.execute("UPDATE statements SET number = ? WHERE number = ?", (statement, last))
                base.execute("UPDATE reported SET statement = ? WHERE statement = ?", (statement, last))

    def _forget_copy(self, article: int) -> None:
        """Take it out of its report; one that is left alone is no copy."""
        base = self._base
        found = base.execute("SELECT family FROM copies WHERE article = ?", (article,)).fetchone()
        if found is None:
            return
        base.execute("DELETE FROM copies WHERE article = ?", (article,))
        left = base.execute("SELECT article FROM copies WHERE family = ? ORDER BY nth", found).fetchall()
        if len(left) == 1:
            base.execute("DELETE FROM copies WHERE family = ?", found)
        base.executemany("UPDATE copies SET nth = ? WHERE article = ?", [(n, a) for n, (a,) in enumerate(left)])

    # -- what comes

    def _inserted(self, changes: Sequence[Change]) -> list[_New]:
        """Write a row for every article of the changed files."""
        new: list[_New] = []
        number = self._articles()
        for change in changes:
            for stored, id_ in self._store.numbers(change.done.key) if change.done and change.done.key else ():
                packed = self._store.one(stored)
                if packed is None:
                    raise sqlite3.DatabaseError("an analysis is missing")
                key = self._free_key(id_)
                found = unpacked(packed, self._shown(change.root, change.below))
                analysis, _ = of_person(key, found, self._book, self._outlets)
                row = row_of(key, analysis)
                self._base.execute(
                    "INSERT INTO rows (number, key, root, below, part, title, outlet, date, agency, words, quotes, "
                    "stored, nth, more) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
                    (
                        number, key, change.root, os.fsencode(change.below), row.part, sound(row.title),
                        *(sound(word) if word else word for word in (row.outlet, row.date, row.agency)),
                        row.words, row.quotes, stored,
                    ),
                )  # fmt: skip
                new.append(_New(number, key, analysis))
                number += 1
        return new

    def _free_key(self, id_: str) -> str:
        """The key of another article of an id."""
        count = 1
        while int(self._one("SELECT count(*) FROM rows WHERE key = ?", key_of_twin(id_, count))):
            count += 1
        return key_of_twin(id_, count)

    def _articles(self) -> int:
        """How many articles there are; their numbers are 0, 1, ..."""
        return int(self._one("SELECT coalesce(max(number), -1) + 1 FROM rows WHERE number < ?", _APART))

    def _lift_problems(self, changed: Set[str]) -> None:
        """Number the files that did not open out of the way of the articles; those that changed are taken out."""
        for path, problem in self._closed:
            if path in changed:
                self._base.execute("DELETE FROM rows WHERE title = ? AND problem = ?", (sound(path), problem))
                self._anew = True
        self._base.execute(
            "UPDATE rows SET number = number + ? WHERE key >= '!' AND key < '\"' AND problem IS NOT NULL", (_APART,)
        )

    def _lay_problems(self, new: Iterable[Problem]) -> None:
        """Number the files that did not open after the articles, new ones last."""
        first, base = self._articles(), self._base
        rows = base.execute("SELECT number FROM rows WHERE number >= ? ORDER BY number", (_APART,)).fetchall()
        base.executemany(
            "UPDATE rows SET number = ? WHERE number = ?", [(n, old) for n, (old,) in enumerate(rows, first)]
        )
        for number, problem in enumerate(new, first + len(rows)):
            path, count = problem.path, 1
            while int(self._one("SELECT count(*) FROM rows WHERE key = ?", f"!{path}" + f"#{count}" * (count > 1))):
                count += 1
            self._base.execute(
                "INSERT INTO rows (number, key, part, title, words, quotes, problem, nth, more) "
                "VALUES (?, ?, 1, ?, 0, 0, ?, 0, 0)",
                (number, f"!{path}" + f"#{count}" * (count > 1), sound(path), json.dumps(asdict(problem))),
            )

    # -- who speaks

    def _settle_speakers(self, new: Sequence[_New]) -> None:
        """Give the new articles' entities their speakers, and write where these occur."""
        ordered = sorted(new, key=lambda one: one.key)
        entities = {(one.key, n): e for one in ordered for n, e in enumerate(one.analysis.entities)}
        of = self._speakers_of(ordered, entities)
        ids: dict[int, Speaker] = {n: Speaker(str(n), "", "person") for n in set(of.values())}
        stands_for = {place: ids[n] for place, n in of.items()}
        for one in new:
            mine = [(one.number, entity, n) for (key, entity), n in of.items() if key == one.key]
            self._base.executemany("INSERT INTO entities VALUES (?, ?, ?)", mine)
            self._base.executemany(
                "INSERT INTO occurrences VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (int(speaker), one.number, nth, *o.span, o.quote)
                    for nth, (speaker, o) in enumerate(occurrences_in(one.key, one.analysis, stands_for))
                ),
            )
        self._touched.update(of.values())

    def _speakers_of(self, new: Sequence[_New], entities: Mapping[Place, Entity]) -> dict[Place, int]:
        """The speakers' numbers: of those whom the library knows, theirs, of others new ones."""
        keyed = [(one.key, one.analysis) for one in new]
        of: dict[Place, int] = {}
        settled: set[tuple[Place, ...]] = set()
        for speaker in resolve(keyed, everybody=True):
            number = known_speaker(self._base, speaker, entities)
            if number is not None:
                self._learn(number, speaker)
                of.update((place, number) for place in speaker.entities)
                settled.add(speaker.entities)
        for speaker in resolve(keyed):
            if speaker.entities not in settled:
                number = self._born(speaker, entities)
                of.update((place, number) for place in speaker.entities)
        return of

    def _learn(self, number: int, speaker: Speaker) -> None:
        """Let a speaker be called what new articles call them too."""
        base = self._base
        aliases, roles = base.execute("SELECT aliases, roles FROM speakers WHERE number = ?", (number,)).fetchone()
        names = list(dict.fromkeys((*json.loads(aliases), *speaker.aliases)))
        known_as = list(dict.fromkeys((*json.loads(roles), *speaker.roles)))
        base.execute(
            "UPDATE speakers SET aliases = ?, roles = ? WHERE number = ?",
            (json.dumps(names), json.dumps(known_as), number),
        )
        self._call(number, names)

    def _born(self, speaker: Speaker, entities: Mapping[Place, Entity]) -> int:
        """Write a new speaker."""
        number = int(self._one("SELECT coalesce(max(number), -1) + 1 FROM speakers"))
        id_ = speaker.id
        if int(self._one("SELECT count(*) FROM speakers WHERE id = ?", id_)):
            id_ = id_by_origin(speaker, entities)
        self._base.execute(
            "INSERT INTO speakers (number, id, name, kind, aliases, roles) VALUES (?, ?, ?, ?, ?, ?)",
            (number, id_, sound(speaker.name), speaker.kind, json.dumps(speaker.aliases), json.dumps(speaker.roles)),
        )
        self._call(number, (speaker.name, *speaker.aliases))
        return number

    def _call(self, number: int, names: Iterable[str]) -> None:
        """Let a speaker be found by names."""
        for name in map(sound, names):
            if self._base.execute("INSERT OR IGNORE INTO called VALUES (?, ?)", (name, number)).rowcount:
                at = self._base.execute("SELECT coalesce(max(id), -1) + 1 FROM names_docsize").fetchone()[0]
                self._base.execute("INSERT INTO bearers VALUES (?, ?)", (at, number))
                self._base.execute("INSERT INTO names (rowid, name) VALUES (?, ?)", (at, folded(name)))

    # -- the order of things

    def _place(self) -> None:
        """Give every row its place in the lists."""
        rows = self._base.execute("SELECT number FROM rows WHERE place IS NULL").fetchall()
        new = sorted((number for (number,) in rows), key=self._by_path)
        if self._anew:
            self._order_anew(new)
        else:
            self._make_room(new)

    def _make_room(self, new: Sequence[int]) -> None:
        """The same where rows only came: each is a report of its own, and all that follow move on."""
        base = self._base
        count = int(self._one("SELECT count(*) FROM rows WHERE place IS NOT NULL"))
        places = [bisect_left(range(count), self._by_path(n), key=lambda at: self._by_path(self._at(at))) for n in new]
        reports = [self._reports_before(place) for place in places]
        query = "SELECT reading FROM rows WHERE report = ? AND nth = 0"
        readings = [row[0] if (row := base.execute(query, (r,)).fetchone()) else count for r in reports]
        base.create_function("moved", 1, lambda place: place + bisect_right(places, place), deterministic=True)
        base.create_function("later", 1, lambda report: bisect_right(reports, report), deterministic=True)
        with _Without(base, ("rows_by_place", "rows_by_report")):
            base.execute(
                "UPDATE rows SET place = moved(place), report = report + later(report), "
                "reading = reading + later(report) WHERE place >= ? OR report >= ?",
                (places[0], reports[0]),
            )
            base.executemany(
                "UPDATE rows SET place = ?, report = ?, reading = ? WHERE number = ?",
                [
                    (p + n, r + n, s + n, new[n])
                    for n, (p, r, s) in enumerate(zip(places, reports, readings, strict=True))
                ],
            )

    def _at(self, place: int) -> int:
        return int(self._one("SELECT number FROM rows WHERE place = ?", place))

    def _reports_before(self, place: int) -> int:
        """How many reports begin before a place: looked for backwards, up to the first article without copies."""
        most = -1
        query = "SELECT report, nth, more FROM rows WHERE place < ? ORDER BY place DESC"
        for report, nth, more in self._base.execute(query, (place,)):
            most = max(most, report)
            if not nth and not more:
                break
        return most + 1

    def _order_anew(self, new: Sequence[int]) -> None:
        """The same where rows went too."""
        base = self._base
        order = [n for (n,) in base.execute("SELECT number FROM rows WHERE place IS NOT NULL ORDER BY place")]
        for number in new:
            order.insert(bisect_left(order, self._by_path(number), key=self._by_path), number)
        families: dict[int, list[int]] = {}
        together: dict[int, list[int]] = defaultdict(list)
        for article, family in base.execute("SELECT article, family FROM copies ORDER BY family, nth"):
            together[family].append(article)
            families[article] = together[family]
        place = [0] * len(order)
        for at, number in enumerate(order):
            place[number] = at
        for name, values in (("place", place), *standings(order, families)._asdict().items()):
            base.create_function(f"now_{name}", 1, values.__getitem__, deterministic=True)
        with _Without(base, ("rows_by_place", "rows_by_report")):
            base.execute(
                "UPDATE rows SET place = now_place(number), report = now_report(number), nth = now_nth(number), "
                "reading = now_reading(number), more = now_more(number) WHERE place IS NULL "
                "OR place != now_place(number) OR reading != now_reading(number) OR report != now_report(number) "
                "OR nth != now_nth(number) OR more != now_more(number)"
            )

    def _by_path(self, number: int) -> tuple[str, int, int]:
        """What rows are ordered by."""
        query = "SELECT root, below, part, title FROM rows WHERE number = ?"
        root, below, part, title = self._base.execute(query, (number,)).fetchone()
        return (title if root is None else self._shown(root, os.fsdecode(below)), part, number)

    def _rank(self) -> None:
        """Count anew who occurs how often, and order the speakers by it; who occurs nowhere any more is none."""
        base = self._base
        for number in sorted(self._touched, reverse=True):
            if not int(self._one("SELECT count(*) FROM (SELECT 1 FROM entities WHERE speaker = ? LIMIT 1)", number)):
                self._forget_speaker(number)
                continue
            base.execute(
                "UPDATE speakers SET (quotes, mentions, articles) = (SELECT count(quote), count(*) - count(quote), "
                "count(DISTINCT article) FROM occurrences WHERE speaker = ?1) WHERE number = ?1",
                (number,),
            )
        touched = sorted(self._touched, key=self._by_weight)
        query = "SELECT rank FROM speakers WHERE number = ?"
        ranks = [base.execute(query, (number,)).fetchone()[0] for number in touched]
        taken = sorted([rank for rank in ranks if rank is not None] + self._freed)
        left = int(self._one("SELECT count(rank) + ? - ? FROM speakers", len(self._freed), len(taken)))

        def weight(at: int) -> tuple[int, int, bytes, str]:
            """Of who has the so-and-so-many-th rank of those that stay in their order."""
            for rank in taken:
                at += rank <= at
            return self._by_weight(int(self._one("SELECT number FROM speakers WHERE rank = ?", at)))

        places = [bisect_left(range(left), self._by_weight(number), key=weight) for number in touched]

        def moved(rank: int) -> int:
            at = rank - bisect_left(taken, rank)
            return at + bisect_right(places, at)

        base.create_function("moved_rank", 1, moved, deterministic=True)
        with _Without(base, ("speakers_by_rank",)):
            base.execute(
                "UPDATE speakers SET rank = moved_rank(rank) WHERE rank >= ?", (min([*taken, *places], default=0),)
            )
            base.executemany(
                "UPDATE speakers SET rank = ? WHERE number = ?",
                [(at + n, number) for n, (at, number) in enumerate(zip(places, touched, strict=True))],
            )

    def _by_weight(self, number: int) -> tuple[int, int, bytes, str]:
        """What speakers are ordered by."""
        query = "SELECT -quotes, -mentions, name, id FROM speakers WHERE number = ?"
        quotes, mentions, name, id_ = self._base.execute(query, (number,)).fetchone()
        return quotes, mentions, name.encode(), id_

    def _forget_speaker(self, number: int) -> None:
        """Take out a speaker; the last one gets the number."""
        base = self._base
        (rank,) = base.execute("SELECT rank FROM speakers WHERE number = ?", (number,)).fetchone()
        if rank is not None:
            self._freed.append(rank)
        for table, column in _OF_SPEAKER:
            base.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))
        last = int(self._one("SELECT coalesce(max(number), -1) FROM speakers"))
        self._touched.discard(number)
        if last > number:
            for table, column in _OF_SPEAKER:
                base.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (number, last))
            if last in self._touched:
                self._touched.remove(last)
                self._touched.add(number)


_APART = 1 << 40
"""Beyond the numbers of all articles."""
_OF_ARTICLE = (("entities", "article"), ("reported", "article"), ("copies", "article"), ("rows", "number"))
"""Where articles' numbers stand, but for the occurrences, which are found by their speakers."""
_OF_SPEAKER = (
    ("called", "speaker"), ("bearers", "speaker"), ("entities", "speaker"), ("occurrences", "speaker"),
    ("speakers", "number"),
)  # fmt: skip
"""Where speakers' numbers stand."""


class _Without:
    """Indices are dropped for as long as what they are over is written."""

    def __init__(self, base: sqlite3.Connection, names: Sequence[str]) -> None:
        self._base, self._names = base, names
        self._made: list[str] = []

    def __enter__(self) -> None:
        for name in self._names:
            (made,) = self._base.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            self._made.append(made)
            self._base.execute(f"DROP INDEX {name}")

    def __exit__(self, *_: object) -> None:
        for made in self._made:
            self._base.execute(made)
