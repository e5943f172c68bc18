"""Analyses kept in the person's cache folder, so that opening again does not analyse again.

Never the truth: deleting it loses nothing, and any fault of it is passed over in silence.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from reader import __version__
from reader.library.packing import Packed

_STAGES = ("model", "text", "languages", "mentions", "loading", "cleaning", "quoting", "speakers")


class Cache:
    """What has been found in files of the same bytes before. Not to be shared between threads."""

    def __init__(self, file: Path) -> None:
        """Args: file: the SQLite file; it is made when first needed, and made anew for another engine."""
        self._file = file
        self._base: sqlite3.Connection | None = None
        self._dead = bool(os.environ.get("READER_WEIGHTS"))

    @classmethod
    def of_person(cls) -> Cache:
        """The one in the cache folder, after the XDG rules."""
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        return cls(Path(base) / "reader" / "analyses.sqlite")

    def get(self, key: str) -> list[Packed] | None:
        """The packed analyses kept under a key, or None."""
        base = self._open()
        if base is None:
            return None
        try:
            row = base.execute("SELECT data FROM analyses WHERE key = ?", (key,)).fetchone()
            found: list[Packed] | None = json.loads(zlib.decompress(row[0])) if row else None
            return found
        except (sqlite3.Error, ValueError, zlib.error):
            return None

    def put(self, rows: Iterable[tuple[str, list[Packed]]]) -> None:
        """Keep packed analyses under their keys."""
        base = self._open()
        if base is None:
            return
        with suppress(sqlite3.Error), base:
            base.executemany(
                "INSERT OR REPLACE INTO analyses VALUES (?, ?)",
                ((key, zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 1)) for key, data in rows),
            )

    def close(self) -> None:
        """Give the file back."""
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base, self._dead = None, True

    def _open(self) -> sqlite3.Connection | None:
        if self._base is None and not self._dead:
            try:
                self._base = _opened(self._file)
            except (sqlite3.Error, OSError):
                self._dead = True
        return self._base


def key_of(data: bytes, form: str, cleaned: bool) -> str:
    """The key of a file's bytes. Args: form: the name of its format; cleaned: whether it goes through cleaning."""
    return f"{hashlib.sha256(data).hexdigest()[:32]}:{form}:{int(cleaned)}"


@cache
def engine() -> str:
    """What changes when a stage does: the version, and the sizes and times of the stages' files."""
    root = Path(__file__).resolve().parent.parent
    total = hashlib.sha256(__version__.encode())
    for stage in _STAGES:
        for folder, below, names in os.walk(root / stage):
            below[:] = sorted(d for d in below if d != "__pycache__")
            for name in sorted(names):
                status = os.stat(os.path.join(folder, name))
                total.update(f"{name}:{status.st_size}:{status.st_mtime_ns};".encode())
    return total.hexdigest()[:16]


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    base = sqlite3.connect(file, timeout=2.0, check_same_thread=False)
    try:
        base.execute("PRAGMA synchronous = OFF")
        base.execute("CREATE TABLE IF NOT EXISTS engine (name TEXT)")
        base.execute("CREATE TABLE IF NOT EXISTS analyses (key TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID")
        row = base.execute("SELECT name FROM engine").fetchone()
        if row is None or row[0] != engine():
            with base:
                base.execute("DELETE FROM analyses")
                base.execute("DELETE FROM engine")
                base.execute("INSERT INTO engine VALUES (?)", (engine(),))
    except sqlite3.DatabaseError:
        base.close()
        file.unlink(missing_ok=True)  # not a database: only a cache is lost
        raise
    return base
