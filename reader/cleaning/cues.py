"""Words that tell what a line of a page is, as bits: the boilerplate words of all languages in one table."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reader.languages.known import boilerplate, months, weekdays

CLASSES = (
    "share", "navigation", "section", "legal", "comment", "related", "popular", "subscribe", "advert", "login",
    "contact", "picture", "player", "time", "byline", "agency", "tags", "said", "table", "poll", "note", "calendar",
    "address", "clock",
)  # fmt: skip
"""In the order of their bits. The last three are read off a word's form: a month or weekday, a URL, a time."""
BIT = {name: 1 << place for place, name in enumerate(CLASSES)}


@cache
def table() -> dict[str, int]:
    """A word in lower case -> the bits of its classes, in all languages there is data for."""
    bits: dict[str, int] = {}
    for words in boilerplate():
        for name, listed in words.items():
            for word in listed.split():
                bits[word] = bits.get(word, 0) | BIT[name]
    for word in (*months(), *weekdays()):
        bits[word] = bits.get(word, 0) | BIT["calendar"]
    return bits


def cue_bits(words: Iterable[str]) -> int:
    """The classes of some words (in lower case) together."""
    found = 0
    for bits in map(_met.__getitem__, words):
        found |= bits
    return found


class _Met(dict[str, int]):
    """Word as it stands in a line -> the bits of its classes; filled as pages ask, up to a bound."""

    def __missing__(self, written: str) -> int:
        bits = table().get(written.strip(_EDGES), 0)
        if len(self) < _MOST_KEPT and len(written) < _LONG_WORD:
            self[written] = bits
        return bits


_EDGES = ",;:!?()[]{}\"'“”‘’«»|…*•·<>"
_MOST_KEPT, _LONG_WORD = 40_000, 40
_met = _Met()
