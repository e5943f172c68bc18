"""What sort of item each item of a passage is, and which mention a cue belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from reader.quoting.cues import Cue, Lexicon, lexicon
from reader.quoting.passages import MENTION, QUOTE, Passage


class Sort:
    """Sorts of item, told apart by the word alone: plain numbers, since they are compared millions of times."""

    EDGE: Final = 0
    BREAK: Final = 1
    QUOTE: Final = 2
    MENTION: Final = 3
    COMMA: Final = 4
    COLON: Final = 5
    DASH: Final = 6
    STOP: Final = 7
    BRACKET: Final = 8
    SIGN: Final = 9
    SAY: Final = 10
    TELL: Final = 11
    WRITE: Final = 12
    CLAIM: Final = 13
    CALL: Final = 14
    SPEAK: Final = 15
    SAYING: Final = 16
    CALLING: Final = 17
    NOUN: Final = 18
    AUXILIARY: Final = 19
    THAT: Final = 20
    PREPOSITION: Final = 21
    TO: Final = 22
    BY: Final = 23
    OF: Final = 24
    AS: Final = 25
    CONJUNCTION: Final = 26
    DETERMINER: Final = 27
    PRONOUN: Final = 28
    ADVERB: Final = 29
    ED: Final = 30
    ING: Final = 31
    ES: Final = 32
    OTHER: Final = 33
    NUMBER: Final = 34
    POSSESSIVE: Final = 35
    SCARE: Final = 36
    SOURCE: Final = 37
    BARE: Final = 38


_SIGNS = {
    QUOTE: Sort.QUOTE, MENTION: Sort.MENTION, ",": Sort.COMMA, ":": Sort.COLON, ";": Sort.STOP, ".": Sort.STOP,
    "?": Sort.STOP, "!": Sort.STOP, "…": Sort.SIGN, "...": Sort.SIGN, "-": Sort.DASH, "–": Sort.DASH, "—": Sort.DASH,
    "(": Sort.BRACKET, ")": Sort.BRACKET, "[": Sort.BRACKET, "]": Sort.BRACKET, "'s": Sort.POSSESSIVE,
    "’s": Sort.POSSESSIVE, "，": Sort.COMMA, "：": Sort.COLON, "。": Sort.STOP, "、": Sort.COMMA,
}  # fmt: skip
_FINITE = {
    "say": Sort.SAY, "tell": Sort.TELL, "write": Sort.WRITE, "claim": Sort.CLAIM, "call": Sort.CALL,
    "speak": Sort.SPEAK,
}  # fmt: skip
SPEECH = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE, Sort.CLAIM, Sort.CALL, Sort.SPEAK, Sort.SAYING, Sort.CALLING})
"""Sorts of cue."""
_SKIPPED = frozenset({Sort.AUXILIARY, Sort.ADVERB, Sort.CONJUNCTION})
_FARTHEST = 45
"""Items looked over for the verb of a mention: a long apposition has some 40 words."""


class Attached(Struct):
    """The reporting verb of a mention."""

    verb: int = -1
    """Its item, -1 where there is none."""
    gap: int = 0
    """Items skipped between, an apposition counting as one."""
    apposition: bool = False
    before: int = -1
    """The cue right before the mention ("said X"), -1 where there is none."""
    following: int = -1
    """The first item after the mention that is not skipped: where an unlisted verb would stand."""


@cache
def sorts_of(code: str | None) -> Mapping[str, int]:
    """Every word that a language's cue file lists, with its sort."""
    words = lexicon(code)
    table: dict[str, int] = {}
    table.update(dict.fromkeys(words.nouns, Sort.NOUN))
    for word, cue in words.verbs.items():
        if not (cue.form == "base" and word in table):
            table[word] = _verb_sort(cue)
    table.update(dict.fromkeys(words.scare, Sort.SCARE))
    table.update({w: _verb_sort(words.verbs[w]) for w in words.scare if w in words.verbs})
    table.update({w: Sort.NOUN for w in words.scare if w in words.nouns})
    table.update(dict.fromkeys(words.determiners, Sort.DETERMINER))
    table.update(dict.fromkeys(words.pronouns, Sort.PRONOUN))
    table.update(dict.fromkeys(words.conjunctions, Sort.CONJUNCTION))
    table.update(dict.fromkeys(words.prepositions, Sort.PREPOSITION))
    table.update(dict.fromkeys(words.auxiliary, Sort.AUXILIARY))
    table.update(dict.fromkeys(words.that, Sort.THAT))
    table.update({word: getattr(Sort, name) for word, name in words.special.items()})
    table.update({s[0]: Sort.SOURCE for s in words.sources if len(s) == 1})
    table.update(_SIGNS)
    return table


