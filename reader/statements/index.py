"""Quotes kept so that those which report the same as a new one are found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reader.statements.match import FRAGMENT, LONG_RUN, Match, match
from reader.statements.words import Words

_Holders = defaultdict[tuple[str, str], list[int]]
"""(speaker, word) to the numbers of the quotes that hold it."""
Place = tuple[str, int]
"""(article key, quote index)."""
_LEAST = 0.4
"""Share of the lighter quote's weight that two quotes of one speaker have in common wherever `match` holds."""
_LEAST_APART = 0.8
"""The same where the speakers differ or are unknown."""
_RUN = 4
_COMMON_RUN = 60
"""Quotes with one run of four words beyond which it is a phrase of the language, not somebody's."""
_CROWDED = 400
"""Quotes under one word beyond which the word tells too little."""


class Item(Struct, frozen=True):
    """One quote that can be part of a statement."""

    place: Place
    text: str
    words: Words
    speaker: str | None
    stems: frozenset[str]
    """The words that carry meaning, each once."""


class Index:
    """Quotes by their rarest words and by their runs of words.

    Two quotes that have a share of the lighter one's weight in common share one of the rarest words that make up the
    rest of it and a little more, so only those words are looked up (prefix filtering: Chaudhuri, Ganti and Kaushik
    2006, "A primitive operator for similarity joins in data cleaning"). Where the speakers differ, a match needs a run
    of four words, so runs are looked up.
    """

    def __init__(self, rare: Mapping[str, float]) -> None:
        """Args: rare: how rare each word is, as `rarity` tells; a word that is not in it counts as rarer than all."""
        self._rare = rare
        self._unseen = max(rare.values(), default=1.0)
        self._items: list[Item] = []
        self._weights: list[float] = []
        self._whole: _Holders = defaultdict(list)
        self._first: _Holders = defaultdict(list)
        self._runs: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def add(self, item: Item) -> list[tuple[int, Match]]:
        """The earlier quotes of other articles that report the same, by number, and how; keeps this one too."""
        number = len(self._items)
        weight = sum(map(self._rarity, item.stems))
        near = self._near(item, weight, number)
        self._items.append(item)
        self._weights.append(weight)
        found = []
        for candidate in sorted(near):
            there = self._items[candidate]
            if there.place[0] == item.place[0]:
                continue
            shared = sum(map(self._rarity, item.stems & there.stems))
            alike = item.speaker is not None and item.speaker == there.speaker
            if shared + 1e-9 < (_LEAST if alike else _LEAST_APART) * min(weight, self._weights[candidate]):
                continue
            matched = match(there.words, item.words, self._rare, alike)
            if matched:
                found.append((candidate, matched))
        return found

    def _rarity(self, word: str) -> float:
        return self._rare.get(word, self._unseen)

    def _near(self, item: Item, weight: float, number: int) -> set[int]:
        """Earlier quotes that may match; adds this one to what is looked up."""
        ordered = sorted(sorted(item.stems), key=self._rarity, reverse=True)
        near: set[int] = set()
        if item.speaker is not None:
            near = self._same_words(item.speaker, ordered, self._rarest(ordered, weight * (1 - _LEAST)), number)
        if len(ordered) > FRAGMENT or len(item.words.all) >= LONG_RUN:
            near |= self._same_run(item.words.all, number)
        return near

    def _same_run(self, words: Sequence[str], number: int) -> set[int]:
        """Earlier quotes with a run of four words of this one, unless many quotes have that run; adds this one."""
        near: set[int] = set()
        for key in {hash(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}:
            holders = self._runs.setdefault(key, [])
            if len(holders) < _COMMON_RUN:
                near.update(holders)
                holders.append(number)
        return near

    def _same_words(self, speaker: str, words: Sequence[str], rarest: Sequence[str], number: int) -> set[int]:
        """Earlier quotes of the speaker that hold one of the rarest words, or of which a word here is one of the
        rarest; adds this one."""
        whole, first = self._whole, self._first
        near: set[int] = set()
        for word in rarest:
            holders = whole[speaker, word]
            if len(holders) < _CROWDED:
                near.update(holders)
        for word in words:
            place = speaker, word
            led = first.get(place)
            if led and len(led) < _CROWDED:
                near.update(led)
            whole[place].append(number)
        for word in rarest:
            first[speaker, word].append(number)
        return near

    def _rarest(self, ordered: Sequence[str], weight: float) -> Sequence[str]:
        """The first words whose weights together are more than `weight`."""
        total = 0.0
        for place, word in enumerate(ordered, 1):
            total += self._rarity(word)
            if total > weight:
                return ordered[:place]
        return ordered
