"""The language of the library search, and what its queries find; the fixture files say how to add a case."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui.build import small

from reader.library.queries import Term, parse
from reader.library.searching import Hit, excerpt, search, spans_of
from reader.marks.marks import ArticleMark, ArticleRef, QuoteMark
from reader.model.problems import ReaderError
from reader.text.folding import folded

FIXTURES = Path(__file__).with_name("fixtures")


def cases(name: str) -> list[tuple[str, list[str]]]:
    """(what is typed, the lines below it) of a fixture file."""
    found: list[tuple[str, list[str]]] = []
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            found.append((line, []))
    return found


def told(term: Term) -> str:
    days = ""
    if term.days:
        days = f"{term.days.first} to {term.days.last}".strip() if term.days.last else f"{term.days.first} on"
    parts = ["-" * term.negated, term.field, *term.words, term.value, days, "=" * term.whole]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("typed", "expected"), cases("queries.txt"))
def test_what_is_typed_is_understood(typed: str, expected: list[str]) -> None:
    try:
        lines = [told(term) for term in parse(typed).terms]
    except ReaderError as error:
        lines = [f"! {error}"]
    assert lines == expected


@given(st.text())
def test_whatever_is_typed_is_a_query_or_refused_in_a_sentence(typed: str) -> None:
    with suppress(ReaderError):
        parse(typed)


def marked(key: str) -> ArticleMark | None:
    ref = ArticleRef(key, f"{key}.txt")
    hurts = QuoteMark("It hurts.", star=True, tags=("money",), note="Check the price")
    return {
        "bridge": ArticleMark(ref, ("war/ceasefire",), read=True, note="Ask the mayor about June"),
        "prices": ArticleMark(ref, quotes=(hurts,)),
    }.get(key)


def found(typed: str) -> list[str]:
    library = small()
    return [shown(library.analysis(hit.key).article, hit) for hit in search(library, parse(typed), marked)]


def shown(article, hit: Hit) -> str:  # type: ignore[no-untyped-def]
    words, lit = excerpt(article, hit)
    if hit.kind != "article":
        assert hit.span.length
    for span in reversed(lit):
        words = f"{words[: span.start]}[{span.of(words)}]{words[span.end :]}"
    return f"{hit.key} {hit.kind} {words}"


@pytest.mark.parametrize(("typed", "expected"), cases("searches.txt"))
def test_what_is_asked_for_is_found(typed: str, expected: list[str]) -> None:
    assert (found(typed) or ["nothing"]) == expected


def test_nothing_typed_finds_nothing() -> None:
    assert found("  ") == []


def test_a_quote_that_lies_in_a_paragraph_is_named() -> None:
    hit = next(iter(search(small(), parse('"cannot patch"'), marked)))
    assert hit.quote == 0


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("elysee", "The ÉLYSÉE said", ["ÉLYSÉE"]),
        ("Élysée", "elysee", ["elysee"]),
        ("resume", "a re\u0301sume\u0301 here", ["re\u0301sume\u0301"]),
        ('"root causes"', "the root\n  causes, root-causes, root cause", ["root\n  causes", "root-causes"]),
        ("caus", "causes because", ["causes"]),
        ("北京", "他在北京说", ["北京"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("u.s.", "in the U.S. today", ["U.S"]),
        ('"don’t know"', "I don't know", ["don't know"]),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(typed: str, text: str, words: list[str]) -> None:
    (term,) = parse(typed).terms
    assert [span.of(text) for span in spans_of(term, text)] == words


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)
