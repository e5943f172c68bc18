"""Draws docs/views/*.svg: every view over the sample articles at three sizes, by keys, in the app itself."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from reader.settings.builtin import BUILTIN
from reader.tui.application import ReaderApp
from reader.tui.picture import plain_fonts

HERE = Path(__file__).parent
SIZES = ((120, 40), (80, 24), (60, 20))
WORDS = "reasons to be cautiously optimistic"
"""Of a quote that three of the sample articles have."""
VIEWS: dict[str, tuple[str, ...]] = {
    "compare": ("=",),
    "comparisons": ("C",),
    "correct": ("e",),
    "speaker": ("S", *"peskov", "right"),
    "quotes": ("A",),
    "matrix": ("M",),
    "timeline": ("D",),
    "with-whom": ("W",),
}


async def picture(name: str, keys: tuple[str, ...], size: tuple[int, int], theme: str) -> None:
    """Draw one view."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "seeds"
        shutil.copytree(HERE.parent / "seeds", folder, ignore=shutil.ignore_patterns(".reader"))
        app = ReaderApp([str(folder)], BUILTIN[theme])
        async with app.run_test(size=size) as pilot:
            await settled(pilot, app)
            await to_statement(pilot, app)
            await pilot.press("s")
            await pilot.press(*keys)
            for _ in range(30):
                await pilot.pause(0.02)
            app.room.hush()
            await pilot.pause()
            file = HERE / "views" / f"{name}-{size[0]}x{size[1]}{'' if theme == 'dark' else '-' + theme}.svg"
            file.write_text(plain_fonts(app.export_screenshot(title="reader seeds/")), encoding="utf-8")


async def settled(pilot: Pilot[None], app: ReaderApp) -> None:
    """Wait until everything has been read."""
    while not (app.room.state.resolved and app.room.marks.ready):
        await pilot.pause(0.02)


async def to_statement(pilot: Pilot[None], app: ReaderApp) -> None:
    """Go to the quote whose comparison the pictures show."""
    room = app.room
    for key, analysis in room.library.items():
        for index, quote in enumerate(analysis.quotes):
            if WORDS in quote.span.of(analysis.article.text) and room.library.statements_of(key, index):
                room.change(key=key, pane="quotes")
                room.quotes.go(room.quotes.view.listed.index(index))
                await pilot.pause()
                return


async def main() -> None:
    """Draw all, or those named."""
    (HERE / "views").mkdir(exist_ok=True)
    for name, keys in VIEWS.items():
        if len(sys.argv) < 2 or name in sys.argv[1:]:
            for size in SIZES:
                await picture(name, keys, size, "dark")
            if name in ("compare", "matrix"):
                await picture(name, keys, SIZES[0], "light")


if __name__ == "__main__":
    asyncio.run(main())
