"""A paragraph as a row of items: words, signs, marked stretches and mentions. What attribution looks at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from sys import intern

from msgspec.structs import replace

from reader.languages.known import basics
from reader.model.articles import SPOKEN, Article
from reader.model.mentions import Mention
from reader.model.spans import Span
from reader.quoting.cues import Lexicon
from reader.quoting.once import once
from reader.quoting.sources import missing_sources, named_after_source
from reader.text.quotationmarks import Marked, marked_spans, opening_guillemet
from reader.text.sentences import SentenceWords, sentence_spans
from reader.text.tokens import token_spans

QUOTE = "<q>"
"""Stands for a marked stretch among the words of a passage."""
MENTION = "<m>"
"""Stands for a mention."""


@dataclass
class Passage:
    """One block's items in parallel lists; built once and not changed after.

    No Struct: Python reads what a Struct keeps in its `__dict__` the long way, and `sentences` is asked for in loops.
    """

    text: str
    """The article's."""
    stops: SentenceWords
    block: int
    """Index into the article's blocks."""
    span: Span
    heading: bool
    words: list[str] = field(default_factory=list)
    """In lower case; QUOTE and MENTION for those."""
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    refs: Sequence[int] = ()
    """Of a quote its index in `marked`, of a mention its index in the article's mentions, else -1."""
    marked: list[Marked] = field(default_factory=list)
    """The outermost marked stretches, in order."""
    nested: list[Marked] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    """Item indices of `marked`."""
    mentions: list[int] = field(default_factory=list)
    """Item indices of the mentions."""

    @once
    def sentences(self) -> list[int]:
        """Number of the sentence each item stands in; a stop inside a marked stretch ends one only where a new one can
        begin."""
        ends = [s.end for s in sentence_spans(self.text, self.span, self.stops)]
        cuts = _cuts_outside(ends, [m.marks for m in self.marked]) if self.marked else ends
        numbers: list[int] = []
        for number, cut in enumerate(cuts):
            numbers += [number] * (bisect_left(self.starts, cut, len(numbers)) - len(numbers))
        return numbers + [len(cuts)] * (len(self.starts) - len(numbers))

    def cut(self, text: str, first: int, last: int) -> str:
        """The words of the article from item `first` to item `last`, both included."""
        return text[self.starts[first] : self.ends[last]]


def passages(article: Article, mentions: Sequence[Mention], words: Lexicon) -> tuple[list[Passage], list[Mention]]:
    """The passages of all blocks that can hold quotes, in order; and the mentions with those that were missing."""
    text = article.text
    guillemet = opening_guillemet(text)
    data = basics(article.language)
    stops = SentenceWords(data.ABBREVIATIONS, data.CLOSING_ABBREVIATIONS, data.STARTERS)
    blocks = [(n, b) for n, b in enumerate(article.blocks) if b.kind in SPOKEN]
    marks = [marked_spans(text, block.span, guillemet) for _, block in blocks]
    every = _completed(text, [b.span for _, b in blocks], marks, mentions, words)
    outer = _outermost(every)
    starts = [every[i].span.start for i in outer]
    found = []
    for (index, block), marked in zip(blocks, marks, strict=True):
        here = outer[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        passage = Passage(text, stops, index, block.span, block.kind in ("title", "heading"))
        for one in marked:
            (passage.nested if one.depth else passage.marked).append(one)
        _fill(passage, text, every, here, words.tail)
        found.append(passage)
    return found, every


def _completed(
    text: str, spans: Sequence[Span], marks: Sequence[list[Marked]], mentions: Sequence[Mention], words: Lexicon
) -> list[Mention]:
    """The mentions and, after them, the sources beside quotes that they lack."""
    if words.code != "en":
        mentions = [_trimmed(text, m, words) for m in mentions if m.span.of(text).lower() not in words.nouns]
    taken = sorted(m.span for m in mentions)
    added: list[Mention] = []
    for span, marked in zip(spans, marks, strict=True):
        if marked:
            near = taken[bisect_left(taken, (span.start, 0)) : bisect_left(taken, (span.end, 0))]
            added += missing_sources(text, span, marked, near, words)
            if words.code != "en":
                added += named_after_source(text, span, near, words)
    return [*mentions, *added]


def _trimmed(text: str, mention: Mention, words: Lexicon) -> Mention:
    """The mention without a first word that cannot belong to a name: "Selon Julien Moreau"."""
    first, gap, rest = mention.span.of(text).partition(" ")
    lower = first.lower()
    if not rest or mention.form != "name" or not (lower in words.prepositions or (lower,) in words.sources):
        return mention
    start = mention.span.start + len(first) + len(gap)
    head = Span(max(start, mention.head.start), mention.head.end)
    return replace(mention, span=Span(start, mention.span.end), head=head)


def _outermost(mentions: Sequence[Mention]) -> list[int]:
    """Indices of the mentions that lie in no other one."""
    kept: list[int] = []
    end = -1
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].span.start, -mentions[i].span.end))
    for i in order:
        if mentions[i].span.start >= end:
            kept.append(i)
            end = mentions[i].span.end
    return kept


