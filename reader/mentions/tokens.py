"""A block's words with what the language's data say of them and what stands between them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

from reader.mentions.lexicon import ABBREVIATED, DETERMINER, FUNCTION, INSTITUTION, PEOPLE, PLACE, Lexicon
from reader.mentions.lexicon import lexicon as lexicon_of
from reader.model.spans import Span

BLANK, COMMA, STOP, OWNER, OPEN, COLON, AMPERSAND, HYPHEN, BREAK, DASH = range(10)
"""What stands before a word: a blank; a comma; a full stop and a blank; 's or ' and a blank; a bracket opens;
a colon; " & "; a bare hyphen; anything else; a dash."""

_TOKEN = re.compile(
    r"(\w(?:\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+|\w*(?:['’\-‐‑](?!s\b)\w+)*)"  # one set first: searches leap to it
    r"(?:['’]s\b)?)"
)
"""A word, or "U.S.", with its 's."""
_OWNER = 2
"""Letters of 's."""
_GAPS = {
    " ": BLANK, "  ": BLANK, "\xa0": BLANK, ", ": COMMA, ",": COMMA, ". ": STOP, ".  ": STOP, "'s ": OWNER,
    "’s ": OWNER, "' ": OWNER, "’ ": OWNER, " (": OPEN, " [": OPEN, " & ": AMPERSAND, "&": AMPERSAND, "-": HYPHEN,
    ": ": COLON, " - ": DASH, " — ": DASH, " – ": DASH, "—": DASH, "–": DASH, "'s, ": COMMA, "’s, ": COMMA,
    "., ": COMMA,
}  # fmt: skip
_ENDS = frozenset('.?!:;\n"“”„«»‘•|')


class Tokens(Struct, frozen=True):
    """The words of one block; all rows run in step, and are as small as they can be: a text has millions of words."""

    text: str
    """The article's text, in which starts and ends count."""
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    lowers: list[str]
    bits: list[int]
    gaps: bytearray
    """What stands before each word; BREAK for the first."""
    openers: bytearray
    """True where a sentence (or a quote, or the block) begins with the word."""
    capitals: bytes
    """True where the word begins with a capital."""
    count: int
    """How many words there are."""

    def span(self, first: int, after: int) -> Span:
        """From word `first` up to but not including word `after`."""
        return Span(self.starts[first], self.ends[after - 1])

    def owned(self, at: int) -> bool:
        """True where word `at` bears 's or an apostrophe and another word follows."""
        return at + 1 < self.count and self.gaps[at + 1] == OWNER and self._owns(at)

    def _owns(self, at: int) -> bool:
        """An apostrophe alone marks a possessor only after s, else it closes a quote."""
        after = self.text[self.ends[at] + 1 : self.ends[at] + 2]
        return after == "s" or self.words[at][-1:] in "sxz"


class _Gaps(dict[str, tuple[int, bool]]):
    """Gap -> (what stands there, whether a sentence begins behind it); filled as texts ask, up to a bound."""

    def __missing__(self, gap: str) -> tuple[int, bool]:
        long = len(gap) >= _LONG_GAP
        found = (BREAK if long else _GAPS.get(gap, BREAK), long or not _ENDS.isdisjoint(gap))
        if not long and len(self) < _MOST_KEPT:
            self[gap] = found
        return found


class _Words(dict[str, tuple[str, str, int, bool, bool, bool]]):
    """Word with its 's -> (word, in lower case, its bits, whether it begins with a capital, whether the bits may be
    wrong here, whether it has an 's); filled as texts ask, up to a bound."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, written: str) -> tuple[str, str, int, bool, bool, bool]:
        owner = written.endswith(("'s", "’s"))
        word = written[:-_OWNER] if owner else written
        lower = word.lower().replace("’", "'")
        bits, shouted = self._lexicon.what(lower), word.isupper()
        doubtful = bits & FUNCTION and len(word) > 1 if shouted else bits & INSTITUTION and len(word) < 4
        found = (word, lower, bits, word[0].isupper(), bool(doubtful), owner)
        if len(self) < _MOST_KEPT:
            self[written] = found
        return found


_LONG_GAP = 16
_MOST_KEPT = 40_000
_gaps = _Gaps()


@cache
def _words_of(code: str) -> _Words:
    return _Words(lexicon_of(code))


def tokens(text: str, span: Span, lexicon: Lexicon) -> Tokens:
    """The words of `span` of `text`, in one pass."""
    parts = _TOKEN.split(text[span.start : span.end])  # gap, word with its 's, gap, word ... gap
    found = list(map(_words_of(lexicon.code).__getitem__, parts[1::2]))
    if not found:
        return Tokens(text, [], [], [], [], [], bytearray(), bytearray(), b"", 0)
    edges = list(accumulate(map(len, parts), initial=span.start))
    starts, ends = array("i", edges[1:-1:2]), array("i", edges[2::2])
    words, lowers, bits, *told = map(list, zip(*found))  # noqa: B905
    capitals, doubtful, owners = map(bytes, told)
    if any(owners):
        for at in [n for n, owner in enumerate(owners) if owner]:
            ends[at] -= _OWNER
            parts[2 * at + 2] = parts[2 * at + 1][-_OWNER:] + parts[2 * at + 2]
    gaps, openers = map(bytearray, zip(*map(_gaps.__getitem__, parts[0:-1:2])))  # noqa: B905
    gaps[0], openers[0] = BREAK, True
    _mend_stops(words, bits, gaps, openers)
    if any(doubtful):
        _mend_acronyms(words, bits)
    return Tokens(text, starts, ends, words, lowers, bits, gaps, openers, capitals, len(words))


def _mend_stops(words: list[str], bits: list[int], gaps: bytearray, openers: bytearray) -> None:
    """A full stop after an initial or an abbreviation before a name ends no sentence."""
    for at in [n for n, gap in enumerate(gaps) if gap == STOP and n]:
        before = words[at - 1]
        if len(before) == 1 and before.isupper():
            gaps[at], openers[at] = BLANK, False
            if words[at][0].isupper():
                bits[at - 1] &= ~(FUNCTION | DETERMINER)  # "A." of "Jill A. Martin" is no article
        elif bits[at - 1] & ABBREVIATED:
            gaps[at], openers[at] = BLANK, False


def _mend_acronyms(words: list[str], bits: list[int]) -> None:
    """ "US", "WHO" and "IT" among words in lower case are names, not function words."""
    for at, word in enumerate(words):
        if bits[at] & INSTITUTION and len(word) < 4 and not word.isupper():
            bits[at] &= ~INSTITUTION  # "Un" is not the UN
        if bits[at] & FUNCTION and len(word) > 1 and word.isupper():
            beside = words[at + 1] if at + 1 < len(words) else words[at - 1]
            if beside.islower() or (beside[:1].isupper() and not beside.isupper()):
                bits[at] = PLACE | PEOPLE if word in _NATION_ACRONYMS else INSTITUTION


_NATION_ACRONYMS = frozenset({"US", "UK"})
