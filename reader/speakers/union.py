"""Things joined two by two, and which of them have become one."""

from __future__ import annotations

from array import array


class Union:
    """Disjoint sets of numbers. A root is always the smallest member, so that the order of joining does not show."""

    def __init__(self, size: int) -> None:
        self._up = array("I", range(size))

    def __len__(self) -> int:
        return len(self._up)

    def root(self, number: int) -> int:
        """The smallest member of the set that holds `number`."""
        up = self._up
        while (above := up[number]) != number:
            up[number] = up[above]
            number = above
        return number

    def join(self, one: int, other: int) -> None:
        """Makes one set of the two that hold these."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._up[max(one, other)] = min(one, other)
