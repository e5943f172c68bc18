"""Quotes kept so that those which report the same as a new one are found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reader.statements.match import FRAGMENT, LONG_RUN, TOO_FEW, Match, match
from reader.statements.words import Words

Place = tuple[str, int]
"""(article key, quote index)."""
_LEAST = 0.4
"""Share of the lighter quote's weight that two quotes of one speaker have in common wherever `match` holds."""
_LEAST_APART = 0.8
"""The same where the speakers differ or are unknown."""
_ROUNDED = 1e-6
_RUN = 4
COMMON_RUN = 60
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


Known = tuple[int, Item, float]
"""A quote's number, the quote, and what its words weigh."""


class Rarity(dict[str, float]):
    """How rare each word is, as `rarity` tells; a word that is not in it counts as rarer than all."""

    def __init__(self, rare: Mapping[str, float]) -> None:
        super().__init__(rare)
        self._unseen = max(self.values(), default=1.0)

    def __missing__(self, word: str) -> float:
        return self._unseen

    def weight(self, stems: Iterable[str]) -> float:
        """How much some words tell together."""
        return sum(map(self.__getitem__, stems))

    def ordered(self, stems: Iterable[str]) -> list[str]:
        """Words, the rarest first."""
        return sorted(sorted(stems), key=self.__getitem__, reverse=True)

    def rarest(self, ordered: Sequence[str], weight: float) -> Sequence[str]:
        """The first words whose weights together are more than `weight`."""
        total = 0.0
        for place, word in enumerate(ordered, 1):
            total += self[word]
            if total > weight:
                return ordered[:place]
        return ordered

    def reported(self, item: Item, weight: float, earlier: Iterable[Known]) -> Iterator[tuple[int, Item, Match]]:
        """Which of some earlier quotes report the same, by number, and how. The caller leaves out those of the same
        article."""
        stems, speaker, rare = item.stems, item.speaker, self.__getitem__
        for number, other, theirs in earlier:
            shared = stems & other.stems
            alike = speaker is not None and speaker == other.speaker
            if alike and len(shared) <= TOO_FEW and len(shared) < min(len(stems), len(other.stems)):
                continue
            if sum(map(rare, shared)) + 1e-9 >= _share(alike) * (weight if weight < theirs else theirs):
                matched = match(other.words, item.words, other.stems, stems, self, alike)
                if matched:
                    yield number, other, matched

    def spare(self, weight: float, theirs: float, *, alike: bool) -> float:
        """How much of its words' weight a quote may lack in another of some weight that reports the same. Args: alike:
        whether they have one speaker."""
        return weight - _share(alike) * (weight if weight < theirs else theirs) + _ROUNDED

    def one(self, item: Item) -> bool:
        """True where quotes of one speaker in the very words of this one report the same."""
        return match(item.words, item.words, item.stems, item.stems, self, item.speaker is not None) is not None


def _share(alike: bool) -> float:
    return _LEAST if alike else _LEAST_APART


class Own:
    """The quotes of one speaker by their words.

    Two quotes that have a share of the lighter one's weight in common share one of the rarest words that make up the
    rest of it and a little more, so only those words are looked up (prefix filtering: Chaudhuri, Ganti and Kaushik
    2006, "A primitive operator for similarity joins in data cleaning").
    """

    def __init__(self) -> None:
        self._whole: defaultdict[str, list[int]] = defaultdict(list)
        """Word to the numbers of the quotes that hold it."""
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        """The same of their rarest words."""

    def near(self, ordered: Sequence[str], weight: float, rare: Rarity, number: int) -> set[int]:
        """Earlier quotes that hold one of the rarest words, or of which a word here is one of the rarest; adds this
        one. Args: ordered: its words, the rarest first."""
        whole, first = self._whole, self._first
        rarest = rare.rarest(ordered, weight * (1 - _LEAST))
        near: set[int] = set()
        for word in rarest:
            holders = whole[word]
            if len(holders) < _CROWDED:
                near.update(holders)
        for word in ordered:
            led = first.get(word)
            if led and len(led) < _CROWDED:
                near.update(led)
            whole[word].append(number)
        for word in rarest:
            first[word].append(number)
        return near


def runs_of(said: Words, stems: Collection[str]) -> set[int]:
    """Hashes of the runs of four words by which a quote meets those of other speakers, where a match needs one."""
    words = said.all
    if len(stems) <= FRAGMENT and len(words) < LONG_RUN:
        return set()
    return {hash(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


class Index:
    """Quotes by their speakers and rarest words, and by their runs of words."""

    def __init__(self, rare: Mapping[str, float]) -> None:
        """Args: rare: how rare each word is, as `rarity` tells."""
        self._rare = Rarity(rare)
        self._items: list[Item] = []
        self._weights: list[float] = []
        self._several = bytearray()
        """Whether a quote stands for those of several articles."""
        self._own: defaultdict[str, Own] = defaultdict(Own)
        self._runs: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def add(self, item: Item, *, several: bool = False) -> list[tuple[int, Match]]:
        """The earlier quotes of other articles that report the same, by number, and how; keeps this one too.

        Args: several: it stands for others in the same words, which are not added.
        """
        number = len(self._items)
        weight = self._rare.weight(item.stems)
        near = self._same_run(item, number)
        if item.speaker is not None:
            ordered = self._rare.ordered(item.stems)
            near |= self._own[item.speaker].near(ordered, weight, self._rare, number)
        self._items.append(item)
        self._weights.append(weight)
        self._several.append(several)
        here = "" if several else item.place[0]
        earlier = [
            (n, self._items[n], self._weights[n])
            for n in sorted(near)
            if self._several[n] or self._items[n].place[0] != here
        ]
        return [(n, matched) for n, _, matched in self._rare.reported(item, weight, earlier)]

    def _same_run(self, item: Item, number: int) -> set[int]:
        """Earlier quotes with a run of four words of this one, unless many quotes have that run; adds this one."""
        near: set[int] = set()
        for key in runs_of(item.words, item.stems):
            holders = self._runs.setdefault(key, [])
            if len(holders) < COMMON_RUN:
                near.update(holders)
                holders.append(number)
        return near
