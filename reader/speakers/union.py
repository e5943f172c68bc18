"""Things joined two by two, and which of them have become one."""

from __future__ import annotations

from reader.speakers.identity import Place


class Union:
    """Disjoint sets whose root is always their smallest member, so that the order of joining does not show."""

    def __init__(self) -> None:
        self._up: dict[Place, Place] = {}

    def root(self, place: Place) -> Place:
        """The smallest member of the set that holds `place`."""
        top = place
        while (above := self._up.get(top, top)) != top:
            top = above
        while (above := self._up.get(place, place)) != top and place != top:
            self._up[place] = top
            place = above
        return top

    def join(self, one: Place, other: Place) -> None:
        """Makes one set of the two that hold these."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._up[high] = low
