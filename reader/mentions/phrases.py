"""Mentions without a name: pronouns, roles ("a senior official"), bodies and documents by their nouns."""

from __future__ import annotations

from collections.abc import Iterator

from reader.mentions.lexicon import (
    ADJECTIVAL,
    BODY,
    CALENDAR,
    DETERMINER,
    DOCUMENT,
    FUNCTION,
    MODIFIER,
    NOUN,
    NUMBER,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    SAYING,
    SECOND_TITLE,
    STANDALONE,
    TITLE,
    Lexicon,
)
from reader.mentions.names import phrase_start
from reader.mentions.tokens import BLANK, COMMA, HYPHEN, OWNER, Tokens
from reader.model.mentions import Gender, Mention, SpeakerKind

_BARE = frozenset({"i", "you", "we"})


def phrase_mentions(tokens: Tokens, lexicon: Lexicon, taken: bytearray) -> Iterator[Mention]:
    """Every mention without a name of one block, in order of its noun; `taken` marks words that are part of a name."""
    bits = tokens.bits
    wanted = NOUN | TITLE | SECOND_TITLE | PRONOUN | STANDALONE | SAYING | PEOPLE
    for at in [n for n, b in enumerate(bits) if b & wanted]:
        word = bits[at]
        if word & PRONOUN:
            pronoun = _pronoun(tokens, lexicon, at)
            if pronoun is not None:
                yield pronoun
        elif taken[at]:
            continue
        elif word & NOUN or word & (TITLE | SECOND_TITLE):
            found = _noun(tokens, lexicon, at)
            if found is not None:
                yield found
        elif word & PEOPLE and tokens.capitals[at]:
            found = _people(tokens, lexicon, at)
            if found is not None:
                yield found
        elif word & STANDALONE:
            found = _standalone(tokens, at)
            if found is not None:
                yield found
        elif word & SAYING and at and tokens.gaps[at] == BLANK:
            found = _unknown_noun(tokens, lexicon, at - 1, taken)
            if found is not None:
                yield found


def _pronoun(tokens: Tokens, lexicon: Lexicon, at: int) -> Mention | None:
    """he, she, they, who ...; a possessive before a noun counts too."""
    word = tokens.lowers[at]
    base = word.split("'")[0]
    start = tokens.starts[at]
    span = tokens.span(at, at + 1)
    if len(base) < len(word):
        span = type(span)(start, start + len(base))
    if tokens.words[at].isupper() and len(base) > 1 and base not in lexicon.subjects:
        return None
    gender: Gender = lexicon.genders.get(base, "")
    plural = base in _PLURAL_PRONOUNS
    return Mention(span, span, "pronoun", "person", gender, plural)


_PLURAL_PRONOUNS = frozenset({"they", "them", "we", "their"})


def _noun(tokens: Tokens, lexicon: Lexicon, at: int) -> Mention | None:
    """The noun phrase whose noun is word `at`, None where that word is no head or stands bare."""
    bits = tokens.bits
    if _compound(tokens, at) or bits[at] & CALENDAR or not (bits[at] & NOUN or tokens.capitals[at]):
        return None
    if bits[at] & SAYING and at and not bits[at] & ROLE and _says_so(tokens, at):
        return None
    first = phrase_start(tokens, lexicon, at)
    opening = bits[first]
    definite = bool(opening & (DETERMINER | POSSESSIVE)) and first < at
    plural = bool(bits[at] & PLURAL)
    if not definite and not plural and not _stands_bare(tokens, first, at):
        return None
    after = _tail(tokens, lexicon, at + 1)
    kind, form = _kind(bits[at], tokens.lowers[at])
    number = bool(opening & NUMBER) and tokens.lowers[first] not in ("one", "every", "some", "all")
    gender = lexicon.genders.get(tokens.lowers[at], "") or lexicon.genders.get(_single(tokens, lexicon, at), "")
    return Mention(
        tokens.span(first, after), tokens.span(at, at + 1), "role" if form else "body", kind, gender, plural or number
    )


def _says_so(tokens: Tokens, at: int) -> bool:
    """True for "notes" in "the website notes:" and "reports" in "Harlow reports that": a verb, not a noun."""
    before = tokens.gaps[at] == BLANK and (tokens.capitals[at - 1] or bool(tokens.bits[at - 1] & NOUN))
    if not before or tokens.capitals[at] or not tokens.lowers[at].endswith("s"):
        return False
    if at + 1 < tokens.count and tokens.lowers[at + 1] == "that" and tokens.gaps[at + 1] == BLANK:
        return True
    return tokens.text[tokens.ends[at] : tokens.ends[at] + 2].lstrip(" ")[:1] in tuple(':"“')


def _single(tokens: Tokens, lexicon: Lexicon, at: int) -> str:
    return lexicon.plurals.get(tokens.lowers[at], "")


