"""The article of a document whose format says what its pieces are (Markdown, HTML, mail)."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cleaning.assemble import Draft, assemble
from reader.cleaning.captions import is_captioned, is_credit
from reader.cleaning.judging import Verdict, told
from reader.cleaning.language import language_of
from reader.cleaning.metadata import metadata
from reader.cleaning.units import Unit, plain_unit
from reader.model.articles import Article
from reader.model.documents import RawDocument, Section
from reader.model.spans import Span


def article_of_sections(raw: RawDocument, sections: Sequence[Section]) -> Article:
    """The article of a document whose format says what its sections are; whole-line rules still apply."""
    drafts: list[Draft] = []
    said = dict(raw.stated)
    title = said.get("title")
    outer: list[Unit] = []
    for section in sections:
        unit = plain_unit(section.text, section.raw)
        verdict = _section_verdict(section, unit, titled=title is not None)
        if verdict.kind == "title":
            title = section.text.strip()
        if verdict.kind in ("meta", "dropped", "note", "title"):
            outer.append(unit)
        drafts.append(Draft(verdict.kind, verdict.rule, _section_parts(section), section.raw, section.level))
    body = " ".join(s.text for s, d in zip(sections, drafts, strict=True) if d.kind == "paragraph")
    lead = next((s.text for s, d in zip(sections, drafts, strict=True) if d.kind == "paragraph"), "")
    return assemble(raw, drafts, metadata(outer, title, lead, raw.stated), language_of(body))


def _section_verdict(section: Section, unit: Unit, *, titled: bool) -> Verdict:
    """What a section is: what its format says, else what its words say."""
    if section.kind == "heading" and section.level == 1 and not titled:
        return Verdict("title", "first heading")
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
