"""One speaker over several articles, in hand-written cases; fixtures_library.txt says how to add one."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.analysis import Analysis
from reader.model.documents import RawDocument
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.speakers.article import link_speakers
from reader.speakers.library import resolve

FILE = Path(__file__).with_name("fixtures_library.txt")
_NOTE = re.compile(r"\{([^{}=]+)=(\d+)\}")


@dataclass(frozen=True)
class Case:
    """Articles, and which words in them mean which speaker."""

    title: str
    articles: tuple[str, ...]
    marks: tuple[tuple[int, Span, int], ...]
    """Number of the article, the words, number of the speaker."""
    names: tuple[tuple[int, str], ...]


def cases() -> list[Case]:
    """The cases of the fixture file."""
    return [_case(p) for p in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.M)[1:]]


def _case(part: str) -> Case:
    title, *noted = re.split(r"\n---\n", part)
    names = tuple((int(n), name) for n, name in re.findall(r"^(\d+) is (.+)$", part, flags=re.M))
    articles, marks = [], []
    for number, whole in enumerate(noted):
        lines = re.sub(r"^\d+ is .+$", "", whole, flags=re.M).strip()
        text, last = "", 0
        for note in _NOTE.finditer(lines):
            text += lines[last : note.start()]
            marks.append((number, Span(len(text), len(text) + len(note[1])), int(note[2])))
            text += note[1]
            last = note.end()
        articles.append(text + lines[last:])
    return Case(title.strip(), tuple(articles), tuple(marks), names)


def analysis(text: str) -> Analysis:
    """The entities of a text; every word in straight marks is a quote of the first mention after it."""
    article = whole_article(RawDocument("case.txt", text, "case"))
    mentions = find_mentions(article)
    quotes = []
    for found in re.finditer(r'"([^"]*)"', article.text):
        source = next((m for m in mentions if m.span.start >= found.end()), None)
        quotes.append(Quote(Span(*found.span(1)), "direct", Span(*found.span()), source, None, 0.9, len(quotes)))
    return Analysis(article, *link_speakers(article, mentions, quotes))


def library(texts: Sequence[str]) -> list[tuple[str, Analysis]]:
    return [(f"{n:02}", analysis(text)) for n, text in enumerate(texts)]


def speaker_at(analyses: Sequence[tuple[str, Analysis]], speakers: Sequence[Speaker], mark: tuple[int, Span]) -> str:
    """Id of the speaker, or else the entity, that some words mean."""
    key, found = analyses[mark[0]]
    span = mark[1]
    at = next((n for n, e in enumerate(found.entities) for x in e.links if x.span.holds(span)), None)
    if at is None:
        return ""
    return next((s.id for s in speakers if (key, at) in s.entities), f"{key} {at}")


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_case(case: Case) -> None:
    analyses = library(case.articles)
    speakers = resolve(analyses)
    of: dict[int, set[str]] = {}
    for number, span, speaker in case.marks:
        of.setdefault(speaker, set()).add(speaker_at(analyses, speakers, (number, span)))
    told = [(s.name, s.kind, s.entities) for s in speakers]
    assert all(len(ids) == 1 and "" not in ids for ids in of.values()), (of, told)
    assert len(set().union(*of.values())) == len(of), (of, told)
    names = {s.id: s.name for s in speakers}
    for speaker, name in case.names:
        assert names.get(next(iter(of[speaker]))) == name, told


def test_order_of_articles_does_not_show() -> None:
    texts = [text for case in cases() for text in case.articles]
    analyses = library(texts)
    expected = resolve(analyses)
    for seed in range(5):
        shuffled = analyses[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled) == expected
    assert len({s.id for s in expected}) == len(expected)


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Harold Finch spoke.",
            "Finch left.",
            '"No," said Edna Finch.',
            '"Yes," he said.',
            "President Finch met Jan Wolski.",
            '"Go," an official said.',
            '"Stop," said Finch and Wolski.',
            "Mr. Wolski agreed.",
            "H. Finch won.",
        ]
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_any_library(articles: list[list[str]], chance: random.Random) -> None:
    analyses = library([" ".join(a) for a in articles])
    expected = resolve(analyses)
    places = [p for s in expected for p in s.entities]
    assert len(places) == len(set(places))
    quoted = {(k, q.entity) for k, a in analyses for q in a.quotes if q.entity is not None}
    assert quoted <= set(places)
    chance.shuffle(analyses)
    assert resolve(analyses) == expected
