"""Quotes as rows for a spreadsheet, and the whole library as YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from reader.exporting.citing import chicago, source_of
from reader.exporting.contract import export
from reader.exporting.selection import Selection, article_views
from reader.library.comparison import outlet_of
from reader.strictyaml import Plain, dump

COLUMNS = (
    "speaker", "quote", "kind", "cue", "confidence", "outlet", "date", "title", "url", "authors", "agency", "file",
    "tags", "star", "note", "citation", "quote id", "article id",
)  # fmt: skip


def csv_quotes(selection: Selection) -> Iterator[str]:
    """A row a quote, after RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    yield _row(COLUMNS)
    for view in article_views(selection):
        source = source_of(view.article)
        for quote in view.quotes:
            mark = quote.mark
            yield _row((
                quote.name, quote.words, quote.quote.kind, quote.cue, f"{quote.quote.confidence:.3f}",
                outlet_of(view.row), source.day.isoformat() if source.day else "", source.title, source.url,
                ", ".join(source.authors), source.agency, view.article.path,
                ", ".join((*view.tags, *(mark.tags if mark else ()))), "*" if mark and mark.star else "",
                mark.note if mark else "", chicago(source), quote.id, view.row.key,
            ))  # fmt: skip


def _row(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([safe_cell(cell) for cell in cells])
    return line.getvalue()


def safe_cell(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and len(cell) > 1 else cell


def yaml_library(selection: Selection) -> Iterator[str]:
    """What the JSON export holds, as YAML in which every value is text."""
    data = export(selection.library, selection.mark_of)
    if selection.keys is not None:
        data["articles"] = [a for a in data["articles"] if a["id"] in selection.keys]
    yield dump({"format": data["format"]})
    for name in ("articles", "speakers", "statements"):
        yield f"{name}:\n" if data[name] else f"{name}: []\n"
        for item in data[name]:
            yield dump([_plain(item)])


def _plain(value: Any) -> Plain:
    """The value with every number, truth value and nothing as text."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
