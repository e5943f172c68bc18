"""Commands on what is shown: search, cleaning, the article alone, themes, help, palette, closing, quitting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model.problems import ReaderError
from reader.settings.themes import load_theme, theme_names
from reader.tui.actions.following import take
from reader.tui.actions.tagging import apply_filter, search_filter
from reader.tui.commands import SCOPE_NAMES, Command, Scope, in_force, key_name, key_of
from reader.tui.following import unfollowed
from reader.tui.messages import Chosen
from reader.tui.rendering.page import TAKEN
from reader.tui.theming import Paint
from reader.tui.widgets.chooser import Choice, Chooser, matching
from reader.tui.widgets.sheet import Piece, Sheet

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def search(room: ReadingRoom) -> None:
    """Begin to type a search."""
    if room.readable is None:
        room.say("There is no article to search.", "warning")
        return
    room.search_line.begin()
    room.search_from, room.search_key = room.article.at, room.state.key
    room.change(searching=True, search="", quotes_up=False, pane="article")


def cleaned(room: ReadingRoom) -> None:
    """Show or hide what cleaning took away."""
    row = room.readable
    if row is None:
        room.say("There is no article here.", "warning")
        return
    room.change(cleaned=not room.state.cleaned)
    blocks = room.library.analysis(row.key).article.blocks
    number = sum(block.kind in TAKEN for block in blocks)
    if room.state.cleaned:
        room.say(
            "Cleaning took nothing away."
            if not number
            else "Cleaning took away 1 piece; here it is, dim."
            if number == 1
            else f"Cleaning took away {number:,} pieces; here they are, dim."
        )


def alone(room: ReadingRoom) -> None:
    """Give the article the whole screen, or not."""
    room.change(alone=not room.state.alone, pane="article", quotes_up=False)


def indirect(room: ReadingRoom) -> None:
    """Show or hide reported speech."""
    room.change(indirect=not room.state.indirect)
    row = room.readable
    if row is not None:
        number = sum(quote.kind == "indirect" for quote in room.library.analysis(row.key).quotes)
        room.say(f"Reported speech: {number} shown here." if room.state.indirect else "Reported speech hidden.")


def theme(room: ReadingRoom) -> None:
    """Pick a theme."""
    current = room.paint.theme.name

    def offer(typed: str) -> list[Choice]:
        return matching([Choice(name, name, mark="✓" if name == current else "") for name in theme_names()], typed)

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            use_theme(room, chosen.choice.value)
            room.theme_picked = room.paint.theme.name

    room.open(Chooser(room.paint, "Theme", "enter use · esc close", offer), then)


def use_theme(room: ReadingRoom, name: str) -> None:
    """Draw everything in another theme; a faulty file is told and changes nothing."""
    try:
        room.repaint(Paint(load_theme(name)))
    except ReaderError as error:
        room.say(str(error), "error")
    else:
        room.say(f"Theme: {name}.")


def help_sheet(room: ReadingRoom) -> None:
    """Keys of the focused pane first, then all."""
    focus: Scope = (room.overlays[-1][0].scope if room.overlays else None) or room.state.pane
    commands = in_force().commands
    here = [command for command in commands if command.scope == focus]
    pieces = [Piece(), Piece(f"In {SCOPE_NAMES[focus]}", bold=True, lead_ink="heading"), *_lines(here), Piece()]
    for group in dict.fromkeys(command.group for command in commands if command.scope == "app"):
        members = [c for c in commands if c.group == group and c.scope == "app"]
        pieces += [Piece(group, bold=True, lead_ink="heading"), *_lines(members), Piece()]
    for scope, name in SCOPE_NAMES.items():
        if scope != focus:
            others = [c for c in commands if c.scope == scope]
            pieces += [Piece(f"In {name}", bold=True, lead_ink="heading"), *_lines(others), Piece()]
    room.open(Sheet(room.paint, "Help", pieces))


def _lines(commands: Sequence[Command]) -> list[Piece]:
    """A line a command: keys, what it does."""
    return [
        Piece(
            " " + (" ".join(map(key_name, c.keys)) or key_of("palette")),
            c.text + (f". {c.help}" if c.help else ""),
            lead_ink="accent",
        )
        for c in commands
    ]


def palette(room: ReadingRoom) -> None:
    """Every command with its key."""
    commands = in_force().commands
    choices = [
        Choice(c.id, c.text, note=" ".join(map(key_name, c.keys)))
        for c in commands
        if c.group != "Moving" and c.id not in ("palette", "close")
    ]
    choices += [Choice(c.id, c.text, note=" ".join(map(key_name, c.keys))) for c in commands if c.group == "Moving"]

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            from reader.tui.screens.keys import run

            run(room, in_force().by_id[chosen.choice.value])

    room.open(Chooser(room.paint, "Commands", "enter do · esc close", lambda typed: matching(choices, typed)), then)


def close(room: ReadingRoom) -> None:
    """Close the topmost thing."""
    state = room.state
    if room.overlays:
        room.close()
    elif room.article.selected:
        room.article.mark(None)
    elif state.selected:
        room.change(selected=())
        room.say("Nothing selected.")
    elif state.quotes_up:
        room.change(quotes_up=False, pane="article")
    elif state.alone:
        room.change(alone=False)
    elif state.within:
        search_filter(room, None)
    elif state.search:
        room.change(search="", walk="found" if state.looked else "follow" if state.follows else "")
    elif state.looked:
        room.change(looked="", hit="", walk="follow" if state.follows else "")
    elif state.lead:
        take(room, unfollowed(state, state.lead.speaker))
        room.say(f"No longer following {state.lead.name}.")
    elif state.tag:
        apply_filter(room, None)
    elif state.cleaned:
        room.change(cleaned=False)
    else:
        room.say(f"Nothing to close. {key_of('quit')} quits.")


def suspend(room: ReadingRoom) -> None:
    """Stop and give the terminal to the shell until it is brought back."""
    room.app.action_suspend_process()


def redraw(room: ReadingRoom) -> None:
    """Draw the whole screen anew, whatever the terminal shows."""
    room.say("The screen is drawn anew.")
    room.painter.forget()


def quit_app(room: ReadingRoom) -> None:
    """Leave; marks are saved first."""
    room.app.exit()
