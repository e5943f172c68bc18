"""What was looked for in vain in a whole library: it need not be looked for again until the library is another.

A mark whose article is gone would else make every opening read all articles."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from reader.marks.book import MarkBook
from reader.text.digests import digest

T = TypeVar("T")
GENTLE = 0.01
"""Seconds after which a thread beside the screen that looks into all articles rests as long."""


class Sought:
    """What was sought, kept beside a snapshot; a cache like it."""

    def __init__(self, file: Path, library: str, keys: Iterable[str]) -> None:
        """Args: file: the snapshot; library: its digest; keys: of the marks that have lost their articles."""
        self._file = file.with_name(f"{file.name}.sought")
        self._what = digest(library.encode(), *(key.encode("utf-8", "replace") for key in sorted(keys)))

    @property
    def in_vain(self) -> bool:
        """True where just this was sought before."""
        try:
            return self._what in self._file.read_text("ascii").split()
        except (OSError, ValueError):
            return False

    def note(self) -> None:
        """Remember that it was, and what was sought before it."""
        with suppress(OSError, ValueError):
            before = self._file.read_text("ascii").split()[-7:] if self._file.exists() else []
            self._file.write_text("\n".join([*before, self._what]), "ascii")


def lost(book: MarkBook, here: Iterable[str]) -> set[str]:
    """Keys of marks whose articles are not there. Args: here: keys of those that are."""
    return {mark.ref.id for mark in book.marks()}.difference(here)


def gently(values: Iterable[T]) -> Iterator[T]:
    """The same values, with as much rest as work between them, so that keys are answered."""
    began = time.monotonic()
    for value in values:
        yield value
        worked = time.monotonic() - began
        if worked > GENTLE:
            time.sleep(worked)
            began = time.monotonic()
