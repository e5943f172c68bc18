"""A raw document becomes an article: its body found, the rest named for what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.cleaning.assemble import Draft, assemble
from reader.cleaning.body import find_body
from reader.cleaning.captions import is_captioned, is_credit, is_scene
from reader.cleaning.language import language_of
from reader.cleaning.metadata import is_byline, is_dated, is_source, metadata
from reader.cleaning.paragraphs import LONGEST, rebuilt
from reader.cleaning.rules import rule_for
from reader.cleaning.title import find_title
from reader.cleaning.units import Unit, units_of
from reader.model.articles import Article, BlockKind
from reader.model.documents import RawDocument, Section
from reader.model.spans import Span

_SUMMARY = re.compile(
    r"(?:key (?:points|takeaways|facts|findings)|takeaways|tl;?\s?dr|summary|highlights|at a glance|in brief|in short"
    r"|what you need to know|the (?:gist|essentials)|auf einen blick|das wichtigste in kürze|l['’]essentiel"
    r"|en resumen|claves|главное)\s*:?",
    re.IGNORECASE,
)
LONGEST_HEADING_WORDS = 16
META_RULES = ((is_dated, "date line"), (is_byline, "byline"), (is_source, "source line"))
"""Lines of metadata, tried before the whole-line rules."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a unit is, and the rule that says so."""

    kind: BlockKind
    rule: str


def clean(raw: RawDocument) -> Article:
    """The document as an article; every unit of it becomes a block, dropped ones included."""
    if raw.sections is not None:
        return _clean_sections(raw, raw.sections)
    units = units_of(raw.text)
    verdicts = judge(units)
    lead = next((u.text for u, v in zip(units, verdicts, strict=True) if v.kind == "paragraph"), "")
    title = next((u.text for u, v in zip(units, verdicts, strict=True) if v.kind == "title"), None)
    outer = [u for u, v in zip(units, verdicts, strict=True) if v.kind in ("meta", "dropped", "note", "title")]
    body = " ".join(u.text for u, v in zip(units, verdicts, strict=True) if v.kind == "paragraph")
    language = language_of(body)
    drafts: list[Draft] = []
    for unit, verdict in zip(units, verdicts, strict=True):
        drafts += _drafts(raw, unit, verdict, language)
    return assemble(raw, drafts, metadata(outer, title, lead, raw.stated), language)


def judge(units: Sequence[Unit]) -> list[Verdict]:
    """The verdict on every unit, in order."""
    summary = _summaries(units)
    looked_at = [u for i, u in enumerate(units) if i not in summary]
    places = [i for i in range(len(units)) if i not in summary]
    first, after = find_body(looked_at)
    if after == first:
        first, after = 0, len(looked_at)
    title = find_title(looked_at, first)
    if title is None and _is_title(looked_at[first:after]):
        title, first = first, first + 1
    verdicts = [Verdict("summary", "summary box")] * len(units)
    for n, unit in enumerate(looked_at):
        if n == title:
            verdict = Verdict("title", "headline")
        elif first <= n < after:
            verdict = _inside(unit, looked_at[n + 1 : n + 2])
        else:
            verdict = _outside(unit, looked_at, n, title, before=n < first)
        verdicts[places[n]] = verdict
    return verdicts


def _is_title(body: Sequence[Unit]) -> bool:
    """True where the body's first unit is its headline: no sentence, or every longer word of it in capitals."""
    if len(body) < 2 or len(body[0].text) > 200 or body[0].words < 3 or body[0].text.endswith(","):
        return False
    unit = body[0]
    longer = [w for w in re.findall(r"[^\W\d_]{4,}", unit.text)]
    capitals = sum(w[0].isupper() for w in longer)
    return not unit.ends_sentence or (len(longer) > 3 and capitals >= 0.8 * len(longer))


def _summaries(units: Sequence[Unit]) -> set[int]:
    """Indices of summary boxes: a label and the bullets under it, or the one paragraph under it."""
    found: set[int] = set()
    for place, unit in enumerate(units):
        if not _SUMMARY.fullmatch(unit.text) or place + 1 == len(units):
            continue
        end = place + 1
        while end < len(units) and units[end].bullet:
            end += 1
        found.update(range(place, max(end, place + 2)))
    return found


