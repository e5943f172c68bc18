"""Writes the listing of a library that is read for the first time: all files at once, then what was found in each."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec.structs import asdict

from reader.library.digest import expanded
from reader.library.entries import free_key, put_article
from reader.library.growing import NAMED, WAITS
from reader.library.library import Row, row_of
from reader.library.ordering import Places
from reader.library.packing import unpacked
from reader.library.plan import Source, key_of_twin, located, path_of, shown_path
from reader.library.reading import sound
from reader.library.store import Store, stamp_of
from reader.library.tables import INDICES, TABLES
from reader.loading.discover import Found, shown
from reader.model.problems import Problem
from reader.text.guard import visible_line

WINDOW = 1024
"""Files that are asked for, the first of those that wait: they are read in about this order."""
TOGETHER = 128
"""Files that are listed in one go."""


class Growth:
    """The file of a listing, in the hands of the thread that writes it."""

    def __init__(self, file: Path, roots: Sequence[str], found: Found, store: Store, cleaned: bool) -> None:
        """Lists all files. Raises sqlite3.Error or OSError where the cache folder cannot be written."""
        self.file, self._roots, self._store, self._cleaned = file, tuple(roots), store, cleaned
        self._from = 0
        """All files before this number were read, or did not open."""
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.remove()
        self._base = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.executescript(TABLES)
        self.total = len(found.files)
        self.done = 0
        """Files that were read."""
        self._list(found)

    def _list(self, found: Found) -> None:
        base = self._base
        base.execute("BEGIN")
        base.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [("digest", "growing"), ("skipped", str(found.skipped)), ("store", str(self._store.file)),
             ("roots", json.dumps(self._roots)), ("corrections", "")],
        )  # fmt: skip
        base.executemany(
            "INSERT INTO rows (number, key, root, below, part, title, words, quotes, problem, nth, more) "
            "VALUES (?, ?, ?, ?, 1, ?, 0, 0, ?, 0, 0)",
            self._waiting(found.files),
        )
        base.create_function("path_of", 2, self._shown, deterministic=True)
        base.execute(
            "UPDATE rows SET place = found.place, report = found.place, reading = found.place FROM (SELECT number, "
            "row_number() OVER (ORDER BY path_of(root, below), number) - 1 AS place FROM rows) AS found "
            "WHERE rows.number = found.number"
        )
        base.execute("COMMIT")
        base.executescript(INDICES)

    def _waiting(self, files: Iterable[str]) -> Iterator[tuple[object, ...]]:
        for number, file in enumerate(files):
            root, below = located(file, self._roots)
            name = visible_line(shown(os.path.basename(file)))
            yield number, f"{NAMED}{number}", root, os.fsencode(below), sound(name), WAITS

    def _shown(self, root: int, below: bytes) -> str:
        return sound(shown_path(self._roots, root, os.fsdecode(below)))

    def path(self, number: int) -> str | None:
        """The path of a file that waits; None for one that was read."""
        found = self._waits(number)
        return path_of(self._roots, *found) if found else None

    def _waits(self, number: int) -> tuple[int, str] | None:
        """Where a file that waits lies: (which of the given paths, its path from there); None for one that was read."""
        query = "SELECT root, below FROM rows WHERE number = ? AND problem = ?"
        found = self._base.execute(query, (number, WAITS)).fetchone()
        return (found[0], os.fsdecode(found[1])) if found else None

    def take(self, seconds: float, read: int = 0) -> bool:
        """List what the store has by now of the files that wait, for so many seconds at most; True where it was any.

        Args: read: how many files were read, as far as is known: of those that did not open the store knows nothing."""
        some, end = False, time.monotonic() + seconds
        while self._take_some(read):
            some = True
            if time.monotonic() > end:
                break
        return some

    def _take_some(self, read: int) -> bool:
        """Look at the first files that wait; True where some of them were read."""
        query = "SELECT number, root, below FROM rows WHERE number >= ? AND number < ? AND problem = ? LIMIT ?"
        waiting = self._base.execute(query, (self._from, self.total, WAITS, WINDOW)).fetchall()
        known: list[tuple[int, Source]] = []
        for number, root, below in waiting:
            key = self._key(root, below)
            if key is not None:
                known.append((number, Source(root, os.fsdecode(below), key)))
            if len(known) == TOGETHER:
                break
        if not known:
            if len(waiting) == WINDOW and read - self.done > WINDOW:  # none of these opened
                self._from = waiting[-1][0] + 1
            return False
        self._base.execute("BEGIN")
        for number, source in known:
            self._put(number, source)
        self._base.execute("COMMIT")
        self._settle()
        taken = {number for number, _ in known}
        self._from = next((number for number, *_ in waiting if number not in taken), waiting[-1][0] + 1)
        return True

    def _key(self, root: int, below: bytes) -> str | None:
        """Under which the store has a file as it is now."""
        path = path_of(self._roots, root, os.fsdecode(below))
        known = self._store.known(path, self._cleaned)
        with suppress(OSError, ValueError):
            if known and known[0] == stamp_of(os.stat(path)):
                return known[1]
        return None

    def put(self, number: int, key: str, problem: Problem | None) -> None:
        """List what a file holds, or why it did not open. Args: key: in the store."""
        found = self._waits(number)
        if found is None:
            return
        if problem is not None:
            self.done += 1
            self._base.execute(
                "UPDATE rows SET title = ?, problem = ? WHERE number = ?",
                (sound(problem.path), json.dumps(asdict(problem)), number),
            )
            return
        self._put(number, Source(*found, key))
        self._settle()

    def _put(self, number: int, source: Source) -> None:
        """List the articles of a file; those after the first get their places when they are settled."""
        base = self._base
        self.done += 1
        kept = base.execute("SELECT place FROM rows WHERE number = ?", (number,)).fetchone()
        articles = self._store.numbers(source.key)
        if not articles:
            problem = Problem(self._shown(source.root, os.fsencode(source.below)), "holds no article", "")
            base.execute("UPDATE rows SET problem = ? WHERE number = ?", (json.dumps(asdict(problem)), number))
            return
        base.execute("DELETE FROM rows WHERE number = ?", (number,))
        for part, (stored, id_) in enumerate(articles):
            here = number if not part else self._next()
            put_article(base, here, free_key(base, id_, key_of_twin), source, self._row(stored), stored)
        base.execute("UPDATE rows SET place = ?1, report = ?1, reading = ?1 WHERE number = ?2", (kept[0], number))

    def _row(self, stored: int) -> Row:
        """What a list shows of an article in the store, but for its key and path."""
        kept = self._store.digest(stored)
        found = expanded(kept[0]) if kept else None
        if found is not None:
            return found.row("", "")
        packed = self._store.one(stored)
        if packed is None:
            raise sqlite3.DatabaseError("an analysis is missing")
        return row_of("", unpacked(packed, ""))

    def _next(self) -> int:
        return int(self._base.execute("SELECT max(number) + 1 FROM rows").fetchone()[0])

    def _settle(self) -> None:
        """Give articles that stand behind the first of their file their places."""
        if self._base.execute("SELECT 1 FROM rows WHERE place IS NULL LIMIT 1").fetchone():
            Places(self._base, self._roots).settle(anew=False)

    def close(self) -> None:
        """Give the file back and remove it: who still reads from it can."""
        self._base.close()
        self.remove()

    def remove(self) -> None:
        """Take the file away."""
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.file.with_name(self.file.name + ending).unlink(missing_ok=True)
