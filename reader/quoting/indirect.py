"""Reported speech without marks, chosen among the clauses that may be it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.quoting.classes import Sort
from reader.quoting.clauses import Clause, clause_features, clauses
from reader.quoting.views import Scene
from reader.quoting.weights import Weights

REPORTED = 0.45
"""From this belief on a clause counts as reported speech: precision over four fifths on articles not learned from."""
QUICK = 15
"""Trees that every clause is put to."""
_RULES = ("reported after", "reported before", "reported before", "according to", "according to")
"""Names of the patterns of reader.quoting.clauses."""


def reported(scene: Scene, weights: Weights) -> list[Quote]:
    """The indirect quotes of an article in reading order; none overlaps another."""
    found: list[Quote] = []
    for number, view in enumerate(scene.views):
        if view.passage.heading:
            continue
        judged = [(_belief(scene, clause, weights), clause) for clause in clauses(scene, number)]
        for belief, clause in _apart(judged):
            found.append(_quote(scene, clause, belief, weights))
    return sorted(found, key=lambda q: q.span)


def _belief(scene: Scene, clause: Clause, weights: Weights) -> float:
    return weights.clause.chance(clause_features(scene, clause), QUICK)


def _apart(judged: Sequence[tuple[float, Clause]]) -> list[tuple[float, Clause]]:
    """The likely ones, each overlapping no likelier one. A passage has few, so pairs are compared outright."""
    kept: list[tuple[float, Clause]] = []
    taken: set[int] = set()
    for belief, clause in sorted((j for j in judged if j[0] >= REPORTED), key=lambda j: -j[0]):
        items = range(clause.first, clause.last + 1)
        if taken.isdisjoint(items):
            taken.update(items)
            kept.append((belief, clause))
    return kept


def _quote(scene: Scene, clause: Clause, belief: float, weights: Weights) -> Quote:
    passage = scene.views[clause.view].passage
    span = Span(passage.starts[clause.first], passage.ends[clause.last])
    last, kinds = clause.cue, scene.views[clause.view].kinds
    while clause.pattern > 2 and last + 1 < len(kinds) and kinds[last + 1] == Sort.SOURCE:
        last += 1
    cue = Span(passage.starts[clause.cue], passage.ends[last])
    source = scene.mentions[passage.refs[passage.mentions[clause.source]]]
    return Quote(span, "indirect", None, source, cue, belief, rule=_RULES[clause.pattern])
