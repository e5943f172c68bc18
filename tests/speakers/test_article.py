"""Who is meant, in hand-written cases of plain text with {words=Name} in it; the fixture files say how to add one."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.speakers.article import link_speakers

FIXTURES = Path(__file__).with_name("fixtures")
_NOTE = re.compile(r"\{([^{}=]+)=([^{}]*)\}")


@dataclass(frozen=True)
class Case:
    """One text and what must be linked in it."""

    title: str
    text: str
    wanted: tuple[tuple[Span, str], ...]
    """Words and the name they must lead to; "" for nobody with a name."""
    language: str = "en"


def cases(file: str) -> list[Case]:
    """The cases of a fixture file."""
    whole = (FIXTURES / file).read_text(encoding="utf-8")
    return [_case(part) for part in re.split(r"^=== ", whole, flags=re.M)[1:]]


def _case(part: str) -> Case:
    title, _, noted = part.partition("\n")
    language = "en"
    if found := re.match(r"\((\w\w)\) ", title):
        language = found[1]
    text, wanted, last = "", [], 0
    noted = noted.strip()
    for note in _NOTE.finditer(noted):
        text += noted[last : note.start()]
        wanted.append((Span(len(text), len(text) + len(note[1])), note[2]))
        text += note[1]
        last = note.end()
    return Case(title, text + noted[last:], tuple(wanted), language)


def misses(case: Case) -> list[str]:
    """What is not linked as the case wants it, one sentence each."""
    article = replace(whole_article(RawDocument("case.txt", case.text, "case")), language=case.language)
    mentions = find_mentions(article)
    quotes = tuple(
        Quote(Span(m.start() + 1, m.end() - 1), "direct", marks=Span(*m.span()))
        for m in re.finditer(r'"[^"]*"', article.text)
    )
    _, entities = link_speakers(article, mentions, quotes)
    found = []
    for span, name in case.wanted:
        last = Span(span.end - 1, span.end)
        names = {e.name for e in entities if e.kind != "unnamed" for x in e.links if x.span.holds(last)}
        if name not in names if name else bool(names):
            words = span.of(case.text)
            led = ", ".join(sorted(names)) or "nobody"
            found.append(f"{case.title}: {words!r} leads to {led}, not {name or 'nobody'}")
    return found


EVERY = [(f.name, c) for f in sorted(FIXTURES.glob("*.txt")) for c in cases(f.name)]


@pytest.mark.parametrize(("file", "case"), EVERY, ids=[f"{f}: {c.title}" for f, c in EVERY])
def test_words_lead_to_who_is_meant(file: str, case: Case) -> None:
    assert not misses(case)


WORDS = st.sampled_from(
    [
        *"Harold Finch Edna Finch Mr. Finch president the said he she who and of his Orlov 's official , . ”".split(
            " "
        ),
        '"No,"',
        '"Yes, Finch is ill,"',
        "\n",
        "U.S.",
        "Jr.",
        "they",
        "İ",
    ]
)


@settings(max_examples=120)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.randoms(use_true_random=False))
def test_any_text(text: str, chance: random.Random) -> None:
    article = whole_article(RawDocument("case.txt", text, "case"))
    mentions = find_mentions(article)
    quotes = []
    for found in re.finditer(r'"([^"]*)"', article.text):
        source = chance.choice([None, *mentions])
        quotes.append(Quote(Span(*found.span(1)), "direct", Span(*found.span()), source, None, 0.8, len(quotes)))
    linked, entities = link_speakers(article, mentions, quotes)
    assert [q.span for q in linked] == [q.span for q in quotes]
    for quote in linked:
        assert (quote.entity is None) == (quote.source is None)
        assert quote.entity is None or quote.entity < len(entities)
        assert 0 <= quote.confidence <= 0.8
    for entity in entities:
        assert entity.name
        assert all(m < len(entities) for m in entity.members)
        assert all(0 <= x.span.start < x.span.end <= len(article.text) and 0 < x.confidence <= 1 for x in entity.links)
    assert link_speakers(article, mentions, quotes) == (linked, entities)
