"""Quotes in hand-written cases, and what holds for any text; the fixture files say how to add a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.quotes import Quote
from reader.quoting.find import find_quotes

FIXTURES = Path(__file__).with_name("fixtures")
LANGUAGES = {"german": "de", "french": "fr", "spanish": "es", "russian": "ru"}


@dataclass(frozen=True)
class Case:
    """A text and the quotes in it: (kind, source, cue, words) in reading order."""

    title: str
    language: str
    text: str
    wanted: tuple[tuple[str, ...], ...]


def cases() -> list[Case]:
    """The cases of all fixture files."""
    found = []
    for file in sorted(FIXTURES.glob("*.txt")):
        for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, *lines = part.strip().split("\n")
            text = "\n".join(x for x in lines if not x.startswith("> "))
            wanted = tuple(tuple(p.strip() for p in x[2:].split("|")) for x in lines if x.startswith("> "))
            found.append(Case(f"{file.stem}: {title}", LANGUAGES.get(file.stem.split("-")[0], "en"), text, wanted))
    return found


def read(text: str, language: str = "en") -> tuple[Article, tuple[Quote, ...]]:
    """An article of the text, nothing dropped, and its quotes."""
    article = replace(whole_article(RawDocument("case.txt", text, "case")), language=language)
    return article, find_quotes(article, find_mentions(article))


def told(article: Article, quote: Quote) -> tuple[str, ...]:
    """A quote as a fixture line has it."""
    source = quote.source.span.of(article.text) if quote.source else ""
    return quote.kind, source, quote.cue.of(article.text) if quote.cue else "", quote.span.of(article.text)


def fits(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """True where a quote is the one that a fixture line asks for; the source may be longer than the words given."""
    same = wanted[0] == found[0] and wanted[3] == found[3] and wanted[2] in ("*", found[2])
    return same and (any(w in found[1] for w in wanted[1].split(" / ")) if wanted[1] else not found[1])


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_quotes_of_a_case(case: Case) -> None:
    article, quotes = read(case.text, case.language)
    found = [told(article, q) for q in quotes]
    named = {w[3] for w in case.wanted}
    assert [f for f in found if f[3] not in named and f[0] not in ("unspoken", "indirect")] == []
    for wanted in case.wanted:
        assert any(fits(wanted, f) for f in found), (wanted, found)


@settings(max_examples=150)
@given(st.text(alphabet="ab Z.,?!:;\n'\"“”„‘’«»‚‹›「」`—-()0[]sайI said", max_size=200))
def test_any_text_gives_quotes_inside_it(text: str) -> None:
    article, quotes = read(text)
    spoken = [q for q in quotes if q.kind != "indirect"]
    for quote in quotes:
        block = article.blocks[article.block_at(quote.span.start)]
        assert block.span.holds(quote.span)
        assert quote.span.of(article.text).strip() == quote.span.of(article.text) != ""
        assert quote.marks is None or quote.marks.holds(quote.span)
        assert 0 <= quote.confidence <= 1
        assert quote.entity is None
        assert (quote.kind == "unspoken") <= (quote.source is None)
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(spoken))
    assert list(quotes) == sorted(quotes, key=lambda q: q.span)


@settings(max_examples=60)
@given(st.text(max_size=120), st.sampled_from(["en", "de", "fr", "es", "ru", "ja", None]))
def test_nothing_raises_in_any_language(text: str, language: str | None) -> None:
    read(text, language or "")
