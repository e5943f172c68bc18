"""A snapshot that is asked for what it holds, from several threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from reader.library.counts import COUNTS
from reader.library.lazily import Pages
from reader.library.plan import opened, uri_of
from reader.library.store import Store
from reader.library.wanted import go_on

T = TypeVar("T")


class Asking:
    """An open snapshot, and the store that its analyses are in."""

    def __init__(self, file: Path, store: Store) -> None:
        """Args: store: where the analyses are, unless the snapshot was made from another, which is then used while it
        is there.

        Raises sqlite3.Error or KeyError for a file that is no snapshot, OSError where its analyses are gone."""
        self.file = file
        self._lock = RLock()
        self._base = self._opened()
        self.meta: dict[str, str] = dict(self._base.execute("SELECT name, value FROM meta"))
        made_from = Path(self.meta["store"])
        made_from.stat()
        self._store = store if made_from == store.file else Store(made_from)

    def _opened(self) -> sqlite3.Connection:
        return opened(self.file, any_thread=True)

    def connection(self) -> sqlite3.Connection:
        """Another connection for a thread of its own, with the words of the store beside it."""
        base = self._opened()
        base.execute("ATTACH ? AS store", (f"{uri_of(self._store.file)}?mode=ro",))
        return base

    def ask(self, query: str, *values: object) -> list[Any]:
        """All rows of an answer. Raises NotWantedError where nobody waits for it any more."""
        go_on()
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def stream(self, query: str, *values: object) -> Iterator[Any]:
        """The rows of an answer, some at a time."""
        cursor = self._base.cursor()
        with self._lock:
            cursor.execute(query, values)
        while True:
            go_on()
            with self._lock:
                rows = cursor.fetchmany(256)
            if not rows:
                return
            yield from rows

    def _count(self, what: str) -> int:
        """Args: what: one of COUNTS; counted where the snapshot does not say it."""
        told = self.meta.get(f"count of {what}")
        return int(self.ask(COUNTS[what])[0][0] if told is None else told)

    def _pages(self, length: int, query: str, made: Callable[[Any], T]) -> Pages[T]:
        """What a query gives, fetched as it is asked for. Args: query: its two places are the first and the end."""
        return Pages(length, lambda first, count: [made(row) for row in self.ask(query, first, first + count)])

    def leave(self) -> None:
        """Give the file back."""
        with self._lock:
            self._base.close()
