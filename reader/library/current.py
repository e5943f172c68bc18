"""Whether an index has what the files of a library hold now, found out a folder at a time and with nothing kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from reader.library.plan import Digesting, Source, corrections_digest, located, opened
from reader.library.store import Store, filed, stamp_of
from reader.loading.discover import walked
from reader.loading.formats import format_of
from reader.marks.book import MarkBook


def is_current(file: Path, paths: Sequence[str], cleaned: bool, store: Store, book: MarkBook | None) -> bool:
    """True where the snapshot of one folder is whole and nothing has changed since; False where that cannot be told
    without reading something."""
    if len(paths) != 1 or not os.path.isdir(paths[0]) or store.base is None:
        return False
    try:
        with closing(opened(file)) as base:
            meta = dict(base.execute("SELECT name, value FROM meta"))
            here = all(
                base.execute("SELECT 1 FROM rows WHERE key = ?", (mark.ref.id,)).fetchone()
                for mark in (book.marks() if book else ())
            )
        if not here or meta["store"] != str(store.file) or meta["corrections"] != corrections_digest(book):
            return False
        return _same(paths, cleaned, store, book, int(meta["skipped"]), meta["digest"])
    except (sqlite3.Error, OSError, KeyError, ValueError):
        return False


def _same(paths: Sequence[str], cleaned: bool, store: Store, book: MarkBook | None, skipped: int, digest: str) -> bool:
    total, passed = Digesting(skipped), 0
    for folder, files in groupby(walked(paths[0]), os.path.dirname):
        known = dict(_kept(store, folder, cleaned))
        for file in files:
            if not format_of(file):
                passed += 1
                continue
            stamp, key = known.get(filed(file), ("", ""))
            if not stamp or stamp != stamp_of(os.stat(file)):
                return False
            total.add(Source(*located(file, paths), key))
    return passed == skipped and total.whole((), book) == digest


def _kept(store: Store, folder: str, cleaned: bool) -> Iterator[tuple[bytes, tuple[str, str]]]:
    """What is known of the files directly in a folder: (path, (stamp, key))."""
    assert store.base is not None
    start = filed(folder).rstrip(b"/") + b"/"
    query = (
        "SELECT path, stamp, key FROM files WHERE path >= ? AND path < ? AND cleaned = ? "
        "AND instr(substr(path, ?), x'2f') = 0"
    )
    for path, stamp, key in store.base.execute(query, (start, start[:-1] + b"0", int(cleaned), len(start) + 1)):
        yield path, (stamp, key)
