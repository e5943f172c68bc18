"""Sums of small decision trees: how learned decisions are kept and worked out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

HOPELESS = -2.0
"""Log odds after some trees from which hardly any row comes back."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A boosted sum of trees, all in three parallel rows, each tree in preorder: a node's left child follows it."""

    feature: Sequence[int]
    """The feature asked about, -1 at a leaf."""
    value: Sequence[float]
    """Left is taken where the feature is at most this; at a leaf, what it adds."""
    right: Sequence[int]
    """The other child."""
    roots: Sequence[int]
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
        feature, value, right = self.feature, self.value, self.right
        total = self.base if first == 0 else 0.0
        for at in self.roots[first:last]:
            asked = feature[at]
            while asked >= 0:
                at = at + 1 if row[asked] <= value[at] else right[at]  # noqa: PLW2901
                asked = feature[at]
            total += value[at]
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
