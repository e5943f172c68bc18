"""Commands on one report in several outlets: its copies listed or folded, and what each outlet changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.library import Library, Row
from reader.library.syndication import Change, changes
from reader.model.spans import Span
from reader.statements.differences import differences
from reader.tui.actions.comparing import differing_words
from reader.tui.answers import outlet_of
from reader.tui.rendering.page import long_date
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.widgets.grid import plain_outlet
from reader.tui.widgets.versions import Compared, Telling, Versions, Word

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

ALONE = "No other article here carries this report."
NAMES = {"cut": "left out", "added": "added", "changed": "reworded"}


def unfold(room: ReadingRoom) -> None:
    """List the copies of the report under the cursor."""
    key = _family_of(room)
    if key is None:
        room.say(ALONE)
    elif room.shelf and key in room.shelf.folds.open:
        room.say("Its copies are listed below it; ← folds them.")
    else:
        room.unfolded.add(key)
        _again(room, room.state.key)


def fold(room: ReadingRoom) -> None:
    """Fold the copies of the report under the cursor into one row."""
    key = _family_of(room)
    if key is None:
        room.say(ALONE)
    elif room.shelf and key not in room.shelf.folds.open:
        room.say("Its copies are folded; → lists them.")
    else:
        room.unfolded.difference_update(room.library.copies[key])
        room.change(key=key)
        _again(room, key)


def _family_of(room: ReadingRoom) -> str | None:
    """The row that stands for the report under the cursor; None where there are no copies in the list."""
    shelf, key = room.shelf, room.state.key
    if shelf is None or key is None:
        return None
    listed = [k for k in room.library.copies.get(key, ()) if k in shelf.places]
    return listed[0] if len(listed) > 1 else None


def _again(room: ReadingRoom, key: str | None) -> None:
    room.restock()
    room.change(key=key)


def copies(room: ReadingRoom) -> None:
    """What each outlet changed of the open report."""
    row = room.readable
    if row is None or row.key not in room.library.copies:
        room.say(ALONE)
        return
    key = row.key
    room.open(Versions(room.paint, "One report, several outlets", lambda scene: copies_of(scene, key), name="versions"))


def copies_of(scene: Scene, key: str) -> Compared:
    """The fullest version, and every other with what it changed."""
    library = scene.whole
    family = [k for k in library.copies.get(key, ()) if k in library.row_by_key]
    tellings: list[Telling] = []
    table: list[tuple[str, ...]] = []
    for number, one in enumerate(family):
        row = library.row_by_key[one]
        found = changes(library.analysis(family[0]).article, library.analysis(one).article) if number else ()
        tellings += _telling(library, row, found, family)
        about = (outlet_of(row), row.date or "", row.title)
        table += [(*about, NAMES[c.kind], c.words, c.instead) for c in found if c.kind in NAMES]
        if not number:
            table.append((*about, "the fullest", "", ""))
    columns = ("outlet", "date", "title", "what", "words", "instead of")
    return Compared(tellings, Table(columns, table), None)


def _telling(library: Library, row: Row, found: Sequence[Change], family: Sequence[str]) -> Iterator[Telling]:
    """One version: a line on the whole of it, then its changes one by one."""
    full = library.row_by_key[family[0]]
    fullest = row.key == full.key
    heading = f"{full.title} · carried by {len(family)} articles" if fullest else ""
    head = [plain_outlet(outlet_of(row)), long_date(row.date) if row.date else "no date", f"{row.words:,} words"]
    words = (Word(row.title, "title"),) if fullest else _title(full.title, row.title)
    target = (row.key, Span(0, 0))
    yield Telling(" · ".join(head), "the fullest" if fullest else said(found), words, "", heading, target=target)
    for change in found:
        if change.kind != "same":
            yield _change(row.key, change)


def _change(key: str, change: Change) -> Telling:
    many = f", {change.paragraphs} paragraphs" if change.paragraphs > 1 else ""
    whole = ", a paragraph" if change.paragraphs == 1 else many
    note = f"{NAMES[change.kind]}{whole}"
    if change.kind == "changed":
        words: tuple[Word, ...] = differing_words(change.differences, "text")
    elif change.kind == "cut":
        words = (Word(f"[-{_even(change.instead)}-]", "error"),)
    else:
        words = (Word(f"{{+{_even(change.words)}+}}", "good", bold=True),)
    return Telling(words=(Word(f"{note}: ", "muted"), *words), target=(key, change.span or Span(0, 0)))


def _title(full: str, title: str) -> tuple[Word, ...]:
    """The headline beside the fullest version's."""
    if title == full:
        return (Word("the same headline", "muted"),)
    return (Word("headline: ", "muted"), *differing_words(differences(full, title), "title"))


def said(found: Sequence[Change]) -> str:
    """What a copy changed, in figures."""
    parts = []
    for kind, name in NAMES.items():
        number = sum(change.sentences for change in found if change.kind == kind)
        if number:
            parts.append(f"{number:,} sentence{'' if number == 1 else 's'} {name}")
    return ", ".join(parts) or "word for word"


def _even(words: str) -> str:
    return " ".join(words.split())
