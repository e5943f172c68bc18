"""What is said of somebody right after the name: ", the mayor of X," and " (D-Md.)"."""

from __future__ import annotations

from reader.mentions.lexicon import (
    BODY,
    DETERMINER,
    FUNCTION,
    HONORIFIC,
    MODIFIER,
    ORGANISATION,
    PLACE,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    SAYING,
    SECOND_TITLE,
    TITLE,
)
from reader.mentions.tokens import BLANK, BREAK, COLON, COMMA, DASH, HYPHEN, OPEN, OWNER, STOP, Tokens
from reader.model.spans import Span

_RANK = ROLE | TITLE | SECOND_TITLE | HONORIFIC
_LONGEST_APPOSITION = 30  # words
_AFTER_ROLE = frozenset(
    [
        "of",
        "for",
        "from",
        "in",
        "at",
        "with",
        "to",
        "on",
        "who",
        "whose",
        "that",
        "which",
        "and",
        "or",
        "by",
        "under",
        "during",
        "since",
        "turned",
        "based",
    ]
)


def apposition(tokens: Tokens, at: int) -> tuple[int, Span | None]:
    """(end offset, description) of ", the mayor of X," or " (D-Md.)" after a name; (0, None) where there is none."""
    count = tokens.count
    at = _past_place(tokens, at)
    if at >= count:
        return 0, None
    end = 0
    if tokens.gaps[at] == OPEN:
        close = tokens.text.find(")", tokens.starts[at], tokens.starts[at] + 40)
        if close < 0:
            return 0, None
        end = close + 1
        inside = Span(tokens.starts[at], close)
        while at < count and tokens.starts[at] < close:
            at += 1
        if at >= count or not tokens.text.startswith(", ", end):
            return end, inside
        further, described = _description(tokens, at)
        return further or end, described or inside
    if tokens.gaps[at] != COMMA:
        return 0, None
    return _description(tokens, at)


def _past_place(tokens: Tokens, at: int) -> int:
    """Index after "of Kentucky" behind a name, where a comma follows; else `at`."""
    end = at + 1
    if end >= tokens.count or tokens.lowers[at] not in ("of", "from") or tokens.gaps[at] != BLANK:
        return at
    while end < tokens.count and end - at < 4 and tokens.gaps[end] == BLANK and tokens.capitals[end]:
        end += 1
    return end if end > at + 1 and end < tokens.count and tokens.gaps[end] == COMMA else at


def _description(tokens: Tokens, at: int) -> tuple[int, Span | None]:
    """The description that begins with word `at` after a comma, up to the comma or stop that closes it."""
    count = tokens.count
    begun = at
    if tokens.words[at].isdigit():
        at += 1
        if at >= count or tokens.gaps[at] != COMMA:
            return tokens.ends[begun], None
    of = tokens.lowers[at] in ("of", "from") and begun != at
    if not of and not _describes(tokens, at):
        return (tokens.ends[begun], None) if begun != at else (0, None)
    first = at
    at += 1
    limit = min(count, first + _LONGEST_APPOSITION)
    while at < limit:
        gap = tokens.gaps[at]
        if gap in (BREAK, STOP, COLON, DASH) or (gap == COMMA and not _goes_on(tokens, first, at)):
            break
        at += 1
    if at >= limit and limit < count:
        return 0, None
    return tokens.ends[at - 1], tokens.span(first, at)


def _goes_on(tokens: Tokens, first: int, at: int) -> bool:
    """True for the comma in "of Sodus, N.Y.," and "of Austin, Texas,": a place after a place."""
    if not tokens.capitals[at] or not tokens.bits[at] & PLACE or not tokens.capitals[at - 1]:
        return False
    return at + 1 < tokens.count and tokens.gaps[at + 1] in (COMMA, BREAK, STOP) and at > first


def _describes(tokens: Tokens, at: int) -> bool:
    """True where the words from `at` on describe somebody: an article, a possessor or a role within a few words."""
    count = tokens.count
    begun = tokens.bits[at] & (DETERMINER | POSSESSIVE | MODIFIER) or tokens.lowers[at] in ("who", "whose")
    if tokens.bits[at] & PRONOUN and not tokens.bits[at] & POSSESSIVE and tokens.lowers[at] not in ("who", "whose"):
        return False
    if tokens.lowers[at] in ("who", "whose"):
        return True
    for k in range(at, min(count, at + 9)):
        if k > at and tokens.gaps[k] not in (BLANK, OWNER, HYPHEN):
            return False
        bits = tokens.bits[k]
        if k > at and bits & (FUNCTION | SAYING) and not bits & (DETERMINER | POSSESSIVE):
            return False
        if bits & (ROLE | TITLE) and not tokens.owned(k) and not bits & HONORIFIC:
            closed = _closes(tokens, k + 1, bool(tokens.bits[at] & DETERMINER) and tokens.lowers[at] != "the")
            if closed is not None:
                return closed and (bool(begun) or k < at + 5)
    return False


def _closes(tokens: Tokens, at: int, indefinite: bool) -> bool | None:
    """Whether the word after a role leaves it a description; None where the role goes on with another noun."""
    if at >= tokens.count or tokens.gaps[at] != BLANK:
        return True
    bits, word = tokens.bits[at], tokens.lowers[at]
    if tokens.capitals[at]:
        return False if not bits & (_RANK | ORGANISATION) else None
    if word in _AFTER_ROLE or word.endswith("ing"):
        return True
    if bits & (FUNCTION | SAYING | PRONOUN) and not bits & ROLE:
        return False
    if bits & (_RANK | BODY):
        return None
    if word.endswith("ed"):
        return indefinite
    return None
