"""The stages in their order, for one article."""

from __future__ import annotations

from dataclasses import dataclass

from reader.cleaning.clean import clean
from reader.cleaning.whole import whole_article
from reader.library.weights import quote_weights
from reader.loading.load import load
from reader.mentions.find import find_mentions
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.problems import Problem
from reader.quoting.find import find_quotes
from reader.speakers.article import link_speakers


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file."""

    analyses: tuple[Analysis, ...] = ()
    problem: Problem | None = None


def analyse_article(article: Article) -> Analysis:
    """Quotes and entities of a cleaned article; depends on the article alone."""
    mentions = find_mentions(article)
    quotes = find_quotes(article, mentions, quote_weights())
    linked, entities = link_speakers(article, mentions, quotes)
    return Analysis(article, linked, entities)


def analyse_document(raw: RawDocument, *, cleaned: bool = True) -> Analysis:
    """The analysis of a document. Args: cleaned: False takes the text whole."""
    return analyse_article(clean(raw) if cleaned else whole_article(raw))


def read_file(path: str, *, cleaned: bool = True) -> Read:
    """The analyses of all articles of a file, or its problem. Never raises."""
    loaded = load(path)
    if isinstance(loaded, Problem):
        return Read(problem=loaded)
    try:
        return Read(tuple(analyse_document(raw, cleaned=cleaned) for raw in loaded))
    except Exception as error:  # one article that trips a stage must not take the library with it
        what = f"could not be analysed ({type(error).__name__}: {error})"
        return Read(problem=Problem(loaded[0].path, what[:200], "please report this file"))