def _kind(bits: int, word: str) -> tuple[SpeakerKind, bool]:
    """(kind, whether it is a role) of a noun."""
    if bits & (ROLE | TITLE | SECOND_TITLE):
        return "person", True
    if bits & BODY and not (bits & DOCUMENT and word in _RATHER_DOCUMENT):
        return "organisation", False
    return "document", False


_RATHER_DOCUMENT = frozenset({"paper", "papers", "website", "platform", "wire"})


def _compound(tokens: Tokens, at: int) -> bool:
    """True where the noun at `at` only describes the one after it: "campaign" in "campaign manager"."""
    after = at + 1
    if after >= tokens.count or tokens.gaps[after] not in (BLANK, HYPHEN):
        return False
    if tokens.gaps[after] == HYPHEN:
        return True
    bits = tokens.bits[after]
    if bits & SAYING and not bits & ROLE:
        return False
    if bits & FUNCTION:
        return False
    if tokens.bits[at] & ADJECTIVAL and tokens.words[after].islower() and not tokens.lowers[after].endswith("ed"):
        return True
    return bool(bits & (NOUN | SECOND_TITLE)) or (bool(bits & TITLE) and not tokens.capitals[after])


def _stands_bare(tokens: Tokens, first: int, at: int) -> bool:
    """True for a singular noun without article that can be a source: modified by a name, or a title with capital."""
    if tokens.gaps[at] == OWNER and tokens.owned(at - 1):
        return True
    if first < at:
        head = tokens.bits[first]
        return bool(tokens.capitals[first] or head & (MODIFIER | PEOPLE))
    if tokens.capitals[at]:
        return not tokens.openers[at] or bool(tokens.bits[at] & DOCUMENT)
    return bool(tokens.bits[at] & DOCUMENT) and at + 1 < tokens.count and bool(tokens.bits[at + 1] & SAYING)


def _tail(tokens: Tokens, lexicon: Lexicon, at: int) -> int:
    """Index after "of the committee", "for Mr. Smith" behind a noun that ends before word `at`."""
    count = tokens.count
    if at >= count or tokens.gaps[at] not in (BLANK, OWNER) or tokens.lowers[at] not in lexicon.prepositions:
        return at
    end = at + 1
    begun = end
    while end < count and end - begun < 8 and tokens.gaps[end] in (BLANK, OWNER):
        bits = tokens.bits[end]
        if bits & (DETERMINER | POSSESSIVE):
            if end > begun:
                break
        elif bits & (FUNCTION | SAYING) and not tokens.capitals[end]:
            break
        end += 1
        closing = end >= count or tokens.gaps[end] not in (BLANK, OWNER)
        if not closing and tokens.capitals[end] and tokens.gaps[end] == BLANK:
            continue
        if bits & NOUN and not tokens.owned(end - 1) and (closing or not _compound(tokens, end - 1)):
            break
        if tokens.capitals[end - 1] and not closing and not tokens.bits[end] & (NOUN | MODIFIER):
            break
    if end == begun or (end == begun + 1 and tokens.bits[begun] & DETERMINER):
        return at
    return end


def _people(tokens: Tokens, lexicon: Lexicon, at: int) -> Mention | None:
    """ "Republicans", "the Russians", "the Russian": a people's word without a noun after it."""
    if _compound(tokens, at):
        return None
    word = tokens.lowers[at]
    first = phrase_start(tokens, lexicon, at)
    following = at + 1
    if following < tokens.count and tokens.gaps[following] == BLANK and tokens.capitals[following]:
        return None
    plural = word.endswith("s") and not word.endswith("ss")
    if not plural:
        determined = first < at and tokens.bits[first] & (DETERMINER | POSSESSIVE)
        inside = following < tokens.count
        if not determined or not (inside and (tokens.bits[following] & SAYING or tokens.gaps[following] == COMMA)):
            return None
    return Mention(tokens.span(first, at + 1), tokens.span(at, at + 1), "role", "person", "", plural)


def _standalone(tokens: Tokens, at: int) -> Mention | None:
    """ "others", "another", "one" as a source of their own."""
    following = at + 1
    if (
        following < tokens.count
        and tokens.gaps[following] == BLANK
        and not tokens.bits[following] & (SAYING | FUNCTION)
    ):
        return None
    span = tokens.span(at, at + 1)
    return Mention(span, span, "role", "person", "", tokens.lowers[at] not in ("another", "one", "everyone"))


def _unknown_noun(tokens: Tokens, lexicon: Lexicon, at: int, taken: bytearray) -> Mention | None:
    """A noun that no list holds, with an article before it and a verb of saying after it."""
    if taken[at] or tokens.bits[at] or tokens.capitals[at] or not tokens.words[at][0].isalpha():
        return None
    first = phrase_start(tokens, lexicon, at)
    if first == at or not tokens.bits[first] & (DETERMINER | POSSESSIVE):
        return None
    plural = tokens.lowers[at].endswith("s")
    return Mention(tokens.span(first, at + 1), tokens.span(at, at + 1), "role", "person", "", plural)
