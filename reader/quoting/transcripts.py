"""Words without marks that the page sets apart: under a speaker's label ("FINCH: We are ready."), under Q and A, and
below "X said in a statement:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.quoting.classes import Sort
from reader.quoting.views import Scene, View

_FEWEST = 4
"""Labelled paragraphs from which on an article counts as a transcript."""
_SURE = 0.9
"""The belief in a label."""


_LONGEST = 60
"""Letters of a label at most."""
_LEAST = 3
"""Words that somebody says at least; a table says less."""


class Labelled(NamedTuple):
    """A paragraph under a label."""

    name: Span
    cue: Span
    words: Span


def transcript(scene: Scene) -> list[Quote]:
    """A direct quote for every labelled paragraph, where labels recur as they do in a conversation; else none."""
    text = scene.article.text
    found = []
    for view in scene.views:
        one = None if view.passage.heading else labelled(text, view.passage.span)
        opens = one and view.passage.marked and view.passage.marked[0].marks.start <= one.words.start
        if one and not opens:
            found.append(one)
    if not _conversation([one.name.of(text) for one in found]):
        return []
    return [
        Quote(one.words, "direct", None, Mention(one.name, one.name, "name"), one.cue, _SURE, rule="label")
        for one in found
    ]


def labelled(text: str, within: Span) -> Labelled | None:
    """The label of a paragraph, a name or a capital word before a colon, and what stands behind it; or None."""
    colon = text.find(":", within.start, min(within.end, within.start + _LONGEST))
    if colon < 0:
        return None
    label = text[within.start : colon].partition("(")[0].partition(",")[0].rstrip()
    start = colon + 1 + (text[colon + 1 : colon + 2] == " ")
    words = text[start : within.end].split(None, _LEAST)
    names = label.split()
    spoken = len(words) >= _LEAST and words[0][0].isalpha() and start > colon + 1
    if not spoken or not 0 < len(names) < 6 or not all(n[0].isupper() for n in names):
        return None
    return Labelled(Span(within.start, within.start + len(label)), Span(colon, colon + 1), Span(start, within.end))


def interview(scene: Scene) -> list[Quote]:
    """A direct quote for every paragraph under Q or A, where they take turns: A is the person that the lines before the
    first question name; Q, and A where nobody is named, stay without a name."""
    text, words = scene.article.text, scene.words
    found = []
    for view in scene.views:
        letter = _LETTER.match(text, view.passage.span.start, view.passage.span.end)
        sort = words.turns.get(letter[1].lower()) if letter and not view.passage.heading else None
        if letter and sort:
            end = view.passage.span.end
            cue = Span(letter.end(1), letter.end(1) + 1)
            found.append((sort, Labelled(Span(*letter.span(1)), cue, Span(letter.end(), end))))
    sorts = [sort for sort, _ in found]
    if min(sorts.count("question"), sorts.count("answer")) < 2:
        return []
    guest = _guest(scene, found[0][1].name.start)
    quotes = []
    for sort, one in found:
        source = guest if sort == "answer" and guest else Mention(one.name, one.name, "role", "unnamed")
        quotes.append(Quote(one.words, "direct", None, source, one.cue, _SURE, rule="interview"))
    return quotes


def _guest(scene: Scene, first: int) -> Mention | None:
    """Whom an interview is with: the person named most often before offset `first`, the fullest and earliest name."""
    named = [
        (n, m) for n, m in enumerate(scene.mentions)
        if m.form == "name" and m.kind == "person" and m.span.end <= first
    ]  # fmt: skip
    if not named:
        return None
    counts = Counter(scene.heads[n] for n, _ in named)
    text = scene.article.text
    return min(named, key=lambda p: (-counts[scene.heads[p[0]]], -len(p[1].head.of(text).split()), p[1].span))[1]


def unmarked(scene: Scene) -> list[Quote]:
    """A direct quote for every paragraph without marks that "X said in a statement:" in the one before it brings in.

    It must speak of itself ("we", "my"), and nobody may report anything in it; further such paragraphs go with it.
    """
    found: list[Quote] = []
    said: tuple[Mention, Span] | None = None
    for number, view in enumerate(scene.views):
        passage = view.passage
        plain = not passage.heading and not passage.marked
        if said and plain and not _others_speak(scene, view) and _speaks_of_itself(scene, passage.span):
            found.append(Quote(passage.span, "direct", None, said[0], said[1], _LIKELY, rule="block"))
        elif not passage.heading:
            said = _brings_in(scene, number)
    return found


def _others_speak(scene: Scene, view: View) -> bool:
    """True where somebody else than "we" and "I" reports something in a paragraph."""
    passage = view.passage
    sources = (passage.refs[passage.mentions[order]] for order in view.speaking)
    return any(scene.heads[n] not in scene.words.ourselves for n in sources)


def _speaks_of_itself(scene: Scene, span: Span) -> bool:
    return not scene.words.ourselves.isdisjoint(_WORD.findall(span.of(scene.article.text).lower()))


def _brings_in(scene: Scene, number: int) -> tuple[Mention, Span] | None:
    """Who says what follows a paragraph that ends in a colon, and the word that reports it."""
    view = scene.views[number]
    passage, kinds = view.passage, view.kinds
    if not kinds or kinds[-1] != Sort.COLON or passage.marked:
        return None
    for order in reversed(view.speaking):
        item, verb = passage.mentions[order], view.attached[order].verb
        if passage.sentences[item] == passage.sentences[-1] and verb >= 0 and kinds[verb] in _REPORTS:
            return scene.mentions[passage.refs[item]], Span(passage.starts[verb], passage.ends[verb])
    return None


_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"([^\W\d_]{1,10})[.:] (?=\S)")
_REPORTS = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE})
_LIKELY = 0.8
"""The belief in the source of words that only a colon brings in."""


def _conversation(labels: Sequence[str]) -> bool:
    """True where two labels or more take turns."""
    counts = Counter(label.lower() for label in labels)
    recurring = [n for n in counts.values() if n > 1]
    return sum(recurring) >= _FEWEST and len(recurring) > 1
