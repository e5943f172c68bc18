"""Wide, combining and right-to-left letters keep every column: lines fill the screen, frames stand straight."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.model.problems import Problem
from tui.build import Draft, library
from tui.conftest import Opener, Reader

SAMPLES = {
    "Chinese": "港口大桥将关闭一年，市长在码头对记者说。",
    "Japanese": "「橋は永遠に直せない」と市長は言った。ﾊﾝｶｸ",
    "Korean": "다리는 영원히 고칠 수 없다고 시장이 말했다.",
    "emoji": "👩‍👩‍👧 family 🇪🇺 flag 👍🏽 thumb ❤️ heart ☎ phone",
    "combining": "e\u0301a\u0308o\u0302 n\u0303 a\u0300\u0301\u0302\u0303 Việt Nam",
    "Arabic": "قال رئيس البلدية إن الجسر سيغلق لمدة عام",
    "Hebrew": "ראש העיר אמר שהגשר ייסגר",
    "Hindi": "महापौर ने कहा कि पुल बंद रहेगा",
    "Thai": "นายกเทศมนตรีกล่าวว่าสะพานจะปิด",
    "nothing": "a\u200bb\u200dc\ufeffd\u00ade",
}


def _wide(words: str):  # type: ignore[no-untyped-def]
    draft = Draft(
        "wide", f"{words} {words}", words, "2024-05-12",
        (("summary", words), ("caption", words),
         ("paragraph", f"{words} ‹{words}|{words}|source› said «{words}|direct|“{words}”» {words}"),
         ("paragraph", words * 20), ("dropped", words)),
    )  # fmt: skip
    other = Draft(
        "other",
        "Plain words",
        "Courier",
        None,
        (("paragraph", f"‹{words}|{words}|source› said «{words}|direct|“{words}”»"),),
    )
    return library((draft, other), (Problem(f"{words}.pdf", words, words),), same=(words[:4],))


def _straight(r: Reader, where: str) -> None:
    """Every line is as wide as the screen, and the borders of the panes stand below each other."""
    width = r.room.size.width
    for line in r.lines:
        assert cell_len(line) == width, (where, line)
    if r.room.overlays:
        return
    shown = [pane for pane in r.room.panes().values() if pane.region.width]
    for pane in shown:
        for x in (pane.region.x, pane.region.right - 1):
            for y in range(pane.region.y + 1, pane.region.bottom - 1):
                assert _cell(r.lines[y], x) == "│", (where, x, r.lines[y])


def _cell(line: str, x: int) -> str:
    """The character that begins at a cell; clusters of several characters are measured whole."""
    if line.isascii():
        return line[x]
    ends = (at for at, character in enumerate(line) if character == "│" and cell_len(line[:at]) == x)
    return "│" if next(ends, None) is not None else ""


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
@pytest.mark.parametrize("script", SAMPLES)
async def test_the_columns_hold(reader: Opener, script: str, size: tuple[int, int]) -> None:
    async with reader(_wide(SAMPLES[script]), size=size) as r:
        for key in ("1", "2", "c", "3", "s"):
            await r.press(key)
            r.room.hush()
            await r.pilot.pause()
            _straight(r, f"after {key}")
        for key in ("S", "=", "w", "M", "D"):
            await r.press("3", key)
            for _ in range(3):
                await r.pilot.pause(0.02)
            _straight(r, f"in {key}")
            await r.leave()
