"""The lines of a text as units: what a person would see as one line or paragraph of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.model.spans import Span
from reader.text.lines import line_spans

_TAG = re.compile(r"</?(?:u|b|i|a|em|strong|span|br|p|sup|sub|font|small|mark|div|h[1-6])(?:\s[^<>]{0,400})?/?>", re.I)
_BULLET = re.compile(r"[ \t\xa0]*(?:[•*·▪‣◦–—-]|\(?\d{1,2}[.)])[ \t\xa0]+")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
WRAP_SHORTEST, WRAP_LONGEST = 50, 100
"""Widths, in characters, at which mail and text browsers break lines."""


@dataclass(frozen=True)
class Unit:
    """One line of the file, or several that hard wrapping cut apart."""

    lines: tuple[Span, ...]
    """Over the raw text, without the blanks around them; at least one."""
    parts: tuple[Span | str, ...]
    """What its text is made of: raw stretches, and blanks between joined lines."""
    text: str
    """Its words, inline tags taken out."""
    gap: int
    """Blank lines before it."""
    bullet: bool = False

    @property
    def raw(self) -> Span:
        """From its first to its last character in the raw text."""
        return Span(self.lines[0].start, self.lines[-1].end)

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @cached_property
    def ends_sentence(self) -> bool:
        """True where it ends as a sentence does, closing marks and brackets aside."""
        return self.text.rstrip("\"'”’»›)]*_ ")[-1:] in {".", "!", "?", "…", "。", "！", "？", ":"}

    @property
    def prose(self) -> bool:
        """True where it looks like running text: long, or a short whole sentence."""
        return len(self.text) >= 80 or (self.words >= 4 and self.ends_sentence)


def units_of(text: str) -> list[Unit]:
    """The units of a raw text in order; every character that is not white space is inside one of them."""
    lines: list[tuple[Span, int]] = []
    gap = 0
    for line in line_spans(text):
        kept = _trimmed(text, line)
        if kept.length:
            lines.append((kept, gap))
            gap = 0
        else:
            gap += 1
    wrapped = is_wrapped(text, lines)
    units: list[Unit] = []
    group: list[Span] = []
    before = 0
    for line, blank in lines:
        if group and not (wrapped and not blank and _goes_on(text, group[-1], line)):
            units.append(_unit(text, group, before))
            group = []
        if not group:
            before = blank
        group.append(line)
    if group:
        units.append(_unit(text, group, before))
    return units


def is_wrapped(text: str, lines: Sequence[tuple[Span, int]]) -> bool:
    """True where the text was broken into lines at a fixed width, as mail and text browsers do.

    Then many lines of nearly full width are followed at once by one that goes on in lower case.
    """
    full = [line for line, _ in lines if WRAP_SHORTEST <= line.length <= WRAP_LONGEST]
    longer = sum(line.length > WRAP_LONGEST for line, _ in lines)
    if len(full) < 4 or longer * 4 > len(full):
        return False
    going_on = sum(
        not blank and WRAP_SHORTEST <= previous.length <= WRAP_LONGEST and text[line.start].islower()
        for (previous, _), (line, blank) in zip(lines, lines[1:], strict=False)
    )
    return going_on >= 3 and going_on * 4 >= len(full)


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """True where the following line of a wrapped text belongs to the same paragraph."""
    if _BULLET.match(text, following.start):
        return False
    return line.length >= WRAP_SHORTEST or text[following.start].islower()


def _trimmed(text: str, line: Span) -> Span:
    """The line without the blanks around it."""
    words = line.of(text)
    left = len(words) - len(words.lstrip())
    return Span(line.start + left, max(line.start + left, line.start + len(words.rstrip())))


def _unit(text: str, lines: Sequence[Span], gap: int) -> Unit:
    """The unit of some lines, tags and a bullet at its head taken out of its text."""
    parts: list[Span | str] = []
    bullet = _BULLET.match(text, lines[0].start, lines[0].end)
    for number, line in enumerate(lines):
        at = line.start
        if number:
            parts.append(" ")
        elif bullet and bullet.end() < line.end and not text[bullet.start() : bullet.end()].strip()[:-1].isdigit():
            at = bullet.end()
        if "<" in text[line.start : line.end]:
            for tag in _TAG.finditer(text, at, line.end):
                parts.append(Span(at, tag.start()))
                at = tag.end()
        parts.append(Span(at, line.end))
    kept = tuple(p for p in parts if p == " " or len(p if isinstance(p, str) else p.of(text)))
    words = "".join(p if isinstance(p, str) else p.of(text) for p in kept)
    return Unit(tuple(lines), kept, words.strip(), gap, bool(bullet))
