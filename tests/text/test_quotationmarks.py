"""Quotation marks paired within a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.spans import Span
from reader.text.quotationmarks import Marked, marked_spans, opening_guillemet

CASES = [
    ('"Yes," he said. "No."', ["Yes,", "No."]),
    ("“Yes,” he said. “No.”", ["Yes,", "No."]),
    ("''Yes,'' he said.", ["Yes,"]),
    ("``Yes,'' he said.", ["Yes,"]),
    ("''He said 'mess'''", ["He said 'mess'"]),
    ("'Yes,' he said. It's the boys' turn.", ["Yes,"]),
    ("'The boys' turn,' he said.", ["The boys' turn,"]),
    ("‘The ’90s were better,’ he said.", ["The ’90s were better,"]),
    ("„Ja“, sagte er. „Nein“", ["Ja", "Nein"]),
    ("»Ja«, sagte er.", ["Ja"]),
    ("« Oui », dit-il.", ["Oui"]),
    ("”Ja”, sade han.", ["Ja"]),
    ("他说「是」。", ["是"]),
    ('He is 6\'2" tall. "Yes," he said.', ["Yes,"]),
    ('"One day it began, he said. "Two days on it ended."', ["One day it began, he said.", "Two days on it ended."]),
    ('"It runs on', ["It runs on"]),
    ('an odd mark" and more', []),
    ('""', []),
    ("«Он сказал „да“ и ушёл»", ["Он сказал „да“ и ушёл"]),
    ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
]


def outer(text: str) -> list[Marked]:
    """The outermost stretches of a text of one paragraph."""
    return [m for m in marked_spans(text, Span(0, len(text)), opening_guillemet(text)) if m.depth == 0]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_marks_are_paired(text: str, words: list[str]) -> None:
    assert [m.span.of(text) for m in outer(text)] == words


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = '"It runs on\n"and closes"'
    first = marked_spans(text, Span(0, 11))
    assert [(m.span.of(text), m.closed) for m in first] == [("It runs on", False)]


def test_what_stands_inside_another_has_a_depth() -> None:
    text = "“He said ‘no’ twice,” she said."
    assert [(m.span.of(text), m.depth) for m in marked_spans(text, Span(0, len(text)))] == [
        ("He said ‘no’ twice,", 0),
        ("no", 1),
    ]


def test_marks_in_marks_hold_what_stands_in_the_innermost() -> None:
    text = "「" * 3_000 + "a" + "」" * 3_000 + "「 」"
    found = marked_spans(text, Span(0, len(text)))
    assert len(found) == 3_000
    assert found[0].marks == Span(0, 6_001)
    assert (found[-1].depth, found[-1].span.of(text)) == (2_999, "a")


def test_single_marks_that_cross_a_double_give_way() -> None:
    text = "“a ‘b” c’ and “d”"
    assert [m.span.of(text) for m in marked_spans(text, Span(0, len(text)))] == ["a ‘b", "d"]


@settings(max_examples=200)
@given(st.text(alphabet="ab s.,?\"'“”„‘’«»‚‹›「」『』`—-()0", max_size=120))
def test_stretches_lie_in_the_text_and_do_not_cross(text: str) -> None:
    found = marked_spans(text, Span(0, len(text)), opening_guillemet(text))
    for one in found:
        assert 0 <= one.marks.start < one.span.start < one.span.end <= one.marks.end <= len(text)
        assert one.span.of(text) == one.span.of(text).strip()
    for one in found:
        for two in found:
            apart = not one.marks.overlaps(two.marks)
            assert apart or one.marks.holds(two.marks) or two.marks.holds(one.marks)
