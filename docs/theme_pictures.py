"""Draws docs/themes/*.svg: the reading room over two articles of ours in every shipped theme."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from reader.settings.themes import load_theme, theme_folder
from reader.tui.application import ReaderApp
from reader.tui.picture import plain_fonts

HERE = Path(__file__).parent
SIZE = (104, 22)
KEYS = ("J", "3", "s", "2", "j", "j", "1")


async def picture(name: str) -> None:
    """Draw one theme."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "seeds"
        shutil.copytree(HERE.parent / "seeds", folder, ignore=shutil.ignore_patterns(".reader"))
        app = ReaderApp([str(folder)], load_theme(name))
        async with app.run_test(size=SIZE) as pilot:
            while not (app.room.state.resolved and app.room.marks.ready):
                await pilot.pause(0.02)
            await pilot.press(*KEYS)
            app.room.hush()
            await pilot.pause(0.1)
            svg = plain_fonts(app.export_screenshot(title=f"reader --theme {name}"))
    svg = re.sub(r"rich-\d+|terminal-\d+", lambda m: m[0].partition("-")[0], svg)
    (HERE / "themes" / f"{name}.svg").write_text(svg, encoding="utf-8")


async def main() -> None:
    """Draw all, or those named."""
    (HERE / "themes").mkdir(exist_ok=True)
    for path in sorted(theme_folder().glob("*.yaml")):
        if len(sys.argv) < 2 or path.stem in sys.argv[1:]:
            await picture(path.stem)


if __name__ == "__main__":
    asyncio.run(main())
