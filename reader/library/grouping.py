"""The quotes of a library of any size and which report one utterance: kept in a database of their own, one speaker's
words looked at a time."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from sys import intern

from reader.library.registry import run
from reader.library.repeated import Repeated
from reader.statements.facets import Facets
from reader.statements.index import COMMON_RUN, Item, Known, Own, Rarity, runs_of
from reader.statements.words import Words, rarity_of

_SCHEMA = """
CREATE TABLE said (
    number INTEGER PRIMARY KEY, speaker INTEGER, article INTEGER, quote INTEGER, twice INTEGER, text TEXT, words TEXT,
    content BLOB, names TEXT);
CREATE TABLE runs (run INTEGER, number INTEGER);
"""
_HOLDERS = """
CREATE TABLE holders (run INTEGER, number INTEGER, PRIMARY KEY (run, number)) WITHOUT ROWID;
INSERT INTO holders SELECT run, number FROM
    (SELECT run, number, row_number() OVER (PARTITION BY run ORDER BY number) AS nth FROM runs)
    WHERE nth <= {most};
DROP TABLE runs;
CREATE INDEX holders_by_number ON holders (number, run);
CREATE INDEX said_by_speaker ON said (speaker, number);
"""
_NEAR = """
SELECT DISTINCT earlier.number FROM holders CROSS JOIN holders AS earlier
WHERE holders.number = ? AND earlier.run = holders.run AND earlier.number < holders.number
"""
_KNOWN = "SELECT number, speaker, article, words, content, names FROM said"
KEPT = 8192
"""Quotes that are held, besides those of the speaker at hand."""
Report = Callable[[int, int], object]
"""Told (done, total)."""


class Grouping:
    """All quotes that can be part of a statement, numbered in the order in which they are added."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Args: base: an empty database that nobody else uses."""
        self._base = base
        self._held: Counter[str] = Counter()
        """How many quotes hold a word."""
        self._articles = array("I")
        """Of every quote."""
        self._rare = Rarity({})
        self._kept: OrderedDict[int, Known] = OrderedDict()
        run(base, _SCHEMA)

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, article: int, speaker: int | None, twice: bool, item: Item) -> None:
        """Add a quote. Args: article: its number; speaker: the number of its speaker; twice: whether the article has
        its words in another quote too."""
        self._held.update(item.stems)
        words = item.words
        self._base.execute(
            "INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (len(self), speaker, article, item.place[1], twice, item.text, " ".join(words.all),
             array("I", words.content).tobytes(), " ".join(words.names)),
        )  # fmt: skip
        self._articles.append(article)

    def sets(self, report: Report) -> Iterator[list[int]]:
        """The quotes of every statement, by their numbers."""
        self._rare = Rarity(rarity_of(self._held, len(self)))
        self._held.clear()
        self._find_runs()
        facets = Facets(len(self))
        done = 0
        rows = self._base.execute(f"{_KNOWN} ORDER BY speaker, number")
        for speaker, block in groupby(rows, key=lambda row: row[1]):
            own = Own()
            for row in block:
                if not done % 1000:
                    report(done, len(self))
                number, item, weight = self._keep(row)
                near = self._same_run(number)
                here = self._articles[number]
                if speaker is not None:
                    near |= own.near(self._rare.ordered(item.stems), weight, self._rare, number)
                earlier = [other for other in near if self._articles[other] != here]
                if earlier:
                    known = map(self._known, sorted(earlier))
                    for other, found in self._rare.reported(item, weight, known):
                        facets.join(other, found.left, number, found.right)
                done += 1
        self._kept.clear()
        yield from facets.sets()

    def told(self, number: int) -> tuple[int, int, int | None, bool, str]:
        """(article, quote, speaker, whether the article has its words twice, words) of a quote."""
        article, quote, speaker, twice, text = self._base.execute(
            "SELECT article, quote, speaker, twice, text FROM said WHERE number = ?", (number,)
        ).fetchone()
        return article, quote, speaker, bool(twice), text

    def _find_runs(self) -> None:
        """Keep the runs of words that more than one quote has, as far as they are looked up."""
        repeated = Repeated(16 * len(self))
        for runs in self._all_runs():
            repeated.add(runs)
        for number, runs in enumerate(self._all_runs()):
            found = [(key, number) for key in repeated.among(runs)]
            if found:
                self._base.executemany("INSERT INTO runs VALUES (?, ?)", found)
        del repeated
        run(self._base, _HOLDERS.format(most=COMMON_RUN))

    def _all_runs(self) -> Iterator[set[int]]:
        for row in self._base.execute(f"{_KNOWN} ORDER BY number"):
            yield runs_of(_item(row))

    def _same_run(self, number: int) -> set[int]:
        """Earlier quotes with a run of four words of this one, unless many earlier ones have that run."""
        return {other for (other,) in self._base.execute(_NEAR, (number,))}

    def _known(self, number: int) -> Known:
        """A quote as it is compared."""
        known = self._kept.get(number)
        if known is not None:
            self._kept.move_to_end(number)
            return known
        return self._keep(self._base.execute(f"{_KNOWN} WHERE number = ?", (number,)).fetchone())

    def _keep(self, row: tuple[int, int | None, int, str, bytes, str]) -> Known:
        item = _item(row)
        known = self._kept[row[0]] = row[0], item, self._rare.weight(item.stems)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return known


def _item(row: tuple[int, int | None, int, str, bytes, str]) -> Item:
    """A quote without its text."""
    number, speaker, article, joined, places, names = row
    every = tuple(map(intern, joined.split(" ")))
    content = tuple(array("I", places))
    words = Words(every, content, frozenset(names.split(" ")) if names else frozenset())
    stems = frozenset([every[n] for n in content])
    return Item((str(article), number), "", words, None if speaker is None else str(speaker), stems)


def twins(texts: Sequence[str]) -> list[bool]:
    """Which of an article's quotes have words that another has too."""
    said = Counter(texts)
    return [said[text] > 1 for text in texts]
