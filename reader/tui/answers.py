"""What the panes ask of a library, beyond what it answers itself."""

from __future__ import annotations

from reader.library.library import Library, Row
from reader.model.analysis import Analysis
from reader.model.quotes import Quote
from reader.model.speakers import Speaker
from reader.tui.rendering.page import source_of
from reader.tui.standing import quotes_between, sources_between, standing, whole

__all__ = ["listed", "outlet_of", "quote_at", "speaker_at", "speaker_of_quote", "whole"]


def outlet_of(row: Row) -> str:
    """The outlet as a list shows it: "Moscow Times", "via Reuters", "no outlet"."""
    return source_of(row.outlet, row.agency)


def speaker_of_quote(library: Library, key: str, quote: Quote) -> Speaker | None:
    """Who is quoted, as far as the library knows."""
    return library.speaker_of(key, quote.entity)


def speaker_at(library: Library, key: str, offset: int) -> Speaker | None:
    """Whose name stands at `offset`, else who speaks there."""
    analysis = library.analysis(key)
    for index in sorted({index for _, index in standing(analysis, False).names.between(offset, offset + 1)}):
        speaker = library.speaker_of(key, index)
        if speaker:
            return speaker
    near = sorted(index for _, index in sources_between(analysis, offset, offset + 1))
    if near:
        return speaker_of_quote(library, key, analysis.quotes[near[0]])
    at = quote_at(analysis, offset)
    return speaker_of_quote(library, key, analysis.quotes[at]) if at is not None else None


def quote_at(analysis: Analysis, offset: int) -> int | None:
    """Index of the innermost quote that holds the character at `offset`."""
    holding = [(analysis.quotes[i].span.length, i) for _, i in quotes_between(analysis, offset, offset + 1)]
    return min(holding)[1] if holding else None


def listed(analysis: Analysis, indirect: bool) -> tuple[int, ...]:
    """Indices of the quotes a pane lists: what somebody said, reported speech only where asked for."""
    return standing(analysis, indirect).listed
