"""Quotation marks of all styles, paired within one paragraph so that an odd mark cannot swallow the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from reader.model.spans import Span

Family = Literal["double", "guillemet", "corner", "single"]
Role = Literal["open", "close", "either", "stray"]


class Marked(Struct, frozen=True):
    """A stretch of text between quotation marks."""

    span: Span
    """The words between the marks, without blanks at either edge."""
    marks: Span
    """The same with the marks; ends with the words where no mark closes them."""
    family: Family
    closed: bool = True
    """False where the paragraph, or the next opening mark, ends it."""
    depth: int = 0
    """0: not inside another."""


class Mark(Struct, frozen=True, gc=False):
    """One quotation mark of a paragraph, as its place and its neighbours show it."""

    start: int
    end: int
    family: Family
    role: Role


_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "''", "``", "‘‘", "’’", ",,", "〝", "〞", "〟"], "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("「」『』﹁﹂", "corner"),
    **dict.fromkeys("'‘’‚‹›`", "single"),
}  # fmt: skip
_OPENERS = frozenset(["“", "„", "‟", "``", "‘‘", ",,", "〝", "「", "『", "﹁", "‘", "‚"])
_CLOSERS = frozenset(["”", "’’", "〞", "〟", "」", "』", "﹂", "’"])
_SURE = frozenset(["„", "〝", "「", "『", "﹁", "‚", "」", "』", "﹂", "〞", "〟"])
"""Marks whose glyph alone tells what they do."""
_MARK = re.compile(
    r"""[“”„‟"＂〝〞〟«»「」『』﹁﹂‹›‚'‘’`,]"""  # one set first: a search leaps from one of these to the next
    r"""(?:(?<=[“”„‟"＂〝〞〟«»「」『』﹁﹂‹›‚])|(?<=`)`|(?<=')'+|(?<=‘)‘|(?<=’)’"""
    r"""|(?<=['‘’`])(?:(?<!\w.)|(?!\w))|(?<=,)(?<!\w,),(?=\w))"""
)
_BEFORE = frozenset("([{<—–-/…:¿¡*_.,;|")
"""Besides blanks and other marks, what may stand before an opening mark."""
_AFTER = frozenset(")]}>.,;:!?—–…*_|")
"""Besides blanks and other marks, what may stand after a closing mark."""
_NEVER_FIRST = frozenset(",;:!?)]}")
"""What no quoted words begin with."""
_CJK = "\u2e80"
"""From here on characters stand without blanks between words."""
_ANY = frozenset("“”„‟\"＂«»「」『』‘’'‚‹›`")
_LETTER = re.compile(r"[^\W_]")
_ELISION = re.compile(
    r"(?:em|til|till|tis|twas|cause|n|bout|round|cuz|neath|gainst|s|d|ll|re|ve|t|m|\d\ds?)(?!\w)", re.I
)
_FEET = re.compile(r"\d\s?['’]\s?\d*$")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}


def marked_spans(text: str, within: Span, guillemets: str = "«") -> list[Marked]:
    """Every marked stretch of the paragraph `within`, in order of its first mark, those inside others included.

    `guillemets` is the one that opens in this article (`opening_guillemet`). Linear in the paragraph's length.
    """
    marks = list(_marks(text, within, guillemets))
    if not marks:
        return []
    found = [*_pair(text, within, [m for m in marks if m.family != "single"])]
    found += _pair_singles(text, within, [m for m in marks if m.family == "single"])
    return _nested(found)


def opening_guillemet(text: str) -> str:
    """The guillemet that opens quotes in this text: the one that more often comes first in its line."""
    first = re.findall(r"(?m)^[^«»\n]*([«»])", text) if "«" in text or "»" in text else []
    return "»" if first.count("»") > first.count("«") else "«"


def _marks(text: str, within: Span, guillemets: str) -> Iterator[Mark]:
    """The marks of a paragraph with what each may do."""
    for match in _MARK.finditer(text, within.start, within.end):
        glyph = match.group()
        if len(glyph) > 2:
            yield from _run(text, within, match.start(), match.end())
            continue
        yield _mark(text, within, match.start(), match.end(), glyph, guillemets)


def _run(text: str, within: Span, start: int, end: int) -> Iterator[Mark]:
    """Three or more apostrophes: a single mark inside a doubled one, in the order that the place asks for."""
    opening = start == within.start or text[start - 1].isspace()
    cut = start + 2 if opening else end - 2
    for a, b in ((start, cut), (cut, end)):
        glyph = text[a:b] if b - a == 2 else "'"
        yield Mark(a, b, _FAMILIES[glyph], "open" if opening else "close")


