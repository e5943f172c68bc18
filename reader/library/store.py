"""Analyses kept in the person's cache folder, so that opening again does not analyse again.

One SQLite file an engine, with what was found in every file's bytes, what each path held when it was last read, and
the words for searching. Never the truth: deleting it loses nothing, and any fault of it is passed over in silence.
Several processes may read and write it at once.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from reader import __version__
from reader.library.packing import Packed
from reader.model.problems import Problem
from reader.text.digests import digest

_STAGES = ("model", "text", "languages", "mentions", "loading", "cleaning", "quoting", "speakers", "statements")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path BLOB, cleaned INTEGER, stamp TEXT, key TEXT, PRIMARY KEY (path, cleaned)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS analyses (
    id INTEGER PRIMARY KEY, key TEXT, part INTEGER, article TEXT, data BLOB, searched INTEGER DEFAULT 0,
    UNIQUE (key, part));
CREATE TABLE IF NOT EXISTS digests (id INTEGER PRIMARY KEY, data BLOB, runs BLOB);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (title, text, hidden, content = '', tokenize = 'unicode61');
"""
VERSION = 4
"""Of the schema; part of the file's name."""
NEWEST = 2.0
"""Seconds for which a file that was just written may change again without another stamp: it is not trusted."""
KEPT = 2
"""Files of other engines that are kept beside this one's: an older version may still be open."""
PATIENCE = 30.0
"""Seconds to wait for another process that writes."""


class Piece(NamedTuple):
    """One article of a file, as the store keeps it."""

    data: bytes
    """The packed analysis."""
    article: str
    """Its id."""
    title: str
    text: str
    """What is shown of it, folded."""
    hidden: str
    """The rest, which the person may say belongs to the article."""
    digest: bytes
    """What resolving needs of it (`library/digest.py`)."""
    runs: bytes
    """By what it is known in another outlet (`library/syndication.py`)."""


class Done(NamedTuple):
    """What became of one file, as a worker hands it over."""

    path: str
    stamp: str = ""
    """Of the file when it was read; empty where it cannot be trusted."""
    key: str = ""
    """Of its bytes."""
    pieces: tuple[Piece, ...] | None = None
    """None where the store has them already."""
    problem: Problem | None = None


