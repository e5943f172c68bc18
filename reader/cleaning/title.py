"""Which unit is the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.cleaning.captions import is_credit, is_scene
from reader.cleaning.dates import find_date
from reader.cleaning.rules import rule_for
from reader.cleaning.units import Unit

SHORTEST, LONGEST = 12, 250
"""Characters of a headline."""


def find_title(units: Sequence[Unit], first: int) -> int | None:
    """Index of the headline before the body's first unit, or None.

    A line that stands several times before the body is the headline (page title, breadcrumb and heading repeat it);
    else the likeliest by its length in words, and of equals the one nearest the top.
    """
    before = units[:first]
    times = Counter(u.text for u in before)
    best: tuple[float, int] | None = None
    for place, unit in enumerate(before):
        score = _score(unit, times[unit.text])
        if score > 0 and (best is None or score > best[0]):
            best = (score, place)
    if best is None:
        return None
    return best[1]


def _score(unit: Unit, times: int) -> float:
    """How likely a unit before the body is the headline; 0 or less where it is none."""
    text = unit.text
    if not SHORTEST <= len(text) <= LONGEST or unit.words < 3 or unit.bullet:
        return 0
    if rule_for(unit, inside=False) or is_credit(unit) or is_scene(unit) or text.endswith((":", ";")):
        return 0
    score = 2.0 * min(unit.words, 8) / 8 + 2.0 * (min(times, 3) - 1)
    if unit.ends_sentence and not text.endswith(("?", "!")):
        score -= 1.5
    if unit.words > 22:
        score -= 0.5
    dated = find_date(text)
    if dated and dated.span.length * 2 > len(text):
        return 0
    if text.lower().startswith(("by ", "von ", "par ", "por ")):
        return 0
    return score
