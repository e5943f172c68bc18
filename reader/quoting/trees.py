"""Sums of small decision trees: how learned decisions are kept and worked out."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

HOPELESS = -2.0
"""Log odds after some trees from which hardly any row comes back."""
PATIENCE = 400
"""Rows that trees are walked for; from then on they are worth compiling, which takes some hundredths of a second."""


Node: TypeAlias = "float | tuple[int, float, Node, Node]"
"""A leaf's value; or a feature, the largest value that goes left, and the two children."""
Summed: TypeAlias = "Callable[[Sequence[float]], float]"


@dataclass(frozen=True, slots=True)
class Trees:
    """A boosted sum of trees. Rows hold floats alone: two of these compare soonest."""

    nodes: Sequence[Node]
    """The roots."""
    base: float
    orders: tuple[tuple[int, Mapping[float, float]], ...]
    """(feature, what each of its sorts counts as) of features that are not numbers."""
    parts: dict[tuple[int, int], list[tuple[int, Mapping[float, float]]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """The orders of a part of a row, by its first place and its length."""
    asked: dict[tuple[int, int | None], int] = field(default_factory=dict, compare=False, repr=False)
    """How often some of the trees were walked."""
    quick: dict[tuple[int, int | None, int], Summed] = field(default_factory=dict, compare=False, repr=False)
    """The same trees as functions, by their first and last and the length of a row."""
    raw: dict[tuple[int, int | None, int], Summed] = field(default_factory=dict, compare=False, repr=False)
    """The same of rows that are not encoded yet."""

    def encoded(self, row: Sequence[float], first: int = 0) -> list[float]:
        """The row with its sorts made numbers. Args: first: the place in a whole row at which this part begins."""
        made = list(row)
        part = self.parts.get((first, len(row)))
        if part is None:
            last = first + len(row)
            part = self.parts[first, len(row)] = [(f - first, o) for f, o in self.orders if first <= f < last]
        for feature, order in part:
            made[feature] = order[row[feature]]
        return made

    def score(self, row: Sequence[float], first: int = 0, last: int | None = None) -> float:
        """The log odds that trees `first` to `last` give an encoded row; with all of them the model's answer."""
        made = self.quick.get((first, last, len(row)))
        if made is not None:
            return made(row)
        count = self.asked[first, last] = self.asked.get((first, last), 0) + 1
        if count > PATIENCE:
            self.quick[first, last, len(row)] = summed(self.nodes[first:last], 0.0 if first else self.base, len(row))
        return self._walked(row, first, last)

    def _walked(self, row: Sequence[float], first: int, last: int | None) -> float:
        """The same by going through the trees."""
        total = self.base if first == 0 else 0.0
        for node in self.nodes[first:last]:
            while node.__class__ is tuple:
                feature, most, left, right = node
                node = left if row[feature] <= most else right  # noqa: PLW2901
            total += node  # type: ignore[operator]
        return total

    def chance(self, row: Sequence[float], quick: int = 0) -> float:
        """The probability that the model gives a row that is not encoded yet.

        With `quick`, 0 for a row that so many trees hold for very unlikely already.
        """
        score = self._raw_score(row, 0, quick or None)
        if quick:
            if score < HOPELESS:
                return 0.0
            score += self._raw_score(row, quick)
        return 1 / (1 + math.exp(-score)) if score > -700 else 0.0

    def _raw_score(self, row: Sequence[float], first: int = 0, last: int | None = None) -> float:
        """The log odds that trees `first` to `last` give a row that is not encoded yet."""
        made = self.raw.get((first, last, len(row)))
        if made is not None:
            return made(row)
        count = self.asked[first, last] = self.asked.get((first, last), 0) + 1
        if count > PATIENCE:
            base = 0.0 if first else self.base
            self.raw[first, last, len(row)] = summed(self.nodes[first:last], base, len(row), self.orders)
        return self._walked(self.encoded(row), first, last)


def summed(
    nodes: Sequence[Node], base: float, width: int, orders: Sequence[tuple[int, Mapping[float, float]]] = ()
) -> Summed:
    """The sum of some trees as a function of a row of `width` numbers: the same answers some four times faster.

    Args: orders: what the sorts of a row that is not encoded yet count as.
    """
    lines = ["def total(row):", f" [{','.join(f'a{n}' for n in range(width))}] = row", f" t = {float(base)!r}"]
    asked = set().union(*map(_features, nodes))
    made: dict[str, Any] = {"inf": math.inf}
    for feature, order in orders:
        if feature in asked:
            made[f"o{feature}"] = order
            lines.append(f" a{feature} = o{feature}[a{feature}]")
    for node in nodes:
        lines += _lines(node, " ")
    exec(compile("\n".join([*lines, " return t"]), "<trees>", "exec"), made)  # of numbers alone
    return made["total"]  # type: ignore[no-any-return]


def _features(node: Node) -> set[int]:
    """The features that a tree asks about."""
    return {node[0], *_features(node[2]), *_features(node[3])} if isinstance(node, tuple) else set()


def _lines(node: Node, indent: str) -> list[str]:
    """A tree as conditions, a leaf as an addition."""
    if not isinstance(node, tuple):
        return [f"{indent}t += {float(node)!r}"]
    feature, most, left, right = node
    deeper = indent + " "
    return [
        f"{indent}if a{int(feature)} <= {float(most)!r}:", *_lines(left, deeper),
        f"{indent}else:", *_lines(right, deeper),
    ]  # fmt: skip


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
