"""Quotes linked two by two by stretches of them, and which have become one statement."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

Stretch = tuple[int, int]
"""First and last word of a stretch of a quote."""


class Facets:
    """Sets of quotes by the stretches that link them. Stretches of one quote that overlap are one facet of it; a quote
    of several facets can be in several sets. What is joined first makes no difference."""

    def __init__(self, size: int) -> None:
        """Args: size: how many quotes there are, by their numbers from 0."""
        self._low, self._high = array("I", bytes(4 * size)), array("I", bytes(4 * size))
        """Where the first facet of every quote begins, and after which word it ends: 0 while there is none."""
        self._more: dict[int, list[tuple[int, int, int]]] = {}
        """(first word, last word, node) of all facets of a quote that has had more than one."""
        self._quote = array("I", range(size))
        """Of every node: the first facet of a quote has its number, those after it come behind."""
        self._up = array("I", range(size))
        self._next = array("I", bytes(4 * size))
        """Of every quote the next one in the same words; 0 after the last."""
        self._whole = bytearray(size)
        """Whether a quote is known to have one facet, which holds all of it."""

    def one(self, numbers: Sequence[int], whole: Stretch) -> None:
        """Makes quotes one that say the same in the same words. Only the first of them may be joined with others.

        Args: numbers: ascending; whole: the stretch that all of them have in common, which is all that they are.
        """
        for number, after in pairwise(numbers):
            self._next[number] = after
        self._node(numbers[0], whole)
        self._whole[numbers[0]] = 1

    def fill(self, quote: int) -> None:
        """Takes note that a stretch by which a quote was joined is all of it."""
        self._whole[quote] = 1

    def settled(self, one: int, other: int) -> bool:
        """True where joining two quotes by any stretches would change nothing."""
        return bool(self._whole[one] and self._whole[other]) and self._root(one) == self._root(other)

    def join(self, one: int, left: Stretch, other: int, right: Stretch) -> None:
        """Puts two quotes into one set, as far as the facets go that hold these stretches."""
        self._union(self._node(one, left), self._node(other, right))

    def sets(self) -> Iterator[list[int]]:
        """The quotes of each set, ascending."""
        after = array("I", bytes(4 * len(self._up)))
        for node in range(len(self._up) - 1, -1, -1):
            root = self._root(node)
            if root != node:
                after[node] = after[root]
                after[root] = node
        for root, up in enumerate(self._up):
            if up == root and (after[root] or self._alone(root)):
                found, node = {self._quote[root]}, root
                while node := after[node]:
                    found.add(self._quote[node])
                yield sorted(chain.from_iterable(map(self._copies, found)))

    def _alone(self, node: int) -> bool:
        """True for a quote that is a statement though it was joined with no other: it stands for several."""
        return node < len(self._next) and bool(self._whole[node] and self._next[node])

    def _copies(self, quote: int) -> Iterator[int]:
        """A quote and all in the same words."""
        yield quote
        while quote := self._next[quote]:
            yield quote

    def _node(self, quote: int, stretch: Stretch) -> int:
        """The facet that holds a stretch; facets that it bridges become one."""
        low, high = stretch
        facets = self._more.get(quote)
        if facets is None:
            first, end = self._low[quote], self._high[quote]
            if not end or (low < end and first <= high):
                self._low[quote] = min(first, low) if end else low
                self._high[quote] = max(end, high + 1)
                return quote
            facets = [(first, end - 1, quote)]
        near = [f for f in facets if low <= f[1] and f[0] <= high]
        if near:
            node = near[0][2]
            for _, _, other in near[1:]:
                self._union(node, other)
        else:
            node = len(self._up)
            self._up.append(node)
            self._quote.append(quote)
        whole = min(low, *(f[0] for f in near)) if near else low, max(high, *(f[1] for f in near)) if near else high
        self._more[quote] = [*(f for f in facets if f not in near), (*whole, node)]
        return node

    def _union(self, one: int, other: int) -> None:
        one, other = self._root(one), self._root(other)
        if one != other:
            self._up[max(one, other)] = min(one, other)

    def _root(self, node: int) -> int:
        up = self._up
        while (above := up[node]) != node:
            up[node] = up[above]
            node = above
        return node
