"""Work in a thread that ends where nobody wants it any more: a view of a large library that was closed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class NotWantedError(Exception):
    """Nobody waits for what is being made."""


class _Here(threading.local):
    wanted: Callable[[], bool] | None = None


_here = _Here()


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """What this thread asks of a library raises NotWantedError as soon as this is False."""
    before, _here.wanted = _here.wanted, wanted
    try:
        yield
    finally:
        _here.wanted = before


def go_on() -> None:
    """Raise NotWantedError where what this thread does is not wanted any more."""
    if _here.wanted is not None and not _here.wanted():
        raise NotWantedError
