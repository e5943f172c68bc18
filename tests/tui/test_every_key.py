"""No key does nothing silently: after each, in every pane, view and dialog, the screen is another one."""

from __future__ import annotations

import pytest

from reader.settings.config import Loaded, Settings
from reader.settings.keys import PRESETS
from reader.tui.app import load
from reader.tui.application import ReaderApp
from reader.tui.commands import COMMANDS, IN_VIEWS, OVER_SPEAKER, Table
from tui.build import small, steps_of
from tui.conftest import Opener, Reader

LEAVES = {"quit", "suspend"}
"""Commands that leave the app."""
VIEWS = {"matrix": "M", "timeline": "D", "comparisons": "C", "quotes": "A"}


def look(r: Reader) -> tuple[object, ...]:
    """All that a person sees: words, colours, the hardware cursor."""
    strips = r.app.screen._compositor.render_strips()
    drawn = [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]
    return drawn, r.app.cursor_position


async def _changes(r: Reader, key: str) -> bool:
    """Press a key with no toast on the screen; True where the screen is another one then."""
    r.room.hush()
    await r.pilot.pause()
    before = look(r)
    await r.press(key)
    for _ in range(10):
        if look(r) != before:
            return True
        await r.pilot.pause(0.02)
    return False


async def _back(r: Reader, *keys: str) -> None:
    await r.leave()
    for _ in range(4):
        if not (r.room.state.search or r.room.state.alone or r.room.state.cleaned):
            break
        await r.press("escape")
    await r.press(*keys)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_in_every_pane(reader: Opener, size: tuple[int, int], pane: str) -> None:
    async with reader(size=size) as r:
        silent = []
        for command in COMMANDS:
            if command.id in LEAVES or command.scope not in ("app", r.room.state.pane):
                continue
            for key in command.keys if size == (120, 40) else command.keys[:1]:
                await _back(r, pane)
                if not await _changes(r, key):
                    silent.append((command.id, key))
        assert not silent


@pytest.mark.parametrize("view", VIEWS)
async def test_in_every_view(reader: Opener, view: str) -> None:
    async with reader() as r:
        silent = []
        for command in COMMANDS:
            if command.id in LEAVES or not (command.scope == "view" or command.id in IN_VIEWS):
                continue
            for key in command.keys[:1]:
                await _back(r, "3", VIEWS[view])
                await r.until(lambda: r.room.view is not None and r.room.view.content is not None)
                if not await _changes(r, key):
                    silent.append((command.id, key))
        assert not silent


async def test_over_a_speaker(reader: Opener) -> None:
    async with reader() as r:
        silent = []
        for command in COMMANDS:
            if command.id in LEAVES or not (command.scope == "speaker" or command.id in OVER_SPEAKER):
                continue
            for key in command.keys[:1]:
                await _back(r, "S", "right")
                if not await _changes(r, key):
                    silent.append((command.id, key))
        assert not silent


async def test_keys_without_a_command_say_so(reader: Opener) -> None:
    async with reader() as r:
        for key in ("Z", "ctrl+y", "f9", "alt+z"):
            assert await _changes(r, key)
        for opened in ("?", "M", "S"):
            await _back(r, "3", opened)
            assert await _changes(r, "f9")


@pytest.mark.parametrize("preset", PRESETS)
async def test_hints_help_and_toasts_name_the_keys_of_a_preset(preset: str) -> None:
    table = Table.of(PRESETS[preset], {"follow": ("f2",), "help": ("H",)})
    settings = Settings(preset=preset, keys={"follow": ("f2",), "help": ("H",)})
    app = ReaderApp(["."], load("dark"), steps_of(small()), Loaded(settings))
    async with app.run_test(size=(140, 260)) as pilot:
        r = Reader(app, pilot)
        await r.until(lambda: app.room.state.resolved and app.room.marks.ready)
        assert "f2 follow" in r.text
        assert "H help" in r.text
        await r.press("n")
        assert "f2 follows a speaker" in r.text
        await r.press("3", "f2")
        assert "Following" in r.text
        before = r.room.quotes.cursor
        await r.press(table.by_id["down"].keys[0])
        assert r.room.quotes.cursor == before + 1
        await r.press("H")
        assert all(table.key(command.id) in r.text for command in table.commands if command.keys)


async def test_a_config_that_is_wrong_is_told_and_the_app_opens() -> None:
    from reader.settings.config import parse_config
    from reader.tui.commands import bindings

    settings, problems = parse_config("keys:\n  follow: t\n", "config.yaml", bindings())
    app = ReaderApp(["."], load("dark"), steps_of(small()), Loaded(settings, problems, "config.yaml"))
    async with app.run_test(size=(120, 40)) as pilot:
        r = Reader(app, pilot)
        await r.until(lambda: app.room.state.resolved)
        assert "config.yaml, line 2, column 11" in r.text
        assert "s follow" in r.text
