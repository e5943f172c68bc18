"""Mentions by name: people with the titles before and the appositions after them, bodies, places."""

from __future__ import annotations

from collections.abc import Iterator

from reader.mentions.appositions import apposition
from reader.mentions.known import Known, looks_personal, says, sure_person
from reader.mentions.lexicon import (
    BODY,
    CALENDAR,
    DETERMINER,
    FIRST,
    FUNCTION,
    HONORIFIC,
    INSTITUTION,
    MODIFIER,
    NUMBER,
    ORGANISATION,
    PEOPLE,
    PLACE,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    SAYING,
    SECOND_TITLE,
    TITLE,
    Lexicon,
)
from reader.mentions.runs import Run, Sort
from reader.mentions.tokens import BLANK, HYPHEN, OWNER, Tokens
from reader.model.mentions import Gender, Mention, SpeakerKind
from reader.model.spans import Span

_RANK = ROLE | TITLE | SECOND_TITLE | HONORIFIC
_LONGEST_ROLE = 12  # words
_UNKNOWN_WORDS = 3


def final_sort(tokens: Tokens, run: Run, known: Known, lexicon: Lexicon) -> Sort:
    """What a run names once the whole article has been seen; "none" where it is no mention."""
    if run.sort == "place" and run.after - run.first == 1 and known.person(tokens.lowers[run.name]):
        before = tokens.lowers[run.first - 1] if run.first and tokens.gaps[run.first] == BLANK else ""
        return "place" if before in lexicon.prepositions else "person"  # "Madison" beside a Joe Madison
    sole = run.after - run.name == 1 and not tokens.words[run.name].isupper()
    if sole and run.sort in ("people", "organisation") and known.person(tokens.lowers[run.name]):
        return run.sort if _after_the(tokens, run.first) else "person"  # "Bloomberg" beside a Michael Bloomberg
    if run.sort != "unknown":
        return run.sort
    the = _after_the(tokens, run.first)
    if lexicon.capital_nouns:
        return _among_capital_nouns(tokens, run, known)
    if run.after - run.name > 1:
        if known.person(tokens.lowers[run.after - 1]) and not the:
            return "person"
        if the or run.after - run.name > 4:
            return "organisation"
        return "person" if looks_personal(tokens, run, known.plain) else "organisation"
    if sure_person(tokens, run, known):
        return "organisation" if the and not _is_modifier(tokens, run) and not _known(tokens, run, known) else "person"
    word = tokens.lowers[run.name]
    if word in known.plain and tokens.openers[run.name]:
        return "none"
    if run.after < tokens.count and tokens.lowers[run.after] in lexicon.camps:
        return "person"  # "the Finch administration"
    if tokens.bits[run.name] & FIRST and not the and not tokens.bits[run.name] & (PLACE | PEOPLE | ORGANISATION):
        return "person"
    return "organisation" if word in known.singles or (the and says(tokens, run)) else "none"


def _among_capital_nouns(tokens: Tokens, run: Run, known: Known) -> Sort:
    """The sort of an unknown run where every noun has a capital: a person only by a known name or a verb of saying."""
    if known.person(tokens.lowers[run.after - 1]):
        return "person"
    determined = run.first > 0 and tokens.bits[run.first - 1] & (DETERMINER | POSSESSIVE)
    if run.after - run.name == 1 and says(tokens, run) and not determined:
        return "person"
    return "none"


def _known(tokens: Tokens, run: Run, known: Known) -> bool:
    return known.person(tokens.lowers[run.name])


def _after_the(tokens: Tokens, first: int) -> bool:
    return first > 0 and tokens.gaps[first] == BLANK and tokens.lowers[first - 1] == "the"


def _is_modifier(tokens: Tokens, run: Run) -> bool:
    """True for "Harlow" in "the Harlow administration"."""
    after = run.after
    return after < tokens.count and tokens.gaps[after] == BLANK and not tokens.bits[after] & (FUNCTION | SAYING)


def name_mentions(tokens: Tokens, run: Run, sort: Sort, lexicon: Lexicon, known: Known) -> Iterator[Mention]:
    """The mentions of one run: the name with what is beside it, and bodies and people named inside its titles."""
    if sort == "person":
        first = role_start(tokens, lexicon, run.first)
        yield _person(tokens, run, first, lexicon)
        yield from inner_names(tokens, run.first, run.name, lexicon, known)
    elif sort == "organisation":
        first = run.first - 1 if _after_the(tokens, run.first) else run.first
        yield Mention(tokens.span(first, run.after), tokens.span(run.name, run.after), "body", "organisation")
        yield from inner_names(tokens, run.first, run.after - 1, lexicon, known)
    elif sort == "place":
        first = run.first - 1 if _after_the(tokens, run.first) else run.first
        yield Mention(tokens.span(first, run.after), tokens.span(run.name, run.after), "body", "place")
    elif sort == "role":
        yield from inner_names(tokens, run.first, run.after - 1, lexicon, known)


