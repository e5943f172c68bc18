"""What must hold for any text whatever: nothing is lost, nothing overlaps, offsets lead back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning.clean import clean
from reader.cleaning.whole import whole_article
from reader.loading.formats.plain import split_document
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.spans import Span

SCRAPS = st.sampled_from(
    [
        "\n", "\r", "\r\n", " ", "\t", "\xa0", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\ufeff", "> ", ">", ">> ",
        "• ", "* ", "- ", "12. ", "<u>", "</u>", "<p>", "<", "KEY POINTS", "TL;DR", "By Ada Quill", "12 May 2024",
        "2024-05-12", "Share", "Comments", "Related: ", "https://example.org/a-b c-d", "Original url:", "© 2024",
        "“It will close.” ", '"', "said the mayor of the town on Sunday. ", "The old bridge will close in June. ",
        "=====", "-----", "***", "Title: ", "The council of the harbour town voted to repair the old bridge next year, "
        "its mayor said on Monday after a long night of talks. ", "長い文章です。", "Это предложение. ", "\ud83d\ude00",
        "\U0001f600", "e\u0301", "\u200f", "A LOT TO DO", "Photo: Jane Doe / AFP", "0", "…",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=30)), max_size=60).map("".join)


def raw_of(text: str) -> RawDocument:
    return RawDocument(path="a.txt", text=text, id="0")


def check(article: Article, text: str, begin: int = 0, end: int | None = None) -> None:
    """Every character that is not white space is in one block, in order, and offsets lead back to it."""
    done = begin
    for block in article.blocks:
        assert block.raw is not None
        assert block.raw.start >= done, "blocks overlap or are out of order"
        assert not text[done : block.raw.start].strip(), "characters between two blocks"
        assert block.lines is not None
        assert block.lines[0] <= block.lines[1]
        done = block.raw.end
        for at in range(block.span.start, block.span.end):
            back = article.raw(Span(at, at + 1))
            if back is not None and not article.text[at].isspace():
                assert text[back.start] == article.text[at]
                assert block.raw.start <= back.start < block.raw.end
    assert not text[done:end].strip()


@given(TEXTS)
@settings(max_examples=300)
def test_cleaning_loses_nothing(text: str) -> None:
    check(clean(raw_of(text)), text)


@given(TEXTS)
@settings(max_examples=100)
def test_taking_whole_loses_nothing(text: str) -> None:
    check(whole_article(raw_of(text)), text)


@given(TEXTS)
@settings(max_examples=150)
def test_parts_of_a_file_lose_nothing(text: str) -> None:
    done = 0
    for document in split_document(raw_of(text)):
        assert not text[done : document.start].strip()
        done = document.start + len(document.text)
        assert text[document.start : done] == document.text
        check(clean(document), text, document.start, done)
    assert not text[done:].strip()


@given(TEXTS)
@settings(max_examples=100)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert clean(raw_of(text)) == clean(raw_of(text))


@pytest.mark.parametrize("text", ["", " \n\n ", "\r\r\r", "word", "> \n>\n>>\n> >\n"])
def test_next_to_nothing(text: str) -> None:
    check(clean(raw_of(text)), text)
