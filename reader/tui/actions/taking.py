"""Commands that copy: a quote with its citation, a paragraph or what is selected as clean text."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from reader.exporting.citing import cited
from reader.exporting.passage import passage, whole_text
from reader.tui.actions.meaning import Place, meant_quote
from reader.tui.answers import speaker_of_quote
from reader.tui.clipboard import other_ways, sequence
from reader.tui.messages import Said

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def copy_quote(room: ReadingRoom) -> None:
    """Copy the quote under the cursor with its citation."""
    place = meant_quote(room)
    if place is None:
        room.say("There is no quote here to copy. ] goes to the next; Y copies the paragraph.", "warning")
        return
    text = quote_with_citation(room, place)
    if text:
        copy(room, text, "The quote with its citation")


def quote_with_citation(room: ReadingRoom, place: Place) -> str:
    """A quote as it is copied; empty, and told, where the person's template is wrong."""
    analysis = room.library.analysis(place[0])
    quote = analysis.quotes[place[1]]
    speaker = speaker_of_quote(room.library, place[0], quote)
    words = " ".join(quote.span.of(analysis.article.text).split())
    name, how = speaker.name if speaker else "", room.settings
    try:
        return cited(words, name, analysis.article, template=how.template, style=how.citation)
    except ValueError as error:
        room.say(f"The citation cannot be written: {error}.", "error")
        return ""


def copy_text(room: ReadingRoom) -> None:
    """Copy what is selected, else the paragraph under the cursor, else the article."""
    found = meant_text(room)
    if found is None:
        room.say("There is no text here to copy.", "warning")
    else:
        copy(room, *found)


def meant_text(room: ReadingRoom) -> tuple[str, str] | None:
    """(clean text, what it is) of what is selected, else the paragraph of the cursor, in the list the article."""
    place = room.view.place if room.view else None
    row = room.readable
    if place is not None:
        article = room.library.analysis(place[0]).article
        block = article.blocks[article.block_at(room.library.analysis(place[0]).quotes[place[1]].span.start)]
        return passage(article, block.span), "The paragraph"
    if row is None or room.view:
        return None
    article = room.library.analysis(row.key).article
    if room.article.selected is not None:
        return passage(article, room.article.selected, cleaned=room.state.cleaned), "What is selected"
    if room.state.pane == "sources":
        return whole_text(article), "The article"
    block = article.blocks[article.block_at(room.article.at)]
    text = passage(article, block.span, cleaned=True)
    return (text, "The paragraph") if text else None


def copy(room: ReadingRoom, text: str, what: str) -> None:
    """Copy text by the best way there is, and say which that was."""
    written = sequence(text, os.environ)
    if written:
        room.send(written)
    size = f" ({len(text):,} characters)" if len(text) > 200 else ""
    begin = f"{what}{size} copied "
    given = (room.post_message, text, begin, bool(written), room.state.safe)
    Thread(target=_copy, args=given, name="copying", daemon=True).start()


def _copy(post: Callable[[Said], object], text: str, begin: str, sent: bool, safe: bool) -> None:
    said = other_ways(text, os.environ, sent=sent, safe=safe)
    post(Said(begin + said, "warning" if said.startswith("not at all") else "information"))
