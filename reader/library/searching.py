"""What a query finds in the articles that are in memory.

A query that asks who speaks, or for a kind of quote, finds quotes. One that asks for words finds the paragraphs that
hold them, of articles in which all of it holds. Else it finds articles, and the quotes that bear a wanted mark
themselves. A quote counts as tagged, starred and noted where it or its article is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reader.library.annotated import MarkOf, quote_marks
from reader.library.comparison import outlet_of
from reader.library.library import Library, Row, from_index
from reader.library.queries import ANY, Query, Term
from reader.marks.marks import ArticleMark, QuoteMark
from reader.marks.tags import bears
from reader.model.analysis import Analysis
from reader.model.articles import SPOKEN, Article
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.text.folding import ACCENTS, folded

READ = SPOKEN | {"note"}
"""Kinds of block that a search looks into: those that are shown."""
LENGTH = 320
"""Characters of an excerpt at most."""
BEFORE = 60
"""Characters of an excerpt before the first word found."""

LATEST = "9999-12-31"
OF_ROW = frozenset({"title", "outlet", "date", "unread"})
"""Fields that are answered without an article's text."""


class Hit(Struct, frozen=True):
    """One place that a query found."""

    key: str
    """Of the article."""
    kind: Literal["article", "passage", "quote"]
    span: Span
    """Over the article's text: its beginning, a paragraph, a quote with its marks."""
    lit: tuple[Span, ...] = ()
    """The words found in it, in order."""
    quote: int | None = None
    """Index of the quote that it is, or that holds the first word found."""

    @property
    def place(self) -> Span:
        """Where the cursor goes: the quote, else the first word found, else the beginning."""
        return self.lit[0] if self.lit and self.kind == "passage" else self.span


def search(library: Library, query: Query, mark_of: MarkOf) -> Iterator[Hit]:
    """What a query finds, in library order; a query without terms finds nothing."""
    if not query.terms:
        return
    for row in _rows(library, query):
        mark = mark_of(row.key) if row.problem is None else None
        if row.problem is None and _possible(row, mark, query):
            yield from _Case(library, row, mark).hits(query)


def _possible(row: Row, mark: ArticleMark | None, query: Query) -> bool:
    """False where what is known of an article without its text already tells that nothing of it is found."""
    for term in query.terms:
        if term.field in OF_ROW:
            if _row_holds(row, mark, term) == term.negated:
                return False
        elif term.field in ("tag", "starred", "note") and mark is None and not term.negated:
            return False
    return True


def _row_holds(row: Row, mark: ArticleMark | None, term: Term) -> bool:
    """True where a term of OF_ROW, taken without its minus, holds of an article."""
    match term.field:
        case "title":
            return bool(spans_of(term, row.title))
        case "outlet":
            return any(spans_of(term, name) for name in (row.outlet, row.agency, outlet_of(row)) if name)
        case "unread":
            return mark is None or not mark.read
    day, days = row.date, term.days
    return day is not None and days is not None and days.first <= day <= (days.last or LATEST)


def _rows(library: Library, query: Query) -> Iterable[Row]:
    """The rows in which something may be found."""
    if not from_index(library):
        return library.rows
    from reader.library.candidates import candidates

    return candidates(library, query)


@lru_cache(maxsize=256)
def pattern(term: Term, accents: bool = False) -> re.Pattern[str]:
    """The expression that matches a term's words where they begin in folded text; without nested repeats, so that it
    never takes long.

    Args: accents: the text holds accents that stand by themselves.
    """
    words = [re.escape(word) for word in term.words]
    if accents:
        mark = f"[{ACCENTS[0]}-{ACCENTS[1]}]*"
        words = ["".join(re.escape(letter) + mark for letter in word) for word in term.words]
    after = "" if unspaced(term.words[-1][-1]) else r"(?!\w)" if term.whole else r"\w*"
    return re.compile(r"\W+".join(words) + after)


def spans_of(term: Term, text: str, within: Span | None = None) -> list[Span]:
    """Where a term's words stand in a text, or in a stretch of it."""
    low, accents = _folded(text)
    if not accents and any(word not in low for word in term.words):
        return []
    start, end = within or (0, len(low))
    first = term.words[0][0] if accents else term.words[0]
    wanted, anywhere = pattern(term, accents), unspaced(first[0])
    found = []
    at = low.find(first, start, end)
    while at >= 0:  # quicker by far than an expression that looks back at every letter
        match = wanted.match(low, at, end) if anywhere or at == 0 or not _in_word(low[at - 1]) else None
        if match:
            found.append(Span(*match.span()))
        at = low.find(first, match.end() if match else at + 1, end)
    return found