class Store:
    """What has been found in files of the same bytes before."""

    def __init__(self, file: Path) -> None:
        """Args: file: the SQLite file; it is made when first needed."""
        self.file = file
        self._base: sqlite3.Connection | None = None
        self._dead = bool(os.environ.get("READER_WEIGHTS"))

    @classmethod
    def of_person(cls) -> Store:
        """The one in the cache folder, after the XDG rules."""
        return cls(cache_folder() / f"analyses-{VERSION}-{engine()}.sqlite")

    @property
    def base(self) -> sqlite3.Connection | None:
        """The open file; None where it cannot be used."""
        if self._base is None and not self._dead:
            try:
                self._base = _opened(self.file)
            except (sqlite3.Error, OSError):
                self._dead = True
        return self._base

    def get(self, key: str) -> list[Packed] | None:
        """The packed analyses kept under a key, or None."""
        try:
            rows = self._rows("SELECT data FROM analyses WHERE key = ? ORDER BY part", (key,))
            return [unpressed(data) for (data,) in rows] or None
        except (ValueError, zlib.error):
            return None

    def has(self, key: str) -> bool:
        """True where analyses are kept under a key."""
        return bool(self._rows("SELECT 1 FROM analyses WHERE key = ? LIMIT 1", (key,)))

    def numbers(self, key: str) -> list[tuple[int, str]]:
        """(number under which it is kept, id) of each article of a key, in their order."""
        return self._rows("SELECT id, article FROM analyses WHERE key = ? ORDER BY part", (key,))

    def one(self, number: int) -> Packed | None:
        """The packed analysis of a number, or None."""
        try:
            rows = self._rows("SELECT data FROM analyses WHERE id = ?", (number,))
            return unpressed(rows[0][0]) if rows else None
        except (ValueError, zlib.error):
            return None

    def digest(self, number: int) -> tuple[bytes, bytes] | None:
        """(digest, runs) of the article of a number, or None where they were not made with its analysis."""
        rows = self._rows("SELECT data, runs FROM digests WHERE id = ?", (number,))
        return rows[0] if rows else None

    def runs(self, number: int) -> bytes:
        """Its runs alone; empty where they are not there."""
        rows = self._rows("SELECT runs FROM digests WHERE id = ?", (number,))
        return rows[0][0] if rows else b""

    def keep_digests(self, rows: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Keep (number, digest, runs) of articles that have none."""
        base = self.base
        if base is not None:
            with suppress(sqlite3.Error), base:
                base.executemany("INSERT OR REPLACE INTO digests VALUES (?, ?, ?)", rows)

    def stamped(self, cleaned: bool) -> Iterator[tuple[bytes, str, str]]:
        """(path, stamp, key) of every file that was read before."""
        base = self.base
        if base is not None:
            with suppress(sqlite3.Error):
                yield from base.execute("SELECT path, stamp, key FROM files WHERE cleaned = ?", (int(cleaned),))

    def known(self, path: str, cleaned: bool) -> tuple[str, str] | None:
        """(stamp, key) of a file when it was last read, or None."""
        rows = self._rows("SELECT stamp, key FROM files WHERE path = ? AND cleaned = ?", (filed(path), int(cleaned)))
        return rows[0] if rows else None

    def put(self, rows: Iterable[tuple[str, Sequence[Packed]]]) -> None:
        """Keep packed analyses under their keys."""
        base = self.base
        if base is not None:
            with suppress(sqlite3.Error), base:
                base.executemany(
                    "INSERT OR IGNORE INTO analyses (key, part, article, data) VALUES (?, ?, ?, ?)",
                    ((key, part, data[0], pressed(data)) for key, packs in rows for part, data in enumerate(packs)),
                )

    def keep(self, done: Iterable[Done], cleaned: bool) -> None:
        """Keep what became of some files, to be searched too. Raises sqlite3.Error where that is impossible."""
        base = self.base
        if base is None:
            raise sqlite3.OperationalError("the cache cannot be written")
        with base:
            for one in done:
                for part, piece in enumerate(one.pieces or ()):
                    _put_piece(base, one.key, part, piece)
                if one.stamp:
                    base.execute(
                        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
                        (filed(one.path), int(cleaned), one.stamp, one.key),
                    )

    def unsearched(self, key: str) -> bool:
        """True where an article of a key is kept that cannot be searched yet."""
        return bool(self._rows("SELECT 1 FROM analyses WHERE key = ? AND searched = 0 LIMIT 1", (key,)))

    def close(self) -> None:
        """Give the file back."""
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base, self._dead = None, True

    def _rows(self, query: str, values: Sequence[object]) -> list[Any]:
        base = self.base
        if base is None:
            return []
        try:
            return base.execute(query, values).fetchall()
        except sqlite3.Error:
            return []


def _put_piece(base: sqlite3.Connection, key: str, part: int, piece: Piece) -> None:
    """Keep an article and its words, once."""
    base.execute(
        "INSERT OR IGNORE INTO analyses (key, part, article, data) VALUES (?, ?, ?, ?)",
        (key, part, piece.article, piece.data),
    )
    number, searched = base.execute(
        "SELECT id, searched FROM analyses WHERE key = ? AND part = ?", (key, part)
    ).fetchone()
    base.execute("INSERT OR IGNORE INTO digests VALUES (?, ?, ?)", (number, piece.digest, piece.runs))
    if not searched:
        base.execute(
            "INSERT INTO words (rowid, title, text, hidden) VALUES (?, ?, ?, ?)",
            (number, piece.title, piece.text, piece.hidden),
        )
        base.execute("UPDATE analyses SET searched = 1 WHERE id = ?", (number,))


def pressed(data: Packed) -> bytes:
    """A packed analysis as bytes."""
    return zlib.compress(msgspec.json.encode(data), 1)


def unpressed(data: bytes) -> Packed:
    """The packed analysis of bytes. Raises ValueError or zlib.error for anything else."""
    found: Packed = msgspec.json.decode(zlib.decompress(data))
    return found


def filed(path: str) -> bytes:
    """A path as it is kept: whole, whatever folder it was given from."""
    return os.fsencode(os.path.abspath(path))


def stamp_of(status: os.stat_result, now: float | None = None) -> str:
    """What tells one state of a file from another; empty for one too young to be told from the next."""
    if now is not None and abs(now - status.st_mtime) < NEWEST:
        return ""
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def stamp_at(path: str) -> str:
    """The stamp of the file at a path; empty where there is none to trust."""
    try:
        return stamp_of(os.stat(path), time.time())
    except (OSError, ValueError):
        return ""


def key_of(data: bytes, form: str, cleaned: bool) -> str:
    """The key of a file's bytes. Args: form: the name of its format; cleaned: whether it goes through cleaning."""
    import hashlib  # not for files that are known

    return f"{hashlib.sha256(data).hexdigest()[:32]}:{form}:{int(cleaned)}"


def cache_folder() -> Path:
    """The person's cache folder of this program."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "reader"


def snapshot_file(paths: Sequence[str], cleaned: bool = True) -> Path:
    """Where the snapshot of some paths is kept."""
    name = digest(f"{int(cleaned)}:{os.environ.get('READER_WEIGHTS', '')}".encode(), *map(filed, paths))
    return cache_folder() / "libraries" / f"{name}.sqlite"


def is_indexed(paths: Sequence[str], cleaned: bool = True) -> bool:
    """True where these paths have been indexed as a whole before."""
    return not os.environ.get("READER_WEIGHTS") and snapshot_file(paths, cleaned).exists()


@cache
def engine() -> str:
    """What changes when a stage does: the version, and the sizes and times of the stages' files."""
    parts = [__version__]
    for file in stage_files():
        status = os.stat(file)
        parts.append(f"{os.path.basename(file)}:{status.st_size}:{status.st_mtime_ns}")
    return digest("\0".join(parts).encode())[:16]


def stage_files() -> list[str]:
    """The files of the stages, on which all analyses depend."""
    root = Path(__file__).resolve().parent.parent
    files: list[str] = []
    for stage in _STAGES:
        for folder, below, names in os.walk(root / stage):
            below[:] = sorted(d for d in below if d != "__pycache__")
            files += [os.path.join(folder, name) for name in sorted(names)]
    return files


def _opened(file: Path) -> sqlite3.Connection:
    """The store at a file, made where there is none; one that is no database is set aside."""
    fresh = not file.exists()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return _connected(file)
    except sqlite3.OperationalError:
        raise  # locked, or the disk is full: it may be sound
    except sqlite3.DatabaseError:
        set_aside(file)
        return _connected(file)
    finally:
        if fresh:
            tidy(file)


def _connected(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=PATIENCE, check_same_thread=False)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        if base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'words'").fetchone()[0] == 0:
            base.executescript(_SCHEMA)
    except sqlite3.Error:
        base.close()
        raise
    return base


def set_aside(file: Path) -> None:
    """Take a damaged file out of the way, the newest one kept as `.damaged`: only a cache is lost."""
    with suppress(OSError):
        os.replace(file, file.with_name(file.name + ".damaged"))
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def tidy(file: Path) -> None:
    """Remove the stores of other engines but the newest few."""
    with suppress(OSError):
        others = [f for f in file.parent.glob("analyses*.sqlite") if f != file]
        others.sort(key=lambda f: f.stat().st_mtime, reverse=True)
        for old in others[KEPT:]:
            for ending in ("", "-wal", "-shm", ".damaged"):
                old.with_name(old.name + ending).unlink(missing_ok=True)