def _inside(unit: Unit, following: Sequence[Unit]) -> Verdict:
    """What a unit within the body is."""
    told = _told(unit, inside=True)
    if told:
        return told
    if is_credit(unit):
        return Verdict("caption", "credit")
    if is_captioned(unit):
        return Verdict("caption", "caption with credit")
    if following and is_credit(following[0]) and is_scene(unit):
        return Verdict("caption", "scene above a credit")
    if following and _is_heading(unit):
        return Verdict("heading", "short line in the body")
    return Verdict("paragraph", "body")


def _told(unit: Unit, *, inside: bool) -> Verdict | None:
    """What a unit's words alone say it is: metadata, or what a whole-line rule names; None where they do not."""
    for fits, name in META_RULES:
        if fits(unit.text):
            return Verdict("meta", name)
    rule = rule_for(unit, inside=inside)
    return Verdict(rule.kind, rule.name) if rule else None


def _is_heading(unit: Unit) -> bool:
    """True for a short line that is no sentence and no bullet; in double marks only where all is in capitals."""
    if unit.prose or unit.bullet or unit.words > LONGEST_HEADING_WORDS or unit.ends_sentence or not unit.words:
        return False
    text = unit.text
    return not text.endswith((",", ";")) and (text.isupper() or text[0] not in '"“«„')


def _outside(unit: Unit, units: Sequence[Unit], place: int, title: int | None, *, before: bool) -> Verdict:
    """What a unit before or after the body is."""
    if title is not None and unit.text == units[title].text:
        return Verdict("dropped", "repeated headline")
    told = _told(unit, inside=False)
    if told:
        return told
    following = units[place + 1 : place + 2]
    if is_captioned(unit) or is_credit(unit):
        return Verdict("caption", "caption with credit")
    if is_scene(unit) and (before or (following and is_credit(following[0]))):
        return Verdict("caption", "scene")
    return Verdict("dropped", "before the body" if before else "after the body")


def _drafts(raw: RawDocument, unit: Unit, verdict: Verdict, language: str | None) -> list[Draft]:
    """The block of a unit, or several where a whole article stood on one line."""
    draft = Draft(verdict.kind, verdict.rule, unit.parts, unit.raw)
    if verdict.kind != "paragraph" or len(unit.text) <= LONGEST:
        return [draft]
    text = "".join(p if isinstance(p, str) else p.of(raw.text) for p in unit.parts)
    spans = rebuilt(text, language)
    if len(spans) < 2:
        return [draft]
    drafts, edge = [], unit.raw.start
    for number, span in enumerate(spans):
        parts = _cut(unit.parts, span)
        stretches = [p for p in parts if not isinstance(p, str)]
        end = unit.raw.end if number == len(spans) - 1 else stretches[-1].end
        drafts.append(Draft("paragraph", "rebuilt from one line", parts, Span(edge, end), rebuilt=True))
        edge = end
    return [replace(d, raw=_tight(raw.text, d.raw)) for d in drafts if d.raw]


def _tight(text: str, span: Span) -> Span:
    """The span without the blanks at its head."""
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)


def _cut(parts: Sequence[Span | str], span: Span) -> tuple[Span | str, ...]:
    """The parts that make up a stretch of the text that all of them make."""
    cut: list[Span | str] = []
    at = 0
    for part in parts:
        length = len(part) if isinstance(part, str) else part.length
        begin, end = max(span.start - at, 0), min(span.end - at, length)
        if begin < end:
            cut.append(part[begin:end] if isinstance(part, str) else Span(part.start + begin, part.start + end))
        at += length
    return tuple(cut)


def _clean_sections(raw: RawDocument, sections: Sequence[Section]) -> Article:
    """The article of a document whose format says what its sections are; whole-line rules still apply."""
    drafts: list[Draft] = []
    said = dict(raw.stated)
    title = said.get("title")
    outer: list[Unit] = []
    for section in sections:
        unit = Unit((section.raw or Span(0, 0),), (), section.text.strip(), 1)
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
    told = _told(unit, inside=True)
    if told:
        return told
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
