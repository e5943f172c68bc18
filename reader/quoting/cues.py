"""The words that report speech, every form of them with its sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Literal, NamedTuple

from msgspec import Struct

from reader.languages.known import CODES

Sort = Literal["say", "tell", "write", "claim", "call", "speak"]
Form = Literal["base", "s", "past", "ing", "done"]
SORTS: tuple[Sort, ...] = ("speak", "call", "claim", "write", "tell", "say")
"""Weakest first: a word that is in two keeps the later."""


class Cue(NamedTuple):
    """A form of a verb that reports speech."""

    sort: Sort
    form: Form
    lemma: str


class Lexicon(Struct, frozen=True, eq=False):
    """What a language's cue file says, made ready for looking up single words in lower case."""

    code: str
    verbs: Mapping[str, Cue]
    nouns: frozenset[str]
    auxiliary: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: Mapping[str, str]
    scare: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    """What stands before a source, word by word: ("according", "to")."""
    what: frozenset[str]
    """What opens "what X called ..."."""
    that: frozenset[str]
    """What opens a reported clause."""
    special: Mapping[str, str]
    """Prepositions with a part of their own, to the name of their sort in reader.quoting.classes."""
    adverb: tuple[str, ...]
    """Endings of adverbs."""
    determiners: frozenset[str]
    tail: str
    """Dashes that may stand between a quote and what reports it."""
    turns: Mapping[str, str]
    """Label of an interview -> "question" or "answer"."""
    ourselves: frozenset[str]
    """Words by which a statement speaks of who makes it."""


@cache
def lexicon(code: str | None) -> Lexicon:
    """The cues of a language; English's where there is no file for it."""
    known = code if code in CODES else "en"
    data = import_module(f"reader.languages.{known}.cues")
    verbs: dict[str, Cue] = {}
    for sort in SORTS:
        for form in _forms(data, getattr(data, sort.upper())):
            verbs[form[0]] = Cue(sort, form[1], form[2])
    return Lexicon(
        code=str(known), verbs=verbs, nouns=_with_plurals(data), auxiliary=data.AUXILIARY,
        prepositions=data.PREPOSITIONS,
        conjunctions=data.CONJUNCTIONS, pronouns=data.PRONOUNS, scare=data.SCARE,
        sources=tuple(tuple(s.split()) for s in data.SOURCE), what=data.WHAT, that=data.THAT, adverb=data.ADVERB,
        special=data.SPECIAL, determiners=data.DETERMINERS, tail=data.TAIL,
        turns=data.TURNS, ourselves=data.OURSELVES,
    )  # fmt: skip


def _with_plurals(data: ModuleType) -> frozenset[str]:
    """The nouns that report speech with their plurals, where the language makes them with a plain ending."""
    nouns = data.NOUN.split()
    if not data.INFLECT:
        return frozenset(n.lower() for n in nouns)
    return frozenset([*nouns, *(n + "s" for n in nouns), *(n[:-1] + "ies" for n in nouns if n.endswith("y"))])


def _forms(data: ModuleType, words: str) -> Iterator[tuple[str, Form, str]]:
    """(word, form, lemma) of every verb listed."""
    if not data.INFLECT:
        for group in words.split(","):
            forms = group.split()
            for form in forms:
                yield form, "past", forms[0]
        return
    irregular = {row.split()[0]: row.split()[1:] for row in data.IRREGULAR.split(",")}
    for lemma in words.split():
        yield lemma, "base", lemma
        yield _third(lemma), "s", lemma
        yield _gerund(lemma, irregular.get(lemma, ("",))[0]), "ing", lemma
        past, done = irregular.get(lemma) or (_past(lemma), _past(lemma))
        if done != past:
            yield done, "done", lemma
        yield past, "past", lemma


def _third(lemma: str) -> str:
    """says, replies, stresses."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o", "z")) else "s")


def _past(lemma: str) -> str:
    """added, argued, replied."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _gerund(lemma: str, past: str) -> str:
    """saying, arguing; a consonant doubled in the past is doubled here ("admitting")."""
    if past.startswith(lemma) and len(past) == len(lemma) + 3 and past[len(lemma)] == lemma[-1]:
        return past[:-2] + "ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"
