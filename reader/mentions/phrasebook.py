"""Known phrases of several words, found at a place of a text without trying each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

LONGEST = 12
"""Words of the longest phrase kept."""


class Phrasebook(Struct, frozen=True):
    """Phrases in lower-case words."""

    sizes: Mapping[str, tuple[int, ...]]
    """First word -> the lengths that phrases with it have, longest first."""
    phrases: frozenset[tuple[str, ...]]

    def at(self, words: Sequence[str], at: int, after: int) -> int:
        """Number of words of the longest phrase that begins at `at` and ends by `after`; 0 for none."""
        for size in self.sizes.get(words[at], ()):
            if at + size <= after and tuple(words[at : at + size]) in self.phrases:
                return size
        return 0


def phrasebook(phrases: Iterable[tuple[str, ...]]) -> Phrasebook:
    """The phrases of two words up to LONGEST, ready to be found."""
    kept = frozenset(p for p in phrases if 1 < len(p) <= LONGEST)
    sizes: dict[str, set[int]] = {}
    for phrase in kept:
        sizes.setdefault(phrase[0], set()).add(len(phrase))
    return Phrasebook({w: tuple(sorted(s, reverse=True)) for w, s in sizes.items()}, kept)
