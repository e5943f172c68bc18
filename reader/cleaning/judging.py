"""The verdict on every unit of a plain text: what it is, and the rule that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reader.cleaning.body import find_body
from reader.cleaning.captions import is_captioned, is_credit, is_scene
from reader.cleaning.cues import BIT
from reader.cleaning.density import densest_run
from reader.cleaning.language import is_caseless
from reader.cleaning.metadata import is_byline, is_dated, is_source
from reader.cleaning.rules import rule_for
from reader.cleaning.summaries import summaries
from reader.cleaning.title import after_repeated_headline, find_title
from reader.cleaning.units import Unit
from reader.model.articles import BlockKind

LONGEST_HEADING_WORDS = 16
SHORT, REMEMBERED = 80, 16384
"""Characters of a line of which is remembered what it is, and how many lines are."""
META_RULES = (
    (is_dated, "date line", 0),
    (is_byline, "byline", BIT["byline"]),
    (is_source, "source line", 0),
)
"""Lines of metadata, tried before the whole-line rules: a test, its name, and cue words of which the line has one."""


class Verdict(Struct, frozen=True):
    """What a unit is, and the rule that says so."""

    kind: BlockKind
    rule: str


class Extent(Struct, frozen=True):
    """Which units are of the article, and how surely."""

    inside: Sequence[bool]
    reasons: Sequence[str]
    """For every unit, the rule to name where nothing more is known of it."""

    @property
    def first(self) -> int:
        """Number of the first unit inside; the number of units where there is none."""
        return next((n for n, kept in enumerate(self.inside) if kept), len(self.inside))

    @property
    def after(self) -> int:
        """After the last unit inside."""
        return next((n for n in range(len(self.inside), 0, -1) if self.inside[n - 1]), 0)


def judge(units: Sequence[Unit], known_title: str | None = None) -> list[Verdict]:
    """The verdict on every unit, in order. Args: known_title: the headline where the document's format states it."""
    summary = summaries(units)
    extent = extent_of(units)
    begin = after_repeated_headline(units, extent.inside)
    if summary or begin:
        kept = [inside and n >= begin and n not in summary for n, inside in enumerate(extent.inside)]
        extent = Extent(kept, extent.reasons)
    first = extent.first
    title = _title(units, extent, summary, known_title)
    verdicts = []
    for n, unit in enumerate(units):
        if n in summary:
            verdict = Verdict("summary", "summary box")
        elif n == title:
            verdict = Verdict("title", "headline")
        elif extent.inside[n]:
            verdict = _inside(unit, units[n + 1 : n + 2], extent.reasons[n])
        else:
            verdict = _outside(unit, units, n, title, first=first, reason=extent.reasons[n])
        verdicts.append(verdict)
    return verdicts


def extent_of(units: Sequence[Unit]) -> Extent:
    """The units of the article: by the learned model; by density in scripts without case; all where neither knows."""
    if not is_caseless(units):
        body = find_body(units)
        if any(body.inside):
            reasons = [f"body model {belief:.2f}" for belief in body.beliefs]
            if body.end is not None:
                reasons[body.end :] = [body.ending] * (len(units) - body.end)
            return Extent(body.inside, reasons)
    first, after = densest_run(units)
    if first == after:
        return Extent([True] * len(units), ["no body found: all kept"] * len(units))
    return Extent([first <= n < after for n in range(len(units))], ["densest run"] * len(units))


def _title(units: Sequence[Unit], extent: Extent, summary: set[int], known: str | None) -> int | None:
    """Number of the headline: the known one, the likeliest before the body, or the body's first line."""
    first = extent.first
    if known:
        plain = " ".join(known.split())
        return next((n for n, u in enumerate(units[: first + 1]) if " ".join(u.text.split()) == plain), None)
    places = [n for n in range(min(first, len(units))) if n not in summary]
    place = find_title([units[n] for n in places], len(places))
    if place is not None:
        return places[place]
    return first if first < extent.after and _is_title(units, extent) else None


def _is_title(units: Sequence[Unit], extent: Extent) -> bool:
    """True where the body's first unit is its headline: no sentence, or every longer word of it in capitals."""
    unit = units[extent.first]
    if sum(extent.inside) < 2 or len(unit.text) > 200 or unit.words < 2 or unit.text.endswith(","):
        return False
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", unit.text)
    capitals = sum(w[0].isupper() for w in longer)
    return not unit.ends_sentence or (len(longer) > 3 and capitals >= 0.8 * len(longer))


def _inside(unit: Unit, following: Sequence[Unit], reason: str) -> Verdict:
    """What a unit within the body is."""
    verdict = told(unit, inside=True)
    if verdict:
        return verdict
    if is_credit(unit):
        return Verdict("caption", "credit")
    if is_captioned(unit):
        return Verdict("caption", "caption with credit")
    if following and is_credit(following[0]) and is_scene(unit):
        return Verdict("caption", "scene above a credit")
    if following and is_heading(unit):
        return Verdict("heading", "short line in the body")
    return Verdict("paragraph", reason)


def told(unit: Unit, *, inside: bool) -> Verdict | None:
    """What a unit's words alone say it is: metadata, or what a whole-line rule names; None where they do not.

    What was told of short lines is remembered, since pages repeat them.
    """
    if len(unit.text) > SHORT:
        return _told(unit, inside)
    key = (unit.text, inside)
    if key not in _TOLD:
        if len(_TOLD) > REMEMBERED:
            _TOLD.clear()
        _TOLD[key] = _told(unit, inside)
    return _TOLD[key]


_TOLD: dict[tuple[str, bool], Verdict | None] = {}


def _told(unit: Unit, inside: bool) -> Verdict | None:
    cues = unit.measures.cues
    for fits, name, mask in META_RULES:
        if (not mask or cues & mask) and fits(unit.text):
            return Verdict("meta", name)
    rule = rule_for(unit, inside=inside)
    return Verdict(rule.kind, rule.name) if rule else None


def is_heading(unit: Unit) -> bool:
    """True for a short line that is no sentence and no bullet; in double marks only where all is in capitals."""
    if unit.prose or unit.bullet or unit.words > LONGEST_HEADING_WORDS or unit.ends_sentence or not unit.words:
        return False
    text = unit.text
    return not text.endswith((",", ";")) and (text.isupper() or text[0] not in '"“«„')


def _outside(unit: Unit, units: Sequence[Unit], place: int, title: int | None, *, first: int, reason: str) -> Verdict:
    """What a unit outside the body is."""
    if title is not None and unit.text == units[title].text:
        return Verdict("dropped", "repeated headline")
    verdict = told(unit, inside=False)
    if verdict:
        return verdict
    following = units[place + 1 : place + 2]
    if is_captioned(unit) or is_credit(unit):
        return Verdict("caption", "caption with credit")
    if is_scene(unit) and (place < first or (following and is_credit(following[0]))):
        return Verdict("caption", "scene")
    return Verdict("dropped", reason)
