"""The article of a document whose format says what its pieces are (Markdown, HTML, mail)."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.assemble import Draft, assemble
from reader.cleaning.captions import is_captioned, is_credit
from reader.cleaning.endings import ending
from reader.cleaning.judging import Verdict, told
from reader.cleaning.language import language_of, stated_language
from reader.cleaning.measures import LONG
from reader.cleaning.metadata import metadata
from reader.cleaning.units import Unit, plain_unit
from reader.model.articles import Article
from reader.model.documents import RawDocument, Section
from reader.model.spans import Span

KEPT = ("paragraph", "heading")
TAIL = 4
"""Of the last sections that an extractor keeps so many are looked at more strictly."""
REPEATED_WORDS = 15
_EMPTY = plain_unit("")


def article_of_sections(raw: RawDocument, sections: Sequence[Section]) -> Article:
    """The article of a document whose format says what its sections are; whole-line rules still apply."""
    units = [_unit(s) for s in sections]
    repeated = _repeated([u if s.kind in KEPT else _EMPTY for s, u in zip(sections, units, strict=True)])
    tail = set([n for n, s in enumerate(sections) if s.kind in KEPT][-TAIL:])
    ends = max((n for n, s in enumerate(sections) if s.kind == "paragraph"), default=len(sections))
    drafts: list[Draft] = []
    said = dict(raw.stated)
    title = said.get("title")
    first_title = True
    outer: list[Unit] = []
    for n, (section, unit) in enumerate(zip(sections, units, strict=True)):
        verdict = _verdict(section, unit, title, n in tail)
        if section.guessed and n > ends and verdict.kind == "heading":
            verdict = Verdict("dropped", "heading of nothing")
        if section.guessed and n in repeated and verdict.kind in KEPT:
            verdict = Verdict("dropped", "repeated")
        if verdict.kind == "title":
            title = unit.text
            verdict = verdict if first_title else Verdict("dropped", "repeated headline")
            first_title = False
        if verdict.kind in ("meta", "dropped", "note", "title"):
            outer.append(unit)
        drafts.append(Draft(verdict.kind, verdict.rule, _section_parts(section), section.raw, section.level))
    body = " ".join(s.text for s, d in zip(sections, drafts, strict=True) if d.kind == "paragraph")
    lead = next((s.text for s, d in zip(sections, drafts, strict=True) if d.kind == "paragraph"), "")
    language = stated_language(said) or language_of(body)
    return assemble(raw, drafts, metadata(outer, title, lead, raw.stated), language)


def _unit(section: Section) -> Unit:
    """A section as a unit; as in a page copied as text, a blank line stands around longer pieces."""
    return plain_unit(section.text, section.raw, gap=1 if section.level or len(section.text) >= LONG else 0)


def _repeated(units: Sequence[Unit]) -> set[int]:
    """Numbers of the longer units that stood on the page before, word for word."""
    seen: set[str] = set()
    found = set()
    for n, unit in enumerate(units):
        if unit.words >= REPEATED_WORDS:
            if unit.text in seen:
                found.add(n)
            seen.add(unit.text)
    return found


def _verdict(section: Section, unit: Unit, title: str | None, tail: bool) -> Verdict:
    """What a section is: what its format says, else what its words say."""
    if section.kind == "title" or (section.kind == "heading" and section.level == 1 and title is None):
        return Verdict("title", "first heading" if section.kind == "heading" else "headline")
    if section.guessed:
        return _guessed_verdict(section, unit, title, tail)
    if section.kind == "dropped":
        return Verdict("dropped", "markup")
    if section.kind:
        return Verdict(section.kind, "format")  # type: ignore[arg-type]
    verdict = told(unit, inside=True)
    if verdict:
        return verdict
    if is_credit(unit) or is_captioned(unit):
        return Verdict("caption", "credit")
    return Verdict("paragraph", "body")


def _guessed_verdict(section: Section, unit: Unit, title: str | None, tail: bool) -> Verdict:
    """What a section is whose kind an extractor guessed."""
    if title is not None and unit.text == title:
        return Verdict("title", "headline")
    inside = section.kind in KEPT
    verdict = told(unit, inside=inside and not tail)
    if verdict is None and tail and ending(unit):
        verdict = Verdict("dropped", f"at the end: {ending(unit)}")
    if verdict and not (inside and _is_embedded(unit, verdict)):
        return verdict
    if section.kind == "caption" or is_credit(unit) or is_captioned(unit):
        return Verdict("caption", "caption" if section.kind == "caption" else "credit")
    if not inside:
        return Verdict("dropped", "not of the article")
    if section.level or section.kind == "heading":
        return Verdict("heading", "heading of the page")
    return Verdict("paragraph", "body")


def _is_embedded(unit: Unit, verdict: Verdict) -> bool:
    """True for an address or a post's signature ("— Name (@name) 18 November 2019") that the article shows."""
    return verdict.kind == "meta" and (verdict.rule.startswith("url") or unit.text[:1] in "—–-")


def _section_parts(section: Section) -> tuple[Span | str, ...]:
    """A section's text as raw stretches and the strings between them."""
    parts: list[Span | str] = []
    at = 0
    for start, raw_start, length in section.pieces:
        if start > at:
            parts.append(section.text[at:start])
        parts.append(Span(raw_start, raw_start + length))
        at = start + length
    if at < len(section.text):
        parts.append(section.text[at:])
    return tuple(parts)
