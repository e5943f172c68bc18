"""What is exported: a library, or the articles and quotes of it that are shown or marked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reader.exporting.contract import MarkOf, quote_id
from reader.library.annotated import quote_marks
from reader.library.library import Library, Row
from reader.marks.marks import ArticleMark, QuoteMark
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.quotes import Quote
from reader.model.speakers import Speaker


class Selection(Struct, frozen=True):
    """Part of a library, with what the person said of it."""

    library: Library
    mark_of: MarkOf | None = None
    keys: frozenset[str] | None = None
    """The articles taken; None: all."""
    places: frozenset[tuple[str, int]] | None = None
    """The quotes taken, as (article key, quote index); None: all of the articles taken."""
    indirect: bool = False
    """Reported speech without marks is taken too."""


class ArticleView(Struct, frozen=True):
    """One article of a selection."""

    row: Row
    analysis: Analysis
    mark: ArticleMark | None
    quotes: tuple[QuoteView, ...]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.analysis.article

    @property
    def tags(self) -> tuple[str, ...]:
        """The person's tags."""
        return self.mark.tags if self.mark else ()


class QuoteView(Struct, frozen=True):
    """One quote of a selection."""

    id: str
    index: int
    quote: Quote
    words: str
    speaker: Speaker | None
    cue: str
    mark: QuoteMark | None = None

    @property
    def name(self) -> str:
        """The speaker's name; empty where the text withholds it."""
        return self.speaker.name if self.speaker else ""


def article_views(selection: Selection) -> Iterator[ArticleView]:
    """The articles taken, in library order, each with its quotes that are taken; unspoken ones never are."""
    rows = selection.library.row_by_key
    for key, analysis in selection.library.items():
        if selection.keys is not None and key not in selection.keys:
            continue
        mark = selection.mark_of(key, analysis) if selection.mark_of else None
        quotes = tuple(_quote_views(selection, key, analysis, mark))
        if selection.places is None or quotes:
            yield ArticleView(rows[key], analysis, mark, quotes)


def _quote_views(selection: Selection, key: str, analysis: Analysis, mark: ArticleMark | None) -> Iterator[QuoteView]:
    wanted = ("direct", "mixed", "indirect") if selection.indirect else ("direct", "mixed")
    marks = quote_marks(analysis, mark) if mark and mark.quotes else {}
    for index, quote in enumerate(analysis.quotes):
        taken = (key, index) in selection.places if selection.places is not None else quote.kind in wanted
        if taken and quote.kind != "unspoken":
            words = quote.span.of(analysis.article.text)
            yield QuoteView(
                quote_id(key, analysis, index), index, quote, words, selection.library.speaker_of(key, quote.entity),
                quote.cue.of(analysis.article.text) if quote.cue else "", marks.get(index),
            )  # fmt: skip
