"""Fuzzy matching: the letters that were typed, in their order, the nearer together and to the beginnings the better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.text.folding import plain
from reader.tui.widgets.chooser import Choice

WORST = 12
"""A word whose letters lie further apart than this does not match."""


def score(words: Sequence[str], text: str) -> int | None:
    """How badly folded words match a folded text, 0 being best; None where one of them does not."""
    total = 0
    for word in words:
        one = _one(word, text)
        if one is None:
            return None
        total += one
    return total


def _one(word: str, text: str) -> int | None:
    at = text.find(word)
    if at == 0:
        return 0
    if at > 0:
        return 1 if not text[at - 1].isalnum() or f" {word}" in text else 3
    return _scattered(word, text) if len(word) > 1 else None


def _scattered(word: str, text: str) -> int | None:
    """The same for letters with others between: the first must begin a word of the text."""
    best: int | None = None
    start = text.find(word[0])
    while start >= 0:
        if start == 0 or not text[start - 1].isalnum():
            gaps = _gaps(word, text, start)
            if gaps is not None and (best is None or gaps < best):
                best = gaps
        start = text.find(word[0], start + 1)
    return 4 + best if best is not None and best <= WORST else None


def _gaps(word: str, text: str, start: int) -> int | None:
    """How many letters are passed over from one typed letter to the next; the beginning of a word costs one."""
    at, gaps = start, 0
    for letter in word[1:]:
        then = text.find(letter, at + 1)
        if then < 0:
            return None
        gaps += 1 if then > at + 1 and not text[then - 1].isalnum() else then - at - 1
        at = then
    return gaps


@lru_cache(maxsize=32768)
def _folded(text: str, more: str) -> str:
    return plain(f"{text} {more}")


def fuzzy(choices: Iterable[Choice], typed: str, most: int = 400) -> list[Choice]:
    """The choices that match what is typed, the best first; all of them where nothing is typed."""
    words = plain(typed).split()
    if not words:
        return list(choices)
    found = []
    for place, choice in enumerate(choices):
        points = score(words, _folded(choice.text, choice.more))
        if points is not None:
            found.append((points, len(choice.text), place, choice))
    found.sort(key=lambda one: one[:3])
    return [choice for _, _, _, choice in found[:most]]
