"""The quotes of a library of any size and which report one utterance: kept in a database of their own, one speaker's
words looked at a time. In memory are some fifty bytes a quote, most of which tell without looking it up what it cannot
be like."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice, repeat
from sys import intern

from msgspec import Struct

from reader.library.registry import run
from reader.library.repeated import Repeated
from reader.statements.facets import Facets
from reader.statements.index import COMMON_RUN, Item, Known, Own, Rarity, runs_of
from reader.statements.words import Words, rarity_of, whole

_SCHEMA = """
CREATE TABLE said (
    number INTEGER PRIMARY KEY, speaker INTEGER, article INTEGER, quote INTEGER, twice INTEGER, text TEXT);
CREATE TABLE compared (
    number INTEGER PRIMARY KEY, speaker INTEGER, article INTEGER, words TEXT, content BLOB, names TEXT, runs BLOB);
CREATE TABLE alike (wording INTEGER, number INTEGER);
CREATE TABLE runs (run INTEGER, number INTEGER);
CREATE TABLE holders (run INTEGER PRIMARY KEY, numbers BLOB);
"""
_ROW = "SELECT number, speaker, article, words, content, names, runs FROM compared"
_Row = tuple[int, int | None, int, str, bytes, str, bytes]
_NOBODY = 0xFFFFFFFF
KEPT = 8192
"""Quotes that are held to be compared."""
Report = Callable[[int, int], object]
"""Told (done, total)."""


class Quoted(Struct):
    """A quote that can be part of a statement, as it is added."""

    speaker: int | None
    """The number of its speaker."""
    twice: bool
    """Whether the article has its words in another quote too."""
    item: Item


class Grouping:
    """All quotes that can be part of a statement, numbered in the order in which they are added."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Args: base: an empty database that nobody else uses."""
        self._base = base
        self._held: Counter[str] = Counter()
        """How many quotes hold a word."""
        self._articles, self._speakers = array("I"), array("I")
        """Of every quote."""
        self._signs = array("Q")
        """Of every quote: one of 64 bits for each word that carries meaning."""
        self._weights = array("d")
        """Of every quote that is compared: what its words weigh."""
        self._several = bytearray()
        """Whether a quote stands for those of several articles."""
        self._left_out = bytearray()
        """Whether another quote stands for this one."""
        self._rare = Rarity({})
        self._kept: dict[int, Known] = {}
        run(base, _SCHEMA)

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, article: int, quotes: Sequence[Quoted]) -> None:
        """Add the quotes of an article. Args: article: its number."""
        said, compared, alike = [], [], []
        for number, (speaker, twice, item) in enumerate(((q.speaker, q.twice, q.item) for q in quotes), len(self)):
            words = item.words
            joined, places, names = " ".join(words.all), array("I", words.content).tobytes(), " ".join(words.names)
            runs = array("q", runs_of(words, item.stems)).tobytes()
            said.append((number, speaker, article, item.place[1], twice, item.text))
            compared.append((number, speaker, article, joined, places, names, runs))
            alike.append((hash((speaker, joined, places, words.names)), number))
            self._held.update(item.stems)
            self._articles.append(article)
            self._speakers.append(_NOBODY if speaker is None else speaker)
            self._signs.append(_sign(item.stems))
        self._base.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", said)
        self._base.executemany("INSERT INTO compared VALUES (?, ?, ?, ?, ?, ?, ?)", compared)
        self._base.executemany("INSERT INTO alike VALUES (?, ?)", alike)

    def sets(self, report: Report) -> Iterator[list[int]]:
        """The quotes of every statement, by their numbers."""
        self._rare = Rarity(rarity_of(self._held, len(self)))
        self._held.clear()
        facets = Facets(len(self))
        self._several, self._left_out = bytearray(len(self)), bytearray(len(self))
        for numbers, words in self._in_the_same_words():
            facets.one(numbers, whole(words))
            self._several[numbers[0]] = 1
            for number in numbers[1:]:
                self._left_out[number] = 1
        repeated = self._find_runs()
        done = 0
        rows = self._base.execute(f"{_ROW} ORDER BY speaker, number")
        for speaker, block in groupby(rows, key=lambda row: row[1]):
            own = Own()
            for row in block:
                if not done % 1000:
                    report(done, len(self))
                done += 1
                number = row[0]
                if self._left_out[number]:
                    continue
                known = self._keep(row)
                ordered = self._rare.ordered(known[1].stems)
                near = self._same_run(number, repeated.among(array("q", row[6])))
                if speaker is not None:
                    near |= own.near(ordered, known[2], self._rare, number)
                earlier = self._hopeful(known, ordered, near, facets)
                if earlier:
                    self._join(facets, known, earlier)
        self._kept.clear()
        yield from facets.sets()

    def told(self, number: int) -> tuple[int, int, int | None, bool, str]:
        """(article, quote, speaker, whether the article has its words twice, words) of a quote."""
        article, quote, speaker, twice, text = self._base.execute(
            "SELECT article, quote, speaker, twice, text FROM said WHERE number = ?", (number,)
        ).fetchone()
        return article, quote, speaker, bool(twice), text

    def _in_the_same_words(self) -> Iterator[tuple[list[int], Words]]:
        """Quotes of one speaker in the same words that report the same, as far as several articles have them."""
        rows = self._base.execute("SELECT wording, number FROM alike ORDER BY wording, number")
        for _, block in groupby(rows, key=lambda row: row[0]):
            numbers = [number for _, number in block]
            if len(numbers) > 1 and self._articles[numbers[0]] != self._articles[numbers[-1]]:
                item = _item(self._row(numbers[0]))
                if self._rare.one(item):
                    yield numbers, item.words

    def _find_runs(self) -> Repeated:
        """Keep which quotes have a run of words, as far as several have it; gives what runs these may be."""
        repeated = Repeated(16 * len(self))
        for row in self._base.execute(f"{_ROW} ORDER BY number"):
            number = row[0]
            if self._left_out[number]:
                self._weights.append(0.0)
                continue
            repeated.add(array("q", row[6]))
            self._weights.append(self._rare.weight(_stems(row[3].split(" "), array("I", row[4]))))
        self._base.executemany("INSERT INTO runs VALUES (?, ?)", self._met(repeated))
        self._base.executemany("INSERT INTO holders VALUES (?, ?)", self._holders())
        run(self._base, "DROP TABLE runs")
        return repeated

    def _met(self, repeated: Repeated) -> Iterator[tuple[int, int]]:
        """The runs that may be of several quotes, and the quotes."""
        for number, runs in self._base.execute("SELECT number, runs FROM compared ORDER BY number"):
            if runs and not self._left_out[number]:
                yield from zip(repeated.among(array("q", runs)), repeat(number))

    def _holders(self) -> Iterator[tuple[int, bytes]]:
        """The first quotes that have a run, for all runs that more than one has."""
        rows = self._base.execute("SELECT run, number FROM runs ORDER BY run, number")
        for key, block in groupby(rows, key=lambda row: row[0]):
            numbers = array("I", [number for _, number in islice(block, COMMON_RUN)])
            if len(numbers) > 1:
                yield key, numbers.tobytes()

    def _same_run(self, number: int, runs: Sequence[int]) -> set[int]:
        """Earlier quotes with a run of four words of this one, unless many earlier ones have that run."""
        near: set[int] = set()
        if runs:
            query = f"SELECT numbers FROM holders WHERE run IN ({', '.join('?' * len(runs))})"
            for (kept,) in self._base.execute(query, runs):
                holders = array("I", kept)
                if len(holders) < COMMON_RUN or number <= holders[-1]:
                    near.update(holders)
        return near

    def _hopeful(self, known: Known, ordered: Sequence[str], near: Iterable[int], facets: Facets) -> list[int]:
        """Those of some quotes that are earlier ones of other articles and, from what is held of all, may have enough
        in common with one. Args: ordered: its words, the rarest first."""
        number, _, weight = known
        articles, speakers, signs, weights = self._articles, self._speakers, self._signs, self._weights
        here, speaker = articles[number], speakers[number]
        several = self._several[number]
        bits = [(1 << (hash(word) & 63), self._rare[word]) for word in ordered]
        found = []
        for other in near:
            if other >= number or (articles[other] == here and not several and not self._several[other]):
                continue
            spare = self._rare.spare(weight, weights[other], alike=speakers[other] == speaker != _NOBODY)
            sign = signs[other]
            for bit, rare in bits:
                if not sign & bit:
                    spare -= rare
                    if spare < 0:
                        break
            else:
                if not facets.settled(other, number):
                    found.append(other)
        return sorted(found)

    def _join(self, facets: Facets, known: Known, earlier: Iterable[int]) -> None:
        """Joins a quote with those of some earlier ones that report the same."""
        number, item, weight = known
        mine = whole(item.words)
        for other, theirs, found in self._rare.reported(item, weight, map(self._known, earlier)):
            facets.join(other, found.left, number, found.right)
            if found.right == mine:
                facets.fill(number)
            if found.left == whole(theirs.words):
                facets.fill(other)

    def _known(self, number: int) -> Known:
        """A quote as it is compared."""
        return self._kept.get(number) or self._keep(self._row(number))

    def _row(self, number: int) -> _Row:
        row: _Row = self._base.execute(f"{_ROW} WHERE number = ?", (number,)).fetchone()
        return row

    def _keep(self, row: _Row) -> Known:
        known = self._kept[row[0]] = row[0], _item(row), self._weights[row[0]]
        if len(self._kept) > KEPT:
            for number in list(islice(self._kept, KEPT // 2)):
                del self._kept[number]
        return known


def _item(row: _Row) -> Item:
    """A quote without its text."""
    number, speaker, article, joined, places, names, _ = row
    every = tuple(map(intern, joined.split(" ")))
    content = tuple(array("I", places))
    words = Words(every, content, frozenset(names.split(" ")) if names else frozenset())
    return Item((str(article), number), "", words, None if speaker is None else str(speaker), _stems(every, content))


def _stems(every: Sequence[str], content: Iterable[int]) -> frozenset[str]:
    return frozenset([every[n] for n in content])


def _sign(stems: Iterable[str]) -> int:
    """One of 64 bits for each word: who lacks the bit lacks the word."""
    sign = 0
    for word in stems:
        sign |= 1 << (hash(word) & 63)
    return sign


def twins(texts: Sequence[str]) -> list[bool]:
    """Which of an article's quotes have words that another has too."""
    said = Counter(texts)
    return [said[text] > 1 for text in texts]
