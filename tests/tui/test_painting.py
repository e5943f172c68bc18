"""What is painted piece by piece shows, on a terminal, what painting all of the screen would show."""

from __future__ import annotations

import random
from itertools import product

import pyte
import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.app import App

from reader.settings.builtin import DARK
from reader.tui.application import terser
from reader.tui.rendering.lines import Line, cropped, guarded, line_of, odd, width_of
from reader.tui.rendering.strokes import Inks, differing, joined, said
from reader.tui.theming import Paint
from tui.conftest import Opener, Reader

PAINT = Paint(DARK)
LOOKS = tuple(product(("text", "accent"), ("background", "cursor")))
STYLES = [PAINT(*look, bold=bold) for look in LOOKS for bold in (False, True)]
STYLES += [Style.parse("underline red on blue"), Style.parse("reverse")]
WORDS = ("a", " ", "  ", "harbour", "東京", "no — “yes”", "     ", "e\u0301", "▌", "x" * 9)


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """Every cell with what is seen of it."""
    rows = []
    for y in range(screen.lines):
        row = []
        for x in range(screen.columns):
            c = screen.buffer[y][x]
            blank = c.data == " " and not (c.reverse or c.underscore)
            ink = ("", False, False) if blank else (c.fg, c.bold, c.italics)
            row.append((c.data, c.bg, c.reverse, c.underscore, *ink))
        rows.append(row)
    return rows


def random_line(chance: random.Random, width: int) -> Line:
    runs = [(chance.choice(WORDS), chance.choice(STYLES)) for _ in range(chance.randint(0, 9))]
    return guarded(line_of(runs, width, STYLES[0], (chance.choice("│║"), chance.choice(STYLES))))


def altered(chance: random.Random, line: Line, width: int) -> Line:
    """The line with a piece of it changed, as a key changes one."""
    runs = [(words, chance.choice(STYLES)) if chance.random() < 0.2 else (words, style) for words, style in line.runs]
    runs = [(words.replace("a", "o"), style) if chance.random() < 0.2 else (words, style) for words, style in runs]
    return guarded(line_of(runs, width, STYLES[0]))


@pytest.mark.parametrize("seed", range(60))
def test_the_difference_of_two_lines_leads_from_one_to_the_other(seed: int) -> None:
    chance, inks, width, left = random.Random(seed), Inks(), 40, 7
    before = random_line(chance, width)
    now = altered(chance, before, width) if seed % 2 else random_line(chance, width)

    def drawn(*strokes: str) -> list[list[tuple[object, ...]]]:
        screen = pyte.Screen(60, 3)
        stream = pyte.Stream(screen)
        for one in strokes:
            stream.feed(one)
        return cells(screen)

    whole = said(joined(1, left, differing(Line(), now, None), inks))
    first = said(joined(1, left, differing(Line(), before, None), inks))
    assert drawn(whole) == drawn(first, whole)
    for fine in (None, inks):
        step = said(joined(1, left, differing(before, now, fine), inks))
        assert drawn(first, step) == drawn(whole)
        assert len(step) <= len(whole) + 40
    piece = said(joined(1, left + 5, differing(Line(), cropped(now, 5, 30), None), inks))
    shown, empty, all_of_it = drawn(piece)[1], drawn()[1], drawn(whole)[1]
    for x in range(60):
        if not 5 <= x - left < 30:
            assert shown[x] == empty[x]
        elif shown[x][0] != " ":  # a wide character that is cut leaves a blank
            assert shown[x] == all_of_it[x]


def test_characters_that_are_taken_for_one_cell_are_one() -> None:
    narrow = [chr(n) for n in range(0x20, 0x30000) if not 0xD800 <= n < 0xE000 and not odd(chr(n))]
    assert len(narrow) > 1000
    assert all(cell_len(one) == 1 == width_of(one) for one in narrow)


def test_a_line_that_is_painted_has_passed_the_guard() -> None:
    line = guarded((("a\x1b[2J\u202eb", STYLES[0]), ("e" + "\u0301" * 5000, STYLES[1])))
    words = "".join(words for words, _ in line.runs)
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert words.count("\u0301") == 30


class Beside:
    """A terminal beside a headless app: it gets all that would be written."""

    def __init__(self, r: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        self.r = r
        width, height = r.app.size
        self.screen = pyte.Screen(width, height)
        stream = pyte.Stream(self.screen)
        driver = r.app._driver
        assert driver is not None
        plain = type("Plain", (), {"write": lambda _, data: stream.feed(data)})
        monkeypatch.setattr(driver, "write", terser(plain)().write)  # type: ignore[arg-type]
        monkeypatch.setattr(App, "is_headless", False)

    async def begin(self) -> None:
        """Let all be painted once."""
        self.r.app.screen.refresh()
        await self.r.pilot.pause()

    def wanted(self) -> pyte.Screen:
        """The screen that painting all of it would give."""
        from textual._compositor import LayoutUpdate

        screen = pyte.Screen(self.screen.columns, self.screen.lines)
        strips = self.r.app.screen._compositor.render_strips()
        update = LayoutUpdate([[strip] for strip in strips], self.r.app.screen.region)
        pyte.Stream(screen).feed(update.render_segments(self.r.app.console).replace("\n", "\r\n"))
        return screen


KEYS = ("j k J K 1 2 3 tab left right up down pagedown pageup home end G g s s n N ] [ i c z v * t enter escape escape "
        "/ F ' S space d u w ? l p x a slash").split()  # fmt: skip

SIZES = ((120, 40), (80, 24), (60, 20), (150, 30), (120, 40), (90, 30))


@pytest.mark.parametrize(("size", "seed"), list(zip(SIZES, range(1, 7), strict=True)))
async def test_the_terminal_shows_what_the_screen_is(
    reader: Opener, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], seed: int
) -> None:
    chance = random.Random(seed)
    async with reader(size=size) as r:
        beside = Beside(r, monkeypatch)
        await beside.begin()
        assert cells(beside.screen) == cells(beside.wanted())
        pressed = []
        for _ in range(120):
            pressed.append(chance.choice(KEYS))
            await r.press(pressed[-1])
            assert beside.screen.display == beside.wanted().display, pressed
            assert cells(beside.screen) == cells(beside.wanted()), pressed
        monkeypatch.undo()
