"""Which language a text is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.units import Unit
from reader.languages.known import CODES, basics

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
LEAST = 0.08
"""Share of a text's words that must be a language's commonest for it to count as written in it."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it cannot be told.

    Languages there is data for are told by the share of their commonest words, others by their script.
    """
    sample = text[:_SAMPLE]
    letters = max(1, sum(c.isalpha() for c in sample))
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) * 3 > letters:
            return code
    words = [w.lower() for w in _WORD.findall(sample)]
    if len(words) < 5:
        return None
    shares = {code: sum(w in basics(code).COMMON for w in words) / len(words) for code in CODES}
    best = max(CODES, key=lambda code: shares[code])
    return best if shares[best] >= LEAST else None


def is_caseless(units: Sequence[Unit]) -> bool:
    """True where most of the longer lines are in a script without capitals, of which the learned model knows nothing."""
    cased = caseless = 0
    for unit in units:
        m = unit.measures
        if m.length >= 40:
            if m.lower + m.upper:
                cased += m.length
            else:
                caseless += m.length
    return caseless > cased
