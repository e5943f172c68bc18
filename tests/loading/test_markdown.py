"""Markdown: front matter, headings, offsets that lead back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cleaning.clean import clean
from reader.loading.load import load
from reader.model.articles import Article
from reader.model.problems import Problem

BODY = """
The council of Norrby voted on *Sunday* to sell the [old lighthouse](https://courier.example/old), its clerk said.

## A key that nobody has

"Let somebody else
buy the paint," said the mayor.

- the lamp
- the stairs
"""


def opened(folder: Path, text: str) -> Article:
    (folder / "a.md").write_bytes(text.encode())
    documents = load(str(folder / "a.md"))
    assert not isinstance(documents, Problem), str(documents)
    return clean(documents[0])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_states_the_metadata(tmp_path: Path, end: str) -> None:
    authors = "authors:\n  - Ada Quill\n  - Jon Berg\n"
    head = f'---\ntitle: "Lighthouse: sold"\nDate: 2024-05-12\n{authors}outlet: Courier\n---\n'
    article = opened(tmp_path, (head + BODY).replace("\n", end))
    assert article.title == "Lighthouse: sold"
    assert article.metadata.date is not None
    assert article.metadata.date.value == "2024-05-12"
    assert [fact.value for fact in article.metadata.authors] == ["Ada Quill", "Jon Berg"]
    assert article.metadata.outlet is not None
    assert article.metadata.outlet.value == "Courier"
    assert article.problems == ()


def test_front_matter_that_is_no_yaml_is_read_by_lines_and_said(tmp_path: Path) -> None:
    article = opened(tmp_path, "---\ntitle: Sold\ndate: 2024-05-12\nx: *y\n---\n" + BODY)
    assert article.title == "Sold"
    (problem,) = article.problems
    assert not problem.fatal
    assert "front matter" in problem.what
    assert problem.line == 4


def test_a_first_heading_is_the_title(tmp_path: Path) -> None:
    article = opened(tmp_path, "# Lighthouse sold\n" + BODY)
    assert article.title == "Lighthouse sold"
    assert [b.kind for b in article.blocks] == ["title", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


def test_offsets_lead_back_through_the_markup(tmp_path: Path) -> None:
    article = opened(tmp_path, BODY)
    (block,) = [b for b in article.blocks if "old lighthouse" in b.span.of(article.text)]
    words = block.span.of(article.text)
    assert words.startswith("The council of Norrby voted on Sunday to sell the old lighthouse, its")
    at = block.span.start + words.index("its clerk")
    back = article.raw_map.raw(block.span._replace(start=at, end=at + len("its clerk")))
    assert back is not None
    assert back.of(BODY) == "its clerk"
