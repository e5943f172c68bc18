"""Commands that hand something to another program: the original's address to a browser, words to a command."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from reader.exporting.passage import whole_text
from reader.text.addresses import Address, address
from reader.tui.actions.meaning import meant_quote
from reader.tui.actions.taking import copy, meant_text, quote_with_citation
from reader.tui.messages import Chosen, Said
from reader.tui.opener import opened, opener_of
from reader.tui.permits import allowed
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.confirming import Confirming, Reply
from reader.tui.widgets.output import Output
from reader.tui.widgets.sheet import Piece

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


# -- the original


def open_url(room: ReadingRoom) -> None:
    """Show the address of the original, and open it in a browser if the person says so."""
    place = room.view.place if room.view else None
    row = room.library.row_by_key.get(place[0]) if place else None if room.view else room.readable
    fact = room.library.analysis(row.key).article.metadata.url if row else None
    if fact is None:
        room.say("This article does not name its address; its text holds no link to itself.", "warning")
        return
    try:
        found = address(fact.value)
    except ValueError as error:
        room.say(f"The address of this article is not opened: {error}.", "warning")
        return
    _ask(room, found, guessed=fact.guessed)


def _ask(room: ReadingRoom, found: Address, *, guessed: bool) -> None:
    """Show an address whole and ask what to do with it."""
    opener = opener_of(os.environ)
    off = "by --safe" if room.state.safe else "in config.yaml" if not room.settings.open_links else ""
    pieces = [Piece(), Piece("address", found.url, ink="title"), Piece("host", found.host, ink="accent")]
    if found.written:
        pieces.append(Piece("", f"written {found.written} in the article: letters of another script", ink="warning"))
    if guessed:
        pieces.append(Piece("", "The article does not say outright that this is its own address.", ink="warning"))
    if off or not opener:
        why = f"Opening is switched off {off}." if off else "There is no display here to open it on."
        pieces.append(Piece("", why, ink="muted"))
        replies = [Reply("enter", "copy it", "copy")]
    else:
        replies = [Reply("enter", "open it in the browser", "open"), Reply("y", "copy it", "copy")]

    def then(chosen: Chosen) -> None:
        if chosen.choice and chosen.choice.value == "copy":
            copy(room, found.url, "The address")
        elif chosen.choice and allowed(room, "open"):
            Thread(target=_open, args=(room.post_message, opener, found), name="browser", daemon=True).start()

    room.open(Confirming(room.paint, "The original", [*pieces, Piece()], replies), then)


def _open(post: Callable[[Said], object], opener: tuple[str, ...], found: Address) -> None:
    """Run the opener with the address as one argument, away from this terminal."""
    try:
        code = opened(opener, found.url)
    except OSError as error:
        post(Said(f"{opener[0]} could not be started: {(error.strerror or 'unknown').lower()}.", "error"))
    else:
        said = f"{opener[0]} failed with exit code {code}." if code else f"Opened {found.host}."
        post(Said(said, "error" if code else "information"))


# -- to a command


def pipe(room: ReadingRoom) -> None:
    """Hand the quote or the article to a command that the person types."""
    if not allowed(room, "pipe"):
        return
    found = _meant(room)
    if found is None:
        room.say("There is nothing here to hand to a command.", "warning")
        return
    text, what = found

    def judge(typed: str) -> Answer:
        try:
            words = shlex.split(typed)
        except ValueError as error:
            return Answer(False, ((f"! {str(error).capitalize()}.", "warning"),))
        if not words:
            return Answer(False, (("A command with its arguments; no shell reads it. Example: wc -w", "muted"),))
        if shutil.which(words[0]) is None:
            return Answer(False, ((f"! There is no command {words[0]}.", "warning"),))
        return Answer(True, ((f"{what} goes in, {len(text):,} characters.", "muted"),))

    def then(chosen: Chosen) -> None:
        room.piped = chosen.typed
        room.open(Output(room.paint, tuple(shlex.split(chosen.typed)), text))

    room.open(Asking(room.paint, f"{what} to which command?", room.piped, judge), then)


def _meant(room: ReadingRoom) -> tuple[str, str] | None:
    """(text, what it is): in the list the article, elsewhere what is selected, else the quote, else the article."""
    row = room.readable
    if not room.view and room.article.selected is not None:
        return meant_text(room)
    place = meant_quote(room) if room.view or room.state.pane != "sources" else None
    if place is not None:
        text = quote_with_citation(room, place)
        return (f"{text}\n", "The quote") if text else None
    if row is None or room.view:
        return None
    return f"{whole_text(room.library.analysis(row.key).article)}\n", "The article"
