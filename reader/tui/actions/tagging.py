"""Commands on marks: tags, follow-up, filter, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library.library import Row
from reader.marks.marks import FOLLOW_UP
from reader.tui.marking import with_tag
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import clip
from reader.tui.widgets.chooser import Choice, Chooser, matching

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

ALL = ""
"""The choice that takes a filter away."""


def markable(room: ReadingRoom, command: Callable[[ReadingRoom], None]) -> Row | None:
    """The open article if it can be marked now; while the marks are being read, the command waits for them."""
    if not room.marks.ready:
        room.waiting.append(command)
        return None
    if room.readable is None:
        room.say("There is no article to mark.", "warning")
    return room.readable


def toggle_tag(room: ReadingRoom, row: Row, tag: str) -> None:
    """Give an article a tag, or take it away."""
    mark = with_tag(room.marks.of(room.library, row), tag)
    added = tag in mark.tags
    room.mark(row, mark, f"{'tag' if added else 'no tag'} #{tag} on “{clip(row.title, 40)}”")
    room.say(f"Tagged #{tag}." if added else f"No longer #{tag}.")


def tag(room: ReadingRoom) -> None:
    """Pick tags in use or type new ones."""
    row = markable(room, tag)
    if row is None:
        return

    def offer(typed: str) -> list[Choice]:
        theirs = room.marks.of(room.library, row).tags
        known = dict(room.marks.tags())
        known.setdefault(FOLLOW_UP, 0)
        choices = [
            Choice(
                name,
                name,
                note=str(count or ""),
                mark="✓" if name in theirs else "",
                ink="good" if name in theirs else "text",
            )
            for name, count in known.items()
        ]
        found = matching(choices, typed)
        words = clean_tag(typed)
        if words and words not in known:
            found.append(Choice(words, f"new tag “{words}”", mark="+", ink="accent"))
        return found

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            toggle_tag(room, row, chosen.choice.value)

    room.open(Chooser(room.paint, "Tag", "enter tag · tab tag and go on · esc close", offer, stays=True), then)


def clean_tag(typed: str) -> str:
    """A typed tag without the sign people put before it and without needless blanks."""
    return " ".join(typed.split()).lstrip("#").strip()


def follow_up(room: ReadingRoom) -> None:
    """Toggle the tag that one key toggles."""
    row = markable(room, follow_up)
    if row is not None:
        toggle_tag(room, row, FOLLOW_UP)


def filter_by_tag(room: ReadingRoom) -> None:
    """Pick the tag whose articles are listed."""
    known = room.marks.tags()
    if not known and not room.state.tag:
        room.say("No tags yet: t tags this article.")
        return

    def offer(typed: str) -> list[Choice]:
        choices = [
            Choice(name, f"#{name}", note=str(count), mark="✓" if name == room.state.tag else "")
            for name, count in known
        ]
        return matching([Choice(ALL, "All articles", note=str(len(room.library.rows))), *choices], typed)

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            apply_filter(room, chosen.choice.value or None)

    chooser = Chooser(room.paint, "Show only", "enter show · esc close", offer)
    chooser.cursor = min(1, len(chooser.choices) - 1)
    room.open(chooser, then)


def apply_filter(room: ReadingRoom, name: str | None) -> None:
    """List only articles with a tag; the open one stays if it has it."""
    room.change(tag=name)
    room.restock()
    shelf = room.shelf
    key = room.state.key
    if shelf is not None and len(shelf) and key not in shelf.places:
        key = shelf.row(0).key
    room.change(key=key)
    number = len(shelf) if shelf else 0
    room.say(f"{number:,} with #{name}. esc shows all." if name else "All articles.")


def read(room: ReadingRoom) -> None:
    """Toggle read and unread."""
    row = markable(room, read)
    if row is not None:
        mark = room.marks.of(room.library, row)
        room.left_unread = row.key if mark.read else None
        what = f"“{clip(row.title, 40)}” {'unread' if mark.read else 'read'}"
        room.mark(row, replace(mark, read=not mark.read), what)
        room.say("Marked unread." if mark.read else "Marked read.")
