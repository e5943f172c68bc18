"""What several formats share: packages that may be missing, and limits on what a file unfolds to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from reader.model.problems import Problem, ReaderError

P = ParamSpec("P")
R = TypeVar("R")

MAX_UNFOLDED = 256 * 1024 * 1024
"""Bytes that a compressed file may unfold to."""
MAX_PARTS = 20_000
"""Articles in one file."""
CUT = "cut it into smaller files"


def too_many(path: str) -> ReaderError:
    """What a file with more articles than are taken is refused with: to leave some out would be told nowhere."""
    return ReaderError(Problem(path, f"holds more than {MAX_PARTS:,} articles", CUT))


def needs(what: str, extra: str, *packages: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A decorator: where one of the packages is missing, a sentence that names the extra, as a ReaderError.

    Args: what: "reading web pages"; extra: the name of the optional dependencies that bring the packages.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except ModuleNotFoundError as error:
                missing = (error.name or "").split(".")[0]
                if missing not in packages:
                    raise
                advice = f"pip install 'quote-reader[{extra}]'"
                raise ReaderError(Problem("", f"{what} needs the package {missing}", advice)) from error

        return wrapped

    return decorate
