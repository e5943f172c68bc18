"""A running app over the small library, and its screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.library import Library
from reader.settings.builtin import DARK
from reader.tui.application import ReaderApp
from tui.build import small, steps_of


class Reader:
    """The app as a person sees it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot, self.room = app, pilot, app.room

    async def press(self, *keys: str) -> None:
        """Press keys and wait for the screen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def leave(self) -> None:
        """Leave dialogs and the search line with escape; each closes at once."""
        for _ in range(5):
            if not self.room.overlays and not self.room.state.searching:
                return
            await self.press("escape")
        raise AssertionError(f"escape does not close this:\n{self.text}")

    async def type(self, words: str) -> None:
        """Type words."""
        await self.press(*("space" if c == " " else c for c in words))

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for the threads beside the screen; fails after five seconds."""
        for _ in range(250):
            if true():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"not within five seconds; the screen:\n{self.text}")

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)


Opener = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def reader(tmp_path: Path) -> Opener:
    """Opens the app over a library; `async with reader(size=(80, 24)) as r`."""

    @asynccontextmanager
    async def opened(
        library: Library | None = None, *, size: tuple[int, int] = (120, 40), folder: Path | None = None
    ) -> AsyncIterator[Reader]:
        app = ReaderApp([str(folder or tmp_path)], DARK, steps_of(library or small()))
        async with app.run_test(size=size) as pilot:
            reading = Reader(app, pilot)
            await reading.until(lambda: app.room.state.resolved and app.room.marks.ready)
            yield reading

    return opened
