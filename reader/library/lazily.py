"""Sequences and mappings that fetch what they are asked for and keep some of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
CHUNK = 64
"""Items that are fetched together."""


class Later(Sequence[T]):
    """A sequence that is fetched when it is first looked into."""

    def __init__(self, fetch: Callable[[], Sequence[T]], identity: object, length: int | None = None) -> None:
        """Args: identity: what makes two of them equal; length: if it is known before."""
        self._fetch, self._identity, self._length = fetch, identity, length

    @cached_property
    def _found(self) -> Sequence[T]:
        return self._fetch()

    def __len__(self) -> int:
        return len(self._found) if self._length is None else self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._found[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)


class Pages(Sequence[T]):
    """A sequence fetched in chunks, of which some are kept."""

    def __init__(self, length: int, fetch: Callable[[int, int], Sequence[T]], kept: int = 16) -> None:
        """Args: fetch: (first, count) to so many items from there on; kept: how many chunks."""
        self._length, self._fetch, self._kept = length, fetch, kept
        self._chunks: OrderedDict[int, Sequence[T]] = OrderedDict()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._length))]
        if not -self._length <= at < self._length:
            raise IndexError(at)
        chunk, place = divmod(at % self._length, CHUNK)
        return self._chunk(chunk)[place]

    def __iter__(self) -> Iterator[T]:
        for chunk in range(-(-self._length // CHUNK)):
            yield from self._chunk(chunk)

    def _chunk(self, number: int) -> Sequence[T]:
        known = touched(self._chunks, number)
        if known is None:
            first = number * CHUNK
            known = remembered(self._chunks, number, self._fetch(first, min(CHUNK, self._length - first)), self._kept)
        return known


class Lookup(Mapping[K, V], Generic[K, V]):
    """A mapping that asks for each value."""

    def __init__(self, length: int, find: Callable[[K], V | None], every: Callable[[], Iterator[K]]) -> None:
        self._length, self._find, self._every = length, find, every
        self._known: OrderedDict[K, V | None] = OrderedDict()
        """What was found, None where nothing was: what does not occur is asked for as often as what does."""

    def __getitem__(self, key: K) -> V:
        found: V | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: K, default: Any = None) -> Any:
        """The value of a key, or the default."""
        known = key in self._known
        found = touched(self._known, key) if known else remembered(self._known, key, self._find(key), 1024)
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[K]:
        return self._every()


def touched(kept: OrderedDict[K, V], key: K) -> V | None:
    """What is kept under a key, as the last that was asked for; None where nothing is."""
    try:
        kept.move_to_end(key)
        return kept[key]
    except KeyError:
        return None


def remembered(kept: OrderedDict[K, V], key: K, value: V, most: int) -> V:
    """The value, kept; of more than `most` the one asked for longest ago goes."""
    kept[key] = value
    while len(kept) > most:
        try:
            kept.popitem(last=False)
        except KeyError:
            break
    return value
