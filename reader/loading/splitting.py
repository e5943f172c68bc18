"""Several articles in one text: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model.spans import Span
from reader.text.lines import line_spans

_STRONG = re.compile(r"[=#~]{5,}|[═━]{3,}|(?:=\s?){5,}")
_WEAK = re.compile(r"[-_*]{5,}|(?:[-*_]\s){4,}[-*_]?|[–—―]{3,}|\x0c+")
_NUMBERED = re.compile(
    r"[-=*#\s]{0,10}(?:(?:document|article|story|item|text|artikel|artículo|документ"
    r"|статья)\s+\d{1,4}(?:\s*(?:of|/|von|de|sur|из)\s*\d{1,4})?"
    r"|\d{1,4}\s+(?:of|von|de|sur|из)\s+\d{1,4}\s+(?:documents?|articles?|stories|dokumenten?))[-=*#:.\s]{0,10}",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:title|headline|titel|titre|título|titulo|überschrift"
    r"|заголовок)\s*:\s*\S.{0,300}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:date|source|url|link|author|by|published|outlet|publication|newspaper|datum|quelle|autor|fuente|fecha"
    r"|дата|источник"
    r"|автор|byline|section|length)\s*:\s*\S.{0,300}",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:,;][\"'”’»)\]]*$")
_MAYBE = re.compile(
    r"^[ \t]{0,20}(?:[=#~]{5}|[═━]{3}|= ?= ?= |[-_*]{5}|(?:[-*_] ){4}|[–—―]{3}|\x0c|[-=*#\s]{0,10}(?:document"
    r"|article|story|item|text"
    r"|artikel|artículo|документ|статья)\s+\d|\d{1,4}\s+(?:of|von|de|sur|из)\s+\d|(?:title|headline|titel|titre"
    r"|título|titulo"
    r"|überschrift|заголовок)\s*:)",
    re.IGNORECASE | re.MULTILINE,
)
"""Stands somewhere in every text that can be cut; most texts are told by it at once."""
LEAST = 250
"""Characters of an article; shorter pieces between two rules are no article of their own."""
LONGEST_RULE = 120
LONGEST_HEADLINE = 200
HEAD = 6
"""Lines at a part's top among which its fields stand."""


def parts_of(text: str) -> tuple[Span, ...]:
    """The stretches of the text that are articles of their own, covering all of it; one where it is one article.

    Cut at numbered heads ("Document 2 of 14"), at repeated `Title:` lines, at rules (`=====`), and at weaker rules
    (`-----`, `***`) only where fields such as `Date:` follow each. Where one part would not be an article by itself
    (no headline, too short), nothing is cut: to tear an article apart is worse than to show two as one.
    """
    if not _MAYBE.search(text if "\n" in text else text.replace("\r", "\n")):
        return (Span(0, len(text)),)
    lines = [s for s in line_spans(text) if s.length and not text[s.start : s.end].isspace()]
    for find in CUTS:
        starts = find(text, lines)
        if starts:
            edges = [0, *(s for s in starts if s > 0), len(text)]
            parts = [Span(a, b) for a, b in pairwise(edges)]
            if len(parts) > 1 and not _is_article(text, parts[0]) and len(text[parts[0].start : parts[0].end]) < LEAST:
                parts = [Span(0, parts[1].end), *parts[2:]]  # a cover line belongs to the first article
            if len(parts) > 1 and all(_is_article(text, part) for part in parts):
                return tuple(parts)
    return (Span(0, len(text)),)


def _numbered(text: str, lines: Sequence[Span]) -> list[int]:
    """Where lines that number the articles stand."""
    found = [s.start for s in lines if s.length <= LONGEST_RULE and _NUMBERED.fullmatch(text, s.start, s.end)]
    return found if len(found) > 1 else []


def _titled(text: str, lines: Sequence[Span]) -> list[int]:
    """Where `Title:` lines stand, or the first of the fields right above them."""
    found = []
    for n, line in enumerate(lines):
        if line.length <= 400 and _HEADER.match(text, line.start, line.end):
            top = n
            while top and (_FIELD.match(text, *lines[top - 1]) or _is_rule(text, lines[top - 1], weak=True)):
                top -= 1
            found.append(lines[top].start)
    return found if len(found) > 1 else []


def _ruled(text: str, lines: Sequence[Span]) -> list[int]:
    """Where rules of `=` and the like stand."""
    return [s.start for s in lines if _is_rule(text, s, weak=False)]


def _weakly_ruled(text: str, lines: Sequence[Span]) -> list[int]:
    """Where rules of `-` or `*` stand, if fields follow each of them."""
    rules = [n for n, s in enumerate(lines) if _is_rule(text, s, weak=True)]
    for n in rules:
        if not any(_FIELD.match(text, *line) or _HEADER.match(text, *line) for line in lines[n + 1 : n + 1 + HEAD]):
            return []
    return [lines[n].start for n in rules]


CUTS = (_numbered, _titled, _ruled, _weakly_ruled)
"""The ways to cut, the surest first."""


def _is_rule(text: str, line: Span, *, weak: bool) -> bool:
    """True for a line that is nothing but a rule."""
    words = text[line.start : line.end].strip() if line.length <= LONGEST_RULE else ""
    return bool(_STRONG.fullmatch(words) or (weak and _WEAK.fullmatch(words)))


def _is_article(text: str, part: Span) -> bool:
    """True for a part with enough text, whose first line but for rules and numbers is a headline or a field."""
    lines = [text[s.start + part.start : s.end + part.start].strip() for s in line_spans(text[part.start : part.end])]
    told = [
        s for s in lines if s and not _STRONG.fullmatch(s) and not _WEAK.fullmatch(s) and not _NUMBERED.fullmatch(s)
    ]
    if len(told) < 2 or sum(map(len, told)) < LEAST:
        return False
    first = told[0]
    headed = len(first) <= LONGEST_HEADLINE and (not _STOP.search(first) or bool(_FIELD.match(first)))
    return (headed or bool(_HEADER.match(first))) and any(_STOP.search(line) for line in told[1:])
