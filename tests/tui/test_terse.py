"""What goes to the terminal with fewer bytes looks the same there."""

from __future__ import annotations

import random

import pyte
import pytest

from reader.tui.terse import terse

STYLES = (
    "38;2;211;214;220;48;2;21;23;28", "1;38;2;211;214;220;48;2;21;23;28", "4;38;2;9;9;9;48;2;21;23;28", "7", "31;42",
    "97;100", "38;5;12;48;5;250", "3;38;2;211;214;220;48;2;1;2;3", "39;49", "1;4;7;34",
)  # fmt: skip


def shown(data: str) -> list[list[object]]:
    """Every cell of the screen with its look; of a blank only what is seen of it."""
    screen = pyte.Screen(60, 12)
    pyte.Stream(screen).feed(data)
    cells = []
    for y in range(12):
        for x in range(60):
            cell = screen.buffer[y][x]
            if cell.data == " " and not (cell.reverse or cell.underscore):
                cell = cell._replace(fg="", bold=False, italics=False)
            cells.append([cell])
    return cells


def written(seed: int) -> str:
    """What Textual writes for some runs of words."""
    chance = random.Random(seed)
    parts = []
    for _ in range(60):
        if chance.random() < 0.3:
            parts.append(f"\x1b[{chance.randint(1, 12)};{chance.randint(1, 50)}H")
        words = chance.choice(("  ", "word", "a b", "x", "   end", " "))
        parts.append(f"\x1b[{chance.choice(STYLES)}m{words}\x1b[0m" if chance.random() < 0.9 else words)
    return "".join(parts)


@pytest.mark.parametrize("seed", range(40))
def test_it_looks_the_same(seed: int) -> None:
    data = written(seed)
    assert shown(terse(data)) == shown(data)
    assert len(terse(data)) < len(data)


def test_a_style_says_what_differs_and_blanks_say_no_ink() -> None:
    paper = "48;2;1;2;3"
    data = f"\x1b[31;{paper}mone\x1b[0m\x1b[32;{paper}m  \x1b[0m\x1b[32;{paper}mtwo\x1b[0m"
    assert terse(data) == f"\x1b[31;{paper}mone  \x1b[32mtwo\x1b[0m"


def test_what_has_no_style_stays_as_it_is() -> None:
    for data in ("", "plain", "\x1b[?2026h", "\x1b]52;c;aGk=\x07", "\x1b[3;4Hwords"):
        assert terse(data) == data
