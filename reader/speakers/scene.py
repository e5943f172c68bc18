"""Who is on the reader's mind at a point of an article: the people met so far and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence

from msgspec import Struct, field

from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.speakers.draft import Draft

_STOP = re.compile(r"[.!?][\"”’'»)\]]*\s+(?=[^a-z\s])")
_ABBREVIATED = frozenset(["Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Lt", "Prof", "St"])
_REMEMBERED = 12  # candidates looked at for one pronoun


class Seen(Struct):
    """The last sight of one person or body."""

    position: int
    sentence: int
    block: int
    mention: Mention
    quoted: bool
    """Named inside a quote."""
    owner: bool
    """Named as a possessor."""
    count: int = 1
    opened: int = -1
    """The block at whose beginning it stood."""
    spoke: int = -1
    """Number of the sentence in which it was last a source."""
    opens_sentence: bool = False
    last_quoted: int = -1
    """Offset of its latest mention inside a quote."""
    subject: bool | None = None
    """Whether it looked like the subject of a verb; None as long as nobody has asked `Scene.is_subject`."""


class Scene(Struct):
    """A walk through an article in reading order."""

    article: Article
    drafts: list[Draft]
    quotes: Sequence[Quote]
    sentence_ends: list[int] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)
    inside: list[tuple[int, int]] = field(default_factory=list)
    """Marked quotes, outer ones only, in order."""
    seen: OrderedDict[int, Seen] = field(default_factory=OrderedDict)
    """Draft number -> its last sight, the latest last."""
    speaker: int | None = None
    """The draft that was the source of the latest quote."""

    def __post_init__(self) -> None:
        text = self.article.text
        self.block_starts = [b.span.start for b in self.article.blocks]
        ends = {m.end() for m in _STOP.finditer(text) if _stops(text, m.start())}
        ends.update(self.block_starts)
        self.sentence_ends = sorted(ends)
        for quote in self.quotes:
            if quote.kind not in ("direct", "mixed", "unspoken"):
                continue
            span = quote.marks or quote.span
            if self.inside and span.start < self.inside[-1][1]:
                if span.end > self.inside[-1][1]:
                    self.inside[-1] = (self.inside[-1][0], span.end)
            else:
                self.inside.append((span.start, span.end))

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return bisect_right(self.sentence_ends, offset)

    def _sentence_start(self, sentence: int) -> int:
        return self.sentence_ends[sentence - 1] if sentence else 0

    def block(self, offset: int) -> int:
        """Number of the block that holds an offset."""
        return bisect_right(self.block_starts, offset) - 1

    def in_quote(self, offset: int) -> bool:
        """True where an offset lies inside quotation marks."""
        at = bisect_right(self.inside, (offset, 1 << 60)) - 1
        return at >= 0 and offset < self.inside[at][1]

    def see(self, number: int, mention: Mention, source: bool) -> None:
        """Remembers that a mention of a draft has been passed."""
        start, end = mention.head.start, mention.head.end
        text = self.article.text
        sentence, block = self.sentence(start), self.block(start)
        before = self.seen.get(number)
        quoted = self.in_quote(start)
        if quoted and before is not None and not before.quoted:
            before.count += 1  # what the reporter says of somebody weighs more than what is said in a quote
            before.last_quoted = start
            return
        opens = mention.span.start - self.block_starts[block] < 3
        sight = Seen(
            start, sentence, block, mention, quoted, text[end : end + 2] in ("'s", "’s"),
            (before.count if before else 0) + 1, block if opens else before.opened if before else -1,
            sentence if source else before.spoke if before else -1,
            mention.span.start - self._sentence_start(sentence) < 3,
        )  # fmt: skip
        self.seen[number] = sight
        self.seen.move_to_end(number)
        if source:
            self.speaker = number

    def is_subject(self, seen: Seen) -> bool:
        """True where somebody looked like the subject of a verb when last seen."""
        if seen.subject is None:
            seen.subject = subject(self.article.text, seen.mention)
        return seen.subject

    def recent(self) -> list[int]:
        """The drafts last seen, the latest first; a bounded number of them."""
        found = []
        for number in reversed(self.seen):
            found.append(number)
            if len(found) == _REMEMBERED:
                break
        return found


def _stops(text: str, at: int) -> bool:
    """False for the full stop of an initial or of a title before a name."""
    word = text[max(0, at - 5) : at].rpartition(" ")[2]
    return not word[-1:].isupper() and word not in _ABBREVIATED


_NO_VERB = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "and",
        "or",
        "the",
        "a",
        "an",
        "as",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "than",
        "about",
        "against",
        "into",
        "over",
    ]
)
_NEXT = re.compile(r"(?:, [^,.;\n]{1,120},|,)? (\w+(?:['’]\w+)?)")
_OBJECT = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "about",
        "against",
        "into",
        "over",
        "between",
        "under",
        "after",
        "before",
        "like",
        "told",
        "urged",
        "asked",
        "calling",
        "called",
        "mr",
        "mrs",
        "ms",
        "than",
        "via",
        "toward",
        "towards",
        "behind",
    ]
)


def subject(text: str, mention: Mention) -> bool:
    """True where a mention looks like the subject of a verb: a lower-case word follows, no preposition goes before."""
    follows = _NEXT.match(text, mention.span.end)
    if not follows or not follows[1][:1].islower() or follows[1] in _NO_VERB:
        return False
    before = text[max(0, mention.span.start - 20) : mention.span.start].rstrip(' "“')
    at = len(before)
    while at and (before[at - 1].isalnum() or before[at - 1] == "_"):
        at -= 1
    return before[at:].lower() not in _OBJECT
