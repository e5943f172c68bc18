"""What can be counted on one line of a page: its length, its ends, its cases, its cue words."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from reader.cleaning.cues import BIT, cue_bits

_CLOSING = "\"'”’»›)]*_ 」』）"
_STOPS = frozenset(".!?…。！？؟।")
_INNER_STOP = re.compile(r"[.!?][\"'”’)\]]{0,2} +[\"'“‘(\[]?[^\W\d_a-z]|[。！？؟।]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w", re.IGNORECASE)
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
CUE_WORDS = 14
"""So many words at a line's head and at its end are looked up; furniture is short, or says so at an end."""
LONG = 80
"""Characters of a line that is prose whatever its end."""
WIDE = 2.5
"""Latin letters that one sign of a script without blanks stands for."""

END_STOP, END_QUESTION, END_COLON, END_COMMA, END_WORD, END_DIGIT, END_ELLIPSIS, END_OTHER = range(8)
HEAD_UPPER, HEAD_LOWER, HEAD_DIGIT, HEAD_QUOTE, HEAD_BRACKET, HEAD_OTHER = range(6)


class Measures(Struct, frozen=True, gc=False):
    """Counts on the text of one line."""

    length: int
    """Characters, those of scripts without blanks counted for several."""
    words: int
    lower: int
    """Words that begin in lower case."""
    upper: int
    digits: int
    """Words that begin with a digit."""
    end: int
    """END_..."""
    head: int
    """HEAD_..."""
    ends_sentence: bool
    quotes: int
    commas: int
    separators: int
    """Bars, guillemets and dots as they stand between links."""
    stops: int
    """Sentence ends inside."""
    capitals: bool
    """All in capitals."""
    cues: int
    """Bits of reader.cleaning.cues."""
    first_cue: int
    """The bits of the first word."""

    @property
    def prose(self) -> bool:
        """True where it looks like running text: long, or a short whole sentence."""
        return self.length >= LONG or (self.words >= 4 and self.ends_sentence)


@lru_cache(maxsize=8192)
def _short(text: str) -> Measures:
    return _measured(text)


def measures(text: str) -> Measures:
    """The counts on a line; those of short lines are remembered, since pages repeat them."""
    return _short(text) if len(text) < 60 else _measured(text)


def _measured(text: str) -> Measures:
    words = text.split()
    if not words:
        return Measures(0, 0, 0, 0, 0, END_OTHER, HEAD_OTHER, False, 0, 0, 0, 0, False, 0, 0)
    length, count = len(text), len(words)
    initials = [w[0] for w in words]
    lower = sum(map(str.islower, initials))
    upper = sum(map(str.isupper, initials))
    digits = sum(map(str.isdigit, initials))
    if not text.isascii():
        wide = len(_WIDE.findall(text))
        length += int(wide * (WIDE - 1))
        count += wide // 2
    small = text.lower()
    cut = small.split()
    looked = cut if len(cut) <= 2 * CUE_WORDS else cut[:CUE_WORDS] + cut[-CUE_WORDS:]
    cues = cue_bits(looked)
    if digits and _CLOCK.search(text):
        cues |= BIT["clock"]
    if ("@" in text or "www." in small or "http" in small) and _ADDRESS.search(text):
        cues |= BIT["address"]
    end, ends = _end(text)
    return Measures(
        length, count, lower, upper, digits, end, _head(text[0]), ends,
        text.count('"') + text.count("“") + text.count("”") + text.count("«") + text.count("„"),
        text.count(","),
        text.count("|") + text.count("»") + text.count("·") + text.count("•") + text.count(" / ") + text.count(">"),
        len(_INNER_STOP.findall(text)) if length > 40 else 0,
        upper > 0 and text.isupper(), cues, cue_bits(cut[:1]) if cues else 0,
    )  # fmt: skip


def _end(text: str) -> tuple[int, bool]:
    """The kind of its end, and whether a sentence ends there, closing marks aside."""
    core = text.rstrip(_CLOSING)
    last = core[-1:]
    if last == "…" or core.endswith(("...", ". .")):
        return END_ELLIPSIS, True
    if last in ("?", "!", "？", "！", "؟"):
        return END_QUESTION, True
    if last in _STOPS and last:
        return END_STOP, True
    if last == ":":
        return END_COLON, True
    if last in (",", ";", "-", "–", "—"):
        return END_COMMA, False
    if last.isdigit():
        return END_DIGIT, False
    return (END_WORD if last.isalpha() else END_OTHER), False


def _head(first: str) -> int:
    """The kind of its first sign."""
    if first.isupper():
        return HEAD_UPPER
    if first.islower():
        return HEAD_LOWER
    if first.isdigit():
        return HEAD_DIGIT
    if first in "\"'“‘«„":
        return HEAD_QUOTE
    return HEAD_BRACKET if first in "([{" else HEAD_OTHER
