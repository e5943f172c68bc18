"""Whole screens, kept as text beside this file.

After a wanted change, look at them, then write them anew with READER_WRITE_PICTURES=1.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.conftest import Opener

PICTURES = Path(__file__).parent / "pictures"


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("three-panes-following", (120, 40), ("3", "s", "j", "s", "n")),
        ("two-panes-with-quotes", (80, 24), ("3", "j")),
        ("one-pane-article", (60, 20), ("2", "j", "j", "s")),
        ("cleaned-away", (100, 30), ("c",)),
    ],
)
async def test_the_screen_is_as_it_was(
    reader: Opener, tmp_path: Path, name: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    async with reader(size=size, folder=folder) as r:
        await r.press(*keys)
        r.room.hush()
        await r.pilot.pause()
        screen = "\n".join(line.rstrip() for line in r.lines[:-1]) + "\n"
    kept = PICTURES / f"{name}.txt"
    if os.environ.get("READER_WRITE_PICTURES"):
        kept.write_text(screen, encoding="utf-8")
    assert screen == kept.read_text(encoding="utf-8")


async def test_a_picture_of_the_real_app(folder: Path) -> None:
    from reader.tui.picture import picture

    drawn = await picture(str(folder))
    assert drawn.startswith("<svg")
    assert "following" not in drawn
    assert "Hartwig" in drawn
