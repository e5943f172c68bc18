"""Calendar dates as people write them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from msgspec import Struct

from reader.languages.known import months
from reader.model.spans import Span

EARLIEST, LATEST = 1900, 2100
_YEAR = re.compile(r"(?:19|20)\d\d")
NEEDED = {"iso": "-", "east asian": "年년", "year first": "/.", "dotted": ".", "slashed": "/-"}
"""Signs of which a form has at least one, so that most forms need not be tried on most lines."""


class Dated(Struct, frozen=True):
    """A full date in a text."""

    day: str
    """YYYY-MM-DD."""
    span: Span
    guessed: bool = False
    """True where the order of day and month had to be guessed (03/04/2025)."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms, the clearest first."""
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?P<name>{names})\.?"
    day, year = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|\.|º|°)?", r"(?P<y>(?:19|20)\d\d)"
    return (
        ("iso", re.compile(r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)")),
        ("day month year", re.compile(rf"(?<!\w){day}\s{{0,2}}(?:of\s|de\s|del\s)?{month},?\s{{0,2}}(?:de\s"
            rf"|del\s)?{year}(?!\d)", re.I)),
        ("month day year", re.compile(rf"(?<!\w){month}\s{{0,2}}{day},?\s{{0,2}}{year}(?!\d)", re.I)),
        ("east asian", re.compile(
            r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?(?P<d>[0-3]?\d)\s?[日일]")),
        ("year first", re.compile(r"(?<![\d/.])(?P<y>(?:19|20)\d\d)[/.](?P<m>[01]?\d)[/.](?P<d>[0-3]?\d)(?![\d/])")),
        ("dotted", re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<y>(?:19|20)\d\d)(?!\d)")),
        ("slashed", re.compile(r"(?<![\d/])(?P<a>[0-3]?\d)[/-](?P<b>[0-3]?\d)[/-](?P<y>(?:19|20)\d\d)(?![\d/])")),
    )  # fmt: skip


def find_date(text: str, start: int = 0) -> Dated | None:
    """The first full date (day, month and year) at or after `start`, or None. Impossible dates are passed over."""
    if not _YEAR.search(text, start):
        return None
    best: Dated | None = None
    for form, pattern in _patterns():
        if not any(sign in text for sign in NEEDED.get(form, "")) and form in NEEDED:
            continue
        for match in pattern.finditer(text, start):
            dated = _dated(form, match)
            if dated and (best is None or dated.span.start < best.span.start):
                best = dated
            if dated:
                break
    return best


def _dated(form: str, match: re.Match[str]) -> Dated | None:
    """The date of a match, or None where the calendar has no such day."""
    parts = match.groupdict()
    guessed = False
    if form == "slashed":
        first, second = int(parts["a"]), int(parts["b"])
        month, day = (second, first) if first > 12 else (first, second)
        guessed = first <= 12 and second <= 12 and first != second
    else:
        month = months()[parts["name"].lower()] if "name" in parts else int(parts["m"])
        day = int(parts["d"])
    year = int(parts["y"])
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return Dated(date(year, month, day).isoformat(), Span(*match.span()), guessed)
    except ValueError:
        return None
