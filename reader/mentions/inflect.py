"""Forms of nouns and names that follow from a rule: English plurals, Russian cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping


def english_plurals(singulars: Iterable[str], irregular: Mapping[str, str]) -> dict[str, str]:
    """English plural -> singular of nouns."""
    found = dict(irregular)
    for word in singulars:
        if word.endswith("man"):
            found[word[:-3] + "men"] = word
        elif word.endswith("y") and word[-2:-1] not in "aeiou":
            found[word[:-1] + "ies"] = word
        elif word.endswith(("s", "sh", "ch", "x")):
            found[word + "es"] = word
        else:
            found[word + "s"] = word
    return found


def russian_cases(word: str) -> Iterator[str]:
    """The singular cases of a Russian noun or name in the nominative, that one first."""
    yield word
    stem, last = word[:-1], word[-1:]
    endings = {"й": "я ю ем е", "ь": "я ю ем е и", "а": "ы и е у ой", "я": "и е ю ей"}.get(last)
    if endings is None:
        stem, endings = word, "а у ом е"
    for ending in endings.split():
        yield stem + ending


_CASE = re.compile(r"(?:ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ую|юю|ым|им|ом|ем|ая|яя|ий|ый|а|я|у|ю|е|ы|и|й|ь)$")


def uninflected(word: str) -> str:
    """A lower-case word without the ending of its case, so that the cases of a name meet; others as they are."""
    return _CASE.sub("", word) if len(word) > 3 and "а" <= word[0] <= "я" else word
