"""Runs of capitalised words: where they begin and end, and which of their words are title, name or body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from reader.mentions.lexicon import (
    ABBREVIATED,
    CALENDAR,
    DETERMINER,
    FIRST,
    FUNCTION,
    HONORIFIC,
    INSTITUTION,
    MODIFIER,
    NOT_NAME,
    NUMBER,
    ORGANISATION,
    PARTICLE,
    PEOPLE,
    PLACE,
    PRONOUN,
    ROLE,
    SAYING,
    SECOND_TITLE,
    SUFFIX,
    TITLE,
    Lexicon,
)
from reader.mentions.phrasebook import LONGEST
from reader.mentions.tokens import AMPERSAND, BLANK, COLON, COMMA, DASH, OPEN, Tokens

Sort = Literal["person", "organisation", "place", "role", "people", "unknown", "none"]
_NEVER = FUNCTION | CALENDAR | PRONOUN
_RANK = HONORIFIC | TITLE | ROLE


class Run(Struct, frozen=True, gc=False):
    """Capitalised words in a row, cut into what goes before the name and the name."""

    first: int
    """Index of its first word."""
    name: int
    """Index of the first word of the name; equals `after` where the run holds a role alone."""
    after: int
    """Index after its last word."""
    sort: Sort


def runs(tokens: Tokens, lexicon: Lexicon) -> Iterator[Run]:
    """Every run of capitalised words of a block, in order."""
    after = 0
    for at in [n for n, capital in enumerate(tokens.capitals) if capital]:
        if at >= after and _opens(tokens, at):
            after = _end(tokens, lexicon, at)
            yield _cut(tokens, lexicon, at, after)


def _opens(tokens: Tokens, at: int) -> bool:
    """True where a capitalised word can begin a run."""
    bits = tokens.bits[at]
    if not bits & _NEVER:
        return not (bits & SAYING and tokens.openers[at])
    if not bits & FIRST or bits & PRONOUN:
        return False
    following = at + 1 < tokens.count and tokens.gaps[at + 1] == BLANK and tokens.capitals[at + 1]
    if not following or tokens.bits[at + 1] & (_NEVER | _RANK):
        return False
    if not tokens.openers[at]:
        return True
    return at + 2 < tokens.count and tokens.gaps[at + 2] in (COMMA, OPEN)  # "Will Estrada, the ..."


def _end(tokens: Tokens, lexicon: Lexicon, first: int) -> int:
    """Index after the last word of the run that begins at `first`."""
    count, at = tokens.count, first + 1
    capitals, gaps, bits = tokens.capitals, tokens.gaps, tokens.bits
    official = bool(bits[first] & (ORGANISATION | TITLE))
    at = max(at, first + lexicon.institutions.at(tokens.lowers, first, count))
    count = min(count, first + LONGEST)
    while at < count:
        gap = gaps[at]
        if gap == DASH and f"{tokens.lowers[at - 1]}-{tokens.lowers[at]}" in lexicon.first_names:
            at += 1  # "Jong - un": a hyphen set apart
            continue
        if gap not in (BLANK, AMPERSAND):
            if gap == COMMA and bits[at] & SUFFIX and capitals[at] and at - first > 1:
                at += 1
                continue
            break
        if capitals[at] and tokens.words[at][0].isalpha():
            if bits[at] & _NEVER and not _surname_after_all(tokens, at):
                break
            official = official or bool(bits[at] & (ORGANISATION | TITLE | SECOND_TITLE))
            at += 1
            continue
        step = _joined(tokens, lexicon, at, official)
        if not step:
            break
        at += step
    return at


def _surname_after_all(tokens: Tokens, at: int) -> bool:
    """True for "May" in "Theresa May" or "Prime Minister May"."""
    before = tokens.bits[at - 1]
    if before & FIRST and tokens.bits[at] & FUNCTION:
        return not tokens.bits[at] & (PRONOUN | DETERMINER) and tokens.lowers[at] not in _JOINING
    return bool(before & (FIRST | HONORIFIC | TITLE | SECOND_TITLE)) and bool(tokens.bits[at] & CALENDAR)


_JOINING = frozenset(["and", "or", "of", "in", "on", "at", "to", "by", "for", "with", "but", "is", "was", "has", "as"])


def _joined(tokens: Tokens, lexicon: Lexicon, at: int, official: bool) -> int:
    """How many words a run goes on over a particle or an "of" at `at` to the next capital; 0 where it ends."""
    count = tokens.count
    word, bits = tokens.lowers[at], tokens.bits[at]
    if not tokens.words[at][0].isalpha():
        return 0
    if bits & PARTICLE:
        size = 1
        while at + size < count and size < 3 and tokens.bits[at + size] & PARTICLE and tokens.gaps[at + size] == BLANK:
            if tokens.capitals[at + size]:
                break
            size += 1
        if at + size < count and tokens.gaps[at + size] == BLANK and tokens.capitals[at + size]:
            return size
    if official and word in lexicon.links and tokens.bits[at - 1] & (ORGANISATION | TITLE | SECOND_TITLE):
        after = at + 1
        if after < count and tokens.lowers[after] in ("the",) and tokens.gaps[after] == BLANK:
            after += 1
        if (
            after < count
            and tokens.capitals[after]
            and tokens.gaps[after] == BLANK
            and not tokens.bits[after] & (_NEVER | HONORIFIC | FIRST)
        ):
            return after - at
    return 0


def _cut(tokens: Tokens, lexicon: Lexicon, first: int, after: int) -> Run:
    """The run, cut into what goes before the name and the name."""
    while after > first and tokens.bits[after - 1] & (NOT_NAME | NUMBER) and after - first > 3:
        after -= 1
    name = name_start(tokens, lexicon, first, after)
    sort = sort_of(tokens, lexicon, first, name, after)
    return Run(first, name, after, sort)


def name_start(tokens: Tokens, lexicon: Lexicon, first: int, after: int) -> int:
    """Index of the first word after the titles of a run; `after` where it has nothing but titles."""
    bits = tokens.bits
    if first + 1 == after:
        word = bits[first]
        return after if word & _RANK and not word & (FIRST | INSTITUTION) else first
    last = after - 1
    if bits[last] & ORGANISATION:
        return first
    at = last
    if bits[last] & (TITLE | SECOND_TITLE | ROLE) and not _is_name_with_title_word(tokens, first, after):
        return after
    while at > first:
        at -= 1
        if bits[at] & (_RANK | SECOND_TITLE):
            break
    else:
        if not bits[first] & _RANK:
            return _after_people(tokens, first, after)
    if at == first and bits[first] & FIRST and after - first == 2 and not bits[first] & HONORIFIC:
        return first  # "Dean Baker"
    given = at > first and bits[at - 1] & FIRST and not bits[at - 1] & (TITLE | PEOPLE | PLACE)
    place = lexicon.places.at(tokens.lowers, first, after)
    if given and place < at - first and not bits[at] & (HONORIFIC | ABBREVIATED):
        return first  # "Martin King Baker": a title's word as a middle name
    start = at + 1
    start = _skip_portfolio(tokens, lexicon, start, after)
    return start if start < after else after


def _is_name_with_title_word(tokens: Tokens, first: int, after: int) -> bool:
    """True for "Stephen King", "Mr. Bishop": the last word is a surname here."""
    bits = tokens.bits
    before = bits[after - 2]
    if before & HONORIFIC:
        return True
    return bool(bits[first] & FIRST) and not bits[first] & (PLACE | PEOPLE | TITLE) and after - first <= 3


def _skip_portfolio(tokens: Tokens, lexicon: Lexicon, start: int, after: int) -> int:
    """Past "of State", "for Veterans Affairs", "of London" after a title."""
    if start >= after or tokens.lowers[start] not in lexicon.links:
        return start
    at = start + 1
    while at < after and tokens.lowers[at] in ("the", "and", *lexicon.links):
        at += 1
    begun = at
    while at < after and tokens.lowers[at] in lexicon.portfolios:
        at += 1
    if at == begun:
        size = lexicon.places.at(tokens.lowers, at, after)
        if size or (at < after and tokens.bits[at] & (PLACE | PEOPLE)):
            at += size or 1
        else:
            return after
    return at


def _after_people(tokens: Tokens, first: int, after: int) -> int:
    """Past a nationality or party before a name ("Russian Vladimir ...") where a first name follows."""
    if tokens.bits[first] & PEOPLE and tokens.bits[first + 1] & FIRST and after - first > 2:
        return first + 1
    return first


def sort_of(tokens: Tokens, lexicon: Lexicon, first: int, name: int, after: int) -> Sort:
    """What a run names, as far as its own words and their neighbours tell."""
    bits = tokens.bits
    if name >= after:
        return "role"
    if _is_place(tokens, lexicon, name, after):
        return "place" if name == first or not bits[name - 1] & HONORIFIC else "person"
    known = lexicon.institutions.at(tokens.lowers, name, after)
    if known == after - name:
        return "organisation"
    if name > first:
        return "person"
    if after - name > 1 and bits[after - 1] & ORGANISATION and not _person_shape(tokens, name, after):
        return "organisation"
    if any(b & ORGANISATION for b in bits[name:after]) and not _person_shape(tokens, name, after):
        return "organisation" if after - name > 1 or bits[name] & INSTITUTION else "unknown"
    if after - name == 1:
        return _sort_of_one(tokens, name)
    if bits[after - 1] & PEOPLE and after - name == 2 and not bits[name] & FIRST:
        return "people"
    if _person_shape(tokens, name, after):
        return "person"
    return "unknown"


def _person_shape(tokens: Tokens, name: int, after: int) -> bool:
    """True for a first name and one to three words, or a word, an initial and a word."""
    bits = tokens.bits
    size = after - name
    if size < 2 or size > 6 or AMPERSAND in tokens.gaps[name + 1 : after]:
        return False
    if bits[name] & FIRST:
        if not all(tokens.capitals[name:after]):
            return True  # "Charles de la Tour"
        last = bits[after - 1]
        return not last & ORGANISATION or (size == 2 and not bits[name] & PLACE and len(tokens.words[after - 1]) < 6)
    return any(w.isupper() and (len(w) == 1 or w[1] == ".") for w in tokens.words[name : after - 1])


def _is_place(tokens: Tokens, lexicon: Lexicon, name: int, after: int) -> bool:
    size = after - name
    if size == 1:
        return bool(tokens.bits[name] & PLACE) or tokens.lowers[name] in _NATIONS
    return lexicon.places.at(tokens.lowers, name, after) == size


_NATIONS = frozenset({"u.s.", "us", "uk", "u.k.", "uae", "u.s.a.", "usa"})


def _sort_of_one(tokens: Tokens, at: int) -> Sort:
    """What one capitalised word names."""
    bits, word = tokens.bits[at], tokens.words[at]
    if bits & INSTITUTION:
        return "organisation"
    if bits & PEOPLE:
        return "people"
    if bits & (NOT_NAME | DETERMINER | NUMBER | MODIFIER) and not bits & FIRST:
        return "none"
    if not word[0].isalpha():
        return "none"
    if word.isupper() and 1 < len(word) < 8:
        colon = at + 1 < tokens.count and tokens.gaps[at + 1] == COLON and tokens.openers[at]
        return "unknown" if colon else "organisation"
    if len(word) == 1 or (bits & ORGANISATION and not bits & FIRST):
        return "none"
    return "unknown"
