"""Widths by keys and by the mouse, hidden panes; kept for the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.rendering.places import places
from reader.tui.state import Sizes, State
from tui.conftest import Opener, Reader
from tui.terminal import Terminal


def width_of(r: Reader, pane: str) -> int:
    """Cells of a pane, 0 where it is not shown."""
    box = places(*r.room.size, r.room.state).boxes.get(pane)
    return box.width if box else 0


async def test_the_reading_width_changes_and_the_place_stays(reader: Opener) -> None:
    async with reader(size=(160, 40)) as r:
        await r.press("2", "j", "j", "j", "j", "j")
        at, before = r.room.article.at, r.room.article.measure
        await r.press("<", "<")
        assert r.room.article.measure < before
        assert r.room.article.at == at
        assert f"Lines of {r.room.article.measure} cells." in r.text
        await r.press(">")
        assert r.room.state.sizes.prose == r.room.article.measure


async def test_the_reading_width_ends_where_the_pane_does(reader: Opener) -> None:
    async with reader(size=(100, 30)) as r:
        await r.press(">")
        assert "Lines fill the pane" in r.text
        for _ in range(12):
            await r.press("<")
        assert "no narrower than 30" in r.text


async def test_panes_get_wider_and_narrower(reader: Opener) -> None:
    async with reader() as r:
        sources, quotes, text = (width_of(r, pane) for pane in ("sources", "quotes", "article"))
        await r.press("}")
        assert width_of(r, "sources") == sources + 4
        assert f"Sources: {sources + 4} cells wide." in r.text
        await r.press("3", "{")
        assert width_of(r, "quotes") == quotes - 4
        await r.press("2", "}")
        assert width_of(r, "article") == text + 4
        for _ in range(30):
            await r.press("3", "}")
        assert width_of(r, "article") == 30
        assert "cannot be wider here" in r.text


async def test_the_mouse_drags_a_border(reader: Opener) -> None:
    async with reader() as r:
        edge = width_of(r, "sources") - 1
        await r.pilot.mouse_down(offset=(edge, 10))
        await r.pilot.hover(offset=(edge + 9, 12))
        await r.pilot.mouse_up(offset=(edge + 9, 12))
        assert width_of(r, "sources") == edge + 10
        assert f"Sources: {edge + 10} cells wide." in r.text
        left = 120 - width_of(r, "quotes")
        await r.pilot.mouse_down(offset=(left, 10))
        await r.pilot.hover(offset=(left - 5, 12))
        await r.pilot.mouse_up(offset=(left - 5, 12))
        await r.pilot.pause()
        assert width_of(r, "quotes") == 120 - left + 5


@pytest.mark.parametrize(("key", "pane"), [("(", "sources"), (")", "quotes")])
async def test_a_pane_is_hidden_and_comes_back(reader: Opener, key: str, pane: str) -> None:
    async with reader() as r:
        await r.press("1" if pane == "sources" else "3", key)
        assert not width_of(r, pane)
        assert r.room.state.pane == "article"
        assert f"{key} shows" in r.text
        await r.press("tab")
        assert r.room.state.pane == ("quotes" if pane == "sources" else "sources")
        await r.press(key)
        assert width_of(r, pane)
        await r.press(key, "1" if pane == "sources" else "3")
        assert width_of(r, pane)
        assert r.room.state.pane == pane


async def test_both_hidden_leave_the_text_alone(reader: Opener) -> None:
    async with reader() as r:
        await r.press("2", "(", ")")
        assert width_of(r, "article") == 120
        await r.press("tab")
        assert "The other panes are hidden" in r.text


async def test_on_smaller_screens(reader: Opener) -> None:
    async with reader(size=(80, 24)) as r:
        await r.press("2", "(")
        assert width_of(r, "article") == 80
        await r.press(")")
        assert width_of(r, "quotes") == 80
        assert "Quotes shown." in r.text
        await r.press(")")
        assert not width_of(r, "quotes")
    async with reader(size=(60, 20)) as r:
        await r.press("2", "(")
        assert "One pane fills this screen: 1, 2, 3 change it." in r.text
        assert r.room.state.sizes.hidden == ()


@pytest.mark.parametrize("width", [80, 99, 100, 120, 400])
@pytest.mark.parametrize("sizes", [Sizes(), Sizes(76, 400, 400), Sizes(76, 12, 12), Sizes(76, 400, 0, ("quotes",)),
                                   Sizes(76, 0, 0, ("sources", "quotes"))])  # fmt: skip
def test_panes_always_fill_the_screen_and_the_text_keeps_its_room(width: int, sizes: Sizes) -> None:
    boxes = places(width, 40, State(sizes=sizes)).boxes
    panes = [box for name, box in boxes.items() if name in ("sources", "article", "quotes")]
    assert sum(box.width for box in panes) == width
    assert boxes["article"].width >= 30


def test_widths_and_theme_are_there_the_next_time(folder: Path, tmp_path: Path) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path / "state"), "COLORTERM": "truecolor"}
    with Terminal("-m", "reader", str(folder), env=env, size=(160, 30)) as t:
        t.until("New here?")
        t.press(")", "<", ":", *"choose a theme", "enter", *"sepia", "enter")
        t.until("Theme: sepia")
        t.press("q")
        assert t.ended() == 0
    kept = (tmp_path / "state" / "reader" / "screen").read_text(encoding="utf-8")
    assert kept == "theme: sepia over auto\nwidth: 72 over 76\nhide: quotes over \n"
    with Terminal("-m", "reader", str(folder), env=env, size=(160, 30)) as t:
        t.until("2 articles")
        assert "Quotes" not in t.text
        assert "New here?" not in t.text
        assert b"48;2;243;231;208" in t.raw
        t.press("q")
        assert t.ended() == 0
