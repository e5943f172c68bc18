"""What a mark is put on: what is selected, else the quote under the cursor of the quotes, else the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.library.annotated import quote_marks, with_quote
from reader.library.corrections import mark_of_quote
from reader.marks.history import Step
from reader.marks.marks import Acts, ArticleMark, QuoteMark
from reader.tui.rendering.lines import clip
from reader.tui.state import Target

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

AnyMark = ArticleMark | QuoteMark
Edit = Callable[[AnyMark], AnyMark]
"""What is done to a mark: tags, star and note are called the same in both."""


def targets(room: ReadingRoom, command: Callable[[ReadingRoom], None]) -> tuple[Target, ...]:
    """What a command puts a mark on; empty where there is nothing, which is told, or where the command waits for the
    marks to be read."""
    if not room.marks.ready:
        room.waiting.append(command)
        return ()
    found = meant(room)
    if not found:
        room.say("There is nothing here to mark." if room.view else "There is no article to mark.", "warning")
    return found


def meant(room: ReadingRoom) -> tuple[Target, ...]:
    """The same, saying nothing."""
    if room.view:
        if room.view.place:
            return (Target(*room.view.place),)
        return (Target(room.view.target[0]),) if room.view.target else ()
    if room.state.selected:
        return room.state.selected
    return under_cursor(room)


def under_cursor(room: ReadingRoom) -> tuple[Target, ...]:
    """The quote under the cursor of the quotes, else the open article."""
    row = room.readable
    if row is None:
        return ()
    if room.state.pane == "quotes" and room.quotes.quote is not None:
        return (Target(row.key, room.quotes.quote),)
    return (Target(row.key),)


def mark_at(room: ReadingRoom, target: Target) -> AnyMark:
    """What the person said of a target."""
    mark = room.marks.of(room.library, room.library.row_by_key[target.key])
    if target.quote is None:
        return mark
    analysis = room.library.analysis(target.key)
    return quote_marks(analysis, mark).get(target.quote) or mark_of_quote(analysis, target.quote)


def name_of(room: ReadingRoom, chosen: Sequence[Target]) -> str:
    """Targets in words: “Old bridge shut”, the quote “We cannot…”, 3 articles and 2 quotes."""
    if len(chosen) != 1:
        return counted(chosen)
    (target,) = chosen
    if target.quote is None:
        return f"“{clip(room.library.row_by_key[target.key].title, 40)}”"
    return f"the quote “{clip(room.library.words(target.key, target.quote), 32)}”"


def counted(chosen: Sequence[Target]) -> str:
    """How many articles and quotes: "2 articles", "1 article and 3 quotes"."""
    quotes = sum(target.quote is not None for target in chosen)
    parts = [(len(chosen) - quotes, "article"), (quotes, "quote")]
    return " and ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in parts if n)


def change(
    room: ReadingRoom, chosen: Sequence[Target], edit: Edit, what: str, acts: Callable[[Acts], Acts] | None = None
) -> None:
    """Do the same to all targets as one act, which `u` takes back.

    Args: what: the act in words; acts: what it changes besides.
    """
    before: dict[str, ArticleMark] = {}
    after: dict[str, ArticleMark] = {}
    for target in chosen:
        if target.key not in before:
            row = room.library.row_by_key[target.key]
            before[target.key] = after[target.key] = room.marks.of(room.library, row)
        if target.quote is None:
            after[target.key] = edit(after[target.key])  # type: ignore[assignment]
        else:
            analysis, mark = room.library.analysis(target.key), after[target.key]
            old = quote_marks(analysis, mark).get(target.quote) or mark_of_quote(analysis, target.quote)
            after[target.key] = with_quote(analysis, mark, target.quote, edit(old))  # type: ignore[arg-type]
    pairs = tuple((before[key], after[key]) for key in before if before[key] != after[key])
    both = (room.marks.acts, acts(room.marks.acts)) if acts else None
    room.do(Step(what, pairs, both if both and both[0] != both[1] else None))


def tagged(mark: AnyMark, tag: str, on: bool) -> AnyMark:
    """The mark with a tag, or without it."""
    others = tuple(one for one in mark.tags if one != tag)
    return replace(mark, tags=mark.tags if on and tag in mark.tags else (*others, tag) if on else others)
