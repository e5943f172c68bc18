"""Which places of a speaker count as mentions beside the quotes given to them."""

from __future__ import annotations

from reader.library.library import occurrences_in
from reader.model.analysis import Analysis
from reader.model.articles import Article, Block
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Link, Speaker

TEXT = 'Mayor Laura Finch said "yes". Finch left. Finch came back.'


def test_the_words_a_quote_is_given_to_are_no_mention_of_their_own() -> None:
    article = Article(id="a", path="a.txt", text=TEXT, blocks=(Block("paragraph", Span(0, len(TEXT))),))
    source = Mention(Span(0, 17), Span(6, 17), "name")
    quote = Quote(Span(24, 27), "direct", Span(23, 28), source, None, 0.9, 1, "before", entity=0)
    links = tuple(Link(span, "surname") for span in (Span(6, 17), Span(30, 35), Span(42, 47)))
    finch = Speaker("s", "Laura Finch", "person", entities=(("a", 0),))
    analysis = Analysis(article, (quote,), (Entity("Laura Finch", "person", links),))
    found = occurrences_in("a", analysis, {("a", 0): finch})
    assert [(place.kind, place.span.of(TEXT)) for _, place in found] == [
        ("quote", "yes"), ("mention", "Finch"), ("mention", "Finch"),
    ]  # fmt: skip
