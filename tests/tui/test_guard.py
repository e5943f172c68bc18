"""Nothing in a file, a name or a tag can steer the terminal."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color

from reader.model.problems import Problem
from reader.tui.application import Guard
from reader.tui.commands import COMMANDS
from tui.build import Draft, library
from tui.conftest import Opener

POISON = "\x1b]52;c;eA==\x07\x9b31m\x00\x7f\u202egnirts\u2066[@click=app.quit]x[/nope]"
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _poisoned():  # type: ignore[no-untyped-def]
    draft = Draft(
        "bad", f"Title {POISON}", f"Outlet {POISON}", "2024-05-12",
        (("paragraph", f"‹Eve {POISON}|Eve {POISON}|source› said «Eve {POISON}|direct|“{POISON}”» {POISON}"),
         ("dropped", POISON)),
    )  # fmt: skip
    return library((draft,), (Problem(f"{POISON}.txt", POISON, POISON),))


async def test_a_poisoned_library_on_every_screen(reader: Opener) -> None:
    async with reader(_poisoned()) as r:
        for pane in "123":
            for command in COMMANDS:
                if command.id == "quit" or not command.keys:
                    continue
                await r.press(pane, command.keys[0])
                assert not STEERING.search(r.text.replace("\n", "")), command.id
                await r.leave()
        assert "[@click" in r.text


async def test_a_poisoned_tag(reader: Opener) -> None:
    async with reader() as r:
        await r.press("t")
        r.room.overlays[-1][0].paste(POISON)
        await r.press("enter")
        assert not STEERING.search(r.text.replace("\n", ""))


def test_the_filter_cleans_what_slipped_through() -> None:
    cleaned = Guard().apply([Segment("plain"), Segment(POISON)], Color(0, 0, 0))
    assert not STEERING.search("".join(segment.text for segment in cleaned))
    assert [len(s.text) for s in cleaned] == [5, len(POISON)]


async def test_every_widget_passes_the_filter(reader: Opener) -> None:
    async with reader() as r:
        assert any(isinstance(one, Guard) for one in r.app.get_line_filters())
