"""The book of marks of one opened folder: read once, kept in memory, saved at every change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.marks.marks import ArticleMark, ArticleRef
from reader.model.problems import Problem


class MarkBook:
    """Tags, notes and read state of the articles of one folder."""

    where: Path
    """The file it is kept in."""
    problem: Problem | None
    """Why the file could not be read or is kept elsewhere; None where all is well."""

    @classmethod
    def open(cls, paths: Sequence[str]) -> MarkBook:
        """The book for the opened paths: `.reader/marks.yaml` in the first folder (of a file: its folder),
        or in the user's data folder where that cannot be written. Never raises: see `problem`."""
        raise NotImplementedError

    def mark(self, ref: ArticleRef) -> ArticleMark:
        """What is known of an article; an empty mark where nothing is."""
        raise NotImplementedError

    def change(self, mark: ArticleMark) -> None:
        """Keep this mark and save the book at once. Raises ReaderError where it could not be saved; the
        change then still holds in memory."""
        raise NotImplementedError

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with the number of articles that bear it, by name."""
        raise NotImplementedError
