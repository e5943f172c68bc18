"""Reported clauses without marks: where one may stand, who reports it and with which word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reader.quoting.classes import SPEECH, Sort
from reader.quoting.features import FAR, FORMS, KINDS, PRONOUNS
from reader.quoting.views import Scene, View

CLAUSE_FEATURES = (
    "pattern", "cue", "strength", "opens", "second", "length", "gap", "form", "kind", "pronoun", "left", "before_cue",
    "two_before_cue", "after_cue", "that", "verbs", "quotes_in_sentence", "ends_at", "apposition", "skipped",
    "last", "mentions", "head_capital", "word_before", "comma_before", "modal", "sentence_first", "to",
    "first_strength",
    "heading",
)  # fmt: skip
CLAUSE_CATEGORICAL = frozenset(
    ["pattern", "cue", "opens", "second", "form", "kind", "pronoun", "left", "before_cue", "two_before_cue",
     "after_cue", "ends_at", "last"]
)  # fmt: skip
_FINITE = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE, Sort.CLAIM, Sort.CALL, Sort.SPEAK})
_BREAKS = frozenset({Sort.DASH, Sort.COLON})
_VERBS = frozenset({Sort.AUXILIARY, Sort.ED, *SPEECH})
_LONGEST = 90
"""Items of a reported clause at most."""
_MODAL = frozenset(
    """would will could might may should must can cannot won't wouldn't didn't don't doesn't not never to n't
    couldn't can't shouldn't isn't aren't wasn't""".split()
)


class Clause(Struct, frozen=True, gc=False):
    """A stretch that may be reported speech."""

    view: int
    source: int
    """Its mention's place among the passage's mentions."""
    cue: int
    """Item of the cue, the first of them for "according to"."""
    first: int
    last: int
    """Items of the content, both included."""
    pattern: int
    """0 after the cue; 1 before "X said"; 2 before "said X"; 3 after "according to X,"; 4 before "according to X"."""


def clauses(scene: Scene, number: int) -> Iterator[Clause]:
    """All stretches of a passage that may be reported speech, several for one cue where it is open."""
    for clause in _open_clauses(scene.views[number], number):
        if 0 < clause.last - clause.first < _LONGEST + 9:
            yield clause


def _open_clauses(view: View, number: int) -> Iterator[Clause]:
    for cue in view.speech:
        source = _subject(view, cue)
        if source >= 0:
            first, last = _after(view, cue)
            yield Clause(number, source, cue, first, last, 0)
        if view.kinds[cue] in _FINITE:
            yield from _before(view, number, cue)
    if Sort.SOURCE not in view.kinds:
        return
    for cue, kind in enumerate(view.kinds):
        if kind == Sort.SOURCE and (not cue or view.kinds[cue - 1] != Sort.SOURCE):
            yield from _according(view, number, cue)


def _subject(view: View, cue: int) -> int:
    """The place of the mention that is the subject of a cue, -1 for none."""
    passage, attached = view.passage, view.attached
    at = bisect_left(passage.mentions, cue)
    sentence = passage.sentences[cue]
    for n in range(at - 1, max(-1, at - 9), -1):
        if passage.sentences[passage.mentions[n]] != sentence:
            break
        if attached[n].verb == cue:
            return n
    inside = [n for n in range(max(0, at - 12), at) if passage.sentences[passage.mentions[n]] == sentence]
    if not inside:
        return -1
    verbs = [n for n in inside if attached[n].verb >= 0 or (attached[n].following >= 0 and not _object(view, n))]
    return verbs[-1] if verbs else inside[0]


def _object(view: View, order: int) -> bool:
    """True where a mention follows a preposition or a verb rather than begins a clause."""
    item = view.passage.mentions[order]
    return item > 0 and view.kinds[item - 1] in (
        Sort.PREPOSITION, Sort.OF, Sort.TO, Sort.BY, Sort.AS, Sort.ED, Sort.ES, Sort.OTHER, *SPEECH,
    )  # fmt: skip


def _after(view: View, cue: int) -> tuple[int, int]:
    """The first and last item of the clause that follows a cue."""
    kinds, passage = view.kinds, view.passage
    end = bisect_left(passage.sentences, passage.sentences[cue] + 1)
    first = cue + 1
    for ahead in range(cue + 1, min(end, cue + 10)):
        if kinds[ahead] == Sort.THAT and ahead - cue < 9:
            first = ahead
            break
        if kinds[ahead] in (Sort.COMMA, Sort.QUOTE, Sort.STOP):
            break
    if first == cue + 1 and kinds[cue] == Sort.TELL and first < end and kinds[first] == Sort.MENTION:
        first += 1
    return first, _end(view, first, min(end, first + _LONGEST))


def _end(view: View, first: int, end: int) -> int:
    """The last item of a clause that begins at `first`."""
    kinds = view.kinds
    at = first
    while at < end:
        kind = kinds[at]
        if kind in _BREAKS or kind == Sort.QUOTE or (kind == Sort.STOP and view.passage.words[at] == ";"):
            break
        if kind == Sort.COMMA and at + 1 < end and _new_clause(view, at + 1, end):
            break
        at += 1
    last = at - 1
    while last > first and kinds[last] in (Sort.STOP, Sort.COMMA, Sort.SIGN):
        last -= 1
    return last


def _new_clause(view: View, at: int, end: int) -> bool:
    """True where what follows a comma is the reporter's again: "according to", "adding", "and said", "X said"."""
    kinds = view.kinds
    if kinds[at] in (Sort.SOURCE, Sort.SAYING):
        return True
    if kinds[at] == Sort.CONJUNCTION:
        near = kinds[at + 1 : min(end, at + 5)]
        return any(k in SPEECH for k in near)
    return kinds[at] == Sort.MENTION and at + 1 < end and kinds[at + 1] in (Sort.SAY, Sort.TELL, Sort.CLAIM)


