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
NEAR_TOP = 12
"""Units from the body's first on among which copies of the headline may stand."""


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


def after_repeated_headline(units: Sequence[Unit], inside: Sequence[bool]) -> int:
    """Number of the unit after the last copy of a headline that stands twice or more before the text; else 0.

    Page title, breadcrumb and heading repeat a headline; the text begins with the first line that is not repeated.
    """
    first = next((n for n, kept in enumerate(inside) if kept), len(units))
    times = Counter(u.text for u in units[: first + NEAR_TOP])
    for n in range(first, min(len(units), first + NEAR_TOP)):
        if inside[n] and units[n].prose and times[units[n].text] == 1:
            break
        first = n + 1
    copies = [n for n in range(first) if times[units[n].text] > 1 and _score(units[n], 1) > 0]
    return copies[-1] + 1 if copies and any(inside[n] for n in copies) else 0


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
