"""Words under a speaker's label, as transcripts and interviews print them: "FINCH: We are ready."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.quoting.views import Scene

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


def _conversation(labels: Sequence[str]) -> bool:
    """True where two labels or more take turns."""
    counts = Counter(label.lower() for label in labels)
    recurring = [n for n in counts.values() if n > 1]
    return sum(recurring) >= _FEWEST and len(recurring) > 1
