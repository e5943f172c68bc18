"""One report in several outlets: one row, its copies below it, what each changed; by keys."""

from __future__ import annotations

from pathlib import Path

from reader.exporting.contract import export
from reader.library.open import open_library
from tui import wire
from tui.conftest import Reader
from tui.test_correcting import opened


def listed(r: Reader) -> list[str]:
    """The files of the rows of the list."""
    shelf = r.room.shelf
    assert shelf is not None
    return [shelf.row(place).path.rsplit("/", 1)[-1][0] for place in range(len(shelf))]


async def test_copies_are_one_row_that_unfolds_and_folds(tmp_path: Path) -> None:
    folder = wire.folder(tmp_path)
    async with opened(folder) as r:
        assert listed(r) == ["c", "b", "a", "d"]  # the first file is open, and it is a copy
        await r.press("1", "left")
        assert listed(r) == ["c", "d"]
        assert "+2 copies" in r.text
        assert "1/2" in r.lines[1]
        await r.press("right")
        assert listed(r) == ["c", "b", "a", "d"]
        assert "└ Bridge shut to lorries" in r.text
        assert "▾2" in r.text
        await r.press("j", "j")
        assert r.room.row is not None
        assert r.room.row.outlet == "Marlow Daily"
        await r.press("left")
        assert listed(r) == ["c", "d"]
        assert r.room.row.outlet == "Coast Post"
        await r.press("J")
        assert r.room.row.outlet == "Valley Echo"
        await r.press("right")
        assert "No other article" in r.room.toast.text


async def test_the_view_of_what_each_outlet_changed(tmp_path: Path) -> None:
    folder = wire.folder(tmp_path)
    async with opened(folder) as r:
        await r.press("1", "g", "V")
        await r.until(lambda: "the fullest" in r.text)
        assert "carried by 3 articles" in r.text
        assert "[-The Post's own readers" in r.text
        assert "left out, a paragraph" in r.text
        assert "[-within the hour,-]{+at noon,+}" in " ".join(r.text.replace("│", " ").split())
        assert "headline: " in r.text
        await r.press("j", "enter")
        assert not r.room.overlays
        assert r.room.row is not None
        assert r.room.row.outlet == "Northwire"
        assert r.room.state.pane == "article"


async def test_a_report_of_its_own_has_no_view(tmp_path: Path) -> None:
    async with opened(wire.folder(tmp_path)) as r:
        await r.press("1", "G", "V")
        assert not r.room.overlays
        assert "No other article" in r.room.toast.text


async def test_filter_and_walk_go_on_with_copies(tmp_path: Path) -> None:
    async with opened(wire.folder(tmp_path)) as r:
        await r.press("1", "g", "j", "f")  # Northwire's, a copy, to be followed up
        await r.press("1", "left")
        assert listed(r) == ["c", "d"]
        await r.press("T", "enter")
        await r.until(lambda: listed(r) == ["b"])  # it stands for itself where the fullest is not listed
        assert "copies" not in r.text
        await r.press("escape")
        await r.press("1", "left")
        assert listed(r) == ["c", "d"]
        await r.press("S")
        await r.type("brandt")
        await r.press("enter")
        await r.leave()
        seen = set()
        for _ in range(12):
            await r.press("n")
            assert r.room.row is not None
            seen.add(r.room.row.outlet)
        assert seen == {"Marlow Daily", "Northwire", "Coast Post"}


def test_the_export_has_every_article(tmp_path: Path) -> None:
    data = export(open_library([str(wire.folder(tmp_path))]))
    assert len(list(data["articles"])) == 4
