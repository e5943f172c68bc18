"""Forms of nouns and names that follow from a rule: English plurals, Russian cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache


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


def nominative(name: str) -> str:
    """A Russian person's name, in whatever case it stands, as it is called; others and doubtful ones as they are."""
    if not name or not "а" <= name[0].lower() <= "я":
        return name
    first, *rest = name.split()
    if not rest:
        return _ended(first, _PLAIN)
    found = _given_names().get(first.lower())
    if found is None or found[0] == first.lower():
        return name
    given, endings = found[0].title(), _MALE if found[1] == "m" else _FEMALE
    return " ".join([given, *(_ended(word, endings) for word in rest)])


def _ended(word: str, endings: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A surname with the ending of the nominative."""
    for pattern, ending in endings:
        made, count = pattern.subn(ending, word)
        if count:
            return made
    return word


@cache
def _given_names() -> Mapping[str, tuple[str, str]]:
    """First name in any case -> (its nominative, the gender); a form that is a nominative too counts as that."""
    from reader.languages.ru import names

    every = [(n, gender) for words, gender in ((names.MALE, "m"), (names.FEMALE, "f")) for n in words.split()]
    found = {form: (n, gender) for n, gender in every for form in russian_cases(n)}
    return {**found, **{n: (n, gender) for n, gender in every}}


def _rules(*pairs: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pair.split(" > ")[0] + "$"), pair.split(" > ")[1]) for pair in pairs)


_PLAIN = _rules(r"([оеё]в|ин)ой > \1а", r"([оеё]в|ин)ым > \1", r"([сц]к)(?:ого|ому|им) > \1ий")
"""Endings that tell the case by themselves."""
_MALE = _rules(
    r"([оеё]в|[иы]н)(?:а|у|ым|е) > \1", r"([сц]к)(?:ого|ому|им|ом) > \1ий", r"(?:ого|ому|ым) > ый",
    r"([бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е) > \1", r"([лнрт])[яю] > \1ь",
)  # fmt: skip
_FEMALE = _rules(r"([оеё]в|[иы]н)(?:ой|у) > \1а", r"([сц]к)(?:ой|ую) > \1ая", r"([оеи][вч]н)(?:ы|е|у|ой) > \1а")
