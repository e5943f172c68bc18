"""Commands that move: in the focused pane, between panes, from article to article, from quote to quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands import key_of
from reader.tui.rendering.places import MIDDLING, WIDE
from reader.tui.standing import standing
from reader.tui.state import PANES, PaneName

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def down(room: ReadingRoom) -> None:
    """A row, line or quote down."""
    _move(room, 1)


def up(room: ReadingRoom) -> None:
    """A row, line or quote up."""
    _move(room, -1)


def page_down(room: ReadingRoom) -> None:
    """A page down."""
    _move(room, room.front.page_step())


def page_up(room: ReadingRoom) -> None:
    """A page up."""
    _move(room, -room.front.page_step())


def half_down(room: ReadingRoom) -> None:
    """Half a page down."""
    _move(room, max(1, room.front.page_step() // 2))


def half_up(room: ReadingRoom) -> None:
    """Half a page up."""
    _move(room, -max(1, room.front.page_step() // 2))


def top(room: ReadingRoom) -> None:
    """To the first row, line or quote."""
    _move(room, -(room.front.last + 1), far=True)


def bottom(room: ReadingRoom) -> None:
    """To the last row, line or quote."""
    _move(room, room.front.last + 1, far=True)


def _move(room: ReadingRoom, step: int, far: bool = False) -> None:
    """Move what moves, and say so where it cannot. Args: far: to the end, whatever the step."""
    front = room.front
    before = _spot(room)
    if far:
        front.go(front.last if step > 0 else 0)
    else:
        front.move(step)
    room.place_cursor()
    if _spot(room) == before:
        room.say("This is the end." if step > 0 else "This is the top.")


def _spot(room: ReadingRoom) -> tuple[object, ...]:
    """Where the cursor of what moves stands."""
    front = room.front
    return tuple(getattr(front, name, None) for name in ("cursor", "row", "at", "top"))


def go_to(room: ReadingRoom, pane: PaneName) -> None:
    """Give a pane the keys, a hidden one shown again; on a middling screen the quotes come up over the text."""
    middling = MIDDLING <= room.size.width < WIDE
    up_now = pane == "quotes" if pane != "sources" else room.state.quotes_up
    sizes = room.state.sizes
    if room.size.width >= MIDDLING and pane in sizes.hidden:
        sizes = sizes._replace(hidden=tuple(name for name in sizes.hidden if name != pane))
    up_then = (up_now or (room.state.quotes_up and pane == "article")) if middling else False
    if (pane, sizes, up_then) == (room.state.pane, room.state.sizes, room.state.quotes_up):
        room.say(f"You are in the {'list' if pane == 'sources' else 'text' if pane == 'article' else 'quotes'}.")
    alone = room.state.alone and pane == "article"
    room.change(pane=pane, quotes_up=up_then, alone=alone, sizes=sizes)


def sources(room: ReadingRoom) -> None:
    """To the list."""
    go_to(room, "sources")


def article(room: ReadingRoom) -> None:
    """To the text."""
    go_to(room, "article")


def quotes(room: ReadingRoom) -> None:
    """To the quotes."""
    go_to(room, "quotes")


def next_pane(room: ReadingRoom) -> None:
    """To the next pane, round and round."""
    _step_pane(room, 1)


def previous_pane(room: ReadingRoom) -> None:
    """To the pane before, round and round."""
    _step_pane(room, -1)


def pane_left(room: ReadingRoom) -> None:
    """To the pane at the left."""
    _step_pane(room, -1, around=False)


def pane_right(room: ReadingRoom) -> None:
    """To the pane at the right."""
    _step_pane(room, 1, around=False)


def _step_pane(room: ReadingRoom, step: int, around: bool = True) -> None:
    """To another of the panes that are not hidden."""
    panes = [p for p in PANES if p not in room.state.sizes.hidden or room.size.width < MIDDLING]
    place = (panes.index(room.state.pane) if room.state.pane in panes else 0) + step
    if len(panes) == 1:
        room.say(f"The other panes are hidden: {key_of('hide_sources')} and {key_of('hide_quotes')} show them.")
    elif not around and not 0 <= place < len(panes):
        room.say("There is no pane further left." if step < 0 else "There is no pane further right.")
    else:
        go_to(room, panes[place % len(panes)])


def open_article(room: ReadingRoom) -> None:
    """From the list into the text."""
    row = room.row
    if row is None:
        room.say("There is no article to read.", "warning")
    elif row.problem:
        room.say(str(row.problem), "error")
    else:
        go_to(room, "article")


def show_quote(room: ReadingRoom) -> None:
    """From a quote to its place in the text."""
    quote, row = room.quotes.quote, room.readable
    if quote is None or row is None:
        room.say("There is no quote here.", "warning")
        return
    room.quotes.go(room.quotes.cursor)
    go_to(room, "article")


def next_name(room: ReadingRoom) -> None:
    """To the next name or quote in the text."""
    if not room.article.step_name(1):
        room.say("That was the last name.")


def previous_name(room: ReadingRoom) -> None:
    """To the name or quote before."""
    if not room.article.step_name(-1):
        room.say("That was the first name.")


def next_article(room: ReadingRoom) -> None:
    """To the next article of the list."""
    _step_article(room, 1)


def previous_article(room: ReadingRoom) -> None:
    """To the article before."""
    _step_article(room, -1)


def _step_article(room: ReadingRoom, step: int) -> None:
    before = room.sources.cursor
    room.sources.move(step)
    if room.sources.cursor == before:
        room.say("That was the last article." if step > 0 else "That was the first article.")


def next_quote(room: ReadingRoom) -> None:
    """To the next quote of the article."""
    _step_quote(room, 1)


def previous_quote(room: ReadingRoom) -> None:
    """To the quote before."""
    _step_quote(room, -1)


def _step_quote(room: ReadingRoom, step: int) -> None:
    """The next quote after the article's cursor, not after the last one that was selected."""
    pane, row = room.quotes, room.readable
    if row is None or not pane.view.listed:
        room.say(f"No quotes here. {key_of('indirect')} shows or hides reported speech.")
        return
    analysis, here = room.library.analysis(row.key), room.article.at
    if pane.on_quote and room.article.quote:
        here = analysis.quotes[pane.view.listed[pane.cursor]].span.start
    stands = standing(analysis, room.state.indirect)
    place = stands.behind(here) if step > 0 else stands.ahead(here)
    if place is not None:
        pane.go(place)
    else:
        room.say("That was the last quote." if step > 0 else "That was the first quote.")
