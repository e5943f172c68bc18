"""Notes on articles and quotes, and the report of all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import SuspendNotSupported

from reader.model.spans import Span
from reader.text.guard import visible
from reader.tui.actions.targets import AnyMark, change, mark_at, name_of, targets
from reader.tui.commands import key_of
from reader.tui.messages import Chosen
from reader.tui.permits import allowed
from reader.tui.rendering.page import long_date
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.state import Target
from reader.tui.widgets.listing import Item, Listed, Listing
from reader.tui.widgets.writing import DROPPED, Writing

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def note(room: ReadingRoom) -> None:
    """Write a note on the quote or article; on several, theirs stay and it is added to them."""
    chosen = targets(room, note)
    if not chosen:
        return
    notes = {mark_at(room, target).note for target in chosen}
    added = len(notes) > 1
    text = "" if added else notes.pop()

    def then(taken: Chosen) -> None:
        if taken.choice is not DROPPED:
            _keep(room, chosen, taken.typed, text, added)

    title = f"Note on {name_of(room, chosen)}" + (", added to theirs" if added else "")
    room.open(Writing(room.paint, title, text, lambda typed: elsewhere(room, typed)), then)


def _keep(room: ReadingRoom, chosen: Sequence[Target], typed: str, before: str, added: bool) -> None:
    name = name_of(room, chosen)
    if typed == before:
        room.say("The note is as it was." if before else "No note.")
        return

    def noted(mark: AnyMark) -> AnyMark:
        return replace(mark, note="\n".join(filter(None, (mark.note, typed))) if added else typed)

    change(room, chosen, noted, f"{'note' if typed else 'no note'} on {name}")
    room.say(
        f"Note on {name}. {key_of('notes')} lists all notes."
        if typed
        else f"The note on {name} is gone. {key_of('undo')} undoes."
    )


def elsewhere(room: ReadingRoom, text: str) -> str | None:
    """The text after the person has written it in their own editor; None where that could not be, which is told."""
    import shlex  # dear, and seldom needed
    import shutil
    import tempfile

    from reader.tui.visiting import visit

    if not allowed(room, "editor"):
        return None
    command = room.settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    folder: Path | None = None
    try:
        folder = Path(tempfile.mkdtemp(prefix="reader-"))
        path = folder / "note.md"
        path.write_text(text + "\n", encoding="utf-8", errors="replace")
        with room.app.suspend():
            code, asked = visit([*shlex.split(command), str(path)])
        written = path.read_text(encoding="utf-8", errors="replace")
    except SuspendNotSupported:
        room.say("Another program cannot be shown here; go on writing in place.", "warning")
    except (OSError, ValueError) as error:
        room.say(f"{command} could not be run ({error}); set EDITOR to your editor.", "error")
    else:
        if asked and (written != text + "\n" or len(os.listdir(folder)) > 1):
            room.left, folder = f"the note that you were writing is in {folder}", None
        if code == 0:
            return visible(written.replace("\r\n", "\n")).rstrip()
        room.say(f"{command} ended with {code}; the note is as it was.", "warning")
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
    return None


# -- all notes


class Notes(Listing):
    """The list of notes; it follows the marks."""

    marked = True


def notes(room: ReadingRoom) -> None:
    """All notes, article by article."""
    if not room.marks.ready:
        room.waiting.append(notes)
        return

    def made(scene: Scene) -> Listed:
        return _listed(scene, room)

    room.open(Notes(room.paint, "Notes", "notes", made))


def _listed(scene: Scene, room: ReadingRoom) -> Listed:
    from reader.exporting.notes import notes_of, report

    found = list(notes_of(scene.library, room.marks.known))
    here = set(scene.whole.row_by_key)
    absent = [] if scene.shelf else [mark for mark in room.marks.all().values() if mark.ref.id not in here]
    items = []
    for one in found:
        head = (one.speaker or "nobody named") if one.words else "the article"
        quoted = f" — “{' '.join(one.words.split())}”" if one.words else ""
        words = " ".join(one.note.split()) + quoted
        day = long_date(one.date) if one.date else "no date"
        place = (one.key, one.quote) if one.quote is not None else None
        items.append(
            Item(head, words, f"{one.outlet} · {day}", group=one.title, place=place, target=(one.key, Span(0, 0)))
        )
    columns = ("article", "outlet", "date", "speaker", "quote", "note", "tags", "citation")
    rows = [(n.title, n.outlet, n.date, n.speaker, n.words, n.note, ", ".join(n.tags), n.citation) for n in found]
    text = "".join(report(found, absent))
    return Listed(items, Table(columns, rows), "No notes yet. m writes one on a quote or an article.", text)
