"""A raw document becomes an article: its body found, the rest named for what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from reader.cleaning.assemble import Draft, assemble
from reader.cleaning.judging import Verdict, judge
from reader.cleaning.language import language_of, stated_language
from reader.cleaning.metadata import metadata
from reader.cleaning.paragraphs import LONGEST, rebuilt
from reader.cleaning.sections import article_of_sections
from reader.cleaning.units import Unit, units_of
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.spans import Span


def clean(raw: RawDocument) -> Article:
    """The document as an article; every unit of it becomes a block, dropped ones included."""
    if raw.sections is not None:
        return article_of_sections(raw, raw.sections)
    units = units_of(raw.text)
    said = dict(raw.stated)
    verdicts = judge(units, said.get("title"))
    first = next((u for u, v in zip(units, verdicts, strict=True) if v.kind == "paragraph"), None)
    lead, begin = (first.text, first.raw.start) if first else ("", 0)
    title = next((u.text for u, v in zip(units, verdicts, strict=True) if v.kind == "title"), None)
    outer = [u for u, v in zip(units, verdicts, strict=True) if v.kind in ("meta", "dropped", "note", "title")]
    body = " ".join(u.text for u, v in zip(units, verdicts, strict=True) if v.kind == "paragraph")
    language = stated_language(said) or language_of(body)
    drafts: list[Draft] = []
    for unit, verdict in zip(units, verdicts, strict=True):
        drafts += _drafts(raw, unit, verdict, language)
    return assemble(raw, drafts, metadata(outer, title, lead, raw.stated, begin), language)


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
    for number, parts in enumerate(_cut(unit.parts, spans)):
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


def _cut(parts: Sequence[Span | str], spans: Sequence[Span]) -> Iterator[tuple[Span | str, ...]]:
    """The parts that make up each stretch, in order, of the text that all of them make."""
    edges = list(accumulate((len(p) if isinstance(p, str) else p.length for p in parts), initial=0))
    first = 0
    for span in spans:
        while edges[first + 1] <= span.start:
            first += 1
        cut: list[Span | str] = []
        number = first
        while number < len(parts) and edges[number] < span.end:
            part, at = parts[number], edges[number]
            begin, end = max(span.start - at, 0), min(span.end, edges[number + 1]) - at
            if begin < end:
                cut.append(part[begin:end] if isinstance(part, str) else Span(part.start + begin, part.start + end))
            number += 1
        yield tuple(cut)