def excerpt(article: Article, hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """The words of a hit on one line, from a little before what was found, and where that stands in them."""
    start, end = hit.span
    if hit.kind == "article":
        block = next((b for b in article.blocks if b.kind in ("summary", "paragraph")), None)
        start, end = block.span if block else (0, 0)
    lead = ""
    if hit.lit and hit.lit[0].start - start > BEFORE:
        start, lead = article.text.find(" ", hit.lit[0].start - BEFORE) + 1, "… "
    end = min(end, start + LENGTH)
    words = lead + re.sub(r"\s", " ", article.text[start:end])
    shift = len(lead) - start
    return words, tuple(span.shifted(shift) for span in hit.lit if start <= span.start and span.end <= end)


class _Case:
    """One article held against a query."""

    def __init__(self, library: Library, row: Row, mark: ArticleMark | None) -> None:
        self.library, self.row, self.mark = library, row, mark
        self.analysis: Analysis = library.analysis(row.key)
        self.article = self.analysis.article
        self.quotes = quote_marks(self.analysis, mark) if mark and mark.quotes else {}

    def hits(self, query: Query) -> Iterator[Hit]:
        """What the query finds here."""
        if query.wanted("speaker", "kind"):
            yield from self._quotes(query, own=False)
        elif all(self._holds(term) != term.negated for term in query.terms):
            yield from self._passages(query) if query.lit else self._whole()
            if not query.lit:
                yield from self._quotes(query, own=True)
        elif query.wanted("tag", "starred", "note"):
            yield from self._quotes(query, own=True)

    # -- the article as a whole

    def _holds(self, term: Term) -> bool:
        """True where a term, taken without its minus, holds of the article."""
        row, mark = self.row, self.mark
        match term.field:
            case "words":
                return bool(spans_of(term, row.title)) or bool(self._found(term))
            case "text":
                return any(self.article.blocks[block].kind != "title" for block, _ in self._found(term))
            case "speaker" | "kind":
                return any(self._fits(index, term) for index in self._spoken())
            case "tag" | "starred" | "note":
                return mark is not None and _marked(mark, term)
        return _row_holds(row, mark, term)

    def _found(self, term: Term) -> list[tuple[int, Span]]:
        """(block, span) of a term's words, in blocks that are shown."""
        blocks = self.article.blocks
        spans = spans_of(term, self.article.text)
        placed = [(self.article.block_at(span.start), span) for span in spans]
        return [(block, span) for block, span in placed if blocks and blocks[block].kind in READ]

    def _whole(self) -> Iterator[Hit]:
        yield Hit(self.row.key, "article", Span(0, 0))

    def _passages(self, query: Query) -> Iterator[Hit]:
        """The paragraphs that hold all the words, else those that hold any."""
        by_block: dict[int, list[tuple[Span, Term]]] = {}
        for term in query.lit:
            for block, span in self._found(term):
                if term.field != "text" or self.article.blocks[block].kind != "title":
                    by_block.setdefault(block, []).append((span, term))
        if not by_block:
            yield from self._whole()
            return
        full = {b for b, found in by_block.items() if len({term for _, term in found}) == len(set(query.lit))}
        for block in sorted(full or by_block):
            lit = _apart(span for span, _ in by_block[block])
            span = self.article.blocks[block].span
            yield Hit(self.row.key, "passage", span, lit, self._quote_at(lit[0]))

    def _quote_at(self, span: Span) -> int | None:
        holding = (i for i in self._spoken() if _whole_quote(self.analysis.quotes[i]).holds(span))
        return next(holding, None)

    # -- its quotes

    def _spoken(self) -> Iterator[int]:
        return (index for index, quote in enumerate(self.analysis.quotes) if quote.kind != "unspoken")

    def _quotes(self, query: Query, *, own: bool) -> Iterator[Hit]:
        """The quotes for which all terms hold. Args: own: only those that bear a wanted mark themselves."""
        marks = query.wanted("tag", "starred", "note")
        for index in self._spoken():
            theirs = self.quotes.get(index)
            if own and not (theirs and any(_marked(theirs, term) for term in marks)):
                continue
            if all(self._fits(index, term) != term.negated for term in query.terms):
                quote = self.analysis.quotes[index]
                lit = _apart(s for term in query.lit for s in spans_of(term, self.article.text, quote.span))
                yield Hit(self.row.key, "quote", _whole_quote(quote), lit, index)

    def _fits(self, index: int, term: Term) -> bool:
        """True where a term, taken without its minus, holds of a quote."""
        quote = self.analysis.quotes[index]
        match term.field:
            case "words" | "text":
                return bool(spans_of(term, self.article.text, quote.span))
            case "kind":
                return quote.kind == term.value
            case "speaker":
                speaker = self.library.speaker_of(self.row.key, quote.entity)
                return speaker is not None and any(_named(term, name) for name in (speaker.name, *speaker.aliases))
            case "tag" | "starred" | "note":
                theirs = self.quotes.get(index)
                return (theirs is not None and _marked(theirs, term)) or self._holds(term)
        return self._holds(term)


def _marked(mark: ArticleMark | QuoteMark, term: Term) -> bool:
    """True where a mark is what tag, starred or note ask for."""
    match term.field:
        case "tag":
            return bool(mark.tags) if term.value == ANY else bears(mark.tags, term.value)
        case "starred":
            return mark.star
    return bool(mark.note) and (term.value == ANY or bool(spans_of(term, mark.note)))


def _named(term: Term, name: str) -> bool:
    """True where every typed word begins one of the name's."""
    return all(spans_of(replace(term, words=(word,)), name) for word in term.words)


def _whole_quote(quote: Quote) -> Span:
    return quote.marks or quote.span


def _apart(spans: Iterator[Span] | Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, joined where they overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def unspaced(character: str) -> bool:
    """True for letters of scripts that set no blanks between words: Thai, Chinese, Japanese."""
    return "\u0e00" <= character <= "\u0eff" or "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, bool]:
    """The text folded, and whether it holds accents that stand by themselves."""
    low = folded(text)
    return low, not low.isascii() and any(ACCENTS[0] <= c <= ACCENTS[1] for c in set(low))
