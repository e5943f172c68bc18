"""Quotes that report one utterance, in hand-written cases; the fixture files say how to add one."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.analysis import Analysis
from reader.model.articles import Article, Block, BlockKind
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Link, Speaker
from reader.statements.group import group

FILE = Path(__file__).with_name("fixtures") / "utterances.txt"
AROUND = (
    "A deal is better than no deal at all, and the deal stands",
    "We want a deal with the town before the summer ends",
    "The deal was never easy for the people of this harbour",
    "Nobody asked the fishermen about the deal or the ferry",
    "It rained for a week and the fields are under water",
    "My daughter paints boats and my son repairs them",
    "Hope is not a plan and a plan is not a bridge",
    "The council will meet again when the snow has gone",
)


@dataclass(frozen=True)
class Case:
    """Two quotes with their speakers, and whether they are one utterance."""

    title: str
    quotes: tuple[tuple[str, str], ...]
    same: bool


def cases() -> list[Case]:
    """The cases of the fixture file."""
    found = []
    for part in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, *lines = part.strip().split("\n")
        quotes = tuple((a.strip(), b.strip()) for a, _, b in (x.partition(": ") for x in lines if x.strip()))
        found.append(Case(title, quotes, title.endswith("same")))
    return found


def analysis(quotes: list[tuple[str, str]], kind: BlockKind = "paragraph") -> Analysis:
    """An article of quotes, one a block, each with its own entity."""
    text, blocks, made, entities = "", [], [], []
    for number, (speaker, words) in enumerate(quotes):
        start = len(text)
        text += f"“{words}” {speaker} said.\n\n"
        blocks.append(Block(kind, Span(start, len(text) - 2)))
        span = Span(start + 1, start + 1 + len(words))
        made.append(Quote(span, "direct", utterance=number, confidence=0.9, entity=number))
        entities.append(Entity(speaker, "person", (Link(span, "name"),)))
    return Analysis(Article(str(hash(text)), "a.txt", text, tuple(blocks), language="en"), tuple(made), tuple(entities))


def library(articles: list[list[tuple[str, str]]], kind: BlockKind = "paragraph"):
    """Analyses and their speakers, one for each name."""
    analyses = [(f"{n:02}", analysis(a, kind)) for n, a in enumerate(articles)]
    places: dict[str, list[tuple[str, int]]] = {}
    for key, found in analyses:
        for number, entity in enumerate(found.entities):
            places.setdefault(entity.name, []).append((key, number))
    return analyses, [Speaker(f"id of {n}", n, "person", entities=tuple(p)) for n, p in sorted(places.items())]


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_case(case: Case) -> None:
    first, second = case.quotes
    around = [("Somebody", words) for words in AROUND]
    statements = group(*library([[first, *around[:4]], [second, *around[4:]]]))
    together = any({("00", 0), ("01", 0)} <= set(s.quotes) for s in statements)
    assert together == case.same, statements


LONG = "The lighthouse lamp burned all night and the ferry captain never once looked up from his crossword"


def test_a_long_quote_can_be_in_two_statements() -> None:
    articles = [
        [("Finch", LONG)],
        [("Finch", "The lighthouse lamp burned all night")],
        [("Finch", "the ferry captain never once looked up from his crossword")],
        [("Somebody", words) for words in AROUND],
    ]
    statements = group(*library(articles))
    assert sorted(s.quotes for s in statements) == [(("00", 0), ("01", 0)), (("00", 0), ("02", 0))]
    assert all(s.speaker == "id of Finch" for s in statements)


def test_the_same_words_of_two_people_are_two_statements_with_ids_of_their_own() -> None:
    article = [("Finch", "never once looked up"), ("Korpela", "never once looked up")]
    statements = group(*library([article, article]))
    assert len({s.id for s in statements}) == len(statements) > 1


def test_headings_are_left_out() -> None:
    assert group(*library([[("Finch", LONG)], [("Finch", LONG)]], "heading")) == ()


def test_one_article_alone_has_no_statement() -> None:
    assert group(*library([[("Finch", LONG), ("Finch", LONG)]])) == ()


WORDS = st.sampled_from([*LONG.split(), "deal", "[no]", "isn't", "—", "", "ß"])
QUOTES = st.lists(
    st.tuples(st.sampled_from(["Finch", "Korpela"]), st.lists(WORDS, max_size=9).map(" ".join)), max_size=4
)


@settings(max_examples=80)
@given(st.lists(QUOTES, max_size=5), st.randoms(use_true_random=False))
def test_any_library(articles: list[list[tuple[str, str]]], chance: random.Random) -> None:
    analyses, speakers = library(articles)
    statements = group(analyses, speakers)
    assert len({s.id for s in statements}) == len(statements)
    assert all(len({key for key, _ in s.quotes}) > 1 for s in statements)
    chance.shuffle(analyses)
    chance.shuffle(speakers)
    assert group(analyses, speakers) == statements
