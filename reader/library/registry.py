"""The entities of a library in a database of their own, for libraries of any size: what one surname has is looked at
at a time, and only a few bytes an entity are held."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Any

from msgspec import msgpack

from reader.speakers.evidence import Evidence
from reader.speakers.people import Name
from reader.speakers.register import Person

_SCHEMA = """
CREATE TABLE told (number INTEGER PRIMARY KEY, data BLOB);
CREATE TABLE full (last TEXT, words TEXT, suffix TEXT, number INTEGER, gender TEXT);
CREATE TABLE short (last TEXT, number INTEGER);
CREATE TABLE bodies (key TEXT, number INTEGER);
CREATE TABLE company (article INTEGER PRIMARY KEY, names BLOB);
CREATE TABLE companions (name INTEGER);
CREATE TABLE offices (office TEXT, number INTEGER);
CREATE TABLE wanted (office TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE bearers (surname TEXT, names TEXT);
"""
_SORTED = """
CREATE INDEX full_by_name ON full (last, words, suffix, number, gender);
CREATE INDEX short_by_last ON short (last, number);
CREATE INDEX bodies_by_key ON bodies (key, number);
CREATE TABLE held (name INTEGER PRIMARY KEY, articles INTEGER);
INSERT INTO held SELECT name, count(*) FROM companions GROUP BY name;
DROP TABLE companions;
"""
_KNOWN = """
CREATE TABLE known (root INTEGER, office TEXT, PRIMARY KEY (root, office)) WITHOUT ROWID;
INSERT OR IGNORE INTO known SELECT root(number), office FROM offices WHERE office IN (SELECT office FROM wanted)
    ORDER BY 1, 2;
"""
_ENCODER = msgpack.Encoder()
_DECODER = msgpack.Decoder(Evidence)


def run(base: sqlite3.Connection, script: str) -> None:
    """Execute some statements within the transaction that is open."""
    for statement in filter(str.strip, script.split(";")):
        base.execute(statement)


class Registry:
    """A `Register` in a database."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Args: base: an empty database that nobody else uses."""
        self._base = base
        self.starts = array("I")
        """The number of every article's first entity."""
        self._people = bytearray()
        """Whether an entity is a person."""
        self._lone = array("I")
        """Those without a name who have an office."""
        self._groups = array("I")
        run(base, _SCHEMA)

    def __len__(self) -> int:
        return len(self._people)

    def add(self, told: Sequence[Evidence]) -> None:
        """Add the next article's entities; articles come in the order of their keys."""
        first, article = len(self), len(self.starts)
        self.starts.append(first)
        self._people.extend(e.kind == "person" for e in told)
        insert = self._base.executemany
        insert("INSERT INTO told VALUES (?, ?)", [(n, _ENCODER.encode(e)) for n, e in enumerate(told, first)])
        full, short, bodies, offices = [], [], [], []
        for number, e in enumerate(told, first):
            if len(e.words) > 1:
                full.append((e.words[-1], " ".join(e.words), e.suffix, number, e.gender))
            elif e.words:
                short.append((e.words[0], number))
            bodies += [(key, number) for key in e.keys]
            if e.kind == "person":
                offices += [(office, number) for office in e.offices]
            elif e.kind == "unnamed" and e.offices:
                self._lone.append(number)
                insert("INSERT OR IGNORE INTO wanted VALUES (?)", [(office,) for office in e.offices])
            elif e.kind == "group" and e.members:
                self._groups.append(number)
        insert("INSERT INTO full VALUES (?, ?, ?, ?, ?)", full)
        insert("INSERT INTO short VALUES (?, ?)", short)
        insert("INSERT INTO bodies VALUES (?, ?)", bodies)
        insert("INSERT INTO offices VALUES (?, ?)", offices)
        company = array("q", {hash(e.companion) for e in told if e.companion})
        insert("INSERT INTO companions VALUES (?)", [(name,) for name in company])
        self._base.execute("INSERT INTO company VALUES (?, ?)", (article, company.tobytes()))

    def sort(self) -> None:
        """Make ready to be asked, once all articles are there."""
        run(self._base, _SORTED)

    def told(self, number: int) -> Evidence:
        """What an entity tells."""
        return _DECODER.decode(self._base.execute("SELECT data FROM told WHERE number = ?", (number,)).fetchone()[0])

    def article(self, number: int) -> int:
        """The article of an entity, counted in the order of keys."""
        return bisect_right(self.starts, number) - 1

    def alike(self) -> Iterator[tuple[int, int]]:
        """Pairs of people with one full name, and of bodies with one of their names in common."""
        for query in ("SELECT last, words, suffix, number FROM full ORDER BY last, words, suffix, number",
                      "SELECT key, number FROM bodies ORDER BY key, number"):  # fmt: skip
            name, first = None, 0
            for *known, number in self._base.execute(query):
                if known != name:
                    name, first = known, number
                else:
                    yield first, number

    def full(self) -> Iterator[Sequence[Person]]:
        """The full names, those of one surname together, without what is known of their bearers."""
        surnames = {last for (last,) in self._base.execute("SELECT DISTINCT last FROM short")}
        self._surnames: Set[str] = surnames
        rows = self._base.execute(
            "SELECT last, words, suffix, min(number), count(*), group_concat(DISTINCT gender) FROM full "
            "GROUP BY last, words, suffix ORDER BY last, words, suffix"
        )
        for _, block in groupby(rows, key=lambda row: row[0]):
            yield [
                Person(Name(tuple(words.split(" ")), suffix), first, count, set(genders.split(",")) - {""})
                for _, words, suffix, first, count, genders in block
            ]
        self._base.execute("CREATE INDEX bearers_by_surname ON bearers (surname)")

    def keep(self, group: Sequence[Person]) -> None:
        """Takes note that the full names of a surname's next person are these."""
        name = group[0].name
        for surname in {name.last, name.first} & self._surnames:
            names = "\n".join(f"{' '.join(p.name.words)}|{p.name.suffix}" for p in group)
            self._base.execute("INSERT INTO bearers VALUES (?, ?)", (surname, names))

    def short(self) -> Iterator[tuple[str, _Short]]:
        """The people known by a surname alone, those of one surname together, in the order of their numbers."""
        rows = self._base.execute("SELECT last, number FROM short ORDER BY last, number")
        for last, block in groupby(rows, key=lambda row: row[0]):
            yield last, _Short(self, array("I", (number for _, number in block)))

    def bearers(self, surname: str, marks: Set[Any]) -> Iterator[Person]:
        """Everybody noted who has it as surname, or as first name; of their company what is in `marks`."""
        rows = self._base.execute("SELECT names FROM bearers WHERE surname = ? ORDER BY rowid", (surname,))
        for (names,) in rows:
            person: Person | None = None
            for line in names.split("\n"):
                words, _, suffix = line.rpartition("|")
                found = self._base.execute(
                    "SELECT number FROM full WHERE last = ? AND words = ? AND suffix = ? ORDER BY number",
                    (words.rsplit(" ", 1)[-1], words, suffix),
                )
                for (number,) in found:
                    person = person or Person(Name(tuple(words.split(" ")), suffix), number)
                    person.take(self.told(number), (n for n in self._company(number) if n in marks))
            if person is not None:
                yield person

    def person(self, number: int) -> Person:
        """Somebody known by a surname alone."""
        told = self.told(number)
        person = Person(told.called, number)
        person.take(told, self._company(number))
        return person

    def _company(self, number: int) -> array[int]:
        """Whom the article of an entity names."""
        article = self.article(number)
        names = self._base.execute("SELECT names FROM company WHERE article = ?", (article,)).fetchone()[0]
        return array("q", names)

    def held(self, company: Set[int]) -> Mapping[int, int]:
        """How many articles name each of some companions."""
        ask = self._base.execute
        return {name: ask("SELECT articles FROM held WHERE name = ?", (name,)).fetchone()[0] for name in company}

    def described(self) -> Iterator[tuple[int, Set[str], Sequence[int]]]:
        """Everybody without a name who has an office, the offices, and the people whom the article names."""
        for number in self._lone:
            article = self.article(number)
            stop = self.starts[article + 1] if article + 1 < len(self.starts) else len(self)
            people = [n for n in range(self.starts[article], stop) if self._people[n]]
            yield number, {*self.told(number).offices}, people

    def offices(self, root: Callable[[int], int]) -> Callable[[int], Set[str]]:
        """Tells which of the offices that anybody without a name has the person of a root has."""
        self._base.create_function("root", 1, root, deterministic=True)
        run(self._base, _KNOWN)

        def known(person: int) -> Set[str]:
            return {office for (office,) in self._base.execute("SELECT office FROM known WHERE root = ?", (person,))}

        return known

    def groups(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Groups ("A and B") and their members."""
        for number in self._groups:
            start = self.starts[self.article(number)]
            yield number, [start + m for m in self.told(number).members]


class _Short:
    """The people of one surname, made anew every time one goes through them."""

    def __init__(self, registry: Registry, numbers: Sequence[int]) -> None:
        self._registry, self._numbers = registry, numbers

    def __iter__(self) -> Iterator[Person]:
        return map(self._registry.person, self._numbers)
