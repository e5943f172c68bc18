"""Utterances, weights and the parts that the fixtures do not show."""

from __future__ import annotations

import json

import pytest

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.model.quotes import Quote
from reader.quoting.find import calibrated, find_quotes
from reader.quoting.learned import DATA
from reader.quoting.trees import Trees, planted, shares
from reader.quoting.weights import shipped, weights_of


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotes of a text taken whole."""
    article = whole_article(RawDocument("case.txt", text, "case"))
    return find_quotes(article, find_mentions(article))


def spoken(text: str) -> list[Quote]:
    """The marked ones that are somebody's."""
    return [q for q in quotes_of(text) if q.kind in ("direct", "mixed")]


def test_the_parts_that_a_cue_splits_share_an_utterance() -> None:
    one, two = spoken('"The bridge is closed," Tom Reed said. "It will stay closed all week."')
    assert one.utterance == two.utterance


def test_two_quotes_with_a_cue_each_are_two_utterances() -> None:
    one, two = spoken('"The bridge is closed," Tom Reed said. Laura Finch said: "The shops are open this week."')
    assert one.utterance != two.utterance


def test_a_quote_that_runs_on_is_one_utterance() -> None:
    first, second, third = spoken(
        '"We came with nothing," Laura Finch said. "We built it all.\n\n'
        '"Then the river rose again, and we left."\n\nShe sat.'
    )
    assert first.utterance == second.utterance == third.utterance


def test_a_quote_inside_a_quote_is_part_of_it() -> None:
    (quote,) = spoken("\"He told us 'never again' that day,\" Laura Finch said.")
    assert quote.marks is not None


def test_reported_speech_has_content_source_and_cue() -> None:
    text = "Laura Finch said that the bridge would stay closed until the river falls."
    (quote,) = [q for q in quotes_of(text) if q.kind == "indirect"]
    assert quote.span.of(text) == "that the bridge would stay closed until the river falls"
    assert quote.source is not None
    assert quote.source.span.of(text) == "Laura Finch"
    assert quote.cue is not None
    assert quote.cue.of(text) == "said"


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="version 0"):
        weights_of({**json.loads(DATA), "version": 0})


def test_other_weights_can_be_handed_in() -> None:
    text = '"The bridge is closed," Tom Reed said.'
    article = whole_article(RawDocument("case.txt", text, "case"))
    mentions = find_mentions(article)
    assert find_quotes(article, mentions, weights_of(json.loads(DATA))) == find_quotes(article, mentions)


def test_calibration_rises_and_stays_a_probability() -> None:
    beliefs = [calibrated(shipped(), n / 100) for n in range(101)]
    assert beliefs == sorted(beliefs)
    assert 0 <= beliefs[0] <= beliefs[-1] <= 1


def test_trees_are_summed() -> None:
    trees = Trees(planted([0, -1, -1, -1], [1.5, 2.0, -2.0, 0.25], [2, 0, 0, 0], [0, 3]), 0.5, ())
    assert trees.score([1.0]) == 2.75
    assert trees.score([2.0]) == -1.25
    assert trees.score([2.0], 1) == 0.25


def test_shares_sum_to_one() -> None:
    assert sum(shares([1.0, 2.0, 3.0])) == pytest.approx(1.0)


INTERVIEW = """Nora Feld on the flood

Nora Feld, the mayor of Eastport, spoke with us on Friday. Feld has led the town for years. Tom Reed was there too.

Q: How bad is the damage?

A: It is worse than we thought. The bridge is gone.

Q: Who will pay for it?

A: The state, I hope.
"""


def test_the_answers_of_an_interview_are_the_words_of_whom_its_first_lines_name() -> None:
    quotes = [q for q in quotes_of(INTERVIEW) if q.rule == "interview"]
    told = [(q.span.of(INTERVIEW), q.source.head.of(INTERVIEW)) for q in quotes if q.source]
    assert told == [
        ("How bad is the damage?", "Q"),
        ("It is worse than we thought. The bridge is gone.", "Nora Feld"),
        ("Who will pay for it?", "Q"),
        ("The state, I hope.", "Nora Feld"),
    ]


def test_one_question_and_one_answer_make_no_interview() -> None:
    assert not [q for q in quotes_of("Q: Who pays?\n\nA: The state.\n\nIt was cold.") if q.rule == "interview"]


STATEMENT = """The bridge stays closed, the town said.

Laura Finch, the head of the harbour office, said in a statement:

We regret what happened. Our people worked through the night.

It is a hard winter for us all.

The council meets on Friday."""


def test_a_statement_without_marks_is_found_below_its_colon() -> None:
    quotes = [q for q in quotes_of(STATEMENT) if q.rule == "block"]
    assert [q.span.of(STATEMENT)[:20] for q in quotes] == ["We regret what happe", "It is a hard winter "]
    assert {q.source.head.of(STATEMENT) for q in quotes if q.source} == {"Laura Finch"}


def test_a_colon_before_the_reporters_own_words_brings_in_no_statement() -> None:
    text = "Laura Finch said this about the bridge:\n\nThe bridge was built in 1950 and cost a million."
    assert not [q for q in quotes_of(text) if q.rule == "block"]


def test_a_name_right_before_a_colon_is_the_source() -> None:
    text = 'Pollsters agree - Carl Winter: "Keep on calling voters until the last day."'
    (quote,) = spoken(text)
    assert quote.source is not None
    assert quote.source.span.of(text) == "Carl Winter"


def test_trees_answer_the_same_after_many_rows() -> None:
    trees = Trees(planted([0, -1, -1], [1.5, 2.5, -1.5], [2, 0, 0], [0]), 0.25, ())
    assert {trees.score([1.0, 0.0]) for _ in range(1000)} == {2.75}
    assert {trees.score([2.0, 0.0]) for _ in range(1000)} == {-1.25}
