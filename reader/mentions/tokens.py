"""A block's words with what the language's data say of them and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.mentions.lexicon import ABBREVIATED, DETERMINER, FUNCTION, INSTITUTION, PEOPLE, PLACE, ROLE, TITLE, Lexicon
from reader.model.spans import Span

BLANK, COMMA, STOP, OWNER, OPEN, COLON, AMPERSAND, HYPHEN, BREAK, DASH = range(10)
"""What stands before a word: a blank; a comma; a full stop and a blank; 's or ' and a blank; a bracket opens;
a colon; " & "; a bare hyphen; anything else; a dash."""

_TOKEN = re.compile(r"((?:[^\W\d_]\.){2,}|\w+(?:['’\-‐‑](?!s\b)\w+)*)(?:['’]s\b)?")
_GAPS = {
    " ": BLANK, "  ": BLANK, "\xa0": BLANK, ", ": COMMA, ",": COMMA, ". ": STOP, ".  ": STOP, "'s ": OWNER,
    "’s ": OWNER, "' ": OWNER, "’ ": OWNER, " (": OPEN, " [": OPEN, " & ": AMPERSAND, "&": AMPERSAND, "-": HYPHEN,
    ": ": COLON, " - ": DASH, " — ": DASH, " – ": DASH, "—": DASH, "–": DASH, "'s, ": COMMA, "’s, ": COMMA,
    "., ": COMMA,
}  # fmt: skip
_ENDS = frozenset('.?!:;\n"“”„«»‘•|')


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one block; all tuples run in step."""

    text: str
    """The article's text, in which starts and ends count."""
    starts: list[int]
    ends: list[int]
    words: list[str]
    lowers: list[str]
    bits: list[int]
    gaps: list[int]
    """What stands before each word; BREAK for the first."""
    openers: list[bool]
    """True where a sentence (or a quote, or the block) begins with the word."""
    capitals: list[bool]
    """True where the word begins with a capital."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, after: int) -> Span:
        """From word `first` up to but not including word `after`."""
        return Span(self.starts[first], self.ends[after - 1])

    def owned(self, at: int) -> bool:
        """True where word `at` bears 's or an apostrophe and another word follows."""
        return at + 1 < len(self.words) and self.gaps[at + 1] == OWNER and self._owns(at)

    def _owns(self, at: int) -> bool:
        """An apostrophe alone marks a possessor only after s, else it closes a quote."""
        after = self.text[self.ends[at] + 1 : self.ends[at] + 2]
        return after == "s" or self.words[at][-1:] in "sxz"


def tokens(text: str, span: Span, lexicon: Lexicon) -> Tokens:
    """The words of `span` of `text`, in one pass."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    gaps: list[int] = []
    openers: list[bool] = []
    known = dict(_GAPS)
    opening: dict[str, bool] = {}
    last = span.start
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span(1)
        gap = text[last:start] if start - last < 16 else "\n"
        code = known.get(gap)
        if code is None:
            code = known[gap] = BREAK
        begins = opening.get(gap)
        if begins is None:
            begins = opening[gap] = not _ENDS.isdisjoint(gap)
        starts.append(start)
        ends.append(end)
        words.append(match.group(1))
        gaps.append(code)
        openers.append(begins)
        last = end
    if words:
        gaps[0], openers[0] = BREAK, True
    lowers = [w.lower().replace("’", "'") for w in words]
    look_up, ends_of_roles = lexicon.bits.get, lexicon.endings
    bits = [look_up(w) or (ROLE | TITLE if w.endswith(ends_of_roles) else 0) for w in lowers]
    _mend_stops(words, bits, gaps, openers)
    _mend_acronyms(words, bits)
    capitals = [w[0].isupper() for w in words]
    return Tokens(text, starts, ends, words, lowers, bits, gaps, openers, capitals)


def _mend_stops(words: list[str], bits: list[int], gaps: list[int], openers: list[bool]) -> None:
    """A full stop after an initial or an abbreviation before a name ends no sentence."""
    for at in range(1, len(words)):
        if gaps[at] != STOP:
            continue
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
