"""What an article's plain lines tell about the names in it, for its headlines and its doubtful words."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import compress
from operator import not_

from msgspec import Struct

from reader.mentions.inflect import uninflected
from reader.mentions.lexicon import (
    DETERMINER,
    FIRST,
    FUNCTION,
    HONORIFIC,
    INSTITUTION,
    NOT_NAME,
    ORGANISATION,
    OWNER_NOUNS,
    PARTICLE,
    PEOPLE,
    PLACE,
    PRONOUN,
    ROLE,
    SAYING,
    TITLE,
)
from reader.mentions.phrasebook import Phrasebook, phrasebook
from reader.mentions.runs import Run
from reader.mentions.tokens import BLANK, OWNER, Tokens


class Known(Struct, frozen=True):
    """Names that one article makes sure of; all words in lower case."""

    persons: frozenset[str]
    """Surnames, or sole names, of people, without case endings."""
    firsts: frozenset[str]
    """First names of people named in full."""
    phrases: Phrasebook
    """Names of several words."""
    plain: frozenset[str]
    """Words that also stand in lower case."""
    singles: frozenset[str]
    """Words that stand capitalised within a sentence twice or more."""

    def person(self, word: str) -> bool:
        """True for the surname, or sole name, of somebody in the article."""
        return uninflected(word) in self.persons


def headline(tokens: Tokens) -> bool:
    """True where capitals tell nothing: a line in title case or all capitals."""
    if tokens.count > 1 and all(w.isupper() for w in tokens.words if w[0].isalpha()):
        return True
    silent = FUNCTION | PARTICLE | PRONOUN
    small, enough = 0, tokens.count // 4 + 2
    telling = []
    for word, capital, bits in zip(tokens.words, tokens.capitals, tokens.bits, strict=True):
        if (bits & SAYING or not bits & silent) and len(word) > 1 and word[0].isalpha():
            telling.append(capital)
            small += not capital
            if small > enough:
                return False
    if len(telling) < 3:
        return False
    after = tokens.text[tokens.ends[-1] : tokens.ends[-1] + 2]
    sentence = "." in after or ":" in after or tokens.words[-1].endswith(".")
    return all(telling) if sentence else sum(telling) > 0.75 * len(telling)


def learn(blocks: Sequence[tuple[Tokens, Sequence[Run]]]) -> Known:
    """What the runs of an article's plain blocks make sure of."""
    plain = {w for tokens, _ in blocks for w in compress(tokens.lowers, map(not_, tokens.capitals))}
    persons: set[str] = set()
    firsts: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    counts: dict[str, int] = {}
    for tokens, runs in blocks:
        for run in runs:
            size = run.after - run.name
            if _sure(tokens, run, plain):
                persons.add(uninflected(_surname(tokens, run)))
                if size > 1:
                    firsts.add(tokens.lowers[run.name])
            if size > 1 and run.sort in ("person", "organisation", "unknown"):
                phrases.add(tuple(tokens.lowers[run.name : run.after]))
            elif size == 1 and run.sort == "unknown" and not tokens.openers[run.name]:
                word = tokens.lowers[run.name]
                counts[word] = counts.get(word, 0) + 1
    return Known(
        persons=frozenset(p for p in persons if len(p) > 1),
        firsts=frozenset(firsts),
        phrases=phrasebook(phrases),
        plain=frozenset(plain),
        singles=frozenset(w for w, n in counts.items() if n > 1),
    )


def _sure(tokens: Tokens, run: Run, plain: Set[str]) -> bool:
    """True where a run makes sure that its last word is a surname."""
    if run.sort == "person":
        return True
    if run.sort != "unknown":
        return False
    if says(tokens, run):
        return True
    size = run.after - run.name
    the = run.first > 0 and tokens.bits[run.first - 1] & DETERMINER
    return size in (2, 3) and not the and looks_personal(tokens, run, plain)


def looks_personal(tokens: Tokens, run: Run, plain: Set[str]) -> bool:
    """True for two or three capitalised words without a sign of another sort."""
    other = PLACE | PEOPLE | INSTITUTION | ORGANISATION | NOT_NAME
    if any(b & other for b in tokens.bits[run.name : run.after]):
        return False
    if tokens.lowers[run.after - 1] in plain and not tokens.bits[run.name] & FIRST:
        return False  # "Patriot Coal" where coal is written of
    return not any(w.isupper() and len(w) > 3 and "." not in w for w in tokens.words[run.name : run.after])


def _surname(tokens: Tokens, run: Run) -> str:
    """The last word of a name that is no "Jr."."""
    last = run.after - 1
    while last > run.name and tokens.lowers[last] in _SUFFIXES:
        last -= 1
    return tokens.lowers[last]


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def says(tokens: Tokens, run: Run) -> bool:
    """True where a verb of saying stands beside a run, or somebody belongs to it."""
    after, bits = run.after, tokens.bits
    if after < tokens.count and tokens.gaps[after] == BLANK and bits[after] & SAYING and not tokens.capitals[after]:
        return True
    if after < tokens.count and tokens.gaps[after] == OWNER and tokens.owned(after - 1):
        for at in range(after, min(after + 4, tokens.count)):
            if bits[at] & OWNER_NOUNS:
                return True
            if at > after and tokens.gaps[at] != BLANK:
                break
    before = run.first - 1
    if before >= 0 and tokens.gaps[run.first] == BLANK and bits[before] & (HONORIFIC | TITLE | ROLE):
        return not tokens.capitals[before] and not bits[run.name] & (PLACE | PEOPLE)
    inverted = before >= 0 and bits[before] & SAYING and not tokens.capitals[before]
    return bool(inverted) and tokens.gaps[run.first] == BLANK


def sure_person(tokens: Tokens, run: Run, known: Known) -> bool:
    """True where one capitalised word of doubtful sort is a person of this article."""
    word = tokens.lowers[run.name]
    if known.person(word):
        return not (tokens.openers[run.name] and word in known.plain and tokens.bits[run.name] & FUNCTION)
    if word in known.firsts:
        return bool(tokens.bits[run.name] & FIRST)
    return not tokens.bits[run.name] & (PLACE | PEOPLE) and says(tokens, run)
