"""What the second look of the body model sees: a unit among the first look's beliefs in those around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import exp

from reader.cleaning.features import SHAPES, Columns, Row
from reader.cleaning.segments import best_segments

LOGITS = (-6, -4, -3, -2, -1, -0.3, 0.3, 1, 2, 3, 4, 6)
TOTALS = (60, 150, 300, 600, 1200, 2500)
NEAR = (1, 3, 8)
MOST_WORDS = 150
"""A paragraph's words beyond these count no further."""
FIRST_COST = 4.0
"""What a segment costs where the first look's beliefs are cut into segments."""
NB, NT, WINDOW = len(LOGITS) + 1, len(TOTALS) + 1, 5

COLUMNS = Columns()
_add = COLUMNS.add
OWN = _add("belief", NB)
PREV, NEXT = _add("belief before", NB), _add("belief after", NB)
PREV2, NEXT2 = _add("belief two before", NB), _add("belief two after", NB)
OWN_PREV, OWN_NEXT = _add("belief x before", NB * NB), _add("belief x after", NB * NB)
AROUND3 = _add("3 before x 3 after x shape", WINDOW * WINDOW * SHAPES)
AROUND8 = _add("8 before x 8 after x shape", WINDOW * WINDOW * SHAPES)
AROUND20 = _add("20 before x 20 after", 64)
PART_OWN = _add("part of the body above x belief", 11 * NB)
PART_SHAPE = _add("part of the body above x shape", 11 * SHAPES)
PLACE_OWN = _add("place by the segments x belief", 10 * NB)
PLACE_SHAPE = _add("place by the segments x shape", 10 * SHAPES)
OWN_SHAPE = _add("belief x shape", NB * SHAPES)
TOTAL_OWN = _add("size of the body x belief", NT * NB)

_STEPS = bytes(bisect_right(LOGITS, n / 10) for n in range(-70, 71))
_PARTS = bytes(0 if n < 20 else 10 if n > 980 else n // 100 for n in range(1001))


def _belief(logit: float) -> int:
    return _STEPS[0 if logit <= -7 else 140 if logit >= 7 else int((logit + 7) * 10)]


def context_rows(
    logits: Sequence[float], sizes: Sequence[int], shapes: Sequence[int], asked: Sequence[bool]
) -> list[Row]:
    """The active buckets of every unit that is asked about (empty for the others).

    Args: logits: the first look's; sizes: words of each unit; shapes: as `features.shape` gives them.
    """
    count = len(logits)
    steps = [_belief(x) for x in logits]
    pads = [0, 0, *steps, 0, 0]
    mass, words = [0.0], [0]
    for logit, size in zip(logits, sizes, strict=True):
        counted = min(size, MOST_WORDS)
        mass.append(mass[-1] + counted / (1.0 + exp(-logit)))
        words.append(words[-1] + counted)
    total = mass[-1] or 1e-9
    scale = bisect_right(TOTALS, total) * NB
    places = _places(best_segments(logits, sizes, 0.0, FIRST_COST))
    thousand = 1000 / total
    rows: list[Row] = []
    for at in range(count):
        if not asked[at]:
            rows.append([])
            continue
        own, shape, after = steps[at], shapes[at], at + 1
        here, next_, seen, seen_next = mass[at], mass[after], words[at], words[after]
        low, high = (at - 3 if at > 3 else 0), (at + 4 if at + 4 < count else count)
        behind3, ahead3 = (
            (here - mass[low]) / (seen - words[low] + 2),
            (mass[high] - next_) / (words[high] - seen_next + 2),
        )
        low, high = (at - 8 if at > 8 else 0), (at + 9 if at + 9 < count else count)
        behind8, ahead8 = (
            (here - mass[low]) / (seen - words[low] + 2),
            (mass[high] - next_) / (words[high] - seen_next + 2),
        )
        low, high = (at - 20 if at > 20 else 0), (at + 21 if at + 21 < count else count)
        behind20, ahead20 = (
            (here - mass[low]) / (seen - words[low] + 2),
            (mass[high] - next_) / (words[high] - seen_next + 2),
        )
        part, place = _PARTS[min(int(here * thousand), 1000)], places[at]
        rows.append([
            OWN + own, PREV + pads[at + 1], NEXT + pads[at + 3], PREV2 + pads[at], NEXT2 + pads[at + 4],
            OWN_PREV + own * NB + pads[at + 1], OWN_NEXT + own * NB + pads[at + 3],
            AROUND3 + (int(WINDOW * behind3) * WINDOW + int(WINDOW * ahead3)) * SHAPES + shape,
            AROUND8 + (int(WINDOW * behind8) * WINDOW + int(WINDOW * ahead8)) * SHAPES + shape,
            AROUND20 + int(8 * behind20) * 8 + int(8 * ahead20),
            PART_OWN + part * NB + own, PART_SHAPE + part * SHAPES + shape,
            PLACE_OWN + place * NB + own, PLACE_SHAPE + place * SHAPES + shape,
            OWN_SHAPE + own * SHAPES + shape, TOTAL_OWN + scale + own,
        ])  # fmt: skip
    return rows


def _places(inside: Sequence[bool]) -> list[int]:
    """Where each unit stands by the first segments: 0 within, 1-4 before all, 5-8 after all, 9 between or none."""
    taken = [at for at, kept in enumerate(inside) if kept]
    if not taken:
        return [9] * len(inside)
    first, last = taken[0], taken[-1]
    places = []
    for at, kept in enumerate(inside):
        if kept:
            places.append(0)
        elif at < first:
            places.append(1 + bisect_left(NEAR, first - at - 1))
        elif at > last:
            places.append(5 + bisect_left(NEAR, at - last - 1))
        else:
            places.append(9)
    return places
