"""Which mentions are considered as the source of a quote."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct

from reader.quoting.views import Scene, View

BEFORE, AFTER = 8, 5
"""Candidates taken before and after a quote in its passage."""
ENOUGH = 3
"""Mentions of a passage from which on the one before it is not looked at: of 7,668 candidates there none was right."""


class Candidate(Struct, frozen=True, gc=False):
    """A mention that may be the source of the quote asked about."""

    mention: int
    """Index into the scene's mentions."""
    view: int
    """Index into the scene's views."""
    item: int
    """Its item in that view's passage."""
    order: int
    """Its place among the passage's mentions."""


class Place(Struct, frozen=True, gc=False):
    """A quote within the scene."""

    view: int
    item: int
    order: int
    """Its place among the passage's quotes."""


def candidates(scene: Scene, place: Place, previous: Candidate | None) -> list[Candidate]:
    """The mentions that may be the source of a quote: those near it, those that speak nearby, and the last speaker."""
    view = scene.views[place.view]
    found = [_candidate(view, place.view, order) for order in _here(view, place)]
    if place.view and len(found) < ENOUGH:
        before = scene.views[place.view - 1]
        found += [_candidate(before, place.view - 1, order) for order in _earlier(before)]
    if previous and previous not in found and place.view - previous.view < 12:
        found.append(previous)
    after = place.view + 1
    if after < len(scene.views) and len(view.passage.words) < 4 and scene.views[after].passage.mentions:
        found.append(_candidate(scene.views[after], after, 0))
    return found


def _candidate(view: View, number: int, order: int) -> Candidate:
    item = view.passage.mentions[order]
    return Candidate(view.passage.refs[item], number, item, order)


def _here(view: View, place: Place) -> list[int]:
    """Mentions of the quote's own passage: the nearest ones, the first of its sentence, the first of all."""
    passage = view.passage
    at = bisect_left(passage.mentions, place.item)
    orders = list(range(max(0, at - BEFORE), min(len(passage.mentions), at + AFTER)))
    if at > BEFORE:
        sentence = bisect_left(passage.sentences, passage.sentences[place.item])
        first = bisect_left(passage.mentions, sentence)
        orders += [n for n in {0, first} if n < at - BEFORE]
    return orders


def _earlier(view: View) -> list[int]:
    """Mentions of the passage before: those with a reporting verb, the first and the last."""
    count = len(view.passage.mentions)
    return sorted({*view.last_speaking, *([0, count - 1] if count else [])})
