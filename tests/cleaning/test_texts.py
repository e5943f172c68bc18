"""The texts in `texts/`, each line with what it is; README.md there says how to add one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cleaning.clean import clean
from reader.model.articles import KINDS, Article, Fact
from reader.model.documents import RawDocument

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
GONE = {"dropped", "related", "note", "meta"}


def case(file: Path) -> tuple[dict[str, str], list[str], str]:
    """What is known of a text, what its lines are, and the text itself."""
    head, bar, rest = file.read_text(encoding="utf-8").partition("\n====\n")
    if not bar:
        head, rest = "", file.read_text(encoding="utf-8")
    known = dict(line.split(": ", 1) for line in head.splitlines() if line)
    pairs = [line.partition("|") for line in rest.splitlines()]
    return known, [left.strip() for left, _, _ in pairs], "\n".join(right.removeprefix(" ") for _, _, right in pairs)


def found(article: Article, field: str) -> str:
    """What the article says, `-` for nothing."""
    if field == "language":
        return article.language or "-"
    if field == "authors":
        return ", ".join(fact.value for fact in article.metadata.authors) or "-"
    fact = getattr(article.metadata, field)
    return fact.value if isinstance(fact, Fact) else "-"


@pytest.mark.parametrize("file", TEXTS, ids=lambda f: f.stem)
def test_every_line_is_what_it_is(file: Path) -> None:
    _, kinds, text = case(file)
    assert set(kinds) <= {*KINDS, "gone", ""}
    article = clean(RawDocument(path=file.name, text=text, id="0"))
    of_line = {line: b.kind for b in article.blocks if b.lines for line in range(b.lines[0], b.lines[1] + 1)}
    wrong = [
        f"line {number} is {of_line.get(number, 'lost')}, not {kind}: {line[:60]}"
        for number, (kind, line) in enumerate(zip(kinds, text.split("\n"), strict=True), 1)
        if kind and of_line.get(number) != kind and not (kind == "gone" and of_line.get(number) in GONE)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", TEXTS, ids=lambda f: f.stem)
def test_what_is_known_of_the_article_is_found(file: Path) -> None:
    known, _, text = case(file)
    article = clean(RawDocument(path=file.name, text=text, id="0"))
    assert {field: found(article, field) for field in known} == known
