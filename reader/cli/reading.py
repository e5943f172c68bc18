"""`reader read`: articles without their debris and with their quotes, for a pipe, a pager or a screen reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reader.exporting.citing import MONTHS, source_of
from reader.exporting.selection import ArticleView, QuoteView
from reader.library.comparison import outlet_of
from reader.model.articles import Block
from reader.model.spans import Span
from reader.text.guard import visible_line
from reader.text.prose import line_breaks

FORMATS = ("plain", "ansi", "markdown")
WIDTH = 76
"""Columns of prose where nothing else is asked for."""
SHOWN = frozenset({"heading", "paragraph", "summary", "caption", "note"})
LEADS = {"heading": "", "summary": "- ", "caption": "Picture: ", "note": "Note: "}
"""What the first line of a kind of block begins with."""


class Manner(Struct, frozen=True):
    """How an article is printed."""

    width: int = WIDTH
    """Columns; 0 leaves every paragraph on one line."""
    styled: bool = False
    """With the terminal's own colours; without, nothing but words."""

    def styled_as(self, style: str, words: str) -> str:
        """Words in a style of STYLES."""
        return f"\x1b[{STYLES[style]}m{words}\x1b[0m" if self.styled and words else words


STYLES = {"title": "1", "speaker": "1;36", "quote": "36", "faint": "2"}
"""Of the terminal's own sixteen colours."""


def printed(view: ArticleView, manner: Manner) -> Iterator[str]:
    """The lines of an article: headline, facts, text, quotes. Each is safe for a terminal."""
    yield from (manner.styled_as("title", line) for line in _flowed(view.article.title, manner))
    for fact in facts_of(view):
        yield from (manner.styled_as("faint", line) for line in _flowed(fact, manner))
    yield ""
    for block in view.article.blocks:
        if block.kind in SHOWN:
            yield from _block_lines(view, block, manner)
            yield ""
    if not view.quotes:
        yield "No quotes."
        return
    yield manner.styled_as("title", "1 quote" if len(view.quotes) == 1 else f"{len(view.quotes)} quotes")
    yield ""
    for number, quote in enumerate(view.quotes, 1):
        yield from quote_lines(number, quote, manner)
        yield ""


def facts_of(view: ArticleView) -> Iterator[str]:
    """Outlet, date, authors and length in one line, then the address, the file, the tags, the note."""
    source = source_of(view.article)
    day = f"{source.day.day} {MONTHS[source.day.month - 1]} {source.day.year}" if source.day else "no date"
    agency = f"via {source.agency}" if source.agency and source.agency != source.outlet else ""
    parts = [outlet_of(view.row), agency, day, *source.authors[:2], f"{view.row.words:,} words"]
    yield " · ".join(dict.fromkeys(part for part in parts if part))
    yield from filter(None, (source.url, view.article.path, " ".join(f"#{tag}" for tag in view.tags)))
    if view.mark and view.mark.note:
        yield f"Your note: {view.mark.note}"


def quote_lines(number: int, quote: QuoteView, manner: Manner) -> Iterator[str]:
    """A quote: who, how sure, then its words."""
    sure = "by hand" if quote.quote.rule == "by hand" else f"{quote.quote.confidence:.0%} sure"
    how = ", ".join(filter(None, (quote.quote.kind, visible_line(quote.cue), sure)))
    name = manner.styled_as("speaker", visible_line(quote.name) or "nobody named")
    yield f"{number}. {name} ({how})"
    words = " ".join(quote.words.split())
    marked = words if quote.quote.kind == "indirect" else f"“{words}”"
    yield from (f"   {manner.styled_as('quote', line)}" for line in _flowed(marked, manner, 3))
    if quote.mark and quote.mark.note:
        yield from (f"   {line}" for line in _flowed(f"Note: {quote.mark.note}", manner, 3))


def _block_lines(view: ArticleView, block: Block, manner: Manner) -> Iterator[str]:
    """A block's lines, its quotes in their style."""
    text, lead = view.article.text, LEADS.get(block.kind, "")
    quotes = [q.quote.marks or q.quote.span for q in view.quotes]
    for number, line in enumerate(line_breaks(text, block.span, max(0, manner.width - len(lead)))):
        words = _styled(text, line, quotes, manner) if manner.styled else visible_line(line.of(text))
        yield (lead if number == 0 else " " * len(lead)) + (
            manner.styled_as("title", words) if block.kind == "heading" else words
        )


def _styled(text: str, line: Span, quotes: Sequence[Span], manner: Manner) -> str:
    pieces, at = [], line.start
    for span in sorted(quotes):
        if span.overlaps(line) and span.end > at:
            first, last = max(at, span.start), min(line.end, span.end)
            pieces += [visible_line(text[at:first]), manner.styled_as("quote", visible_line(text[first:last]))]
            at = last
    return "".join([*pieces, visible_line(text[at : line.end])])


def _flowed(words: str, manner: Manner, indent: int = 0) -> list[str]:
    """Words of one paragraph as lines."""
    safe = visible_line(" ".join(words.split()))
    return [line.of(safe) for line in line_breaks(safe, Span(0, len(safe)), max(0, manner.width - indent))]


def manner_of(form: str | None, width: int | None) -> Manner:
    """How to print here. Args: form: of FORMATS; None: ansi on a terminal that wants colours, else plain."""
    terminal = sys.stdout.isatty()
    if form is None:
        coloured = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
        form = "ansi" if coloured else "plain"
    if width is None:
        width = min(WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns - 1) if terminal else WIDTH
    return Manner(width, form == "ansi")
