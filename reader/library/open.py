"""Opening: paths become a library, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.library.library import Library
from reader.model.articles import Article


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the opening of a library stands."""

    library: Library
    done: int
    """Files read so far."""
    total: int
    resolved: bool
    """True in the last step, when speakers and statements hold over all articles."""


def open_steps(paths: Sequence[str], *, first: str | None = None, clean: bool = True) -> Iterator[Progress]:
    """Views of the library while it is being read: one after the first article, some between, the last complete.

    Args: first: a path to be read before all others. Never raises for a bad file; a path that does not exist
    is a problem of the library.
    """
    raise NotImplementedError


def open_library(paths: Sequence[str], *, jobs: int = 1, clean: bool = True) -> Library:
    """The whole library of files and folders (with subfolders, hidden ones left out)."""
    raise NotImplementedError


def analyse(text: str, *, name: str = "") -> Article:
    """One text as a cleaned article."""
    raise NotImplementedError
