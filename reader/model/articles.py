"""A cleaned article: one fixed text, cut into blocks, with its metadata."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct, field

from reader.model.problems import Problem
from reader.model.spans import Span

BlockKind = Literal["title", "meta", "heading", "paragraph", "summary", "caption", "related", "note", "dropped"]
KINDS: tuple[BlockKind, ...] = (
    "title", "meta", "heading", "paragraph", "summary", "caption", "related", "note", "dropped",
)  # fmt: skip
SPOKEN: frozenset[str] = frozenset({"title", "heading", "paragraph", "summary", "caption"})
"""Kinds of block in which quotes and mentions are looked for."""


class Block(Struct, frozen=True):
    """A paragraph, heading, caption ... of an article, or a piece that cleaning dropped."""

    kind: BlockKind
    span: Span
    """Over the article's text."""
    raw: Span | None = None
    """Over the file's decoded text; covers markup that was taken out. None where the format has no offsets."""
    lines: tuple[int, int] | None = None
    """First and last line of the raw file, 1-based."""
    rule: str = ""
    """The cleaning rule that gave it its kind."""
    level: int = 0
    """Of a heading: 1 to 6."""
    rebuilt: bool = False
    """True where the paragraph's edges are ours, not the file's (an article on one line)."""


class RawMap(Struct, frozen=True):
    """Leads from offsets in an article's text to offsets in the file's decoded text."""

    starts: tuple[int, ...] = ()
    """Ascending offsets in the article's text at which a run taken over letter for letter begins."""
    raws: tuple[int, ...] = ()
    """Where each run begins in the decoded text."""
    lengths: tuple[int, ...] = ()

    def raw(self, span: Span) -> Span | None:
        """The smallest stretch of the decoded text that holds the words of `span`; None where there is none.

        An end that lies between two runs is moved inward to the nearest one.
        """
        starts, (begin, end) = self.starts, span
        if not starts or end <= begin:
            return None
        at = bisect_right(starts, begin) - 1
        last = at if at + 1 == len(starts) or end <= starts[at + 1] else bisect_right(starts, end - 1) - 1
        if last < 0:
            return None
        if at < 0 or begin >= starts[at] + self.lengths[at]:
            at += 1
            if at == len(starts):
                return None
            begin = starts[at]
        first = self.raws[at] + begin - starts[at]
        after = self.raws[last] + min(end - starts[last], self.lengths[last])
        return Span(first, after) if first < after else None


class Fact(Struct, frozen=True):
    """One piece of metadata and how it is known."""

    value: str
    rule: str
    """The rule that found it, so that the app can answer "why?"."""
    guessed: bool = False
    """True where the text does not state it outright."""


class Metadata(Struct, frozen=True):
    """What the article says about itself; None where it says nothing."""

    title: Fact | None = None
    outlet: Fact | None = None
    published: Fact | None = None
    """YYYY-MM-DD."""
    updated: Fact | None = None
    """YYYY-MM-DD."""
    agency: Fact | None = None
    """The wire service credited."""
    place: Fact | None = None
    """Of the dateline."""
    section: Fact | None = None
    url: Fact | None = None
    authors: tuple[Fact, ...] = ()

    @property
    def date(self) -> Fact | None:
        """When it was published, else updated."""
        return self.published or self.updated


class Article(Struct, frozen=True):
    """An article whose text is fixed from here on: all offsets of quotes and mentions count in `text`.

    `text` holds every block in file order, dropped ones included, with a blank line between, so that
    a person who says "this belongs" changes a block's kind and no offset.
    """

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    part: int = 1
    language: str | None = None
    """ISO 639-1."""
    raw_map: RawMap = field(default_factory=RawMap)
    problems: tuple[Problem, ...] = ()

    def raw(self, span: Span) -> Span | None:
        """Where the words of `span` stand in the file's decoded text, or None."""
        return self.raw_map.raw(span)

    def block_at(self, offset: int) -> int:
        """Index of the block that holds the character at `offset` (or that ends last before it)."""
        return max(0, bisect_right(self.blocks, offset, key=lambda b: b.span.start) - 1)

    @property
    def title(self) -> str:
        """The headline, or the file's name where none was found."""
        fact = self.metadata.title
        return fact.value if fact else self.path.rsplit("/", 1)[-1]
