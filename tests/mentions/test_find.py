"""Mentions in hand-written cases, and what holds for any text; the fixture files say how to add a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.mentions import Mention

FIXTURES = Path(__file__).with_name("fixtures")
LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru"}


@dataclass(frozen=True)
class Case:
    """A text, what must be found in it and what must not."""

    title: str
    language: str
    text: str
    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]


def cases() -> list[Case]:
    """The cases of all fixture files."""
    found = []
    for file in sorted(FIXTURES.glob("*.txt")):
        for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, *lines = part.strip().split("\n")
            text = "\n".join(x for x in lines if not x.startswith(("+ ", "- ")))
            wanted = tuple(tuple(f.strip() for f in x[2:].split("|")) for x in lines if x.startswith("+ "))
            unwanted = tuple(x[2:].strip() for x in lines if x.startswith("- "))
            found.append(Case(f"{file.stem}: {title}", LANGUAGES[file.stem], text, wanted, unwanted))
    return found


def article(text: str, language: str = "en") -> Article:
    return replace(whole_article(RawDocument("case.txt", text, "case")), language=language)


def fits(mention: Mention, text: str, wanted: tuple[str, ...]) -> bool:
    """True where a mention is as a line of a case wants it."""
    own = (mention.head.of(text), mention.form, mention.kind, mention.gender, mention.span.of(text))
    return all(not want or want == mine for want, mine in zip(wanted, own, strict=False))


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_case(case: Case) -> None:
    whole = article(case.text, case.language)
    found = find_mentions(whole)
    shown = [(m.head.of(whole.text), m.form, m.kind, m.gender, m.span.of(whole.text)) for m in found]
    for wanted in case.wanted:
        assert any(fits(m, whole.text, wanted) for m in found), f"{wanted} is not among {shown}"
    for words in case.unwanted:
        assert words not in [m.head.of(whole.text) for m in found if m.form != "pronoun"], shown


WORDS = st.sampled_from(
    [
        *"Finch Mr. President the said of and he who , 's ’ U.S. O'Dowd (D-Nev.) Kremlin spokesman “ \" A. - von".split(
            " "
        ),
        "Anna",
        "Jr.",
        "ALL",
        "I",
        "—",
        "İ",
        "ß",
        "ﬁ",
        "𝔄",
        "\u200b",
        "1",
        "\n",
        "\n\n",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join)), st.sampled_from(sorted(LANGUAGES)))
def test_any_text(text: str, language: str) -> None:
    whole = article(text, LANGUAGES[language])
    found = find_mentions(whole)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(whole.text)
        assert mention.span.holds(mention.head)
        assert mention.role is None or mention.span.holds(mention.role)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end, m.head, m.form))
    assert len({(m.head, m.kind == "group") for m in found}) == len(found)
