"""Which quote and which speaker a command is about: of the view on top, else of the pane that has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.library import Library
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.tui.answers import quote_at, speaker_at, speaker_of_quote
from reader.tui.standing import quotes_between
from reader.tui.widgets.portrait import Portrait

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

Place = tuple[str, int]


def meant_quote(room: ReadingRoom) -> Place | None:
    """(article key, index) of the quote under the cursor, those that nobody speaks included."""
    if room.view:
        return room.view.place
    row = room.readable
    if row is None:
        return None
    quote = room.quotes.quote
    if room.state.pane == "article":
        analysis, pane = room.library.analysis(row.key), room.article
        at = quote_at(analysis, pane.at)
        line = Span(pane.page.starts[pane.row], pane.page.ends[pane.row]) if pane.page else Span(0, 0)
        near = [i for _, i in quotes_between(analysis, *line)] if line.length else []
        quote = at if at is not None else min(near) if near and not room.quotes.on_quote else quote
    return (row.key, quote) if quote is not None else None


def meant_speaker(room: ReadingRoom) -> Speaker | None:
    """Who is quoted or named under the cursor."""
    if room.view:
        return room.library.by_id.get(room.view.speaker or "")
    top = room.overlays[-1][0] if room.overlays else None
    if isinstance(top, Portrait):
        return top.speaker
    row = room.readable
    if row is None:
        return None
    quote = room.quotes.quote
    if room.state.pane == "quotes" and quote is not None:
        return speaker_of_quote(room.library, row.key, room.library.analysis(row.key).quotes[quote])
    speaker = speaker_at(room.library, row.key, room.article.at)
    if speaker is None and room.state.pane != "article" and quote is not None:
        speaker = speaker_of_quote(room.library, row.key, room.library.analysis(row.key).quotes[quote])
    return speaker


def found_again(library: Library, speaker: Speaker) -> Speaker | None:
    """The same speaker in another state of the library: by id, else by name."""
    known = library.by_id.get(speaker.id)
    if known is None:
        same = (s for s in library.speakers if s.name == speaker.name or speaker.name in s.aliases)
        known = next(same, None)
    return known
