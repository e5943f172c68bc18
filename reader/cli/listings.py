"""The rows that the listing commands print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.exporting.contract import MarkOf
from reader.library.library import Library

Row = dict[str, Any]
ARTICLES = ("date", "outlet", "title", "words", "quotes", "tags", "path")
QUOTES = ("speaker", "kind", "cue", "confidence", "outlet", "date", "text", "path")
SPEAKERS = ("name", "kind", "quotes", "mentions", "articles", "roles", "aliases")


def article_rows(library: Library, mark_of: MarkOf) -> Iterator[Row]:
    """A row an article in library order."""
    for row in library.rows:
        if row.problem:
            continue
        mark = mark_of(row.key, library.analysis(row.key))
        yield {
            "id": row.key, "date": row.date, "outlet": row.outlet or row.agency, "title": row.title, "words": row.words,
            "quotes": row.quotes, "tags": list(mark.tags) if mark else [], "path": row.path, "part": row.part,
        }  # fmt: skip


def quote_rows(library: Library, *, indirect: bool = False) -> Iterator[Row]:
    """A row a quote in reading order; reported speech without marks only where it is asked for."""
    rows = {row.key: row for row in library.rows}
    for key, analysis in library.items():
        row = rows[key]
        for quote in analysis.quotes:
            if quote.kind == "unspoken" or (quote.kind == "indirect" and not indirect):
                continue
            speaker = library.speaker_of(key, quote.entity)
            yield {
                "speaker": speaker.name if speaker else None, "kind": quote.kind,
                "cue": quote.cue.of(analysis.article.text) if quote.cue else None,
                "confidence": round(quote.confidence, 3), "outlet": row.outlet or row.agency, "date": row.date,
                "text": quote.span.of(analysis.article.text), "path": row.path, "article": key,
            }  # fmt: skip


def speaker_rows(library: Library) -> Iterator[Row]:
    """A row a speaker, the most quoted first."""
    for tally in library.tallies:
        speaker = tally.speaker
        yield {
            "id": speaker.id, "name": speaker.name, "kind": speaker.kind, "quotes": tally.quotes,
            "mentions": tally.mentions, "articles": len(tally.articles), "roles": list(speaker.roles),
            "aliases": list(speaker.aliases),
        }  # fmt: skip
