"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from reader.cleaning.units import Unit
from reader.languages.known import CODES, basics

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3000
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
_ANY_SCRIPT = re.compile(
    "[\u0370-\u03ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)
LEAST = 0.08
"""Share of a text's words that must be a language's commonest for it to count as written in it."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it cannot be told.

    Languages there is data for are told by the share of their commonest words, others by their script.
    """
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample.lower())
    letters = max(1, sum(map(len, found)))
    if _ANY_SCRIPT.search(sample):
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) * 3 > letters:
                return code
    if len(found) < 5:
        return None
    common = Counter(chain.from_iterable(filter(None, map(_commonest().get, found))))
    shares = {code: common[code] for code in CODES}
    best = max(CODES, key=lambda code: shares[code])
    return best if shares[best] >= LEAST * len(found) else None


@cache
def _commonest() -> Mapping[str, tuple[str, ...]]:
    """The commonest words of all languages -> the languages they are common in."""
    found: dict[str, tuple[str, ...]] = {}
    for code in CODES:
        for word in basics(code).COMMON:
            found[word] = (*found.get(word, ()), code)
    return found


def stated_language(said: Mapping[str, str]) -> str | None:
    """The ISO 639-1 code that a document's format states, or None."""
    code = said.get("language", said.get("lang", ""))[:2].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def is_caseless(units: Sequence[Unit]) -> bool:
    """True where most of the longer lines are in a script without capitals, unknown to the learned model."""
    cased = caseless = 0
    for unit in units:
        m = unit.measures
        if m.length >= 40:
            if m.lower + m.upper:
                cased += m.length
            else:
                caseless += m.length
    return caseless > cased
