"""The articles of a library of any size that are one report: their runs stay in the store and in a database."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Set

from reader.library.repeated import Repeated
from reader.library.syndication import COMMON, same_reports

_HELD = "SELECT run, article FROM held WHERE run IN (SELECT value FROM json_each(?))"


def same_reports_of(
    count: int, kept: Callable[[int], bytes], base: sqlite3.Connection, report: Callable[[int, int], object]
) -> list[list[int]]:
    """The articles that are one report, by their numbers, the fullest of each first.

    Args: kept: gives what `kept_runs` made of an article; base: an empty database that nobody else uses.
    """
    sizes, counts, total = array("I"), array("I"), 0
    for number in range(count):
        runs = array("I", kept(number))
        sizes.append(runs[0])
        counts.append(len(runs) - 1)
        total += counts[-1]
    common = Repeated(total)
    for number in range(count):
        if not number % 1000:
            report(number, 2 * count)
        common.add(array("I", kept(number)[4:]))
    done = iter(range(count, 2 * count))

    def asked(number: int) -> Set[int]:
        at = next(done)
        if not at % 1000:
            report(at, 2 * count)
        return {*array("I", kept(number)[4:])}

    return same_reports(sizes, counts, asked, _Held(base, common))


class _Held:
    """Which of the fullest articles have a run, in a database."""

    def __init__(self, base: sqlite3.Connection, repeated: Repeated) -> None:
        self._base, self._repeated = base, repeated
        self._common: set[int] = set()
        """Runs that more than COMMON articles have."""
        base.execute("CREATE TABLE held (run INTEGER, article INTEGER, PRIMARY KEY (run, article)) WITHOUT ROWID")

    def of(self, runs: Set[int]) -> Iterator[int]:
        asked = [run for run in self._repeated.among(runs) if run not in self._common]
        found: dict[int, list[int]] = {}
        for run, article in self._base.execute(_HELD, (json.dumps(asked),)):
            found.setdefault(run, []).append(article)
        for run, articles in found.items():
            if len(articles) <= COMMON:
                yield from articles
            else:
                self._common.add(run)

    def add(self, article: int, runs: Set[int]) -> None:
        self._base.executemany(
            "INSERT INTO held VALUES (?, ?)",
            [(run, article) for run in self._repeated.among(runs) if run not in self._common],
        )
