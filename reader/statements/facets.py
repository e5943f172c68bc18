"""Quotes linked two by two by stretches of them, and which have become one statement."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

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
            if up == root and after[root]:
                found, node = {self._quote[root]}, root
                while node := after[node]:
                    found.add(self._quote[node])
                yield sorted(found)

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