def _verb_sort(cue: Cue) -> int:
    if cue.form == "ing":
        return Sort.CALLING if cue.sort in ("call", "speak") else Sort.SAYING
    if cue.form == "base" and cue.sort in ("call", "speak"):
        return Sort.BARE
    return _FINITE[cue.sort]


def sorts(passage: Passage, words: Lexicon) -> list[int]:
    """The sort of every item of a passage."""
    table, row = _every_sort(words.code), passage.words
    kinds = list(map(table.__getitem__, row))
    for phrase in words.sources:
        if len(phrase) > 1 and phrase[0] in row:
            _mark_source(row, kinds, phrase)
    return kinds


def sort_of(word: str, words: Lexicon) -> int:
    """The sort of a word in lower case."""
    return _every_sort(words.code)[word]


class _Sorts(dict[str, int]):
    """Word -> sort; filled with the words of no list as texts ask, up to a bound."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__(sorts_of(words.code))
        self._words = words

    def __missing__(self, word: str) -> int:
        sort = unlisted(word, self._words)
        if len(self) < _MOST_KEPT:
            self[word] = sort
        return sort


@cache
def _every_sort(code: str | None) -> _Sorts:
    return _Sorts(lexicon(code))


_MOST_KEPT = 60_000


def _mark_source(row: Sequence[str], kinds: list[int], phrase: Sequence[str]) -> None:
    """Make the words of every "according to" sources."""
    at = -1
    for _ in range(row.count(phrase[0])):
        at = row.index(phrase[0], at + 1)
        if tuple(row[at : at + len(phrase)]) == tuple(phrase):
            kinds[at : at + len(phrase)] = [Sort.SOURCE] * len(phrase)


def unlisted(word: str, words: Lexicon) -> int:
    """The sort of a word that no list has, by its ending."""
    if not word[0].isalnum():
        return Sort.SIGN
    if word[0].isdigit():
        return Sort.NUMBER
    if "-" in word and words.code == "fr":  # "raconte-t-elle", "a-t-il"
        return sorts_of(words.code).get(word.partition("-")[0], Sort.OTHER)
    if word.endswith(words.adverb) and len(word) > 4:
        return Sort.ADVERB
    if word.endswith("ed") and len(word) > 4:
        return Sort.ED
    if word.endswith("ing") and len(word) > 5:
        return Sort.ING
    return Sort.ES if word.endswith("s") and len(word) > 3 else Sort.OTHER


class Attachments(dict[int, Attached]):
    """The reporting verb of each mention of a passage, by its order in `passage.mentions`: looked for when asked."""

    def __init__(self, passage: Passage, kinds: bytes) -> None:
        super().__init__()
        self._passage, self._kinds = passage, kinds

    def __missing__(self, order: int) -> Attached:
        found = self[order] = _attached(self._passage, self._kinds, self._passage.mentions[order])
        return found


def _attached(passage: Passage, kinds: bytes, item: int) -> Attached:
    """Looks over auxiliaries, adverbs, appositions and relative clauses for the verb that follows a mention."""
    found = Attached()
    found.before = _inverted(kinds, item)
    sentences = passage.sentences
    sentence, last = sentences[item], len(kinds)
    at, gap = item + 1, 0
    limit = min(last, item + _FARTHEST)
    while at < limit and sentences[at] == sentence:
        kind = kinds[at]
        if kind in _SKIPPED:
            at, gap = at + 1, gap + 1
            continue
        if found.following < 0:
            found.following = at
        if kind in SPEECH:
            found.verb, found.gap = at, gap
            return found
        if kind not in (Sort.COMMA, Sort.BRACKET, Sort.DASH):
            return found if gap > 6 or not _postmodifier(kind) else _after_comma(passage, kinds, at, limit, found, gap)
        return _after_comma(passage, kinds, at, limit, found, gap)
    return found


def _inverted(kinds: bytes, item: int) -> int:
    """The first item of the cue right before a mention ("said X", "according to X", "described by X"), or -1."""
    if not item:
        return -1
    if kinds[item - 1] == Sort.SOURCE:
        first = item - 1
        while first and kinds[first - 1] == Sort.SOURCE:
            first -= 1
        return first
    if kinds[item - 1] in SPEECH:
        return item - 1
    if item > 1 and kinds[item - 1] in (Sort.DASH, Sort.DETERMINER) and kinds[item - 2] in SPEECH:  # "raconte-t-elle"
        return item - 2
    return item - 2 if item > 1 and kinds[item - 1] == Sort.BY and kinds[item - 2] in SPEECH else -1


def _postmodifier(kind: int) -> bool:
    """True where what follows a mention can belong to it: "of the ...", "who ..."."""
    return kind in (Sort.OF, Sort.PREPOSITION, Sort.PRONOUN, Sort.AS)


def _after_comma(passage: Passage, kinds: bytes, at: int, limit: int, found: Attached, gap: int) -> Attached:
    """The verb right after a comma, bracket or dash that closes an apposition."""
    sentences = passage.sentences
    sentence = sentences[at - 1]
    commas = 0
    while at < limit and sentences[at] == sentence and kinds[at] != Sort.QUOTE and commas < 6:
        if kinds[at] in (Sort.COMMA, Sort.BRACKET, Sort.DASH):
            commas += 1
            verb = at + 1
            while verb < limit and kinds[verb] in (Sort.AUXILIARY, Sort.ADVERB):
                verb += 1
            if verb < limit and kinds[verb] in SPEECH and kinds[verb] not in (Sort.SAYING, Sort.CALLING):
                found.verb, found.gap, found.apposition = verb, gap + commas, True
                return found
        at += 1
    return found


_GOVERNS = frozenset({
    Sort.PREPOSITION, Sort.OF, Sort.TO, Sort.BY, Sort.AS, Sort.ED, Sort.ES, Sort.ING, Sort.OTHER, Sort.BARE,
    Sort.SOURCE, *SPEECH,
})  # fmt: skip
"""Before a mention that is no subject."""
_VERBAL = frozenset({Sort.AUXILIARY, Sort.ADVERB, Sort.ED, Sort.ES, Sort.OTHER, Sort.BARE, *SPEECH})
"""After a mention that is one."""
_FINITE_ALONE = frozenset({Sort.AUXILIARY, Sort.ED, Sort.ES})
"""The same behind the comma that closes an apposition."""


def subjects(passage: Passage, kinds: bytes, attached: Mapping[int, Attached]) -> list[int]:
    """The mentions, by their order in the passage, that look like the subject of a clause."""
    last = len(kinds) - 1
    return [
        n
        for n, item in enumerate(passage.mentions)
        if not (item and kinds[item - 1] in _GOVERNS)
        and (
            (item < last and kinds[item + 1] in _VERBAL)
            or (item < last - 1 and kinds[item + 1] == Sort.COMMA and kinds[item + 2] in _FINITE_ALONE)
            or attached[n].verb >= 0
        )
    ]