def _mark(text: str, within: Span, start: int, end: int, glyph: str, guillemets: str) -> Mark:
    """One mark, judged by its glyph and its neighbours."""
    family = _FAMILIES[glyph]
    if family == "guillemet":
        return Mark(start, end, family, "open" if glyph == guillemets else "close")
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    may_open = (
        not after.isspace()
        and after not in _NEVER_FIRST
        and (before.isspace() or before in _BEFORE or before in _ANY or before >= _CJK)
    )
    may_close = not before.isspace() and (after.isspace() or after in _AFTER or after in _ANY or after >= _CJK)
    if family == "single":
        return Mark(start, end, family, _single_role(text, start, end, glyph, may_open, may_close))
    if glyph in _SURE:
        return Mark(start, end, family, "open" if glyph in _OPENERS else "close")
    if glyph == '"' and may_close and _FEET.search(text, max(within.start, start - 5), start):
        return Mark(start, end, family, "stray")
    if glyph in _OPENERS:
        return Mark(start, end, family, "close" if may_close and not may_open else "open")
    if glyph in _CLOSERS:
        return Mark(start, end, family, "open" if before.isspace() and may_open else "close")
    if may_open == may_close:
        return Mark(start, end, family, "either")
    return Mark(start, end, family, "open" if may_open else "close")


def _single_role(text: str, start: int, end: int, glyph: str, may_open: bool, may_close: bool) -> Role:
    """What a single mark may do; an apostrophe of elision or possession does nothing for sure."""
    if glyph == "‚" or (may_open and not may_close):
        return "stray" if glyph != "‚" and _ELISION.match(text, end) else "open"
    if not may_close:
        return "stray"
    before, after = text[start - 1 : start], text[end : end + 2]
    weak = before in "sSnz" and after[:1] == " " and after[1:2].islower()
    return "either" if weak else "close"


def _pair(text: str, within: Span, marks: list[Mark]) -> Iterator[Marked]:
    """Pairs of marks that are not single; what stays open ends at the next opening mark or the paragraph's end."""
    stack: list[Mark] = []
    words = _words_after(text, within, marks)
    for mark in marks:
        top = stack[-1] if stack else None
        if mark.role == "stray":
            continue
        opens = mark.role == "open" or (mark.role == "either" and not (top and top.family == mark.family))
        if not opens:
            if top and top.family == mark.family:
                yield from _made(text, stack.pop(), mark, words)
            elif any(m.family == mark.family for m in stack[-3:]):
                while stack[-1].family != mark.family:
                    stack.pop()
                yield from _made(text, stack.pop(), mark, words)
        elif top and top.family == mark.family == "double" and text[top.start] not in "„":
            yield from _unclosed(text, stack.pop(), mark.start)
            stack.append(mark)
        else:
            stack.append(mark)
    if stack:
        yield from _unclosed(text, stack[0], within.end)


def _pair_singles(text: str, within: Span, marks: list[Mark]) -> Iterator[Marked]:
    """Pairs of single marks; a plural's apostrophe closes only where nothing better does."""
    opened: Mark | None = None
    weak: Mark | None = None
    words = _words_after(text, within, marks)
    for mark in marks:
        if mark.role == "open":
            if opened and weak:
                yield from _made(text, opened, weak, words)
            opened, weak = mark, None
        elif opened and mark.role == "close":
            yield from _made(text, opened, mark, words)
            opened, weak = None, None
        elif opened and mark.role == "either":
            weak = mark
    if opened and weak:
        yield from _made(text, opened, weak, words)
    elif opened and opened.start == within.start and text[opened.start] == "‘":
        yield from _unclosed(text, opened, within.end)


def _words_after(text: str, within: Span, marks: list[Mark]) -> dict[int, int]:
    """Where the first letter or digit after each mark stands, by the mark's start: stretches lie in one another, and
    nobody looks through one twice."""
    found, place, end = {}, within.end, within.end
    for mark in reversed(marks):
        letter = _LETTER.search(text, mark.end, end)
        place = letter.start() if letter else place
        found[mark.start] = place
        end = mark.start
    return found


def _made(text: str, opener: Mark, closer: Mark, words: Mapping[int, int]) -> Iterator[Marked]:
    """The stretch between two marks, unless nothing stands in it."""
    if words[opener.start] < closer.start:
        yield Marked(_trimmed(text, opener.end, closer.start), Span(opener.start, closer.end), opener.family)


def _unclosed(text: str, opener: Mark, end: int) -> Iterator[Marked]:
    """The stretch from a mark that nothing closes, unless too little stands in it."""
    span = _trimmed(text, opener.end, end)
    if any(c.isalpha() for c in span.of(text)):
        yield Marked(span, Span(opener.start, span.end), opener.family, closed=False)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _nested(found: list[Marked]) -> list[Marked]:
    """All stretches in order, with their depth; one that crosses another is left out, the longer-lived kept."""
    kept: list[Marked | None] = []
    around: list[tuple[Marked, int]] = []
    for marked in sorted(found, key=lambda m: (m.marks.start, -m.marks.end)):
        while around and around[-1][0].marks.end <= marked.marks.start:
            around.pop()
        if around and marked.marks.end > around[-1][0].marks.end:
            if around[-1][0].family != "single":
                continue
            kept[around.pop()[1]] = None
        depth = len(around)
        item = Marked(marked.span, marked.marks, marked.family, marked.closed, depth) if depth else marked
        around.append((item, len(kept)))
        kept.append(item)
    return [one for one in kept if one]
