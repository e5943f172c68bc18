"""All that the per-article stages found in one article."""

from __future__ import annotations

from msgspec import Struct

from reader.model.articles import Article
from reader.model.quotes import Quote
from reader.model.speakers import Entity


class Analysis(Struct, frozen=True):
    """One article with its quotes and entities; a pure function of the document, so it can be cached and spread."""

    article: Article
    quotes: tuple[Quote, ...]
    """In reading order; Quote.entity points into `entities`."""
    entities: tuple[Entity, ...]
