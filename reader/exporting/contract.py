"""The library as plain data, version 1: what `reader export --format json` prints."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from reader.library.library import Library
from reader.marks.marks import ArticleMark
from reader.model.analysis import Analysis
from reader.model.articles import Fact
from reader.model.quotes import Quote
from reader.model.spans import Span

if TYPE_CHECKING:
    from reader.exporting.selection import Selection

FORMAT = "reader/1"
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
Data = dict[str, Any]
MarkOf = Callable[[str, Analysis], ArticleMark | None]
"""What the person said of an article (key, analysis)."""


def export(library: Library, mark_of: MarkOf | None = None) -> Data:
    """The whole library as one object of plain data; the same library gives the same object.

    Args: mark_of: the person's marks; without it tags are empty.
    """
    return {
        "format": FORMAT,
        "articles": list(articles(library, mark_of)),
        "speakers": list(speakers(library)),
        "statements": list(statements(library)),
    }


def json_text(library: Library, mark_of: MarkOf | None = None) -> Iterator[str]:
    """The same as JSON, in pieces: an article, a speaker, a statement a line, so that no whole copy is held."""
    yield f'{{"format": "{FORMAT}"'
    for name, rows in _parts(library, mark_of):
        yield f',\n"{name}s": ['
        for number, row in enumerate(rows):
            yield (",\n" if number else "\n") + _json(row)
        yield "\n]"
    yield "}\n"


def json_lines(library: Library, mark_of: MarkOf | None = None) -> Iterator[str]:
    """The same objects one a line, each with its type."""
    for name, rows in _parts(library, mark_of):
        for row in rows:
            yield _json({"type": name, **row}) + "\n"


def whole(selection: Selection) -> Iterator[str]:
    """`json_text` of a selection; parts of a library are exported with all its speakers."""
    return json_text(selection.library, selection.mark_of)


def lines(selection: Selection) -> Iterator[str]:
    """`json_lines` of a selection."""
    return json_lines(selection.library, selection.mark_of)


def _parts(library: Library, mark_of: MarkOf | None) -> tuple[tuple[str, Iterator[Data]], ...]:
    return (
        ("article", articles(library, mark_of)),
        ("speaker", speakers(library)),
        ("statement", statements(library)),
    )


def _json(row: Data) -> str:
    return _ENCODER.encode(row)


def articles(library: Library, mark_of: MarkOf | None = None) -> Iterator[Data]:
    """The articles in library order."""
    for key, analysis in library.items():
        mark = mark_of(key, analysis) if mark_of else None
        article = analysis.article
        facts = article.metadata
        yield {
            "id": key,
            "path": article.path,
            "part": article.part,
            "title": _value(facts.title),
            "outlet": _value(facts.outlet),
            "date": _value(facts.date),
            "agency": _value(facts.agency),
            "url": _value(facts.url),
            "language": article.language,
            "authors": [author.value for author in facts.authors],
            "guessed": sorted(
                f for f in ("title", "outlet", "date", "agency", "url") if (fact := getattr(facts, f)) and fact.guessed
            ),
            "blocks": [
                {
                    "kind": block.kind,
                    "text": block.span.of(article.text),
                    "lines": list(block.lines) if block.lines else None,
                    "raw": _pair(block.raw),
                    "rule": block.rule,
                    "rebuilt": block.rebuilt,
                }
                for block in article.blocks
            ],
            "quotes": [_quote(library, key, analysis, index) for index in range(len(analysis.quotes))],
            "mentions": list(_mentions(library, key, analysis)),
            "tags": list(mark.tags) if mark else [],
            "note": (mark.note or None) if mark else None,
            "read": mark.read if mark else False,
        }


def speakers(library: Library) -> Iterator[Data]:
    """The speakers, the most quoted first."""
    for tally in library.tallies:
        speaker = tally.speaker
        yield {
            "id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind,
            "aliases": list(speaker.aliases),
            "roles": list(speaker.roles),
            "mentions": tally.mentions,
            "quotes": tally.quotes,
        }


def statements(library: Library) -> Iterator[Data]:
    """The statements in library order."""
    for statement in library.statements:
        yield {
            "id": statement.id,
            "speaker": statement.speaker,
            "quotes": [quote_id(key, library.analysis(key), index) for key, index in statement.quotes],
        }


def quote_id(key: str, analysis: Analysis, index: int) -> str:
    """The id of a quote: of its article, where it stands and what kind it is."""
    quote = analysis.quotes[index]
    where = analysis.article.raw(quote.span) or quote.span
    words = f"{key}:{where.start}:{where.end}:{quote.kind == 'indirect'}"
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _quote(library: Library, key: str, analysis: Analysis, index: int) -> Data:
    article, quote = analysis.article, analysis.quotes[index]
    block_index = article.block_at(quote.span.start)
    base = article.blocks[block_index].span.start
    speaker = library.speaker_of(key, quote.entity)
    return {
        "id": quote_id(key, analysis, index),
        "block": block_index,
        "start": quote.span.start - base,
        "end": quote.span.end - base,
        "raw": _pair(article.raw(quote.span)),
        "text": quote.span.of(article.text),
        "speaker": speaker.id if speaker else None,
        "mention": quote.source.span.of(article.text) if quote.source else None,
        "mention_raw": _pair(article.raw(quote.source.span)) if quote.source else None,
        "cue": quote.cue.of(article.text) if quote.cue else None,
        "kind": quote.kind,
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
        "utterance": _utterance(key, quote),
        "statements": [statement.id for statement in library.statements_of(key, index)],
    }


def _utterance(key: str, quote: Quote) -> str:
    return f"{key}-{quote.utterance}"


def _mentions(library: Library, key: str, analysis: Analysis) -> Iterator[Data]:
    """Every lit mention of every speaker in an article (a quote's own attribution too), in text order."""
    article = analysis.article
    here: list[tuple[Span, str]] = []
    for index, entity in enumerate(analysis.entities):
        speaker = library.speaker_of(key, index)
        if speaker:
            here += [(link.span, speaker.id) for link in entity.links]
    starts = [block.span.start for block in article.blocks]
    for span, speaker_id in sorted(here):
        block = max(0, bisect_right(starts, span.start) - 1)
        yield {
            "block": block,
            "start": span.start - starts[block],
            "end": span.end - starts[block],
            "speaker": speaker_id,
            "raw": _pair(article.raw(span)),
        }


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
