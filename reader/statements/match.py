"""Whether two quotes report one utterance.

The rule is the one that read best on news of one event told by several outlets: containment of the rarer words, with
stricter terms for fragments and where the speakers differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import fsum

from msgspec import Struct

from reader.statements.words import Words

FRAGMENT = 3
"""Content words up to which a quote counts as a fragment."""
_NAME = 0.6  # of the weight of another word
TOO_FEW = 2
"""Content words in common that are no match between quotes of one speaker, unless they are all of one."""
LONG_RUN = 6
"""Words in a row that two reporters do not hit upon by chance."""


class Match(Struct, frozen=True):
    """The stretches of two quotes that report the same."""

    left: tuple[int, int]
    """First and last place of the shared words in the first quote."""
    right: tuple[int, int]
    rule: str


def match(
    left: Words, right: Words, mine: Set[str], theirs: Set[str], rare: Mapping[str, float], same_speaker: bool
) -> Match | None:
    """How two quotes report one utterance, None where they do not. Args: mine, theirs: the stems of each that carry
    meaning."""
    shared = mine & theirs
    if not shared:
        return None
    names = left.names | right.names
    weight = _weight(shared, names, rare)
    lighter = min(_weight(mine, names, rare), _weight(theirs, names, rare))
    part = weight / lighter if lighter else 0.0
    rule = ""
    small = min(len(mine), len(theirs))
    if not same_speaker:
        if small > FRAGMENT and part >= 0.8 and _run(left, right, 4):
            rule = "same words, other speaker"
        elif part >= 0.99 and _run(left, right, LONG_RUN + (len(shared) < 2)):
            rule = "long run, other speaker"
    elif small > FRAGMENT:
        if part >= 0.7 and len(shared) > TOO_FEW:
            rule = "most words"
        elif part >= 0.4 and len(shared) > TOO_FEW and _run(left, right, 5):
            rule = "some words and a run of five"
    elif len(shared) == small:
        rule = _fragment(left, right, weight, shared)
    if not rule:
        return None
    return Match(_range(left, shared), _range(right, shared), rule)


def _weight(words: Set[str], names: frozenset[str], rare: Mapping[str, float]) -> float:
    """How much some words tell; a name says more of the topic than of the wording."""
    if names.isdisjoint(words):
        return fsum(map(rare.__getitem__, words))
    return fsum(rare[w] * (_NAME if w in names else 1.0) for w in words)


def _fragment(left: Words, right: Words, weight: float, shared: Set[str]) -> str:
    """The rule by which a fragment is part of a quote, "" where its words are too common to say."""
    if _run(left, right, 4):
        return "run of four"
    least = 3.0 if len(shared) >= 2 and weight >= 3.0 and _run(left, right, 3) else 4.0
    if len(shared) >= 2 and weight >= least and _run(left, right, 2) and _same_order(left, right, shared):
        return "fragment"
    bare = any(len(q.content) == 1 and len(q.all) <= FRAGMENT for q in (left, right))
    if bare and len(shared) == 1 and weight >= 2.3 and all(len(w) >= 6 for w in shared):
        return "one rare word"
    return ""


def _same_order(left: Words, right: Words, shared: Set[str]) -> bool:
    """True where the shared words of the shorter quote follow each other in the longer one as they do there."""
    short, long = sorted((left, right), key=lambda w: len(w.content))
    wanted = [short.all[n] for n in short.content if short.all[n] in shared]
    found = iter(long.all[n] for n in long.content)
    return all(word in found for word in wanted)


def _run(left: Words, right: Words, length: int) -> bool:
    """True where both have a run of so many words."""
    one, other = sorted((left.all, right.all), key=len)
    if len(one) < length:
        return False
    runs = {one[n : n + length] for n in range(len(one) - length + 1)}
    return any(other[n : n + length] in runs for n in range(len(other) - length + 1))


def _range(words: Words, shared: Set[str]) -> tuple[int, int]:
    """First and last place of the shared words."""
    places = [n for n in words.content if words.all[n] in shared]
    return places[0], places[-1]
