"""Commands on marks: tags, follow-up, filter, read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from reader.library.library import Library, Row
from reader.marks.history import Step
from reader.marks.marks import FOLLOW_UP, Acts
from reader.marks.tags import above, clean_tag
from reader.tui.actions.targets import change, mark_at, name_of, tagged, targets
from reader.tui.commands import key_of
from reader.tui.fuzzy import fuzzy
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import clip
from reader.tui.shelf import Shelf
from reader.tui.state import Target, Within
from reader.tui.taginks import tag_ink
from reader.tui.widgets.chooser import Choice, Chooser

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

ALL = ""
"""The choice that takes a filter away."""
NUMBERED = 9
"""Recent tags that a digit gives."""


def markable(room: ReadingRoom, command: Callable[[ReadingRoom], None]) -> Row | None:
    """The open article if it can be marked now; while the marks are being read, the command waits for them."""
    if not room.marks.ready:
        room.waiting.append(command)
        return None
    if room.readable is None:
        room.say("There is no article to mark.", "warning")
    return room.readable


# -- giving tags


class TagPicker(Chooser):
    """Tags to choose from; while nothing is typed a digit takes a recent one."""

    def __init__(self, room: ReadingRoom, caption: str, hint: str, offer: Callable[[str], Sequence[Choice]], *,
                 stays: bool = False) -> None:  # fmt: skip
        super().__init__(room.paint, caption, hint, offer, stays=stays)
        self.scope = "tags"

    def press(self, key: str, character: str | None) -> bool:
        """As in every list; a digit takes a recent tag; at the end of what is typed, → is the command's."""
        if key == "right" and self.entry.at == len(self.entry.text):
            return False
        if not self.entry.text and key in tuple("123456789"):
            place = next((i for i, c in enumerate(self.choices) if c.mark.startswith(key)), None)
            if place is None:
                return True
            self.cursor = place
            self._take(stay=False)
            return True
        return super().press(key, character)

    @property
    def tag(self) -> str:
        """The tag under the cursor; empty where there is none."""
        choice = self.choices[self.cursor] if self.choices else None
        return choice.value if choice and choice.mark.strip() != "+" else ""


def tag(room: ReadingRoom) -> None:
    """Pick tags in use or type new ones."""
    chosen = targets(room, tag)
    if not chosen:
        return

    def offer(typed: str) -> list[Choice]:
        theirs = [mark_at(room, target).tags for target in chosen]
        counts = dict(room.marks.tags())
        counts |= {name: 0 for used in counts for name in above(used) if name not in counts}
        counts.setdefault(FOLLOW_UP, 0)
        choices = tag_choices(counts, room.marks.acts, typed)
        found = [c._replace(mark=f"{c.mark:1}{_tick(c.value, theirs)}") for c in choices]
        words = clean_tag(typed)
        if words and words not in counts:
            found.append(Choice(words, f"new tag “{words}”", mark="+", ink="accent"))
        return found

    def then(taken: Chosen) -> None:
        if taken.choice:
            toggle_tag(room, chosen, taken.choice.value)

    hint = "enter tag · 1-9 recent · tab several · → this tag" if room.size.width > 60 else "enter tag · → this tag"
    room.open(TagPicker(room, f"Tag {name_of(room, chosen)}", hint, offer, stays=True), then)


def _tick(name: str, theirs: Sequence[Sequence[str]]) -> str:
    """Whether all of several have a tag, or some."""
    having = sum(name in tags for tags in theirs)
    return "✓" if having == len(theirs) else "·" if having else ""


def tag_choices(counts: dict[str, int], acts: Acts, typed: str) -> list[Choice]:
    """Tags that match what is typed; where nothing is, the recent ones first, with their digits."""
    names = {name: number for name, number in counts.items() if name}
    choices = [Choice(name, name, note=f"{n:,}" if n else "", ink=tag_ink(name, acts.colours))
               for name, n in names.items()]  # fmt: skip
    if typed.strip():
        return fuzzy(choices, clean_tag(typed) or typed)
    recent = [name for name in acts.recent if name in names][:NUMBERED]
    by_name = {choice.value: choice for choice in choices}
    first = [by_name[name]._replace(mark=str(n), group="Recent") for n, name in enumerate(recent, 1)]
    group = "All tags" if recent else ""
    rest = [choice._replace(group=group) for choice in choices if choice.value not in recent]
    return [*first, *rest]


