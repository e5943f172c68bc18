"""A library read from a snapshot: it holds what it is asked for, not all of it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from reader.library.indexed_speakers import IndexedSpeakers
from reader.library.sought import Sought, gently
from reader.library.store import Store
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleRef


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
        """Give marks to articles that changed since: by path and title, which the index knows, then by their words. For
        these all articles are looked into, once: what was not found is not sought again in the same library."""
        refs = {mark.ref.id: mark.ref for mark in book.marks()}
        here = [ref for key, ref in refs.items() if key in self.row_by_key]
        if len(here) == len(refs):
            return
        gone = [ref for key, ref in refs.items() if key not in self.row_by_key]
        near = dict.fromkeys(key for ref in gone for key in self._near(ref, book) if key not in refs)
        if self.waiting:  # what else there is was asked when names were compared last
            query = "SELECT key FROM rows WHERE problem IS NULL ORDER BY number DESC LIMIT ?"
            near.update((key, None) for (key,) in self.ask(query, self._fresh) if key not in refs)
        book.attach([*here, *(book.ref(self.analysis(key).article, key) for key in near)])
        keys = [mark.ref.id for mark in book.marks()]
        still = [key for key in keys if key not in self.row_by_key]
        sought = Sought(self.file, self.digest, still)
        if still and not self.waiting and not sought.in_vain:
            book.attach(book.ref(analysis.article, key) for key, analysis in gently(self.items()))
            still = [mark.ref.id for mark in book.marks() if mark.ref.id not in self.row_by_key]
            Sought(self.file, self.digest, still).note()

    def _near(self, ref: ArticleRef, book: MarkBook) -> list[str]:
        """Keys of articles of the same file or headline, as far as the index knows."""
        below = [os.path.relpath(os.path.join(book.root, ref.path), root) for root in self.roots] if ref.path else []
        places = [os.fsencode("" if path == "." else path) for path in below]
        query = f"SELECT key FROM rows WHERE below IN ({','.join('?' * len(places))}) AND part = ? AND problem IS NULL"
        found = self.ask(query, *places, ref.part)
        if ref.title:
            found += self.ask("SELECT key FROM rows WHERE title = ? AND problem IS NULL LIMIT 50", ref.title)
        return [key for (key,) in found]
