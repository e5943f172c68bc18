"""Matrix, timeline, who with whom, a speaker's quotes: what they show, open and write."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tui.build import small
from tui.conftest import Opener, Reader


async def view(r: Reader, key: str, shows: str) -> None:
    """Open a view and wait for it."""
    await r.press(key)
    await r.until(lambda: shows in r.text)


async def test_the_matrix_counts_and_its_cells_open_their_quotes(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "M", "Courier")
        row = next(line for line in r.lines if "Tomas Reiter" in line)
        assert row.count("1q") == 2
        await r.press("j" if "Lena Hartwig in" in r.text else "k")
        assert "Tomas Reiter in Courier: 1 quote, 0 mentions" in r.text
        await r.press("l", "l", "enter")
        await r.until(lambda: "Tomas Reiter in Coastal Post" in r.text and "It hurts." in r.text)
        await r.press("enter")
        assert r.room.state.key == "prices"
        assert not r.room.overlays


async def test_a_cell_without_quotes_says_so(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "M", "Courier")
        await r.press("g" if "Lena" in r.lines[3] else "G", "l", "l", "enter")
        assert "Coastal Post has no quote of Lena Hartwig: 0 mentions." in r.text


async def test_the_timeline_is_in_order_of_date_with_the_undated_last(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "D", "12 May 2024")
        text = r.text
        places = [text.index(words) for words in ("12 May 2024", "cannot be patched", "No date", "It hurts")]
        assert places == sorted(places)
        assert "2 outlets" in text
        assert "only Courier" in text


async def test_who_is_named_with_whom_and_where(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "W", "Lena Hartwig + Tomas Reiter")
        await r.press("enter")
        await r.until(lambda: "who sells sofas, called it" in r.text and "Courier" in r.text)
        await r.press("enter")
        assert r.room.state.key == "bridge"
        assert not r.room.overlays


async def test_all_quotes_of_a_speaker_by_date_or_outlet_and_back_to_one(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3")
        await view(r, "A", "Lena Hartwig: all quotes")
        await r.until(lambda: "13 May 2024" in r.text)
        assert "by date" in r.text
        await r.press("O")
        await r.until(lambda: "by outlet" in r.text)
        await r.press("G", "enter")
        assert r.room.state.key == "ferry"


async def test_follows_light_rows_and_can_be_all_there_is(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "D", "It hurts")
        await r.press("a")
        assert "Nobody is followed yet" in r.text
        await r.press("G", "s")
        await r.until(lambda: "▌A Tomas Reiter" in r.text)
        await r.press("g", "n")
        assert r.room.view.speaker == "s-Tomas Reiter"
        await r.press("a")
        await r.until(lambda: "only followed" in r.text and "patch" not in r.text.split("Timeline")[1])


async def test_the_filter_applies(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "T", "enter")
        await view(r, "M", "Courier")
        await r.until(lambda: "Coastal Post" not in r.text)
        assert "#follow-up" in r.lines[-2]


@pytest.mark.parametrize("key", ["M", "D", "W", "C"])
async def test_each_is_written_under_the_name_asked_for(
    reader: Opener, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as r:
        await view(r, key, "1/")
        await r.press("X", "enter")
        await r.until(lambda: "Written:" in r.text)
        (page,) = tmp_path.glob("*.md")
        assert page.read_text(encoding="utf-8").startswith("# ")
        assert "| " in page.read_text(encoding="utf-8")
        await r.press("X", "ctrl+u")
        await r.type("mine.csv")
        await r.press("enter")
        await r.until(lambda: "mine.csv" in r.room.toast.text)
        assert len(list(csv.reader((tmp_path / "mine.csv").open(encoding="utf-8")))) > 1
        await r.press("X", "ctrl+u")
        await r.type("mine.csv")
        assert "is there already" in r.text
        await r.press("enter", "escape", "escape")
        assert not r.room.overlays


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("key", ["M", "D", "W", "C", "A"])
async def test_each_fits_and_keeps_help_and_a_way_back(reader: Opener, key: str, size: tuple[int, int]) -> None:
    async with reader(small(), size=size) as r:
        await r.press("3")
        await view(r, key, "1/")
        assert all(len(line) == size[0] for line in r.lines)
        assert "? help" in r.lines[-1]
        assert "q back" in r.lines[-1]
        await r.press("q")
        assert not r.room.overlays


async def test_a_key_that_does_nothing_there_says_so(reader: Opener) -> None:
    async with reader() as r:
        await view(r, "D", "1/")
        await r.press("z")
        assert "Nothing is on z here." in r.text
        await r.press("l")
        assert "Only the matrix has columns" in r.text


async def test_the_directory_tells_what_each_outlet_calls_a_speaker(reader: Opener) -> None:
    async with reader() as r:
        await r.press("S")
        await r.type("hartwig")
        await r.press("right")
        assert "Mayor Lena Hartwig 1" in r.text
        assert "12 May 2024 – 13 May 2024" in r.text
        await r.press("A")
        await r.until(lambda: "Lena Hartwig: all quotes" in r.text)
