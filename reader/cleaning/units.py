"""A text as units: what a person would see as one line or paragraph of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reader.cleaning.lines import Line, lines_of
from reader.cleaning.measures import Measures, measures
from reader.cleaning.wrapping import BULLET, goes_on, wrap_width
from reader.model.spans import Span

_TAG = re.compile(
    r"</?(?:u|b|i|a|em|strong|span|br|p|sup|sub|font|small|mark|div"
    r"|h[1-6])(?:\s[^<>]{0,400})?/?>",
    re.I,
)


class Unit(Struct, frozen=True):
    """One line of the file, or several that hard wrapping cut apart."""

    raw: Span
    """From its first to its last character in the raw text."""
    parts: tuple[Span | str, ...]
    """What its text is made of: raw stretches, and blanks between joined lines."""
    text: str
    """Its words, inline tags taken out."""
    measures: Measures
    """What can be counted on them."""
    gap: int = 0
    """Blank lines before it."""
    bullet: bool = False
    indent: int = 0
    joined: int = 1
    """Lines of the file that it is made of."""

    @property
    def words(self) -> int:
        """Number of words."""
        return self.measures.words

    @property
    def ends_sentence(self) -> bool:
        """True where it ends as a sentence does, closing marks and brackets aside."""
        return self.measures.ends_sentence

    @property
    def prose(self) -> bool:
        """True where it looks like running text: long, or a short whole sentence."""
        return self.measures.prose


def plain_unit(text: str, raw: Span | None = None, gap: int = 1) -> Unit:
    """A unit of some words alone, of a document whose format has no lines."""
    words = text.strip()
    return Unit(raw or Span(0, 0), (), words, measures(words), gap, bool(BULLET.match(words)))


def units_of(text: str) -> list[Unit]:
    """The units of a raw text in order; every character that is not white space is inside one of them."""
    lines = lines_of(text)
    width = wrap_width(lines)
    units: list[Unit] = []
    group: list[Line] = []
    for line in lines:
        if group and not (width and goes_on(group, line, width)):
            units.append(_unit(text, group))
            group = []
        group.append(line)
    if group:
        units.append(_unit(text, group))
    return units


def _unit(text: str, lines: Sequence[Line]) -> Unit:
    """The unit of some lines, tags and a bullet at its head taken out of its text."""
    first, last = lines[0], lines[-1]
    mark = BULLET.match(first.text)
    head = first.start + (mark.end() if mark and not mark.group().strip(" \t\xa0(.)").isdigit() else 0)
    raw = Span(first.raw, last.end)
    if len(lines) == 1 and "<" not in first.text:
        words = text[head : last.end]
        return Unit(raw, (Span(head, last.end),), words, measures(words), first.gap, bool(mark), first.indent)
    parts: list[Span | str] = []
    for number, line in enumerate(lines):
        if number:
            parts.append(" ")
        parts += _untagged(text, line.start if number else head, line.end)
    words = "".join(p if isinstance(p, str) else p.of(text) for p in parts).strip()
    return Unit(raw, tuple(parts), words, measures(words), first.gap, bool(mark), first.indent, len(lines))


def _untagged(text: str, start: int, end: int) -> list[Span]:
    """The stretches between the inline tags of a line."""
    parts = []
    at = start
    for tag in _TAG.finditer(text, start, end) if "<" in text[start:end] else ():
        if tag.start() > at:
            parts.append(Span(at, tag.start()))
        at = tag.end()
    if end > at:
        parts.append(Span(at, end))
    return parts
