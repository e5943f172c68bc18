"""Sums of small decision trees: how learned decisions are kept and worked out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

HOPELESS = -2.0
"""Log odds after some trees from which hardly any row comes back."""


Node: TypeAlias = "float | tuple[int, float, Node, Node]"
"""A leaf's value; or a feature, the largest value that goes left, and the two children."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A boosted sum of trees."""

    nodes: Sequence[Node]
    """The roots."""
    base: float
    orders: tuple[tuple[int, Sequence[float]], ...]
    """(feature, what each of its sorts counts as) of features that are not numbers."""

    def encoded(self, row: list[float]) -> list[float]:
        """The row with its sorts made numbers, in place."""
        for feature, order in self.orders:
            row[feature] = order[int(row[feature])]
        return row

    def score(self, row: Sequence[float], first: int = 0, last: int | None = None) -> float:
        """The log odds that trees `first` to `last` give an encoded row; with all of them the model's answer."""
        total = self.base if first == 0 else 0.0
        for node in self.nodes[first:last]:
            while node.__class__ is tuple:
                feature, most, left, right = node
                node = left if row[feature] <= most else right  # noqa: PLW2901
            total += node  # type: ignore[operator]
        return total

    def chance(self, row: list[float], quick: int = 0) -> float:
        """The probability that the model gives a row that is not encoded yet.

        With `quick`, 0 for a row that so many trees hold for very unlikely already.
        """
        score = self.score(self.encoded(row), 0, quick or None)
        if quick:
            if score < HOPELESS:
                return 0.0
            score += self.score(row, quick)
        return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


def shares(scores: Sequence[float]) -> list[float]:
    """The belief in each of several choices, summing to 1."""
    top = max(scores, default=0.0)
    parts = [math.exp(s - top) for s in scores]
    whole = sum(parts)
    return [p / whole for p in parts]


def planted(feature: Sequence[int], value: Sequence[float], right: Sequence[int], roots: Sequence[int]) -> list[Node]:
    """Trees from parallel rows, each in preorder: a node's left child follows it; the feature of a leaf is -1."""
    made: list[Node] = [0.0] * len(feature)
    for at in range(len(feature) - 1, -1, -1):
        asked = feature[at]
        made[at] = value[at] if asked < 0 else (asked, value[at], made[at + 1], made[right[at]])
    return [made[at] for at in roots]
