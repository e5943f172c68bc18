"""Every command is declared once and everything else follows from that."""

from __future__ import annotations

import pytest

from reader.tui.actions import ACTIONS
from reader.tui.commands import BY_ID, COMMANDS, Command, key_map, key_name
from tui.conftest import Opener


def test_every_command_does_something() -> None:
    assert set(ACTIONS) == set(BY_ID)
    assert len(BY_ID) == len(COMMANDS)


def test_no_key_is_given_twice() -> None:
    key_map()
    with pytest.raises(ValueError, match="j is both down and other"):
        key_map((*COMMANDS, Command("other", ("j",), "Other")))


def test_no_key_clashes_with_terminal_multiplexers() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & {"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+j", "ctrl+o"}


async def test_help_holds_every_command_with_its_keys(reader: Opener) -> None:
    async with reader(size=(120, 200)) as r:
        await r.press("?")
        for command in COMMANDS:
            assert command.text in r.text
            assert all(key_name(key) in r.text for key in command.keys)


async def test_the_palette_holds_every_command(reader: Opener) -> None:
    async with reader(size=(120, 40)) as r:
        await r.press(":")
        offered = {choice.value for choice in r.room.overlays[-1][0].choices}
        assert offered == set(BY_ID) - {"palette", "close"}


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_no_command_fails_anywhere(reader: Opener, size: tuple[int, int], pane: str) -> None:
    async with reader(size=size) as r:
        for command in COMMANDS:
            if command.id == "quit" or not command.keys:
                continue
            await r.press(pane, command.keys[0])
            assert "went wrong" not in r.text, command.id
            while r.room.overlays:
                await r.press("escape")
            if r.room.state.searching:
                await r.press("escape")
