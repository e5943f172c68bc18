"""Where sentences end; `|` marks the ends in the examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.languages.known import basics
from reader.text.sentences import SentenceWords, sentence_spans

EXAMPLES = {
    "en": [
        "The bridge is old.| It will close.",
        "Mr. Hale met Gen. Stone on Jan. 3 in St. Norrby.| Nobody knew why.",
        "He lives in the U.S. and likes it.| She lives in the U.S.| They never met.",
        '"It will close," she said.| "Soon?"| "In June!"',
        "J. R. Hartwig paid $3.50 for it.| Then he left...| Or so they say.",
        "It opens at 9 a.m. on Monday.",
        "“Who said so?” he asked.| Nobody did.",
    ],
    "de": ["Das kostet z.B. 3,5 Mio. Euro.| Dr. Hartwig schwieg.", "Am 3. Mai war es so weit.| Danach nicht mehr."],
    "fr": ["M. Hartwig a voté.| Il est parti !| Pourquoi ?"],
    "zh": ["桥很旧。|它将关闭。"],
}


@pytest.mark.parametrize(("language", "example"), [(code, text) for code, texts in EXAMPLES.items() for text in texts])
def test_sentences(language: str, example: str) -> None:
    words = basics(language)
    rules = SentenceWords(words.ABBREVIATIONS, words.CLOSING_ABBREVIATIONS, words.STARTERS, words.MONTHS)
    text = example.replace("|", "")
    assert [span.of(text) for span in sentence_spans(text, words=rules)] == [s.strip() for s in example.split("|")]


@given(st.text(alphabet='aB. \n!?"“”…。1', max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(span.of(text) for span in sentence_spans(text))
    assert "".join(kept.split()) == "".join(text.split())
