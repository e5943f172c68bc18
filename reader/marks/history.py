"""Undo and redo for every act of the person."""

from __future__ import annotations

from dataclasses import dataclass

from reader.marks.book import MarkBook
from reader.marks.marks import Acts, ArticleMark

LONGEST = 1000
"""Acts that can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act: what it was, and the marks before and after it."""

    what: str
    """In words, for the message: "tagged 'Harbour bridge ...' follow-up"."""
    marks: tuple[tuple[ArticleMark, ArticleMark], ...] = ()
    """(before, after) of every article that it changed."""
    acts: tuple[Acts, Acts] | None = None


class History:
    """What the person did since the app was opened, to be taken back and done again."""

    def __init__(self, book: MarkBook) -> None:
        """Args: book: where the acts are kept."""
        self._book = book
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def do(self, step: Step) -> None:
        """Carry out an act and remember it. Raises ReaderError where it could not be saved; it is done all the same."""
        self._done.append(step)
        del self._done[:-LONGEST]
        self._undone.clear()
        self._set(step, after=True)

    def undo(self) -> Step | None:
        """Take the last act back and return it; None where there is none. Raises ReaderError as `do` does."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._set(step, after=False)
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last, and return it; None where there is nothing."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._set(step, after=True)
        return step

    def _set(self, step: Step, *, after: bool) -> None:
        marks = [pair[after] for pair in step.marks]
        self._book.change_all(marks, step.acts[after] if step.acts else None)
