"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from reader.model.spans import Span

_END = re.compile(r"[.!?…。！？](?:[.!?…。！？]*[\"'”’»›)\]」』]{0,3}(?=\s|$)|(?<=[。！？])[。！？]*[」』）”]{0,2})")
_OPENERS = "\"'“‘«‹„‚([「『—–-¿¡"
_LONGEST_WORD = 24
_FIRST_WORD = re.compile(r"[\w’']+")


class SentenceWords(Struct, frozen=True):
    """What a language adds: abbreviations (lower case, without the last stop) and what begins sentences."""

    abbreviations: Collection[str] = ()
    closing: Collection[str] = ()
    """Abbreviations that end a sentence before a common starter."""
    starters: Collection[str] = ()
    months: Collection[str] = ()
    """Names before which a number with a stop is a day: "am 3. Mai"."""


PLAIN = SentenceWords()


def sentence_spans(text: str, within: Span | None = None, words: SentenceWords = PLAIN) -> list[Span]:
    """The sentences of a stretch of text, in order, without the blanks around them.

    A stop ends a sentence where a blank and then a capital, a digit, an opening mark or a letter without case
    follow, unless it belongs to an abbreviation or an initial. Method: one pass over the stops, and a look at the
    word before and the word after each (Mikheev 2002, "Periods, capitalized words, etc.", without the training).
    """
    start, stop = within or Span(0, len(text))
    spans: list[Span] = []
    for end in _END.finditer(text, start, stop):
        if end.end() < stop and not _ends(text, end.start(), end.end(), stop, words):
            continue
        _add(spans, text, start, end.end())
        start = end.end()
    _add(spans, text, start, stop)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append the stretch without the blanks around it, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))


def _ends(text: str, stop: int, after: int, limit: int, words: SentenceWords) -> bool:
    """True where the stop at `stop` ends a sentence that `after` follows."""
    at = after
    while at < limit and text[at].isspace():
        at += 1
    if at >= limit:
        return True
    first = at
    while first < limit and first < at + 4 and text[first] in _OPENERS:
        first += 1
    following = text[first] if first < limit else ""
    if following.islower():
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    before = _word_before(text, stop)
    word = before.lower().lstrip(".&")
    if word in words.closing:
        starter = _FIRST_WORD.match(text, first)
        return bool(starter and starter.group().lower() in words.starters)
    if word in words.abbreviations:
        return False
    if text[max(0, stop - 1)].isdigit() and words.months:
        name = _FIRST_WORD.match(text, first)
        if name and name.group().lower() in words.months:
            return False
    initial = len(word) == 1 and before[-1].isupper() and word != "i"
    return not (initial and following.isalpha())


def _word_before(text: str, stop: int) -> str:
    """The letters, inner stops and ampersands right before a stop."""
    at, first = stop, max(0, stop - _LONGEST_WORD)
    while at > first and (text[at - 1].isalpha() or text[at - 1] in ".&"):
        at -= 1
    return text[at:stop]
