"""What a person finds again who opens the same folder once more."""

from __future__ import annotations

from pathlib import Path

from reader.library.session import session_file
from reader.settings.builtin import DARK
from reader.tui.application import ReaderApp
from tui.build import small, steps_of
from tui.conftest import Opener, Reader

LONG = (60, 20)


async def test_the_open_article_the_pane_and_the_follows_come_back(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s", "J", "2")
        assert "Free ferry promised" in r.room.row.title
    async with reader() as r:
        assert "Free ferry promised" in r.room.row.title
        assert r.room.state.pane == "article"
        assert "▌A Lena Hartwig" in r.lines[0]
        await r.press("n")
        assert "Lena Hartwig  " in r.lines[0]


async def test_the_place_in_each_article_comes_back(reader: Opener) -> None:
    async with reader(size=LONG) as r:
        await r.press("2", "G")
        assert "being updated" in r.text
        await r.press("J", "j", "j", "j", "K")
        assert "being updated" in r.text  # within the session too
    async with reader(size=LONG) as r:
        assert "being updated" in r.text
        assert r.room.article.at > 0


async def test_the_filter_comes_back(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "T", "enter")
        assert "#follow-up 1/1" in r.text
    async with reader() as r:
        assert "#follow-up 1/1" in r.text
        await r.press("escape")
        assert "1/4" in r.text


async def test_a_search_kept_as_a_filter_comes_back(reader: Opener) -> None:
    async with reader() as r:
        await r.press("F")
        await r.type("sofa")
        await r.press("enter")
        await r.until(lambda: bool(r.room.view and r.room.view.items))
        await r.press("tab")
        assert r.room.state.within is not None
        kept = r.room.state.within.keys
    async with reader() as r:
        await r.until(lambda: r.room.state.within is not None)
        assert r.room.state.within.keys == kept
        assert "“sofa”" in r.text


async def test_a_fresh_start_leaves_the_session_alone(reader: Opener, tmp_path: Path) -> None:
    async with reader() as r:
        await r.press("J")
    app = ReaderApp([str(tmp_path)], DARK, steps_of(small()))
    app.room.opening.fresh = True
    async with app.run_test(size=(120, 40)) as pilot:
        fresh = Reader(app, pilot)
        await fresh.until(lambda: app.room.state.resolved)
        assert app.room.state.key == "bridge"


async def test_a_broken_session_is_told_in_a_line(reader: Opener, tmp_path: Path) -> None:
    file = session_file([str(tmp_path)])
    file.parent.mkdir(parents=True)
    file.write_text("{half")
    async with reader() as r:
        assert "the last session is forgotten" in " ".join(r.room.toast.text.split())
        assert r.room.state.key == "bridge"
    async with reader() as r:
        assert r.room.toast.text == ""
