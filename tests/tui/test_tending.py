"""A library that is read from an index is kept up to date while it is open, and the place stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import FERRY

from reader.exporting.contract import export
from reader.library.indexed import IndexedLibrary
from reader.library.open import open_library
from reader.tui import tending
from tui.conftest import Reader
from tui.test_indexed import archive, opened  # noqa: F401  a fixture


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tending, "TICK", 0.05)
    monkeypatch.setattr(tending, "SETTLED", 0.05)
    monkeypatch.setattr(tending, "REST", 0.0)


def new(folder: Path, name: str, who: str = "Lena Hartwig", what: str = "tram") -> None:
    (folder / name).write_text(FERRY.replace("Lena Hartwig", who).replace("free ferry", f"free {what}"))


async def until(r: Reader, true: Callable[[], bool]) -> None:
    """Wait for processes beside the app, which take longer than threads."""
    for _ in range(6):
        if true():
            break
        try:
            await r.until(true)
        except AssertionError:
            continue
    assert true(), (r.room.row, files(r), r.text)


def words(r: Reader) -> str:
    """Of the open article."""
    return r.room.library.analysis(r.room.row.key).article.text if r.room.row else ""


def files(r: Reader) -> set[str]:
    return {os.path.basename(row.path) for row in r.room.library.rows}


async def test_ten_files_are_listed_and_the_place_stays(archive: Path) -> None:  # noqa: F811
    async with opened(archive) as r:
        await r.press("3", "s", "1", *"jjjjjj")
        await r.until(lambda: r.room.row is not None and r.room.row.path.endswith("b05.txt"))
        await r.press("2", *"jjjj")
        line, at, edge = r.room.article.row, r.room.article.at, r.room.sources.cursor * 2 - r.room.sources.top
        followed = r.room.state.follows
        before = r.room.library.tally(followed[0].speaker)
        for n in range(10):
            new(archive, f"b0{n}~.txt", ("Lena Hartwig", "Eve Norr")[n % 2], f"tram {n}")
        await until(r, lambda: "b09~.txt" in files(r))
        assert r.room.library.totals[0] == 32
        assert "Read again: 10 new files." in r.text
        assert r.room.row is not None
        assert r.room.row.path.endswith("b05.txt")
        assert (r.room.article.row, r.room.article.at, r.room.state.pane) == (line, at, "article")
        assert r.room.sources.cursor * 2 - r.room.sources.top == edge
        assert r.room.state.follows == followed
        after = r.room.library.tally(followed[0].speaker)
        assert before is not None
        assert after is not None
        assert len(after.articles) == len(before.articles) + 5
        await r.press("3", "w")
        assert "10 articles were added since" in " ".join(r.text.replace("│", " ").split())


async def test_changed_and_gone_files(archive: Path) -> None:  # noqa: F811
    async with opened(archive) as r:
        await r.press("j", "j")
        await r.until(lambda: r.room.row is not None and r.room.row.path.endswith("b01.txt"))
        (archive / "b01.txt").write_text(FERRY.replace("Eastport promises", "Eastport breaks its word on"))
        await until(r, lambda: r.room.row is not None and "breaks its word" in r.room.row.title)
        assert r.room.row is not None
        assert r.room.row.path.endswith("b01.txt")
        (archive / "b00.txt").unlink()
        (archive / "below").mkdir()
        new(archive / "below", "first.txt")
        await until(r, lambda: "first.txt" in files(r) and "b00.txt" not in files(r))
        assert r.room.row.path.endswith("b01.txt")


async def test_a_filter_stays(archive: Path) -> None:  # noqa: F811
    async with opened(archive) as r:
        await r.press("j", "f")
        await r.press("T")
        await r.type("follow")
        await r.press("enter")
        await r.until(lambda: len(r.room.shelf or ()) == 1)
        new(archive, "e-new.txt")
        await until(r, lambda: "e-new.txt" in files(r))
        assert len(r.room.shelf or ()) == 1
        assert r.room.state.tag == "follow-up"


async def test_a_mark_follows_its_article(archive: Path) -> None:  # noqa: F811
    async with opened(archive) as r:
        await r.press("j", "f")
        text = (archive / "b00.txt").read_text()
        (archive / "b00.txt").write_text(text.replace("Shopkeepers in the old town", "The shopkeepers in the old town"))
        await until(r, lambda: r.room.row is not None and "The shopkeepers" in words(r))
        row = r.room.row
        await r.until(lambda: row is not None and r.room.marks.of(r.room.library, row).tags == ("follow-up",))


async def test_names_are_compared_when_nothing_changes_for_a_while(
    archive: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tending, "QUIET", 0.2)
    async with opened(archive) as r:
        new(archive, "e-new.txt", "Hartwig")
        await until(r, lambda: "e-new.txt" in files(r) and not r.room.library.waiting)
        assert isinstance(r.room.library, IndexedLibrary)
        assert export(r.room.library) == export(open_library([str(archive)]))


async def test_a_file_that_is_written_over_in_place_is_seen(archive: Path) -> None:  # noqa: F811
    async with opened(archive) as r:
        await r.pilot.pause(1.0)
        with open(archive / "b03.txt", "r+", encoding="utf-8") as file:
            file.write("A headline of its own")
        await until(r, lambda: any(row.title.startswith("A headline of its own") for row in r.room.library.rows))
