"""The stages in their order, for one article."""

from __future__ import annotations

from reader.cleaning.clean import clean
from reader.cleaning.whole import whole_article
from reader.library.weights import quote_weights, set_cleaning_weights, speaker_weights
from reader.mentions.find import find_mentions
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.quoting.find import find_quotes
from reader.speakers.article import link_speakers


def analyse_article(article: Article) -> Analysis:
    """Quotes and entities of a cleaned article; depends on the article alone."""
    mentions = find_mentions(article)
    quotes = find_quotes(article, mentions, quote_weights())
    linked, entities = link_speakers(article, mentions, quotes, speaker_weights())
    return Analysis(article, linked, entities)


def analyse_document(raw: RawDocument, *, cleaned: bool = True) -> Analysis:
    """The analysis of a document. Args: cleaned: False takes the text whole."""
    set_cleaning_weights()
    return analyse_article(clean(raw) if cleaned else whole_article(raw))
