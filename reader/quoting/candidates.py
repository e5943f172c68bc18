"""Which mentions are considered as the source of a quote."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reader.quoting.views import Scene, View

BEFORE, AFTER, BACK, EARLIER = 8, 5, 2, 5
"""Candidates taken before and after a quote in its passage; passages looked back over; candidates taken in each."""


class Candidate(NamedTuple):
    """A mention that may be the source of the quote asked about."""

    mention: int
    """Index into the scene's mentions."""
    view: int
    """Index into the scene's views."""
    item: int
    """Its item in that view's passage."""
    order: int
    """Its place among the passage's mentions."""


class Place(NamedTuple):
    """A quote within the scene."""

    view: int
    item: int
    order: int
    """Its place among the passage's quotes."""


def candidates(scene: Scene, place: Place, previous: Candidate | None) -> list[Candidate]:
    """The mentions that may be the source of a quote: those near it, those that speak nearby, and the last speaker."""
    view = scene.views[place.view]
    found = [_candidate(view, place.view, order) for order in _here(view, place)]
    back = place.view - 1
    for distance in range(1, BACK + 1):
        if back < 0:
            break
        found += [_candidate(scene.views[back], back, order) for order in _earlier(scene.views[back], distance)]
        back -= 1
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


def _earlier(view: View, distance: int) -> list[int]:
    """Mentions of an earlier passage: those with a reporting verb, and in the nearest one the first and the last."""
    count = len(view.passage.mentions)
    speaking = view.speaking
    if distance > 1:
        return speaking[-2:] if distance < 3 else speaking[-1:]
    return sorted({*speaking[-EARLIER + 2 :], *([0, count - 1] if count else [])})
