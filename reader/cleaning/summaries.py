"""Boxes that sum an article up: KEY POINTS, TL;DR and their like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.units import Unit

_LABEL = re.compile(
    r"(?:key (?:points|takeaways|facts|findings)|takeaways|tl;?\s?dr|summary|highlights|at a glance|in brief|in short"
    r"|what you need to know|the (?:gist|essentials)|auf einen blick|das wichtigste in kürze|l['’]essentiel"
    r"|en resumen|claves|главное)\s*:?",
    re.IGNORECASE,
)
LONGEST_LABEL = 40


def summaries(units: Sequence[Unit]) -> set[int]:
    """Numbers of the units in summary boxes: a label and the bullets under it, or the one paragraph under it."""
    found: set[int] = set()
    for place, unit in enumerate(units):
        if len(unit.text) > LONGEST_LABEL or not _LABEL.fullmatch(unit.text) or place + 1 == len(units):
            continue
        end = place + 1
        while end < len(units) and units[end].bullet:
            end += 1
        found.update(range(place, max(end, place + 2)))
    return found
