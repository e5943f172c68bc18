"""Values that are worked out when they are first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Seen = TypeVar("Seen")
Found = TypeVar("Found")


class once(Generic[Seen, Found]):  # noqa: N801
    """A property that is worked out once; the object keeps it in its `__dict__`.

    That of functools takes a lock at every first look (until Python 3.12), which costs more than many of these values.
    """

    def __init__(self, make: Callable[[Seen], Found]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, seen: Seen, owner: type[Seen]) -> Found:
        found = seen.__dict__[self._name] = self._make(seen)
        return found
