"""A large folder that is opened for the first time: all files are listed, and the one that is chosen is read first."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from conftest import FERRY, HARBOUR

from reader.library.background import Helper, State
from reader.settings.builtin import DARK
from reader.tui.application import ReaderApp
from tui.conftest import Reader


class Held(Helper):
    """The process that reads all files, which waits until it is let go."""

    free = Event()

    def __init__(self, *words: object) -> None:
        self._words, self._ended = words, Event()

    def states(self) -> Iterator[State]:
        while not self.free.wait(0.02):
            if self._ended.is_set():
                return
        super().__init__(*self._words)  # type: ignore[arg-type]
        yield from super().states()

    @property
    def well(self) -> bool:
        return hasattr(self, "_child") and super().well

    def kill(self) -> None:
        self._ended.set()
        if hasattr(self, "_child"):
            super().kill()

    def end(self, patience: float = 1.0) -> None:
        if hasattr(self, "_child"):
            super().end(patience)


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twenty-four files that nobody has read, in a folder that counts as large."""
    for n in range(21):
        text = FERRY.replace("free ferry", f"free ferry number {n}").replace("iron bridge", f"bridge of the {n}th year")
        (tmp_path / f"b{n:02}.txt").write_text(text)
    (tmp_path / "a-harbour.txt").write_text(HARBOUR)
    (tmp_path / "c-broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    (tmp_path / "d-last.txt").write_text(HARBOUR.replace("harbour bridge", "canal tunnel").replace("Lena", "Nora"))
    for file in tmp_path.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    monkeypatch.setattr("reader.library.open.LARGE", 10)
    monkeypatch.setattr("reader.library.first.Helper", Held)
    monkeypatch.setattr("reader.library.first.GROWS", 0.05)
    monkeypatch.setattr("reader.library.first.TICK", 0.05)
    Held.free.clear()
    return tmp_path


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Reader]:
    app = ReaderApp([str(folder)], DARK)
    async with app.run_test(size=(120, 40)) as pilot:
        r = Reader(app, pilot)
        await until(r, lambda: len(r.room.library.rows) == 24 and r.room.marks.ready)
        yield r


async def until(r: Reader, true: Callable[[], bool]) -> None:
    """Wait for processes beside the app, which take longer than threads."""
    for _ in range(6):
        try:
            await r.until(true)
        except AssertionError:
            continue
        return
    raise AssertionError(r.text)


def listed(r: Reader) -> list[str]:
    shelf = r.room.shelf
    assert shelf is not None
    return [os.path.basename(shelf.row(n).path) for n in range(len(shelf))]


async def test_all_files_are_listed_at_once(fresh: Path) -> None:
    async with opened(fresh) as r:
        assert listed(r) == sorted(os.listdir(fresh))
        assert "1 of 24 files read" in r.lines[0]
        assert "Harbour bridge to close" in r.text
        assert "b00.txt" in r.text
        assert "waits to be read" in r.text
        await r.press("S")
        assert "compared once all files are read: 1 of 24" in " ".join(r.text.split())


async def test_the_one_that_is_chosen_is_read_first_and_opened(fresh: Path) -> None:
    async with opened(fresh) as r:
        await r.press("G")
        await until(r, lambda: "canal tunnel" in r.text)
        assert "2 of 24 files read" in r.lines[0]
        assert r.room.sources.cursor == 23
        await until(r, lambda: "Nora Hartwig" in r.text)
        await r.press("3", "s")
        assert "A Nora Hartwig" in r.lines[0]
        await r.press("n")
        assert "Hartwig" in r.text
        await r.press("1", "K")
        await until(r, lambda: "holds binary data" in r.text)
        assert r.room.sources.cursor == 22


async def test_what_was_read_is_found_and_files_by_their_names(fresh: Path) -> None:
    async with opened(fresh) as r:
        await r.press("F")
        await r.type("iron bridge")
        await r.press("enter")
        await until(r, lambda: "1/1 in 1 article" in r.text)
        await r.press("escape", "escape", "'")
        await r.type("/b17")
        await until(r, lambda: "b17.txt" in r.text)
        await r.press("enter")
        await until(r, lambda: "ferry number 17 as" in r.text or "ferry number 17" in " ".join(r.text.split()))
        assert r.room.row is not None
        assert r.room.row.path.endswith("b17.txt")


async def test_the_place_is_kept_when_all_is_read(fresh: Path) -> None:
    async with opened(fresh) as r:
        await r.press("G", "K")
        await until(r, lambda: r.room.row is not None and not r.room.row.waits)
        await r.press("K")
        await until(r, lambda: r.room.row is not None and r.room.row.path.endswith("b20.txt") and not r.room.row.waits)
        await r.press("2", *"jjjj", "3", "s")
        at, followed = r.room.article.at, r.room.state.follows[0].name
        Held.free.set()
        await until(r, lambda: r.room.state.resolved)
        assert r.room.row is not None
        assert r.room.row.path.endswith("b20.txt")
        assert r.room.article.at == at
        assert [f.name for f in r.room.state.follows] == [followed]
        assert r.room.library.tally(r.room.state.follows[0].speaker) is not None
        assert "23 articles" in r.lines[0]
        assert "1 not read" in r.lines[0]
        await until(r, lambda: not list(Path(os.environ["XDG_CACHE_HOME"]).rglob("*.new")))


async def test_reading_is_stopped_and_goes_on(fresh: Path) -> None:
    async with opened(fresh) as r:
        await r.press("P")
        await r.until(lambda: "stopped, P goes on" in r.lines[0])
        Held.free.set()
        await r.press("j")
        await until(r, lambda: "2 of 24 files read" in r.lines[0])
        assert not r.room.state.resolved
        await r.press("P")
        await until(r, lambda: r.room.state.resolved)
        await r.press("P")
        assert "Everything is read." in r.text


async def test_what_was_read_before_is_there_at_once(fresh: Path) -> None:
    async with opened(fresh) as r:
        await r.press("G")
        await until(r, lambda: "2 of 24 files read" in r.lines[0])
    async with opened(fresh) as r:
        await until(r, lambda: "2 of 24 files read" in r.lines[0])
        assert r.room.library.rows[23].words


async def test_all_articles_of_a_file_are_listed(fresh: Path) -> None:
    (fresh / "b05.txt").unlink()
    articles = [{"title": f"Letter {n}", "text": FERRY.replace("sofa", f"sofa of {n} seats")} for n in range(3)]
    (fresh / "b05.json").write_text(json.dumps(articles))
    os.utime(fresh / "b05.json", (1_700_000_000, 1_700_000_000))
    async with opened(fresh) as r:
        await r.press(*"jjjjjj")
        await until(r, lambda: len(r.room.library.rows) == 26)
        rows = r.room.library.rows
        assert [(os.path.basename(row.path), row.part) for row in rows[5:10]] == [
            ("b04.txt", 1), ("b05.json", 1), ("b05.json", 2), ("b05.json", 3), ("b06.txt", 1),
        ]  # fmt: skip
        await r.press("j")
        await until(r, lambda: r.room.row is not None and r.room.row.part == 2)