def _fill(passage: Passage, text: str, mentions: Sequence[Mention], here: Sequence[int], tail: str) -> None:
    """Put the items in: the stretches of plain words between quotes and mentions, and those themselves."""
    things = [(m.marks.start, 0, m.marks.end, n) for n, m in enumerate(passage.marked)]
    things += [(mentions[i].span.start, 1, mentions[i].span.end, i) for i in here]
    things.sort()
    at, end = passage.span
    items: list[tuple[int, int]] = []
    refs = []
    for start, is_mention, stop, ref in things:
        if start < at:
            continue
        if start - at > 1 or (start > at and not text[at].isspace()):
            items += token_spans(text, at, start)
        if is_mention:
            stop = at = _before_quote(passage.marked, start, stop) if passage.marked else stop  # noqa: PLW2901
            passage.mentions.append(len(items))
        else:
            at = _past(text, stop, end, tail)
            passage.quotes.append(len(items))
        refs.append(ref)
        items.append((start, stop))
    if at < end:
        items += token_spans(text, at, end)
    _take(passage, text, items, refs)


def _take(passage: Passage, text: str, items: list[tuple[int, int]], refs: Sequence[int]) -> None:
    """Fills the parallel lists of a passage whose quotes and mentions, in order, have these `refs`."""
    passage.starts, passage.ends = array("i", [a for a, _ in items]), array("i", [b for _, b in items])
    for at in passage.quotes:
        items[at] = (0, 0)
    words = passage.words = [intern(text[a:b].lower()) for a, b in items]  # one string a word of the language
    found = array("i", [-1]) * len(items)
    for at in passage.quotes:
        words[at] = QUOTE
    for at in passage.mentions:
        words[at] = MENTION
    for at, ref in zip(sorted([*passage.quotes, *passage.mentions]), refs, strict=True):
        found[at] = ref
    passage.refs = found


def _past(text: str, at: int, end: int, tail: str) -> int:
    """Past the comma, and in some languages the dash, that stands between a quote and what reports it."""
    comma = at < end and text[at] == ","
    at += comma
    if tail and (comma or text[at - 2 : at - 1] in "?!…"):
        dash = at + (text[at : at + 1] == " ")
        return dash + 1 if text[dash : dash + 1] in tail and dash < end else at
    return at


def _before_quote(marked: Sequence[Marked], start: int, stop: int) -> int:
    """The end of a mention, cut where a marked stretch begins in it (a nickname within a name)."""
    at = bisect_left(marked, start, key=lambda m: m.marks.start)
    return min(stop, marked[at].marks.start) if at < len(marked) else stop


def _cuts_outside(ends: Sequence[int], inside: Sequence[Span]) -> list[int]:
    """The sentence ends that lie outside the marked stretches or at the end of one."""
    cuts, n = [], 0
    for end in ends:
        while n < len(inside) and inside[n].end < end:
            n += 1
        if n < len(inside) and inside[n].start < end < inside[n].end:
            continue
        cuts.append(end)
    return cuts
