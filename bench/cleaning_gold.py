"""The development pages, and which units of each are of its article."""

from __future__ import annotations

import json
import re
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.cleaning.units import Unit, units_of

TOKEN = re.compile(r"\w+")
GRAM = 4
FOLDS = 5


@dataclass(frozen=True)
class Page:
    """A page as a person copies it, and its article."""

    id: str
    source: str
    rendering: str
    text: str
    body: str
    fold: int


def pages(shared: Path) -> list[Page]:
    """All development pages in order; the renderings of one page, and pages listed twice, are in one fold."""
    with open(shared / "data/cleaning/text.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Page(r["id"], r["source"], r["rendering"], r["raw_text"], r["gold_body"], fold_of(r["gold_body"])) for r in rows
    ]


def fold_of(body: str) -> int:
    """The fold of an article, by its words: twins fall together."""
    return zlib.crc32(" ".join(TOKEN.findall(body)[:60]).encode()) % FOLDS


def labels(units: Sequence[Unit], body: str) -> list[float]:
    """For every unit, the share of it that is of the article, found by a monotone alignment of words."""
    gold = TOKEN.findall(body)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(gold) - GRAM + 1):
        places[tuple(gold[at : at + GRAM])].append(at)
    tokens = [TOKEN.findall(u.text) for u in units]
    anchors = _anchors(tokens, places)
    found = [0.0] * len(units)
    for n, (_, share, _) in anchors.items():
        found[n] = share
    numbers = sorted(anchors)
    edges = {0, *(m.end() for m in re.finditer(r"\n+", body))}
    starts = _paragraph_starts(body, edges)
    for n, words in enumerate(tokens):
        if n in anchors or not words:
            continue
        left = bisect_left(numbers, n)
        low = anchors[numbers[left - 1]][2] if left else 0
        high = anchors[numbers[left]][0] if left < len(numbers) else len(gold)
        if left == 0 or left == len(numbers):
            low = max(0, low - 1)
        if _stands(words, gold, low, high, starts):
            found[n] = 1.0
    return found


def _paragraph_starts(body: str, edges: set[int]) -> set[int]:
    """Numbers of the words that begin a paragraph of the body."""
    return {len(TOKEN.findall(body[:edge])) for edge in edges} if len(edges) < 400 else set()


def _anchors(
    tokens: Sequence[Sequence[str]], places: dict[tuple[str, ...], list[int]]
) -> dict[int, tuple[int, float, int]]:
    """Units whose words are surely of the body: number -> (first word, share, after the last word), monotone."""
    candidates = []
    for n, words in enumerate(tokens):
        if len(words) < GRAM:
            continue
        votes: Counter[int] = Counter()
        hits = 0
        for at in range(len(words) - GRAM + 1):
            stands = places.get(tuple(words[at : at + GRAM]), ())
            hits += bool(stands)
            for place in stands[:8]:
                votes[place - at] += 1
        share = hits / (len(words) - GRAM + 1)
        for start, count in votes.most_common(3):
            if share >= 0.25:
                candidates.append((n, max(0, start), share, max(0, start) + len(words), count))
    best: list[tuple[float, int]] = []
    for i, (n, start, _, _, count) in enumerate(candidates):
        total, back = float(count), -1
        for j in range(max(0, i - 400), i):
            other = candidates[j]
            if other[0] < n and other[3] <= start + 3 and best[j][0] + count > total:
                total, back = best[j][0] + count, j
        best.append((total, back))
    chosen: dict[int, tuple[int, float, int]] = {}
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        n, start, share, after, _ = candidates[at]
        chosen[n] = (start, share, after)
        at = best[at][1]
    return chosen


def _stands(words: Sequence[str], gold: Sequence[str], low: int, high: int, starts: set[int]) -> bool:
    """True where a short unit's words stand as they are between two places of the body, at a paragraph's start."""
    size = len(words)
    for at in range(low, min(high, len(gold)) - size + 1):
        here = gold[at] == words[0] and gold[at : at + size] == list(words)
        if here and (at in starts or size >= GRAM):
            return True
    return False


def limits(page: Page) -> str:
    """The best that a choice of whole units can give: what the labels keep."""
    units = units_of(page.text)
    return "\n".join(u.text for u, share in zip(units, labels(units, page.body), strict=True) if share >= 0.5)
