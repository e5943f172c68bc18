"""The lines of a raw text that are not blank, as one sees them."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

_ENDS = re.compile(r"(\r\n|\n|\r)")
_QUOTED = re.compile(r"(?:>[ \t]?){1,9}")
_TAB = 8


class Line(Struct, frozen=True, gc=False):
    """One line of a raw text without the blanks and marks of quoting around it."""

    raw: int
    """Where its first character that is not white space stands, marks of quoting (`> `) included."""
    start: int
    """Where its own words begin."""
    text: str
    """Its words."""
    indent: int
    """Blanks before them, a tab counting to the next multiple of eight."""
    gap: int
    """Blank lines before it."""

    @property
    def end(self) -> int:
        """After its last word."""
        return self.start + len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in order. Where most lines are quoted as in mail, the `>` marks are set apart."""
    pieces = _ENDS.split(text) if "\r" in text else None
    cut = pieces[::2] if pieces else text.split("\n")
    ends = [len(e) for e in pieces[1::2]] if pieces else None
    found: list[Line] = []
    at = gap = 0
    for number, line in enumerate(cut):
        kept = line.strip()
        if kept:
            indent = 0
            if line[0].isspace():
                indent = len(line) - len(line.lstrip())
            start = at + indent
            if indent and "\t" in line:
                head = line[:indent].expandtabs(_TAB)
                found.append(Line(start, start, kept, len(head), gap))
            else:
                found.append(Line(start, start, kept, indent, gap))
            gap = 0
        else:
            gap += 1
        at += len(line) + (1 if ends is None else ends[number] if number < len(ends) else 0)
    return _unquoted(found)


def _unquoted(lines: list[Line]) -> list[Line]:
    """The lines without marks of mail quoting, where a run of three or more carries them.

    A bare mark is a blank line of the mail: its place goes to the line that follows it.
    """
    if not any(line.text[0] == ">" for line in lines):
        return lines
    kept: list[Line] = []
    bare: list[Line] = []
    for place, line in enumerate(lines):
        inner = _inner(line) if _is_quoted(lines, place) else line
        if inner is None:
            bare.append(line)
            continue
        if bare:
            inner = replace(inner, raw=bare[0].raw, gap=inner.gap + len(bare))
            bare = []
        kept.append(inner)
    return kept + bare


def _is_quoted(lines: list[Line], place: int) -> bool:
    """True where the line begins with a mark, as at least two of the four around it do."""
    if lines[place].text[0] != ">":
        return False
    return sum(other.text[0] == ">" for other in lines[max(0, place - 2) : place + 3]) >= 3


def _inner(line: Line) -> Line | None:
    """The line without its marks, or None where it is nothing but marks."""
    mark = _QUOTED.match(line.text)
    words = line.text[mark.end() :] if mark else line.text
    rest = words.lstrip()
    if not rest:
        return None
    return Line(line.raw, line.start + len(line.text) - len(rest), rest, len(words) - len(rest), line.gap)