def toggle_tag(room: ReadingRoom, chosen: Sequence[Target], name: str) -> None:
    """Give a tag, or take it away; of several, to all unless all have it."""
    on = not all(name in mark_at(room, target).tags for target in chosen)
    whom = name_of(room, chosen)

    def used(acts: Acts) -> Acts:
        recent = (name, *(one for one in acts.recent if one != name))
        return replace(acts, recent=recent[:NUMBERED]) if on else acts

    change(room, chosen, lambda mark: tagged(mark, name, on), f"{'tag' if on else 'no tag'} #{name} on {whom}", used)
    more = f": {whom}." if len(chosen) > 1 or chosen[0].quote is not None else "."
    room.say(f"Tagged #{name}{more}" if on else f"No longer #{name}{more}")


def follow_up(room: ReadingRoom) -> None:
    """Toggle the tag that one key toggles."""
    chosen = targets(room, follow_up)
    if chosen:
        toggle_tag(room, chosen, FOLLOW_UP)


# -- filters


def filter_by_tag(room: ReadingRoom) -> None:
    """Pick the tag whose articles are listed, those of the tags below it too."""
    if not room.marks.tags() and not room.state.tag:
        room.say(f"No tags yet: {key_of('tag')} tags this article.")
        return

    def offer(typed: str) -> list[Choice]:
        counts = filter_counts(room)
        found = tag_choices(counts, room.marks.acts, typed)
        found = [c._replace(text=f"#{c.text}", mark=f"{c.mark:1}{'✓' if c.value == room.state.tag else ''}")
                 for c in found]  # fmt: skip
        everything = Choice(ALL, "All articles", note=f"{len(room.library.rows):,}")
        return found if typed.strip() else [everything, *found]

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            apply_filter(room, chosen.choice.value or None)

    picker = TagPicker(room, "Show only", "enter show · 1-9 recent · → this tag · esc close", offer)
    picker.cursor = min(1, len(picker.choices) - 1)
    room.open(picker, then)


def filter_counts(room: ReadingRoom) -> dict[str, int]:
    """Every tag, and every level above one, with the number of articles that a filter on it lists."""
    used: dict[str, set[str]] = {}
    listed = room.library.row_by_key
    for key, mark in room.marks.all().items():
        tags = mark.all_tags
        for level in {level for name in tags for level in (*above(name), name)} if tags and key in listed else ():
            used.setdefault(level, set()).add(key)
    counts = {name: len(keys) for name, keys in used.items()}
    counts |= {name: 0 for name, _ in room.marks.tags() if name not in counts}
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def apply_filter(room: ReadingRoom, name: str | None) -> None:
    """List only articles with a tag; the open one stays if it has it."""
    narrow(room, tag=name)
    number = len(room.shelf) if room.shelf else 0
    room.say(f"{number:,} with #{name}. {key_of('close')} shows all." if name else "All articles.")


def search_filter(room: ReadingRoom, within: Within | None) -> None:
    """List only what a search found; the open article stays if it is among it."""
    narrow(room, within=within)
    number = len(room.shelf) if room.shelf else 0
    room.say(f"{number:,} with {within.query}. {key_of('close')} shows all." if within else "All articles.")


def narrow(room: ReadingRoom, **filters: Any) -> None:
    """List articles under another filter. The open one stays if it is listed, else the next one that is is opened."""
    key = room.state.key
    room.state = room.state._replace(**filters)
    room.restock()
    shelf = room.shelf
    if shelf is not None and len(shelf) and key not in shelf.places:
        key = _next_listed(room.library, shelf, key)
    room.change(key=key)


def _next_listed(library: Library, shelf: Shelf, key: str | None) -> str:
    """The listed article that comes next after one that is not listed, else the last."""
    open_row = library.row_by_key.get(key or "")
    here = (open_row.path, open_row.part, open_row.key) if open_row else ("", "", "")
    rows = (shelf.row(place) for place in range(len(shelf)))
    return next((r.key for r in rows if (r.path, r.part, r.key) >= here), shelf.row(len(shelf) - 1).key)


# -- read and unread


def read(room: ReadingRoom) -> None:
    """Toggle read and unread; of several, read unless all are."""
    chosen = tuple(dict.fromkeys(Target(target.key) for target in targets(room, read)))
    if not chosen:
        return
    rows = [room.library.row_by_key[target.key] for target in chosen]
    now = not all(room.marks.of(room.library, row).read for row in rows)
    if not now and any(row.key == room.state.key for row in rows):
        room.left_unread = room.state.key
    elif now:
        room.left_unread = None
    what = f"“{clip(rows[0].title, 40)}”" if len(rows) == 1 else name_of(room, chosen)
    word = "read" if now else "unread"
    before = [room.marks.of(room.library, row) for row in rows]
    room.do(Step(f"{what} {word}", tuple((mark, replace(mark, read=now)) for mark in before)))
    room.say(f"Marked {word}." if len(rows) == 1 else f"Marked {word}: {name_of(room, chosen)}.")
