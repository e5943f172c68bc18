"""Undo and redo for every act of the person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from reader.marks.marks import Acts, ArticleMark, ArticleRef
from reader.marks.merging import merged_acts, merged_mark

LONGEST = 1000
"""Acts that can be undone."""


class Step(Struct, frozen=True):
    """One act: what it was, and the marks before and after it."""

    what: str
    """In words, for the message: "tagged 'Harbour bridge ...' follow-up"."""
    marks: tuple[tuple[ArticleMark, ArticleMark], ...] = ()
    """(before, after) of every article that it changed."""
    acts: tuple[Acts, Acts] | None = None


class Keeper(Protocol):
    """What marks and acts are kept in: a MarkBook, or what stands before one."""

    def mark(self, ref: ArticleRef, /) -> ArticleMark:
        """What is known of an article."""
        ...

    @property
    def acts(self) -> Acts:
        """What is known besides."""
        ...

    def change_all(self, marks: Iterable[ArticleMark], acts: Acts | None = None) -> None:
        """Keep these."""
        ...


class History:
    """What the person did since the app was opened, to be taken back and done again.

    Taking an act back changes what that act changed: what was marked since without an act (as read) stays.
    """

    def __init__(self, book: Keeper) -> None:
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
        marks = [merged_mark(pair[not after], pair[after], self._book.mark(pair[after].ref)) for pair in step.marks]
        acts = merged_acts(step.acts[not after], step.acts[after], self._book.acts) if step.acts else None
        self._book.change_all(marks, acts)
