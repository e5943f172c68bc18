"""The order of the candidates for a quote's source."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reader.quoting.trees import Trees, shares

QUICK = 10
"""Trees that every candidate is put to."""
MARGIN = 2.0
"""Candidates that fall this far behind the best after those are not looked at again: on articles not learned from,
none of them would have won."""
MOST = 5
"""Candidates looked at again at most."""
SCORE_FEATURES = ("score", "lead", "near", "share")


class Ranking(Struct, frozen=True):
    """Candidates in order, by their places in the list asked about."""

    order: list[int]
    """Best first; only those in the running."""
    shares: list[float]
    """The belief in each of them."""
    features: list[float]
    """What later decisions see of the race, named in SCORE_FEATURES."""


def rank(trees: Trees, rows: Sequence[list[float]]) -> Ranking:
    """The ranking of one candidate or more by their encoded rows."""
    quick = [trees.score(row, 0, QUICK) for row in rows]
    first, *behind = sorted(quick, reverse=True)
    running = [n for n, score in enumerate(quick) if score >= first - MARGIN]
    if len(running) > MOST:
        running = sorted(running, key=lambda n: -quick[n])[:MOST]
    final = quick
    if len(running) > 1:
        final = [quick[n] + trees.score(rows[n], QUICK) if n in running else -99.0 for n in range(len(rows))]
        running.sort(key=lambda n: -final[n])
    belief = shares([final[n] for n in running])
    lead = first - behind[0] if behind else 9.0
    return Ranking(running, belief, [first, lead, float(len(running)), belief[0]])