def inner_names(tokens: Tokens, first: int, after: int, lexicon: Lexicon, known: Known) -> Iterator[Mention]:
    """Bodies, places and people of the article named between two words: "White House" in a title."""
    at = first
    while at < after:
        kind: SpeakerKind = "organisation"
        size = lexicon.institutions.at(tokens.lowers, at, after)
        if not size:
            size, kind = lexicon.places.at(tokens.lowers, at, after), "place"
        if not size:
            size, kind = known.phrases.at(tokens.lowers, at, after), "person"
        if not size and tokens.capitals[at]:
            bits = tokens.bits[at]
            if bits & (INSTITUTION | PLACE) and not bits & PEOPLE:
                size, kind = 1, "organisation" if bits & INSTITUTION else "place"
            elif known.person(tokens.lowers[at]) and not bits & (_RANK | PEOPLE):
                size, kind = 1, "person"
        if size:
            span = tokens.span(at, at + size)
            gender = lexicon.first_names.get(tokens.lowers[at], "") if kind == "person" and size > 1 else ""
            yield Mention(span, span, "name" if kind == "person" else "body", kind, gender)
        at += size or 1


def role_start(tokens: Tokens, lexicon: Lexicon, first: int) -> int:
    """Index of the first word of the description in lower case before a run; `first` where there is none."""
    if first > 0 and tokens.gaps[first] == OWNER and tokens.bits[first - 1] & PLACE and tokens.owned(first - 1):
        return first - 1  # "Florida's Rick Wilson"
    if first == 0 or tokens.gaps[first] != BLANK or tokens.capitals[first - 1]:
        return first
    at = first - 1
    if _portfolio(tokens, lexicon, at):
        return phrase_start(tokens, lexicon, at - 2)
    if not tokens.bits[at] & (_RANK | MODIFIER):
        return first
    if tokens.bits[at] & (FUNCTION | SAYING) and not tokens.bits[at] & ROLE:
        return first
    return phrase_start(tokens, lexicon, at)


def phrase_start(tokens: Tokens, lexicon: Lexicon, head: int) -> int:
    """Index of the first word of the noun phrase whose noun is word `head`, over modifiers and possessors."""
    at = head
    best = head
    bits = tokens.bits
    unknown = 0  # words of no list passed: beyond the first only an article makes them part of the phrase
    while at > 0 and head - at < _LONGEST_ROLE:
        gap, before = tokens.gaps[at], bits[at - 1]
        if gap not in (BLANK, OWNER, HYPHEN):
            break
        if gap == OWNER and not tokens.owned(at - 1):
            break
        if before & (DETERMINER | POSSESSIVE):
            return at - 1
        if _portfolio(tokens, lexicon, at - 1):
            at -= 2
            best = at
            continue
        closed = before & (FUNCTION | PRONOUN | CALENDAR) or (before & SAYING and not tokens.capitals[at - 1])
        if closed and gap != OWNER:
            break
        at -= 1
        if gap == OWNER:
            best = at
        elif tokens.capitals[at] or before & (_RANK | MODIFIER | BODY | PEOPLE | PLACE | NUMBER):
            best = best if unknown else at
        else:
            unknown += 1
            if unknown > _UNKNOWN_WORDS:
                break
    return best


def _portfolio(tokens: Tokens, lexicon: Lexicon, at: int) -> bool:
    """True for "state" in "secretary of state"."""
    return (
        at > 1
        and tokens.lowers[at] in lexicon.portfolios
        and tokens.lowers[at - 1] in lexicon.links
        and bool(tokens.bits[at - 2] & _RANK)
    )


def _person(tokens: Tokens, run: Run, first: int, lexicon: Lexicon) -> Mention:
    """A person's name with the titles before it or the apposition after it."""
    head = tokens.span(run.name, run.after)
    if tokens.lowers[run.after - 1] in ("jr", "sr") and tokens.text.startswith(".", head.end):
        head = Span(head.start, head.end + 1)
    role = tokens.span(first, run.name) if first < run.name else None
    after, described = apposition(tokens, run.after)
    if role is None and described is not None:
        role = described
    gender = _gender(tokens, first, run, lexicon, described)
    return Mention(Span(tokens.starts[first], max(head.end, after)), head, "name", "person", gender, False, role)


def _gender(tokens: Tokens, first: int, run: Run, lexicon: Lexicon, described: Span | None) -> Gender:
    """From an honorific or a role noun, else from the first name."""
    told: Gender = ""
    for at in range(run.name - 1, first - 1, -1):
        gender = lexicon.genders.get(tokens.lowers[at], "")
        if gender and tokens.bits[at] & (HONORIFIC | ROLE) and not tokens.owned(at):
            if tokens.bits[at] & HONORIFIC:
                return gender
            told = told or gender  # "spokesman Hope Hicks": the name tells more
    if run.after - run.name > 1:
        for at in range(run.name, run.after - 1):
            gender = lexicon.first_names.get(tokens.lowers[at], "")
            if gender:
                return gender
            if tokens.lowers[at] in lexicon.first_names:
                break
    if told:
        return told
    if described is not None:
        for word in described.of(tokens.text).lower().split()[:6]:
            gender = lexicon.genders.get(word.strip(",."), "")
            if gender and not word.endswith(("'s", "’s")) and word not in ("his", "her", "he", "she", "him"):
                return gender
    return ""
