"""The order of articles and of speakers in a snapshot, after some came or went: what stays moves on as a whole."""

from __future__ import annotations

import os
import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from reader.library.plan import shown_path
from reader.library.standings import standings

BRANCHES = 24
"""Of an expression that SQLite computes itself, quicker than it can ask us."""


def value_of(base: sqlite3.Connection, query: str, *values: object) -> str:
    """The one value of an answer."""
    return str(base.execute(query, values).fetchone()[0])


class Places:
    """The places of all rows in the lists."""

    def __init__(self, base: sqlite3.Connection, roots: Sequence[str]) -> None:
        self._base, self._roots = base, roots

    def settle(self, *, anew: bool) -> None:
        """Give every row its place. Args: anew: rows went, and did not only come."""
        rows = self._base.execute("SELECT number FROM rows WHERE place IS NULL").fetchall()
        new = sorted((number for (number,) in rows), key=self._by_path)
        if anew:
            self._order_anew(new)
        else:
            self._make_room(new)

    def _make_room(self, new: Sequence[int]) -> None:
        """The same where rows only came: each is a report of its own, and all that follow move on."""
        base = self._base
        count = int(value_of(self._base, "SELECT count(*) FROM rows WHERE place IS NOT NULL"))
        places = [bisect_left(range(count), self._by_path(n), key=lambda at: self._by_path(self._at(at))) for n in new]
        reports = [self._reports_before(place) for place in places]
        query = "SELECT reading FROM rows WHERE report = ? AND nth = 0"
        readings = [row[0] if (row := base.execute(query, (r,)).fetchone()) else count for r in reports]
        further = _shift(base, "place", sorted(set(places)), lambda place: bisect_right(places, place))
        later = _shift(base, "report", sorted(set(reports)), lambda report: bisect_right(reports, report))
        with _Without(base, ("rows_by_place", "rows_by_report")):
            base.execute(
                f"UPDATE rows SET place = place + {further}, report = report + {later}, reading = reading + {later} "
                "WHERE place >= ? OR report >= ?",
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
        return int(value_of(self._base, "SELECT number FROM rows WHERE place = ?", place))

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
        return (title if root is None else shown_path(self._roots, root, os.fsdecode(below)), part, number)


class Ranks:
    """The speakers by how often they occur."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self.touched: set[int] = set()
        """Speakers whose counts are others now."""
        self._freed: list[int] = []
        """Ranks of speakers that went."""

    def settle(self) -> None:
        """Count anew who occurs how often, and order the speakers by it; who occurs nowhere any more is none."""
        base = self._base
        for number in sorted(self.touched, reverse=True):
            if base.execute("SELECT 1 FROM entities WHERE speaker = ? LIMIT 1", (number,)).fetchone() is None:
                self._forget_speaker(number)
                continue
            base.execute(
                "UPDATE speakers SET (quotes, mentions, articles) = (SELECT count(quote), count(*) - count(quote), "
                "count(DISTINCT article) FROM occurrences WHERE speaker = ?1) WHERE number = ?1",
                (number,),
            )
        touched = sorted(self.touched, key=self._by_weight)
        query = "SELECT rank FROM speakers WHERE number = ?"
        ranks = [base.execute(query, (number,)).fetchone()[0] for number in touched]
        taken = sorted([rank for rank in ranks if rank is not None] + self._freed)
        left = int(value_of(self._base, "SELECT count(rank) + ? - ? FROM speakers", len(self._freed), len(taken)))

        def weight(at: int) -> tuple[int, int, bytes, str]:
            """Of who has the so-and-so-many-th rank of those that stay in their order."""
            for rank in taken:
                at += rank <= at
            return self._by_weight(int(value_of(self._base, "SELECT number FROM speakers WHERE rank = ?", at)))

        places = [bisect_left(range(left), self._by_weight(number), key=weight) for number in touched]

        def moved(rank: int) -> int:
            at = rank - bisect_left(taken, rank)
            return at + bisect_right(places, at)

        ends = [
            bisect_left(range(left + len(taken)), p, key=lambda rank: rank - bisect_left(taken, rank)) for p in places
        ]
        points = sorted({*(rank + 1 for rank in taken), *ends})
        further = _shift(base, "rank", points, lambda rank: moved(rank) - rank)
        with _Without(base, ("speakers_by_rank",)):
            base.execute(
                f"UPDATE speakers SET rank = rank + {further} WHERE rank >= ?", (min([*taken, *places], default=0),)
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
        last = int(value_of(self._base, "SELECT coalesce(max(number), -1) FROM speakers"))
        self.touched.discard(number)
        if last > number:
            for table, column in _OF_SPEAKER:
                base.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (number, last))
            if last in self.touched:
                self.touched.remove(last)
                self.touched.add(number)


_OF_SPEAKER = (
    ("called", "speaker"), ("bearers", "speaker"), ("entities", "speaker"), ("occurrences", "speaker"),
    ("speakers", "number"),
)  # fmt: skip
"""Where speakers' numbers stand."""


def _shift(base: sqlite3.Connection, column: str, points: Sequence[int], shift: Callable[[int], int]) -> str:
    """By how much a column is to move on, as an expression. Args: points: in order, from where on it is another."""
    if len(points) > BRANCHES:
        base.create_function(f"shift_of_{column}", 1, shift, deterministic=True)
        return f"shift_of_{column}({column})"
    branches = (f"WHEN {column} >= {point} THEN {shift(point)}" for point in reversed(points))
    return f"CASE {' '.join(branches)} ELSE 0 END" if points else "0"


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
