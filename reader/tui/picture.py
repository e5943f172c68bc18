"""A picture of the app, drawn by itself: `python -m reader.tui.picture [PATH] [-o FILE]`, for the README."""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reader.settings.themes import load_theme

SIZE = (120, 40)
KEYS = ("3", "j", "s", "n")
"""What is pressed before the picture is taken: a speaker is followed from a quote."""
PATIENCE = 30.0
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


async def picture(path: str, keys: Sequence[str] = KEYS, *, theme: str = "dark", size: tuple[int, int] = SIZE) -> str:
    """The app's screen as SVG, after everything is read and some keys are pressed. Raises TimeoutError."""
    from reader.tui.application import ReaderApp

    app = ReaderApp([path], load_theme(theme))
    async with app.run_test(size=size) as pilot, asyncio.timeout(PATIENCE):
        while not (app.room.state.resolved and app.room.marks.ready):
            await pilot.pause(0.05)
        await pilot.press(*keys)
        app.room.hush()
        await pilot.pause(0.1)
        return plain_fonts(app.export_screenshot(title=f"reader {Path(path).name}/"))


def plain_fonts(svg: str) -> str:
    """The picture with the fonts of whoever looks at it: none is fetched from elsewhere."""
    without = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return re.sub(r"font-family:\s*\"?Fira Code\"?(?:, monospace)?", f"font-family: {FONTS}", without)


def main() -> None:
    """Write the picture of a copy of the folder, so that nobody's marks are in it."""
    import shutil

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", default="seeds")
    parser.add_argument("-o", "--output", default="docs/reader.svg")
    parser.add_argument("--theme", default="dark")
    parser.add_argument("--keys", nargs="*", default=KEYS)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / Path(args.path).resolve().name
        shutil.copytree(args.path, copy, ignore=shutil.ignore_patterns(".reader"))
        drawn = asyncio.run(picture(str(copy), args.keys, theme=args.theme))
    Path(args.output).write_text(drawn, encoding="utf-8")
    print(f"wrote {args.output}")


if __name__ == "__main__":
    main()
