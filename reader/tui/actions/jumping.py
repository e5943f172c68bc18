"""Jumping to any article, speaker, tag or saved search by some letters of its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import TYPE_CHECKING

from reader.library.library import Library, Row, Tally, from_index
from reader.tui.actions.directory import show_speaker
from reader.tui.actions.moving import go_to
from reader.tui.actions.searching import saved_searches, show
from reader.tui.actions.tagging import apply_filter, filter_counts
from reader.tui.answers import outlet_of
from reader.tui.fuzzy import fuzzy
from reader.tui.messages import Chosen
from reader.tui.rendering.page import short_date
from reader.tui.taginks import tag_ink
from reader.tui.widgets.chooser import Choice, Chooser
from reader.tui.widgets.found import SMALL

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.tui.screens.room import ReadingRoom

SECTION = 30
"""Choices of a section that are offered."""
SIGNS = {"#": "Tags", "@": "Speakers", "/": "Articles"}
"""What is typed first to be offered one section alone."""


def jump(room: ReadingRoom) -> None:
    """Offer all articles, speakers, tags and saved searches; typing narrows them down."""
    tags = filter_counts(room) if room.marks.ready else {}
    colours = room.marks.acts.colours
    searches = saved_searches(room)
    library = room.library

    def offer_indexed(typed: str) -> list[Choice]:
        assert from_index(library)
        only = SIGNS.get(typed[:1])
        return _offer_indexed(library, typed[1:] if only else typed, only, others)

    def sections() -> dict[str, Sequence[Choice]]:
        return {"Articles": _articles(library), "Speakers": _speakers(library) if counted(library) else (), **others}

    others: dict[str, Sequence[Choice]] = {
        "Tags": tuple(Choice(f"#{name}", f"#{name}", f"{n:,}", ink=tag_ink(name, colours)) for name, n in tags.items()),
        "Saved searches": tuple(Choice(f"?{one.query}", one.name, more=one.query) for one in searches),
    }

    def offer(typed: str) -> list[Choice]:
        only = SIGNS.get(typed[:1])
        words = typed[1:] if only else typed
        return [
            choice._replace(group=name)
            for name, choices in sections().items()
            if only in (None, name)
            for choice in fuzzy(choices, words, SECTION)[:SECTION]
        ]

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _go(room, chosen.choice.value)

    indexed = from_index(library)
    hint = "enter go · # tags · @ speakers · / articles"
    chooser = Chooser(room.paint, "Jump to", hint, offer_indexed if indexed else offer, apart=indexed)
    room.open(chooser, then)
    if not indexed and not counted(library):
        Thread(target=_count, args=(room, chooser), name="counting", daemon=True).start()


def _offer_indexed(
    library: IndexedLibrary, words: str, only: str | None, others: Mapping[str, Sequence[Choice]]
) -> list[Choice]:
    """The same of an index: whole words of headlines and names, by their beginnings."""
    from reader.library.offering import articles_like, speakers_like

    found: dict[str, Iterable[Choice]] = {}
    if only in (None, "Articles"):
        found["Articles"] = map(_article, articles_like(library, words, SECTION))
    if only in (None, "Speakers"):
        found["Speakers"] = map(_speaker, speakers_like(library, words, SECTION))
    found |= {
        name: fuzzy(choices, words, SECTION)[:SECTION] for name, choices in others.items() if only in (None, name)
    }
    return [choice._replace(group=name) for name, choices in found.items() for choice in choices]


def counted(library: Library) -> bool:
    """True where the speakers have been counted, or there are so few articles that it takes no time."""
    return len(library.keys) <= SMALL or "tallies" in vars(library)


def _count(room: ReadingRoom, chooser: Chooser) -> None:
    """Count the speakers of a large library, then offer them too."""
    _speakers(room.library)
    with suppress(RuntimeError):  # the app has ended meanwhile
        room.app.call_from_thread(chooser.ask_again)


def _go(room: ReadingRoom, value: str) -> None:
    """Go to what was chosen: the first character says what it is."""
    kind, rest = value[0], value[1:]
    if kind == "@":
        show_speaker(room, room.library.by_id[rest])
        return
    while room.overlays:
        room.close()
    if kind == "#":
        apply_filter(room, rest)
    elif kind == "?":
        show(room, rest, typing=False)
    else:
        room.change(key=rest)
        go_to(room, "article")


@lru_cache(maxsize=2)
def _articles(library: Library) -> tuple[Choice, ...]:
    return tuple(_article(row) for row in library.rows if row.problem is None)


def _article(row: Row) -> Choice:
    return Choice(f"/{row.key}", row.title, short_date(row.date) if row.date else "", more=outlet_of(row))


@lru_cache(maxsize=2)
def _speakers(library: Library) -> tuple[Choice, ...]:
    return tuple(map(_speaker, library.tallies))


def _speaker(tally: Tally) -> Choice:
    more = ", ".join(tally.speaker.aliases[1:3])
    return Choice(f"@{tally.speaker.id}", tally.speaker.name, f"{tally.quotes:,}q {tally.mentions:,}n", more=more)
