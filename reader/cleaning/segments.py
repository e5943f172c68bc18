"""The best cut of a page into segments that belong to the article and those that do not."""

from __future__ import annotations

from collections.abc import Sequence

CLIP = 6.0
"""No single unit speaks louder, in logits."""
MOST_WORDS = 80
_ROOTS = [(n + 1) ** 0.5 for n in range(MOST_WORDS)]


def best_segments(logits: Sequence[float], sizes: Sequence[int], bias: float, cost: float) -> list[bool]:
    """True for every unit inside a segment of the best cut.

    Maximises the sum over the units inside of (logit + bias) times the root of their words, less `cost` for every
    segment, exactly, in one pass (Viterbi over two states).
    """
    inside, outside = float("-inf"), 0.0
    opened: list[bool] = []
    closed: list[bool] = []
    for logit, size in zip(logits, sizes, strict=True):
        value = (logit if -CLIP < logit < CLIP else CLIP if logit > 0 else -CLIP) + bias
        value *= _ROOTS[size] if size < MOST_WORDS else 9.0
        stays, opens = inside, outside - cost
        closed.append(inside > outside)
        outside = max(outside, inside)
        opened.append(opens > stays)
        inside = (opens if opens > stays else stays) + value
    within = inside > outside
    found = [False] * len(opened)
    for at in range(len(opened) - 1, -1, -1):
        found[at] = within
        within = not opened[at] if within else closed[at]
    return found
