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
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from msgspec.structs import asdict

from reader.library.belonging import outlet_lines
from reader.library.composing import of_person
from reader.library.corrections import Place
from reader.library.counts import write_counts
from reader.library.entries import free_key, put_article, put_problem, put_speaker
from reader.library.library import occurrences_in, row_of
from reader.library.meeting import id_by_origin, known_speaker
from reader.library.ordering import Places, Ranks, value_of
from reader.library.packing import unpacked
from reader.library.plan import Source, key_of_problem, key_of_twin, shown_path
from reader.library.reading import sound
from reader.library.store import Done, Store
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.problems import Problem
from reader.model.speakers import Entity, Speaker
from reader.speakers.library import resolve
from reader.text.folding import folded


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
            write_counts(base)
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
        self._roots: Sequence[str] = json.loads(value_of(self._base, "SELECT value FROM meta WHERE name = 'roots'"))
        self._closed = problems_in(base)
        """Files that did not open."""
        self._anew = False
        """True where rows went, and not only came."""
        self._ranks = Ranks(base)
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
        Places(self._base, self._roots).settle(anew=self._anew)
        self._ranks.settle()
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

    def _shown(self, root: int, below: str) -> str:
        return shown_path(self._roots, root, below)

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
        self._ranks.touched.update(speakers)
        base.executemany("DELETE FROM occurrences WHERE speaker = ? AND article = ?", ((s, number) for s in speakers))
        base.execute("DELETE FROM entities WHERE article = ?", (number,))
        self._forget_quotes(number)
        self._forget_copy(number)
        base.execute("DELETE FROM rows WHERE number = ?", (number,))
        last = int(value_of(self._base, "SELECT coalesce(max(number), -1) FROM rows WHERE number < ?", _APART))
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
            if int(value_of(base, "SELECT count(DISTINCT article) FROM reported WHERE statement = ?", statement)) > 1:
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
            if change.done is None or not change.done.key:
                continue
            source = Source(change.root, change.below, change.done.key)
            for stored, id_ in self._store.numbers(source.key):
                packed = self._store.one(stored)
                if packed is None:
                    raise sqlite3.DatabaseError("an analysis is missing")
                key = free_key(self._base, id_, key_of_twin)
                found = unpacked(packed, self._shown(change.root, change.below))
                analysis, _ = of_person(key, found, self._book, self._outlets)
                put_article(self._base, number, key, source, row_of(key, analysis), stored)
                new.append(_New(number, key, analysis))
                number += 1
        return new

    def _articles(self) -> int:
        """How many articles there are; their numbers are 0, 1, ..."""
        return int(value_of(self._base, "SELECT coalesce(max(number), -1) + 1 FROM rows WHERE number < ?", _APART))

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
            put_problem(self._base, number, free_key(self._base, problem.path, key_of_problem), problem)

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
        self._ranks.touched.update(of.values())

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
        number = int(value_of(self._base, "SELECT coalesce(max(number), -1) + 1 FROM speakers"))
        id_ = speaker.id
        if int(value_of(self._base, "SELECT count(*) FROM speakers WHERE id = ?", id_)):
            id_ = id_by_origin(speaker, entities)
        put_speaker(self._base, number, id_, speaker)
        self._call(number, (speaker.name, *speaker.aliases))
        return number

    def _call(self, number: int, names: Iterable[str]) -> None:
        """Let a speaker be found by names."""
        for name in map(sound, names):
            if self._base.execute("INSERT OR IGNORE INTO called VALUES (?, ?)", (name, number)).rowcount:
                at = self._base.execute("SELECT coalesce(max(id), -1) + 1 FROM names_docsize").fetchone()[0]
                self._base.execute("INSERT INTO bearers VALUES (?, ?)", (at, number))
                self._base.execute("INSERT INTO names (rowid, name) VALUES (?, ?)", (at, folded(name)))


_APART = 1 << 40
"""Beyond the numbers of all articles."""
_OF_ARTICLE = (("entities", "article"), ("reported", "article"), ("copies", "article"), ("rows", "number"))
"""Where articles' numbers stand, but for the occurrences, which are found by their speakers."""
