"""The app over an index, which holds nothing in memory but what is shown."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from conftest import FERRY, HARBOUR
from msgspec.structs import replace

from reader.library.background import indexed_steps
from reader.library.corrections import mark_of_quote
from reader.library.indexing import open_index
from reader.library.open import Progress, open_library
from reader.library.open import open_steps as real_steps
from reader.library.queries import parse
from reader.library.searching import search
from reader.settings.builtin import DARK
from reader.tui.application import ReaderApp
from tui.conftest import Reader


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Forty articles, two of them one report, one that cannot be read; indexed."""
    for n in range(20):
        who = ("Lena Hartwig", "Ada Corwin", "Ben Ullmar")[n % 3]
        text = FERRY.replace("Lena Hartwig", who).replace("free ferry", f"free ferry number {n}")
        (tmp_path / f"b{n:02}.txt").write_text(text.replace("old iron bridge", f"bridge of the {n}th year"))
    (tmp_path / "a-harbour.txt").write_text(HARBOUR)
    (tmp_path / "c-copy.txt").write_text(HARBOUR.replace("The Eastport Courier", "The Norwick Mail"))
    (tmp_path / "d-broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    for file in tmp_path.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    open_index([str(tmp_path)])
    return tmp_path


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Reader]:
    app = ReaderApp([str(folder)], DARK)
    async with app.run_test(size=(120, 40)) as pilot:
        reading = Reader(app, pilot)
        await reading.until(lambda: app.room.state.resolved and app.room.marks.ready)
        assert app.room.library.standing is not None
        yield reading


async def test_it_shows_what_an_app_in_memory_shows(archive: Path) -> None:
    async with opened(archive) as r:
        memory = open_library([str(archive)])
        assert "22 articles" in r.lines[0]
        assert "1 not read" in r.lines[0]
        assert r.room.library.totals == memory.totals
        assert r.room.shelf is not None
        shown = [r.room.shelf.row(n).key for n in range(len(r.room.shelf))]
        r.room.library = memory
        r.room.restock()
        assert shown == [r.room.shelf.row(n).key for n in range(len(r.room.shelf))]


async def test_the_article_opens_on_which_the_cursor_rests(archive: Path) -> None:
    async with opened(archive) as r:
        first = r.room.state.key
        await r.press("j", "j", "j")
        assert r.room.sources.cursor == 3
        await r.until(lambda: r.room.state.key != first)
        assert "ferry number 2" in r.text
        await r.press("j", "enter")
        assert r.room.state.pane == "article"
        assert "ferry number 3 as" in " ".join(r.text.split())


async def test_following_walks_the_whole_library(archive: Path) -> None:
    async with opened(archive) as r:
        await r.press("3", "s")
        assert "▌A Lena Hartwig" in r.lines[0]
        places = open_library([str(archive)]).named("Lena Hartwig")
        assert places is not None
        before = r.room.state.key
        for _ in range(12):
            await r.press("n")
        assert r.room.state.key != before


async def test_copies_unfold_in_place(archive: Path) -> None:
    async with opened(archive) as r:
        assert len(r.room.shelf or ()) == 22
        await r.press("1", "right")
        assert len(r.room.shelf or ()) == 23
        shelf = r.room.shelf
        assert shelf is not None
        names = [os.path.basename(shelf.row(n).path) for n in range(len(shelf))]
        assert sorted(names[:2]) == ["a-harbour.txt", "c-copy.txt"]
        assert [shelf.places[shelf.row(n).key] for n in range(len(shelf))] == list(range(len(shelf)))
        assert [shelf.folds.order[shelf.row(n).key] for n in range(len(shelf))] == list(range(len(shelf)))
        await r.press("left")
        assert len(r.room.shelf or ()) == 22


async def test_a_tag_filters_and_is_undone(archive: Path) -> None:
    async with opened(archive) as r:
        await r.press("j", "f")
        await r.press("T")
        await r.type("follow")
        await r.press("enter")
        await r.until(lambda: len(r.room.shelf or ()) == 1)
        await r.press("escape")
        assert len(r.room.shelf or ()) == 22


async def test_files_that_changed_since_are_read_anew(archive: Path) -> None:
    (archive / "b00.txt").write_text(FERRY.replace("free ferry", "free balloon"))
    (archive / "e-new.txt").write_text(FERRY.replace("Lena Hartwig", "Dora Quillan").replace("ferry", "tram"))
    async with opened(archive) as r:
        for _ in range(8):
            if "e-new.txt" in {os.path.basename(row.path) for row in r.room.library.rows}:
                break
            await r.until(lambda: True)
            await r.pilot.pause(1.0)
        assert "e-new.txt" in {os.path.basename(row.path) for row in r.room.library.rows}
        assert r.room.sources.cursor == 0


