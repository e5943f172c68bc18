"""What may occur more than once among many numbers, told in a few bits a number; the answer "no" is always right."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

_MOST_BITS = 27
"""32 MB in all, whatever the size of the library."""


class Repeated:
    """Numbers that have been added twice, and a few that have not: those which share a place with another."""

    def __init__(self, total: int) -> None:
        """Args: total: about how many will be added."""
        bits = min(_MOST_BITS, max(10, int(log2(total * 8 + 1))))
        self._mask = (1 << bits) - 1
        self._seen, self._twice = bytearray(1 << bits - 3), bytearray(1 << bits - 3)

    def add(self, numbers: Iterable[int]) -> None:
        """Takes note of some numbers."""
        mask, seen, twice = self._mask, self._seen, self._twice
        for number in numbers:
            place, bit = (number & mask) >> 3, 1 << (number & 7)
            if seen[place] & bit:
                twice[place] |= bit
            else:
                seen[place] |= bit

    def among(self, numbers: Iterable[int]) -> list[int]:
        """Those of some numbers that may have been added twice."""
        mask, twice = self._mask, self._twice
        return [number for number in numbers if twice[(number & mask) >> 3] & (1 << (number & 7))]
