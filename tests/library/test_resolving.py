"""A library resolved in databases on disk: the same speakers, statements and copies as one resolved in memory."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.library import grouping
from reader.library.composing import compose
from reader.library.digest import condensed, digest, digested, expanded
from reader.library.indexed import IndexedLibrary
from reader.library.packing import packed
from reader.library.pipeline import analyse_document
from reader.library.plan import Plan, Source
from reader.library.repeated import Repeated
from reader.library.snapshot import write
from reader.library.store import Done, Piece, Store, pressed
from reader.model.analysis import Analysis
from reader.model.documents import RawDocument
from reader.statements import index

FIRST = ("Mike", "Michael", "Bob", "Robert", "Jo", "Joanna", "J.", "Kim", "Garfield")
LAST = ("Orme", "Finch", "Wolski", "Kim", "Garfield", "Orme Jr")
ROLES = ("Texas governor", "French senator", "mayor of Lorberg", "Norwick police chief", "President", "union leader")
SAID = (
    "We will open the old bridge before the winter comes, whatever the council of this town decides",
    "We will open the old bridge before the winter",
    "Nobody in this harbour has ever seen a ferry captain solve a crossword at night",
    "ferry captain solve a crossword",
    "whatever the council of this town decides",
    "No",
    "unacceptable",
)
SENTENCES = (
    "“{said},” said {role} {first} {last}.", "{first} {last}, the {role}, left.", "“{said},” {last} said.",
    "“{said},” the {role} said.", "{last} met {first} {last} of the Port Authority.", "{first} said: “{said}.”",
    "“{said},” said {first} {last} and {other}.", "The Harbour Board and the {last} Foundation agreed.",
)  # fmt: skip

WIRE = (
    "Extraordinary circumstances notwithstanding, municipal authorities acknowledged unprecedented difficulties "
    "yesterday concerning waterfront infrastructure, engineering specialists reported afterwards."
)


def page(chance: random.Random, wire: Sequence[str]) -> str:
    """An article of sentences that share names and words with those of others; now and then a report from a wire."""
    lines = ["A headline about the bridge", "", "June 3, 2024", ""]
    lines += [*wire, ""] if chance.random() < 0.3 else []
    for _ in range(chance.randint(1, 5)):
        words = {"first": FIRST, "last": LAST, "other": LAST, "role": ROLES, "said": SAID}
        chosen = {name: chance.choice(choice) for name, choice in words.items()}
        lines += [chance.choice(SENTENCES).format(**chosen) + " It rained over the fields for a week.", ""]
    return "\n".join(lines)


def library(seed: int, size: int) -> list[tuple[str, Analysis]]:
    """The analyses of some made-up articles under keys of no order."""
    chance = random.Random(seed)
    found = []
    for key in chance.sample(range(1000), size):
        text = page(chance, (WIRE, WIRE.replace("municipal", "provincial")))
        found.append((f"{key:03}", analyse_document(RawDocument(f"{key:03}", text, f"{key:03}"))))
    return found


def on_disk(keyed: Sequence[tuple[str, Analysis]], folder: Path) -> IndexedLibrary:
    """The same library by way of the store and a snapshot."""
    store = Store(folder / "store.sqlite")
    pieces = [
        Done(key, "1", key, (Piece(pressed(packed(analysis)), key, "", "", "", *digested(analysis)),))
        for key, analysis in keyed
    ]
    store.keep(pieces, True)
    plan = Plan(("/library",), [Source(0, key, key) for key, _ in keyed], (), 0)
    write(folder / "snapshot.sqlite", plan, store, None, lambda what, done, total: None)
    return IndexedLibrary(folder / "snapshot.sqlite", ("/library",), store)


def assert_same(keyed: Sequence[tuple[str, Analysis]]) -> None:
    memory = compose(keyed)
    with tempfile.TemporaryDirectory() as folder:
        library = on_disk(keyed, Path(folder))
        speakers = [replace(speaker, entities=tuple(sorted(speaker.entities))) for speaker in library.speakers]
        assert speakers == list(memory.speakers)
        assert tuple(library.statements) == memory.statements
        assert dict(library.copies) == dict(memory.copies)
        for speaker in memory.speakers:
            assert list(library.occurrences(speaker.id)) == list(memory.occurrences(speaker.id))


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.integers(1, 12))
def test_any_library(seed: int, size: int) -> None:
    assert_same(library(seed, size))


def test_a_larger_library_with_words_that_many_quotes_have(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (index, grouping):
        monkeypatch.setattr(module, "COMMON_RUN", 5)
    monkeypatch.setattr(index, "_CROWDED", 6)
    monkeypatch.setattr(grouping, "KEPT", 3)
    keyed = library(1, 60)
    assert_same(keyed)
    memory = compose(keyed)
    assert len(memory.statements) > 3
    assert len(memory.copies) > 5
    assert len({speaker.name for speaker in memory.speakers}) < len(memory.speakers)


def test_the_same_words_in_many_articles_are_one_statement() -> None:
    """However many carry them: they count once among those who have a run of words, and all are reported."""
    pages = [f"Page {n}\n\n“{SAID[0]},” said Bob Wolski.\n\n“{SAID[0]},” Wolski said." for n in range(80)]
    pages += [f"Page {n}\n\n“{SAID[1]},” said Bob Wolski. It rained." for n in range(80, 82)]
    keyed = [(f"{n:03}", analyse_document(RawDocument(f"{n:03}", text, f"{n:03}"))) for n, text in enumerate(pages)]
    assert_same(keyed)
    assert [len({key for key, _ in statement.quotes}) for statement in compose(keyed).statements] == [82]


def test_the_same_words_twice_in_one_article_are_no_statement() -> None:
    text = f"Page\n\n“{SAID[0]},” said Bob Wolski.\n\n“{SAID[0]},” Wolski said."
    keyed = [("1", analyse_document(RawDocument("1", text, "1")))]
    assert_same(keyed)
    assert not compose(keyed).statements


def test_a_digest_comes_back_as_it_was() -> None:
    for _, analysis in library(3, 5):
        assert expanded(condensed(digest(analysis))) == digest(analysis)
    assert expanded(b"") is None
    assert expanded(b"nothing of the kind") is None


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=200))
def test_a_number_that_comes_twice_is_never_missed(numbers: list[int]) -> None:
    repeated = Repeated(len(numbers))
    repeated.add(numbers)
    assert {n for n in numbers if numbers.count(n) > 1} <= {*repeated.among(numbers)}
