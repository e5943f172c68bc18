"""Lines that stand below an article: copyright, share bars, links to others. What follows them must prove itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.cues import BIT
from reader.cleaning.units import Unit

LEAST = 400
"""Characters of the article that must stand before."""
LONGEST = 120
WEAK = 0.8
"""Mean log-odds of what is kept below such a line, under which it is not of the article."""
MOST = 3
"""How many times as much as the article so far may be cut off."""

ENDINGS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("copyright", ("legal",),
        r".{0,40}(?:©|copyright (?:19|20)\d\d|copyright ©|\(c\) ?(?:19|20)\d\d|all rights reserved).{0,100}"),
    ("other articles", ("related", "popular", "navigation", "advert"),
        r"(?:related|more|most|other|latest|recent|popular|top|see also|also (?:in|on|read)|you may|recommended"
        r"|don['’]t miss"
        r"|internal links|external links|read (?:more|next|also)|advertisements?|sponsored|ads by|elsewhere"
        r"|in this section"
        r"|next (?:article|story)|previous|lesen sie auch|mehr zum|lire aussi|à lire|lea también"
        r"|читайте также).{0,45}"),
    ("share bar", ("share", "subscribe", "comment"),
        r"(?:share|bookmark|digg|del\.?icio|e-?mail|print|tweet|facebook|story tools|send|save|tools|rss"
        r"|subscribe|sign up"
        r"|newsletter|keep up to date|have your say|post a|add comment|add a|rate this|teilen|partager|compartir"
        r"|поделиться).{0,50}"),
    ("tags", ("tags", "comment"),
        r"(?:tags?|topics?|filed under|categories|keywords|posted (?:by|in)|labels|schlagwörter|mots-clés"
        r"|etiquetas|теги)"
        r"\b.{0,80}"),
    ("comments", ("comment",), r"(?:\d+ )?(?:\w+ )?(?:comments?|responses?|replies|reactions)\b.{0,40}"),
)  # fmt: skip
"""(name, classes of cue words of which the line has one, the whole line)."""
_COMPILED = tuple(
    (name, sum(BIT[cue] for cue in cues), re.compile(pattern, re.IGNORECASE)) for name, cues, pattern in ENDINGS
)


def end_of(
    units: Sequence[Unit], inside: Sequence[bool], logits: Sequence[float], sizes: Sequence[int]
) -> tuple[int, str]:
    """(number of the first line below the article, the ending's name); the number of units where none is found.

    The first ending below a good deal of the article counts, if what is kept after it is weakly believed on the
    whole and no more than a few times the article: an article may hold a share bar in its middle.
    """
    weights = [min(size, 80) ** 0.5 if kept else 0.0 for kept, size in zip(inside, sizes, strict=True)]
    left = sum(weights)
    belief = sum(w * min(max(logit, -4.0), 6.0) for w, logit in zip(weights, logits, strict=True))
    below = sum(len(u.text) for u, kept in zip(units, inside, strict=True) if kept)
    above = 0
    for n, unit in enumerate(units):
        if left <= 0.0:
            break
        if above >= LEAST and belief < WEAK * left and below < MOST * above and (name := ending(unit)):
            return n, name
        if inside[n]:
            above += len(unit.text)
            below -= len(unit.text)
        left -= weights[n]
        belief -= weights[n] * min(max(logits[n], -4.0), 6.0)
    return len(units), ""


def ending(unit: Unit) -> str:
    """The name of the ending that a line is, or nothing."""
    if len(unit.text) > LONGEST:
        return ""
    cues = unit.measures.cues
    return next((name for name, mask, line in _COMPILED if cues & mask and line.fullmatch(unit.text)), "")
