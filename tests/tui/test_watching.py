"""Files that change while the app is open are read again, and the place stays."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest

from reader.settings.themes import own_folder, theme_folder
from reader.tui import watching
from reader.tui.app import load
from reader.tui.application import ReaderApp
from reader.tui.watching import Changes, Watching, changes, look
from tui.conftest import Reader

THIRD = """\
Ferry captain asks for patience

May 14, 2024

"We will all be on time, more or less," said Captain Olga Brandt, who has steered ferries since she was twenty.
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "TICK", 0.05)
    monkeypatch.setattr(watching, "SETTLED", 0.02)


@asynccontextmanager
async def _opened(folder: Path, theme: str = "dark") -> AsyncIterator[Reader]:
    app = ReaderApp([str(folder)], load(theme))
    async with app.run_test(size=(120, 40)) as pilot:
        r = Reader(app, pilot)
        await r.until(lambda: app.room.state.resolved and app.room.marks.ready)
        yield r


def test_what_differs_is_counted() -> None:
    before = {"a": (1, 1), "b": (1, 1), "c": (1, 1)}
    found = changes(before, {"a": (1, 1), "b": (2, 1), "d": (1, 1), "e": (1, 1)})
    assert found == Changes(new=2, changed=1, gone=1)
    assert str(found) == "2 new, 1 changed, 1 gone files"
    assert str(Changes(new=1)) == "1 new file"
    assert not changes(before, dict(before))


def test_what_changed_while_it_was_read_is_read_again(folder: Path) -> None:
    told: list[Changes] = []
    stopped = Event()

    def changed(found: Changes) -> None:
        told.append(found)
        stopped.set()

    Watching([str(folder)], stopped, 0, changed, lambda: None, lambda file: None).run()
    assert told == [Changes(changed=2)]


def test_hidden_files_do_not_count(folder: Path) -> None:
    before = look([str(folder)])
    (folder / ".reader").mkdir()
    (folder / ".reader" / "marks.yaml").write_text("x", encoding="utf-8")
    assert look([str(folder)]) == before


async def test_new_changed_and_gone_files(folder: Path) -> None:
    async with _opened(folder) as r:
        await r.press("J", "2", *"jjjjjj")
        line = r.room.article.page.starts[r.room.article.row]
        words = r.room.article.page.article.text[line : line + 30]
        (folder / "0-first.txt").write_text(THIRD, encoding="utf-8")
        await r.until(lambda: "Read again: 1 new file." in r.text)
        assert "Ferry captain asks" in r.text
        assert r.room.row.title.startswith("Eastport promises")
        assert r.room.article.page.article.text[r.room.article.at :].startswith(words[:10])
        ferry = folder / "b-ferry.txt"
        text = ferry.read_text(encoding="utf-8")
        ferry.write_text(
            text.replace("The city of Eastport", "A new first paragraph.\n\nThe city of Eastport"), encoding="utf-8"
        )
        await r.until(lambda: "Read again: 1 changed file." in r.text)
        assert r.room.row.title.startswith("Eastport promises")
        now = r.room.article.page
        assert words[:20] in now.article.text[now.starts[r.room.article.row] :][:60]
        ferry.unlink()
        await r.until(lambda: "Read again: 1 gone file." in r.text)
        assert not r.room.row.title.startswith("Eastport promises")
        assert r.room.state.pane == "article"


async def test_an_own_theme_is_drawn_as_its_file_says_now(folder: Path) -> None:
    own_folder().mkdir(parents=True)
    mine = own_folder() / "mine.yaml"
    text = (theme_folder() / "dark.yaml").read_text(encoding="utf-8")
    mine.write_text(text, encoding="utf-8")
    async with _opened(folder, "mine") as r:
        await r.pilot.pause(0.3)
        mine.write_text(text.replace("#7fb4f5", "#abcdef"), encoding="utf-8")
        await r.until(lambda: r.room.paint.theme.accent == "#abcdef")
        mine.write_text(text.replace("accent:", "acent:"), encoding="utf-8")
        await r.until(lambda: "unknown key 'acent'" in r.text.replace("\n", " "))
        assert r.room.paint.theme.accent == "#abcdef"
