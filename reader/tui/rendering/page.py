"""An article laid out at a width: which characters stand on which line."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reader.library.belonging import REMOVED
from reader.library.corrections import BY_HAND
from reader.model.articles import Article, Block
from reader.model.spans import Span
from reader.tui.rendering.wrap import wrap
from reader.tui.standing import kept
from reader.tui.taginks import short_tag

MEASURE = 76
"""Most cells of prose a line holds."""
HIDDEN = REMOVED
"""Kinds of block that are shown only when the person asks what cleaning took away."""
TAKEN = HIDDEN | {"note"}
"""Kinds whose rule is named then."""
PREFIXES = {"caption": "◦ ", "summary": "│ ", "note": "note  ", "dropped": "╌ ", "meta": "╌ ", "related": "╌ "}
"""What the lines of a kind of block begin with, so that colour is not the only sign."""
LABEL = -2
"""Of a line's block: the line is ours, its words are in `labels`."""
BLANK = -1


class Head(NamedTuple):
    """What the person said of an article or a quote, as it is shown with it."""

    star: bool = False
    tags: tuple[tuple[str, str], ...] = ()
    """(tag, theme colour)."""
    note: str = ""


NOTHING_SAID = Head()


class Page:
    """Lines of an article at one width."""

    __slots__ = (
        "article",
        "blocks",
        "body",
        "cleaned",
        "ends",
        "head",
        "head_lines",
        "inks",
        "labels",
        "starts",
        "width",
    )

    def __init__(self, lines: _Lines, head: int, head_lines: int, body: int) -> None:
        """Args: head: index of the block that is the headline and stands first wherever the file has it, -1 where
        there is none; head_lines: how many lines it takes; body: the first line after it and the metadata."""
        self.article, self.width = lines.article, lines.width
        self.cleaned = lines.cleaned
        """True where what cleaning took away is shown."""
        self.starts = lines.starts
        """Offset of each line's first character in the article's text; ascending from line `body` on."""
        self.ends = lines.ends
        self.blocks = lines.blocks
        """Of each line: an index into the article's blocks, BLANK or LABEL."""
        self.labels = lines.labels
        """Words of the lines that are ours."""
        self.inks = lines.inks
        """Theme colours of those of them that have one of their own."""
        self.head, self.head_lines, self.body = head, head_lines, body

    def __len__(self) -> int:
        return len(self.starts)

    def block(self, line: int) -> Block | None:
        """The block that a line belongs to, None for a blank or a label."""
        index = self.blocks[line]
        return self.article.blocks[index] if index >= 0 else None

    def line_of(self, offset: int) -> int:
        """The line that shows the character at `offset`, else the nearest one before it."""
        if self.head >= 0 and self.article.block_at(offset) == self.head:
            return max(0, bisect_right(self.starts, offset, 0, self.head_lines) - 1)
        line = max(self.body, bisect_right(self.starts, offset, self.body) - 1)
        while line > self.body and self.blocks[line] == BLANK:
            line -= 1
        return min(line, max(0, len(self) - 1))

    def prefix(self, line: int) -> str:
        """What stands before the words of a line."""
        block = self.block(line)
        if block is None:
            return ""
        prefix = PREFIXES.get(block.kind, "")
        first = line == 0 or self.blocks[line - 1] != self.blocks[line]
        return prefix if first or block.kind not in ("note", "caption") else " " * len(prefix)


class _Lines:
    """Lines while they are being laid."""

    def __init__(self, article: Article, width: int, cleaned: bool) -> None:
        self.article, self.width, self.cleaned = article, width, cleaned
        self.starts, self.ends, self.blocks = array("I"), array("I"), array("i")
        self.labels: dict[int, str] = {}
        self.inks: dict[int, str] = {}

    def extend(self, others: _Lines) -> None:
        """Add the lines of others."""
        first = len(self.starts)
        self.labels |= {first + line: words for line, words in others.labels.items()}
        self.inks |= {first + line: ink for line, ink in others.inks.items()}
        self.starts += others.starts
        self.ends += others.ends
        self.blocks += others.blocks

    def block(self, index: int) -> None:
        """Add the lines of a block."""
        block = self.article.blocks[index]
        room = max(1, self.width - len(PREFIXES.get(block.kind, "")))
        starts = wrap(self.article.text, block.span.start, block.span.end, room)
        self.starts.extend(starts)
        self.ends.extend(starts[1:])
        self.ends.append(block.span.end)
        self.blocks.extend([index] * len(starts))

    def label(self, words: str, offset: int) -> None:
        """Add words of our own, on as many lines as they take."""
        starts = wrap(words, 0, len(words), self.width)
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            self.labels[len(self.starts)] = words[start:end].rstrip()
            self._line(offset, LABEL)

    def blank(self, offset: int) -> None:
        """Add an empty line."""
        self._line(offset, BLANK)

    def _line(self, offset: int, block: int) -> None:
        self.starts.append(offset)
        self.ends.append(offset)
        self.blocks.append(block)