def _before(view: View, number: int, cue: int) -> Iterator[Clause]:
    """A clause in front of ", X said" or ", said X"."""
    kinds, passage = view.kinds, view.passage
    sentence = passage.sentences[cue]
    start = bisect_left(passage.sentences, sentence)
    at = bisect_left(passage.mentions, cue)
    if at < len(passage.mentions) and passage.mentions[at] == cue + 1 and cue > start and kinds[cue - 1] == Sort.COMMA:
        if cue - 2 > start:
            yield Clause(number, at, cue, _start(view, start, cue - 2), cue - 2, 2)
        return
    n = at - 1
    if n < 0 or view.attached[n].verb != cue:
        return
    item = passage.mentions[n]
    if item - 2 > start and kinds[item - 1] == Sort.COMMA and _quotes(view, start, item) == 0:
        yield Clause(number, n, cue, _start(view, start, item - 2), item - 2, 1)


def _start(view: View, start: int, last: int) -> int:
    """Where a clause that ends at `last` begins: at its sentence, or after the last quote in it."""
    quotes = view.passage.quotes
    at = bisect_left(quotes, last + 1)
    return max(start, quotes[at - 1] + 1) if at else start


def _quotes(view: View, start: int, end: int) -> int:
    """How many quotes stand from item `start` up to `end`."""
    return bisect_left(view.passage.quotes, end) - bisect_left(view.passage.quotes, start)


def _according(view: View, number: int, cue: int) -> Iterator[Clause]:
    """The clause beside "according to X"."""
    kinds, passage = view.kinds, view.passage
    at = bisect_left(passage.mentions, cue)
    if at >= len(passage.mentions) or passage.mentions[at] > cue + 6:
        return
    sentence = passage.sentences[cue]
    start = bisect_left(passage.sentences, sentence)
    end = bisect_left(passage.sentences, sentence + 1)
    if cue - start > 3:
        last = cue - 1 - (kinds[cue - 1] == Sort.COMMA)
        yield Clause(number, at, cue, _start(view, start, last), last, 4)
        return
    item = passage.mentions[at] + 1
    while item < end and kinds[item] != Sort.COMMA:
        item += 1
    if item + 1 < end:
        yield Clause(number, at, cue, item + 1, _end(view, item + 1, min(end, item + _LONGEST)), 3)


def clause_features(scene: Scene, clause: Clause) -> list[float]:
    """The numbers named in CLAUSE_FEATURES."""
    view = scene.views[clause.view]
    passage, kinds = view.passage, view.kinds
    item = passage.mentions[clause.source]
    mention = scene.mentions[passage.refs[item]]
    attached = view.attached[clause.source]
    cue, first, last = clause.cue, clause.first, clause.last
    content = kinds[first : last + 1]
    words = passage.words
    sentence = passage.sentences[cue]
    low, high = bisect_left(passage.sentences, sentence), bisect_left(passage.sentences, sentence + 1)

    def kind(at: int) -> int:
        return kinds[at] if 0 <= at < len(kinds) else Sort.EDGE

    head = scene.heads[passage.refs[item]]
    return list(map(float, [
        clause.pattern, kinds[cue], scene.strength.get("~" + words[cue], 0.0), kind(first), kind(first + 1),
        min(last - first + 1, FAR), max(-FAR, min(FAR, cue - item)), FORMS[mention.form], KINDS[mention.kind],
        _pronoun(scene, mention.form, head), kind(item - 1) if item > low else Sort.BREAK, kind(cue - 1), kind(cue - 2),
        kind(cue + 1), bool(content) and content[0] == Sort.THAT, _verbs(content), min(9, _quotes(view, low, high)),
        kind(last + 1), attached.apposition, first - cue - 1 if clause.pattern == 0 else 0,
        kind(last), content.count(Sort.MENTION), first < len(words) and passage.starts[first] >= 0
        and scene.article.text[passage.starts[first]].isupper(),
        scene.strength.get("<" + words[cue - 1], 0.0) if cue else 0.0,
        kind(first - 1) == Sort.COMMA, (cue > 0 and words[cue - 1] in _MODAL) or (cue > 1 and words[cue - 2] in _MODAL),
        item == low, words[first] == "to", scene.strength.get(">" + words[first], 0.0), passage.heading,
    ]))  # fmt: skip


def _pronoun(scene: Scene, form: str, head: str) -> int:
    return PRONOUNS.get(scene.words.pronouns.get(head, ""), 0) if form == "pronoun" else 0


def _verbs(content: Sequence[int]) -> int:
    """How many items of a clause may be verbs: what tells a clause from a noun phrase."""
    return min(5, sum(map(_VERBS.__contains__, content)))
