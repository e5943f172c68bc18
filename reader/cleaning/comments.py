"""Where readers' comments begin below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.cleaning.cues import BIT
from reader.cleaning.units import Unit

LEAST = 400
"""Characters of the article that must stand before."""
LONGEST = 90
LOOK = 14
"""Lines below the header among which traces of comments must stand."""
_HEADER = re.compile(
    r"(?:\d+ )?(?:user |reader |your |top rated |latest |recent |all )*(?:comments?|responses?|replies|talkbacks?|"
    r"discussions?|reactions)\b(?: so far| closed| on this \w+| to this \w+)?[\s:]*\(?\d*\)?"
    r"|\d+ (?:comments?|responses?|replies|thoughts|reactions)\b.{0,60}"
    r"|(?:leave|post|add|write|have|submit) (?:a|your) (?:comment|reply|response|say)\b.{0,40}"
    r"|(?:view|show|read|see) (?:all |the |\d+ )*comments?.{0,20}|join the (?:conversation|discussion)"
    r"|comments? (?:are|is|have been) .{0,40}|have your say.{0,20}|comments?\s*rss.{0,10}"
    r"|\d* ?(?:kommentare?|commentaires?|comentarios?|комментари[йяев]{1,2})[\s:]*\(?\d*\)?",
    re.IGNORECASE,
)
_TRACE = re.compile(
    r"(?:reply|respond|quote|report(?: abuse| comment)?|flag|permalink|like|antworten|répondre|responder|ответить"
    r"|rating: ?-?\d+.{0,10})[\s|().\d]*"
    r"|.{2,50}\b(?:says|said|wrote|writes|commented)(?: (?:on|at)\b.{0,40})?:?"
    r"|(?:posted|comment(?:ed)?|written|submitted) (?:by|on|at):? .{2,80}"
    r"|.{0,60}\b(?:\d+|an?) (?:minutes?|hours?|days?|weeks?|months?|years?) ago.{0,30}|.{0,60}\bat \d{1,2}:\d\d.{0,12}"
    r"|.{0,50}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.{0,20}|.{0,40}\d{1,2}:\d\d ?[ap]\.?m.{0,20}|guest|anonymous",
    re.IGNORECASE,
)
_EDGES = " .:»›>|[]()#"


def comments_begin(units: Sequence[Unit], inside: Sequence[bool]) -> int:
    """Number of the line that heads the comments; the number of units where there are none.

    A header counts only below a good deal of the article, and with traces of comments (times, "says", "Reply") soon
    after it: an article may speak of comments too.
    """
    taken = 0
    for n, unit in enumerate(units):
        if taken >= LEAST and _is_header(unit) and sum(map(_is_trace, units[n + 1 : n + 1 + LOOK])) > 1:
            return n
        if inside[n]:
            taken += len(unit.text)
    return len(units)


def _is_header(unit: Unit) -> bool:
    return (
        len(unit.text) <= LONGEST
        and unit.measures.cues & BIT["comment"] != 0
        and _HEADER.fullmatch(unit.text.strip(_EDGES)) is not None
    )


def _is_trace(unit: Unit) -> bool:
    return len(unit.text) <= LONGEST and _TRACE.fullmatch(unit.text) is not None