def lay_out(article: Article, width: int, *, cleaned: bool = False, words: int = 0, head: Head = NOTHING_SAID) -> Page:
    """The page of an article at `width` cells.

    Args: words: its count, for the line of metadata; head: what the person said of it.
    """
    lines = _Lines(article, width, cleaned)
    title = -1 if cleaned else _title_of(article)
    if title >= 0:
        lines.block(title)
    elif not cleaned:
        lines.label(article.title, 0)
    head_lines = len(lines.starts)
    if not cleaned:
        lines.blank(0)
    lines.label(meta_line(article, words), 0)
    marked = " ".join(("★ " if head.star else "", *(short_tag(tag) for tag, _ in head.tags))).strip()
    if marked:
        lines.inks[len(lines.starts)] = head.tags[0][1] if head.tags else "warning"
        lines.label(marked, 0)
    for number, paragraph in enumerate(head.note.split("\n") if head.note else ()):
        first = len(lines.starts)
        lines.label(f"{'✎' if number == 0 else ' '} {paragraph}", 0)
        lines.inks |= dict.fromkeys(range(first, len(lines.starts)), "text")
    lines.blank(0)
    body = len(lines.starts)
    lines.extend(_body(article, (width, cleaned, title)))
    return Page(lines, title, head_lines, body)


def laid_body(article: Article, width: int) -> None:
    """Lay the lines of an article ahead, so that showing it takes no time."""
    _body(article, (width, False, _title_of(article)))


def _title_of(article: Article) -> int:
    """Index of the block that is the headline, -1 where there is none."""
    return next((i for i, b in enumerate(article.blocks) if b.kind == "title"), -1)


@kept
def _body(article: Article, shape: tuple[int, bool, int]) -> _Lines:
    """The lines of all blocks but the headline, of those that cleaning took away only if asked for.

    Args: shape: width, whether what was taken away is shown, and index of the headline. What the person says of an
    article changes nothing of it, so it is kept.
    """
    width, cleaned, head = shape
    lines = _Lines(article, width, cleaned)
    before: Block | None = None
    for index, block in enumerate(lines.article.blocks):
        if index == head or (block.kind in HIDDEN and not lines.cleaned) or not block.span.length:
            continue
        if before is not None and not _close(before, block):
            lines.blank(before.span.end)
        told = block.kind in TAKEN or block.rule == BY_HAND
        if lines.cleaned and told and (before is None or _reason(before) != _reason(block)):
            lines.label(_reason(block), block.span.start)
        lines.block(index)
        before = block
    return lines


def _close(before: Block, block: Block) -> bool:
    """True where no blank line belongs between: entries of one box, neighbours that cleaning took away."""
    return (before.kind == block.kind == "summary") or (before.kind in HIDDEN and block.kind in HIDDEN)


def _reason(block: Block) -> str:
    """Why cleaning took a block away: "dropped · share bar"; without the figures that some rules carry."""
    if block.rule == BY_HAND:
        return f"✓ {block.kind} · {BY_HAND}"
    return f"{block.kind} · {block.rule.rstrip(' .0123456789') or 'no rule named'}"


def meta_line(article: Article, words: int) -> str:
    """Outlet, place, date and length in one line: "via Reuters · Moscow · 14 March 2025 · 610 words"."""
    facts = article.metadata
    parts = [source_of(facts.outlet.value if facts.outlet else None, facts.agency.value if facts.agency else None)]
    parts += [fact.value for fact in facts.authors[:2]]
    if facts.place:
        parts.append(facts.place.value)
    parts.append(long_date(facts.date.value) if facts.date else "no date")
    if facts.published and facts.updated and facts.updated.value != facts.published.value:
        parts.append(f"updated {long_date(facts.updated.value)}")
    if words:
        parts.append(f"{words:,} words")
    return " · ".join(part.replace(" ", "\xa0") for part in parts)


def source_of(outlet: str | None, agency: str | None) -> str:
    """Who published it: "Moscow Times", "via Reuters", "no outlet"."""
    return outlet or (f"via {agency}" if agency else "no outlet")


def long_date(day: str) -> str:
    """2025-03-14 as 14 March 2025; anything else as it is."""
    return _dated(day, "%B %Y")


def short_date(day: str) -> str:
    """2025-03-14 as 14 Mar; anything else as it is."""
    return _dated(day, "%b")


def _dated(day: str, rest: str) -> str:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{when.day} {when.strftime(rest)}"


def matches(page: Page, spans: Iterable[Span]) -> list[Span]:
    """Those spans that stand in a block the page shows."""
    blocks, starts = page.article.blocks, _block_starts(page.article, None)
    placed = ((span, blocks[max(0, bisect_right(starts, span.start) - 1)]) for span in spans)
    return [span for span, block in placed if page.cleaned or block.kind not in HIDDEN]


@kept
def _block_starts(article: Article, _: None) -> array[int]:
    return array("I", (block.span.start for block in article.blocks))
