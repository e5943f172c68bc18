"""Several articles in one text file: told apart where it is sure, left together where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cleaning.clean import clean
from reader.loading.load import load
from reader.loading.splitting import parts_of
from reader.model.problems import Problem

FIRST = """\
Bridge to close for a year

The old harbour bridge will close in June for at least a year of repairs, the mayor of Eastport said on Sunday.

"We cannot patch it for ever," she told reporters at the quay, where nobody had asked her to.

The ferry will be free.
"""
SECOND = """\
Lighthouse to be sold after all

The council of Norrby voted on Sunday to sell the old lighthouse to the highest bidder.

"Let somebody else buy the paint," said the mayor after the vote, which had gone on until midnight and a little beyond.

The keeper's grandson keeps the key.
"""
FIELDS = "Source: The Courier\nDate: 12 May 2024\n\n"


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "\n==========\n\n" + SECOND,
        "Press review\n==========\n" + FIRST + "\n==========\n\n" + SECOND,
        "Document 1 of 2\n\n" + FIRST + "\nDocument 2 of 2\n\n" + SECOND,
        "1 of 2 DOCUMENTS\n\n" + FIRST + "\n\n2 of 2 DOCUMENTS\n\n" + SECOND,
        "Title: A\n" + FIELDS + FIRST + "\nTitle: B\n" + FIELDS + SECOND,
        "-----\n" + FIELDS + FIRST + "\n-----\n" + FIELDS + SECOND,
    ],
)
def test_two_articles_are_two(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    documents = load(str(tmp_path / "a.txt"))
    assert not isinstance(documents, Problem)
    assert [d.part for d in documents] == [1, 2]
    lines = text.split("\n")
    for document, words in zip(documents, ("We cannot patch it", "Let somebody else"), strict=True):
        article = clean(document)
        (block,) = [b for b in article.blocks if words in b.span.of(article.text)]
        assert block.kind == "paragraph"
        assert block.raw is not None
        assert words in text[slice(*block.raw)]
        assert block.lines is not None
        assert words in lines[block.lines[0] - 1]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        FIRST + "\n-----\n\nThe next council meets in July, when the swallows are back.\n",
        FIRST + "\n* * *\n\n" + SECOND.replace("Lighthouse to be sold after all\n\n", ""),
        FIRST + "\n==========\n\nThe author lives in Eastport.\n",
        "Title: A\n" + FIRST,
        "",
        "=====\n" * 30,
    ],
)
def test_one_article_stays_one(text: str) -> None:
    assert len(parts_of(text)) == 1


def test_parts_cover_the_text() -> None:
    text = FIRST + "\n=====\n" + SECOND + "\n=====\n" + FIRST
    parts = parts_of(text)
    assert len(parts) == 3
    assert "".join(part.of(text) for part in parts) == text
