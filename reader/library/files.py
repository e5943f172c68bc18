"""The files of a folder, read one after the other while keys are answered: what takes its time is done elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.library.reading import Read, known_before, opened, read_file
from reader.library.store import Store, unpressed

if TYPE_CHECKING:
    from reader.library.workers import Aside

HEAVY = 100_000
"""Bytes from which on a file is analysed by another process."""


class Files:
    """`with Files(cleaned) as files: files.read(path)`; what was found is kept in the person's store."""

    def __init__(self, cleaned: bool) -> None:
        self._cleaned, self._store = cleaned, Store.of_person()
        self._aside: Aside | None = None

    def __enter__(self) -> Files:
        return self

    def __exit__(self, *_: object) -> None:
        if self._aside:
            self._aside.dismiss()
        self._store.close()

    def read(self, path: str) -> Read:
        """The analyses of a file, or its problem. Never raises."""
        if _size(path) < HEAVY:
            return read_file(path, cleaned=self._cleaned, store=self._store)
        known = known_before(path, cleaned=self._cleaned, store=self._store)
        return known if known is not None else self._read_aside(path)

    def _read_aside(self, path: str) -> Read:
        from reader.library.workers import Aside

        self._aside = self._aside or Aside(self._cleaned)
        done = self._aside.done_with(path)
        if done.pieces:
            self._store.put([(done.key, [unpressed(piece.data) for piece in done.pieces])])
        return Read(opened(done), done.problem)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0
