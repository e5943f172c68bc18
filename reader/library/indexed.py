"""A library read from a snapshot: it holds what it is asked for, not all of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from reader.library.indexed_speakers import IndexedSpeakers
from reader.library.store import Store
from reader.marks.book import MarkBook


class IndexedLibrary(IndexedSpeakers):
    """What has been written in a snapshot, asked for piece by piece; may be asked from several threads."""

    def __init__(
        self, file: Path, roots: Sequence[str], store: Store, book: MarkBook | None = None, *, cleaned: bool = True
    ) -> None:
        """Args: roots: the paths as they were given this time; store: where the analyses are, unless the snapshot was
        made from another, which is then used while it is there.

        Raises sqlite3.Error or KeyError for a file that is no snapshot, OSError where its analyses are gone."""
        super().__init__(file, roots, store, book)
        self.cleaned = cleaned
        self.corrections: str = self.meta["corrections"]
        self.waiting = int(self.meta.get("added", 0))
        self._fresh = int(self.meta.get("fresh", 0))
        """How many the last change brought; they have the last numbers."""
        self.changes: tuple[int, ...] = tuple(json.loads(self.meta.get("changes", "[]")))
        """How many files were new, changed and gone then."""

    def attach(self, book: MarkBook) -> None:
        """Give marks to articles that changed since; looks into the articles only where a mark has lost its own."""
        here = [mark.ref for mark in book.marks() if mark.ref.id in self.row_by_key]
        if len(here) == len(book.marks()):
            return
        if self.waiting:  # what else there is was asked when names were compared last
            query = "SELECT key FROM rows WHERE problem IS NULL ORDER BY number DESC LIMIT ?"
            known = {ref.id for ref in here}
            fresh = [key for (key,) in self.ask(query, self._fresh) if key not in known]
            book.attach([*here, *(book.ref(self.analysis(key).article, key) for key in fresh)])
        else:
            book.attach(book.ref(analysis.article, key) for key, analysis in self.items())
