"""The language of the library search: what a person types, as a value.

    root causes                   both words, each the beginning of a word: caus finds causes
    "root causes"                 these words one after the other, whole
    speaker:quill -tag:follow-up  fields, and what is not wanted
    outlet:"coastal post"         a value of several words
    date:2025-03..2025-04         from the first day of March to the last of April; either end may be left out
    starred unread                marks

This module knows the words of the language only. What a query finds is said in reader.library.searching, for articles
in memory, and by whoever else can answer one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from msgspec import Struct

from reader.model.problems import Problem, ReaderError
from reader.text.folding import folded_words

Field = Literal[
    "words", "text", "title", "speaker", "kind", "tag", "note", "outlet", "date", "starred", "unread"
]  # fmt: skip
FIELDS: dict[str, str] = {
    "tag": "of the article or the quote, with all below it: tag:war finds war/ceasefire too",
    "speaker": "who is quoted, by any of their names",
    "outlet": "who published it",
    "date": "a day, month or year, or two with .. between",
    "kind": "direct, mixed or indirect",
    "title": "words of the headline",
    "text": "words of the text, headline aside",
    "note": "words of your notes; note:* for any",
}
"""What can stand before a colon, and what it asks for."""
FLAGS: dict[str, str] = {"starred": "what has your star", "unread": "articles you have not read"}
"""Words that ask for a mark; in quotation marks they are words like others."""
KINDS = ("direct", "mixed", "indirect")
ANY = "*"
"""The value of tag: and note: that asks for any."""
_TERM = re.compile(
    r"(?P<no>-?)(?:(?P<field>[^\W\d_]+):)?"
    r"(?:[\"“”](?P<phrase>[^\"“”]*)(?:[\"“”]|$)|(?P<word>[^\s\"“”]*))"
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Days(Struct, frozen=True):
    """From one day to another, both included; an end that is left open is empty. As YYYY-MM-DD."""

    first: str = ""
    last: str = ""


class Term(Struct, frozen=True):
    """One condition."""

    field: Field
    words: tuple[str, ...] = ()
    """Of a field with words: what is to be found one after the other, lower case and without accents."""
    whole: bool = False
    """The last word too is a whole one, not the beginning of one; the others always are."""
    value: str = ""
    """Of tag and kind: as it was typed; ANY for any."""
    days: Days | None = None
    """Of date."""
    negated: bool = False
    column: int = 1
    """Where it begins in what was typed, 1-based."""


class Query(Struct, frozen=True):
    """Conditions that must all hold."""

    terms: tuple[Term, ...] = ()

    def wanted(self, *fields: Field) -> tuple[Term, ...]:
        """The terms of some fields that are not negated."""
        return tuple(term for term in self.terms if term.field in fields and not term.negated)

    @property
    def lit(self) -> tuple[Term, ...]:
        """The terms whose words are lit where they are found in a text."""
        return self.wanted("words", "text")


def parse(typed: str) -> Query:
    """The query that was typed. Raises ReaderError, whose problem names the column, for a field or value that
    there is not. A quotation mark that is still open closes at the end, since it is read at every letter."""
    terms: list[Term] = []
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        match = _TERM.match(typed, at)
        assert match  # every part of the pattern may be empty
        terms.append(_term(match))
        at = max(match.end(), at + 1)
    return Query(tuple(terms))


def _term(match: re.Match[str]) -> Term:
    column = match.start() + 1
    name, phrase, word = match["field"], match["phrase"], match["word"] or ""
    negated = match["no"] == "-"
    value = phrase if phrase is not None else word
    if name is None:
        if phrase is None and value.lower() in FLAGS:
            return Term(value.lower(), negated=negated, column=column)  # type: ignore[arg-type]
        return _worded("words", value, phrase is not None, negated, column)
    known = name.lower()
    if known not in FIELDS:
        raise _fault(match.start("field"), f"there is no field '{name}'", _advice(known, name, value))
    start = match.start("phrase") if phrase is not None else match.start("word")
    if not value.strip():
        raise _fault(start, f"'{known}:' wants a value", FIELDS[known])
    return _fielded(known, value.strip(), phrase is not None, negated, column, start)


def _fielded(name: str, value: str, phrase: bool, negated: bool, column: int, start: int) -> Term:
    """Args: name: one of FIELDS; column: of the term, from 1; start: of its value, from 0."""
    match name:
        case "date":
            return Term("date", days=_days(value, start), negated=negated, column=column)
        case "kind":
            if value.lower() not in KINDS:
                raise _fault(start, f"there is no kind '{value}'", _meant(value.lower(), KINDS))
            return Term("kind", value=value.lower(), negated=negated, column=column)
        case "tag":
            return Term("tag", value=value.lstrip("#"), negated=negated, column=column)
        case "note" if value == ANY:
            return Term("note", value=ANY, negated=negated, column=column)
        case "speaker" | "outlet" | "title" | "text" | "note":
            return _worded(name, value, phrase and name in ("title", "text", "note"), negated, column)
    raise AssertionError(name)


def _worded(field: Field, value: str, whole: bool, negated: bool, column: int) -> Term:
    words = folded_words(value)
    if not words:
        raise _fault(column - 1, f"there is no word in '{value or '-'}'", "type a word, or leave it out")
    return Term(field, words, whole, negated=negated, column=column)


def _days(value: str, start: int) -> Days:
    first, dots, last = value.partition("..")
    if not dots:
        return Days(_day(value, start, end=False), _day(value, start, end=True))
    days = Days(
        _day(first, start, end=False) if first else "", _day(last, start + len(first) + 2, end=True) if last else ""
    )
    if not first and not last:
        raise _fault(start, "'..' wants a date on one side", "as in date:2025-03..2025-04")
    if days.first and days.last and days.first > days.last:
        raise _fault(start, f"{first} is later than {last}", "write the earlier date first")
    return days


def _day(value: str, start: int, *, end: bool) -> str:
    """The first or last day of a year, month or day."""
    match = _DAY.fullmatch(value)
    year, month, day = match.groups() if match else ("0", None, None)
    try:
        if day is not None:
            return date(int(year), int(month or 0), int(day)).isoformat()
        first = date(int(year), int(month or (12 if end else 1)), 1)
        return first.replace(day=monthrange(first.year, first.month)[1] if end else 1).isoformat()
    except ValueError:
        raise _fault(start, f"'{value}' is no date", "write 2025, 2025-03 or 2025-03-14") from None


def _advice(known: str, name: str, value: str) -> str:
    meant = _near(known, (*FIELDS, *FLAGS))
    if meant:
        return meant
    quoted = f'"{name}:{value}"'
    return f"fields are {', '.join(FIELDS)}; for the words themselves write {quoted}"


def _meant(value: str, known: tuple[str, ...]) -> str:
    return _near(value, known) or f"there are {', '.join(known)}"


def _near(value: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    meant = get_close_matches(value, known, n=1)
    return f"did you mean '{meant[0]}'?" if meant else ""


def _fault(at: int, what: str, advice: str) -> ReaderError:
    return ReaderError(Problem(f"search, column {at + 1}", what, advice, column=at + 1))
