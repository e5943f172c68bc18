"""What one outlet made of an utterance, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.statements.differences import changed_meaning, differences

FULL = "There are certainly reasons to be hopeful. We will open the bridge on June 3, and nobody will pay."


def kinds(version: str, full: str = FULL) -> list[tuple[str, str, str]]:
    return [(d.kind, d.words, d.instead) for d in differences(full, version) if d.kind != "same"]


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (FULL, []),
        (FULL.upper(), []),
        (FULL.replace("certainly ", ""), [("dropped", "", "certainly")]),
        (FULL.replace("hopeful", "very hopeful"), [("added", "very", "")]),
        (FULL.replace("hopeful", "optimistic"), [("changed", "optimistic.", "hopeful.")]),
        (
            "There are certainly reasons to be hopeful.",
            [("cut", "", "We will open the bridge on June 3, and nobody will pay.")],
        ),
        (
            "We will open the bridge on June 3, and nobody will pay.",
            [("cut", "", "There are certainly reasons to be hopeful.")],
        ),
        (
            "[The city] will open the bridge on June 3, and nobody will pay.",
            [("cut", "", "There are certainly reasons to be hopeful."), ("inserted", "[The city]", "We")],
        ),
        (FULL.replace("We", "We [the city]"), [("inserted", "[the city]", "")]),
        (FULL.replace("We", "[The city]"), [("inserted", "[The city]", "We")]),
        (FULL.replace(" hopeful. We will", " … "), [("cut", "…", "hopeful. We will")]),
    ],
)
def test_each_change_is_named(version: str, expected: list[tuple[str, str, str]]) -> None:
    assert kinds(version) == expected


@pytest.mark.parametrize(
    ("version", "reasons"),
    [
        (FULL.replace("We will open", "We will not open"), ("negation",)),
        (FULL.replace("We will open", "We won't open"), ("negation",)),
        (FULL.replace("June 3", "June 30"), ("number",)),
        (FULL.replace("three", "four"), ()),
        (FULL.replace("certainly ", ""), ()),
        ("There are certainly reasons to be hopeful.", ()),
    ],
)
def test_a_changed_meaning_is_noticed(version: str, reasons: tuple[str, ...]) -> None:
    assert changed_meaning(differences(FULL, version)) == reasons


def test_another_name_is_noticed() -> None:
    full, version = "I spoke with Anna about the mill", "I spoke with Berta about the mill"
    assert changed_meaning(differences(full, version)) == ("name",)


WORDS = st.lists(st.sampled_from("we will not open the old bridge on June 3 [again] … don't , .".split()), max_size=30)


@given(WORDS, WORDS)
def test_every_word_of_both_versions_is_accounted_for(full: list[str], version: list[str]) -> None:
    found = differences(" ".join(full), " ".join(version))

    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalnum())

    assert letters("".join(d.words for d in found)) == letters("".join(version))
    assert letters("".join(d.instead for d in found)) == letters("".join(full))


def test_a_negation_that_only_moved_changes_nothing() -> None:
    assert changed_meaning(differences("We cannot patch this old bridge", "This old bridge cannot be patched")) == ()