async def test_a_correction_shows_at_once_and_then_everywhere(archive: Path) -> None:
    async with opened(archive) as r:
        row = r.room.readable
        assert row is not None
        mark = r.room.marks.of(r.room.library, row)
        analysis = r.room.library.analysis(row.key)
        direct = next(n for n, quote in enumerate(analysis.quotes) if quote.kind == "direct")
        wrong = replace(mark_of_quote(analysis, direct), speaker="Wanda Pell")
        r.room.mark(row, replace(mark, quotes=(wrong,)), "correct")
        await r.until(lambda: "Wanda Pell" in r.text)
        for _ in range(10):
            if r.room.library.named("Wanda Pell"):
                break
            await r.pilot.pause(1.0)
        assert r.room.library.named("Wanda Pell") is not None


def test_a_large_library_can_be_read_while_it_is_indexed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.sqlite*"):
        file.unlink()
    monkeypatch.setattr("reader.library.open.LARGE", 10)
    steps: list[Progress] = list(real_steps([str(archive)], first=str(archive / "b07.txt")))
    assert steps[0].library.rows[0].path.endswith("b07.txt")
    assert not steps[0].resolved
    assert steps[-1].resolved
    assert steps[-1].library.totals == open_library([str(archive)]).totals
    again = list(indexed_steps([str(archive)], clean=True, book=None))
    assert again[0].library.totals == steps[-1].library.totals


async def test_a_search_shows_its_first_page_and_goes_on(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.actions.searching.FIRST", 3)
    monkeypatch.setattr("reader.tui.actions.searching.MORE", 4)
    monkeypatch.setattr("reader.tui.widgets.found.AHEAD", 2)
    async with opened(archive) as r:
        await r.press("F")
        await r.type("bridge")
        await r.press("enter")
        await r.until(lambda: "1/3+ in 1+ articles" in r.lines[1])
        for _ in range(40):
            await r.press("G")
            if "+" not in r.lines[1]:
                break
            await r.pilot.pause(0.05)
        await r.press("G")
        memory = open_library([str(archive)])
        every = list(search(memory, parse("bridge"), lambda _: None))
        assert f"{len(every)}/{len(every)} in" in r.lines[1]


async def test_the_filter_of_a_search_takes_in_what_was_not_shown_yet(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.actions.searching.FIRST", 3)
    monkeypatch.setattr("reader.tui.widgets.found.AHEAD", 2)
    async with opened(archive) as r:
        await r.press("F")
        await r.type("bridge")
        await r.press("enter")
        await r.until(lambda: "1/3+" in r.lines[1])
        await r.press("tab")
        await r.until(lambda: "“bridge”" in r.lines[1])
        memory = open_library([str(archive)])
        keys = {hit.key for hit in search(memory, parse("bridge"), lambda _: None)}
        assert r.room.state.within is not None
        assert r.room.state.within.keys == keys


async def test_jump_and_directory_offer_what_the_index_finds(archive: Path) -> None:
    async with opened(archive) as r:
        await r.press("'")
        await r.type("@corw")
        await r.until(lambda: "Ada Corwin" in r.text and "Lena Hartwig" not in "".join(r.lines[4:14]))
        await r.press("escape", "S")
        await r.type("ullm")
        await r.until(lambda: "1/1" in r.text)
        await r.press("enter")
        assert "▌A Ben Ullmar" in r.lines[0]


async def test_a_long_article_is_fetched_before_it_is_shown(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.fetching.WORDS", 1)
    async with opened(archive) as r:
        first = r.room.state.key
        await r.press("j", "j", "j")
        await r.until(lambda: r.room.state.key != first)
        assert "ferry number 2" in r.text
        await r.press("k")
        await r.until(lambda: "ferry number 1" in r.text)
        await r.press("J")
        await r.until(lambda: "ferry number 2" in r.text)
        assert "Opening a long article" not in r.text


@pytest.mark.parametrize("key", ["M", "W", "D"])
async def test_a_view_of_all_articles_asks_for_fewer_where_there_are_too_many(
    archive: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("reader.tui.scene.MOST", 3)
    async with opened(archive) as r:
        await r.press(key)
        await r.until(lambda: "22 articles are too many here" in r.text)
        await r.press("escape", "3", "s", key, "a")
        await r.until(lambda: "the first 3 articles · only followed" in r.text and "too many" not in r.text)


async def test_a_view_under_a_filter_looks_at_what_is_listed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.scene.MOST", 3)
    async with opened(archive) as r:
        await r.press("f", "T", "enter")
        await r.until(lambda: "1/1" in r.lines[1])
        await r.press("M")
        await r.until(lambda: "Lena Hartwig" in r.text)
        assert "the first" not in r.text
        await r.press("escape", "S")
        await r.until(lambda: "Lena Hartwig" in r.text)
        assert "Ada Corwin" not in r.text


async def test_a_search_under_a_filter_finds_what_is_listed(archive: Path) -> None:
    async with opened(archive) as r:
        await r.press("f", "T", "enter")
        await r.until(lambda: "1/1" in r.lines[1])
        await r.press("F", *"bridge", "enter")
        await r.until(lambda: "old iron bridge" in r.text)
        assert "ferry number" not in r.text
