"""The words of a quote that tell what was said, and how rare each is in the library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from msgspec import Struct

from reader.mentions.lexicon import FUNCTION, PRONOUN, lexicon

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FEW = 40  # quotes; in a smaller library every word would seem common
_WITHIN = re.compile(r"[\w,;)] ?$")
_CONTRACTED = re.compile(r"(\w)['’](s|re|ve|ll|d|m)\b|(\w)n['’]t\b")
_WHOLE = {"s": "is", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_NEGATED = re.compile(r"\bnot (complete|possible|acceptable|necessary|fair|legal|able|clear|certain|usual)\b", re.I)
_NEGATIVE = {"complete": "incomplete", "possible": "impossible", "acceptable": "unacceptable", "fair": "unfair",
             "necessary": "unnecessary", "legal": "illegal", "able": "unable", "clear": "unclear",
             "certain": "uncertain", "usual": "unusual"}  # fmt: skip
_ENDINGS = ("ingly", "edly", "ations", "ation", "ings", "ness", "ally", "ing", "ies", "ied", "ed", "es", "ly", "s")
_LIGHT = frozenset(
    [
        "be",
        "been",
        "being",
        "am",
        "is",
        "are",
        "was",
        "were",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "get",
        "got",
        "also",
    ]
)


_TELLING = frozenset(
    [
        "nevertheless",
        "nonetheless",
        "done",
        "doing",
        "want",
        "wants",
        "third",
        "first",
        "last",
        "late",
        "nothing",
        "everything",
        "never",
        "right",
        "wrong",
        "alone",
        "little",
        "less",
        "more",
        "most",
        "must",
        "needless",
        "down",
        "back",
        "away",
        "against",
        "without",
        "under",
        "question",
        "coming",
        "going",
    ]
)
"""Words that are no part of a name but may be the point of a quote."""


class Words(Struct, frozen=True):
    """One quote's words."""

    all: tuple[str, ...]
    """Stems in order, function words included."""
    content: tuple[int, ...]
    """Places in `all` of the words that carry meaning."""
    names: frozenset[str] = frozenset()
    """Stems that stand with a capital where no sentence begins."""


def whole(words: Words) -> tuple[int, int]:
    """The stretch from the first word that carries meaning to the last."""
    return words.content[0], words.content[-1]


def words_of(text: str, code: str | None) -> Words:
    """The stems of a quote. Brackets are dropped, "not complete" counts as "incomplete"."""
    folded = _CONTRACTED.sub(_spelt_out, text.replace("[", " ").replace("]", " "))
    folded = _NEGATED.sub(lambda m: _NEGATIVE[m[1].lower()], folded)
    every: list[str] = []
    content: list[int] = []
    names: set[str] = set()
    for match in _WORD.finditer(folded):
        written = match[0]
        word, carries = _weighed(written, code)
        if carries:
            content.append(len(every))
            if written[0].isupper() and _WITHIN.search(folded, max(0, match.start() - 3), match.start()):
                names.add(word)
        every.append(word)
    return Words(tuple(every), tuple(content), frozenset(names))


@lru_cache(maxsize=50_000)
def _weighed(written: str, code: str | None) -> tuple[str, bool]:
    """What counts as a word's stem, and whether it carries meaning."""
    word = written.lower().replace("’", "'").removesuffix("'s")
    light = lexicon(code).bits.get(word, 0) & (FUNCTION | PRONOUN) and word not in _TELLING
    carries = not light and word not in _LIGHT and "'" not in word
    return (stem(word) if carries else word), carries


def _spelt_out(found: re.Match[str]) -> str:
    """ "there's" as "there is", "don't" as "do not"; a possessive gains an "is" that carries nothing."""
    return f"{found[3]} not" if found[3] else f"{found[1]} {_WHOLE[found[2]]}"


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, so that its forms meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


def rarity(quotes: Iterable[Words]) -> Mapping[str, float]:
    """Stem -> log of one plus the number of quotes over those that hold it; few quotes count as _FEW."""
    held: Counter[str] = Counter()
    total = 0
    for words in quotes:
        total += 1
        held.update({words.all[n] for n in words.content})
    return rarity_of(held, total)


def rarity_of(held: Mapping[str, int], total: int) -> Mapping[str, float]:
    """The same from how many of `total` quotes hold each stem."""
    return {w: log(1 + max(total, _FEW) / n) for w, n in held.items()}
