"""The learned model: its tables fit its columns, other weights can be handed in, and it says why."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reader.cleaning import context, features
from reader.cleaning.clean import clean
from reader.cleaning.learned import DATA
from reader.cleaning.segments import best_segments
from reader.cleaning.weights import use_weights, weights, weights_of
from reader.model.documents import RawDocument

TEXT = "\n\n".join(
    (
        "Home", "News", "Lighthouse of Norrby sold after all",
        "The council of Norrby voted on Sunday to sell the old lighthouse to the highest bidder, its clerk said.",
        "The keeper's grandson said that he would not hand over the key that his grandfather had left him.",
        "Ten things to do this week",
    )
)  # fmt: skip


@pytest.fixture(autouse=True)
def _own_weights() -> Iterator[None]:
    yield
    use_weights(None)


def test_the_tables_fit_the_columns() -> None:
    shipped = weights_of(json.loads(DATA))
    assert len(shipped.first) == features.COLUMNS.total
    assert len(shipped.second) == features.COLUMNS.total + context.COLUMNS.total


def test_every_dropped_line_and_paragraph_says_why() -> None:
    article = clean(RawDocument(path="a.txt", text=TEXT, id="0"))
    rules = {b.span.of(article.text)[:8]: b.rule for b in article.blocks}
    assert rules["Home"] == "navigation"
    assert rules["Lighthou"] == "headline"
    assert rules["The coun"].startswith("body model 0.")
    assert all(b.rule for b in article.blocks)


def test_other_weights_are_used_until_they_are_taken_back() -> None:
    data = json.loads(DATA)
    use_weights({**data, "bias": -100.0})
    assert weights().bias == -100.0
    dropped = clean(RawDocument(path="a.txt", text=TEXT, id="0"))
    use_weights(None)
    kept = clean(RawDocument(path="a.txt", text=TEXT, id="0"))
    assert weights().bias == data["bias"]
    assert dropped != kept


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="version"):
        use_weights({"version": 99})


@pytest.mark.parametrize(
    ("logits", "cost", "inside"),
    [
        ([1.0, 1.0, -1.0, 1.0], 5.0, [False, False, False, False]),
        ([3.0, 3.0, -1.0, 3.0], 2.0, [True, True, True, True]),
        ([3.0, -5.0, -5.0, 3.0], 1.0, [True, False, False, True]),
        ([-1.0, 4.0, -1.0], 1.0, [False, True, False]),
        ([], 1.0, []),
    ],
)
def test_segments(logits: list[float], cost: float, inside: list[bool]) -> None:
    assert best_segments(logits, [0] * len(logits), 0.0, cost) == inside
