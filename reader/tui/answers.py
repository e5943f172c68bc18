"""What the panes ask of a library, beyond what it answers itself."""

from __future__ import annotations

from reader.library.library import Library, Row
from reader.model.analysis import Analysis
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.tui.rendering.page import source_of


def outlet_of(row: Row) -> str:
    """The outlet as a list shows it: "Moscow Times", "via Reuters", "no outlet"."""
    return source_of(row.outlet, row.agency)


def speaker_of_quote(library: Library, key: str, quote: Quote) -> Speaker | None:
    """Who is quoted, as far as the library knows."""
    return library.speaker_of(key, quote.entity)


def speaker_at(library: Library, key: str, offset: int) -> Speaker | None:
    """Whose name stands at `offset`, else who speaks there."""
    analysis = library.analysis(key)
    for index, entity in enumerate(analysis.entities):
        if any(link.span.start <= offset < link.span.end for link in entity.links):
            speaker = library.speaker_of(key, index)
            if speaker:
                return speaker
    for quote in analysis.quotes:
        source = quote.source.span if quote.source else None
        if source is not None and source.start <= offset < source.end:
            return speaker_of_quote(library, key, quote)
    at = quote_at(analysis, offset)
    return speaker_of_quote(library, key, analysis.quotes[at]) if at is not None else None


def quote_at(analysis: Analysis, offset: int) -> int | None:
    """Index of the innermost quote that holds the character at `offset`."""
    holding = [
        (quote.span.length, index)
        for index, quote in enumerate(analysis.quotes)
        if whole(quote).start <= offset < whole(quote).end
    ]
    return min(holding)[1] if holding else None


def whole(quote: Quote) -> Span:
    """A quote with its marks."""
    return quote.marks or quote.span


def listed(analysis: Analysis, indirect: bool) -> tuple[int, ...]:
    """Indices of the quotes a pane lists: what somebody said, reported speech only where asked for."""
    kinds = ("direct", "mixed", "indirect") if indirect else ("direct", "mixed")
    return tuple(index for index, quote in enumerate(analysis.quotes) if quote.kind in kinds)


def reports(library: Library, key: str, quote: int) -> int:
    """How many articles report what a quote says, its own among them."""
    keys = {key}
    for statement in library.statements_of(key, quote):
        keys.update(where for where, _ in statement.quotes)
    return len(keys)
