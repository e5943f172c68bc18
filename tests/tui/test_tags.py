"""Tags, follow-up, the filter, read and unread; on disk at once."""

from __future__ import annotations

from pathlib import Path

from reader.marks.book import MarkBook
from tui.conftest import Opener, Reader


def _saved(folder: Path) -> dict[str, tuple[tuple[str, ...], bool]]:
    return {m.ref.id: (m.tags, m.read) for m in MarkBook.open([str(folder)]).marks()}


async def _saved_as(r: Reader, folder: Path, key: str, tags: tuple[str, ...]) -> None:
    await r.until(lambda: _saved(folder).get(key, ((), False))[0] == tags)


async def test_follow_up_is_toggled_shown_and_saved(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("f")
        assert "#f-up" in r.lines[3]
        assert "Tagged #follow-up." in r.text
        await _saved_as(r, tmp_path, "bridge", ("follow-up",))
        await r.press("f")
        assert "#f-up" not in r.lines[3]
        await _saved_as(r, tmp_path, "bridge", ())


async def test_several_tags_new_ones_typed_old_ones_completed(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("t")
        await r.type("old town")
        await r.press("tab")
        await r.type("boats")
        await r.press("enter")
        await _saved_as(r, tmp_path, "bridge", ("old town", "boats"))
        await r.press("J", "t")
        await r.type("old")
        assert "new tag “old”" in r.text
        await r.press("enter")
        await _saved_as(r, tmp_path, "ferry", ("old town",))


async def test_tags_are_there_again(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("f")
    async with reader(folder=tmp_path) as r:
        await r.until(lambda: "#f-up" in r.lines[3])


async def test_the_filter_lists_only_its_articles_and_the_walk_stays_inside(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "J", "J", "f", "K", "K")
        await r.press("T")
        await r.type("follow")
        await r.press("enter")
        assert "#follow-up 1/2" in r.lines[1]
        assert "Free ferry" not in r.text
        await r.press("J")
        assert r.room.state.key == "prices"
        await r.press("S")
        await r.type("hartwig")
        await r.press("enter", "n", "n", "n", "n", "n")
        assert r.room.state.key == "bridge"
        await r.press("escape", "escape")
        assert "/4" in r.lines[1]


async def test_untagging_inside_the_filter_keeps_the_cursor(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "J", "f", "T", "enter", "f")
        assert r.room.state.key == "ferry"
        assert "#follow-up 2/2" in r.lines[1]


async def test_read_by_moving_in_it_and_back_by_key(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        assert "•" in r.lines[3]
        await r.press("enter", "j")
        assert "•" not in r.lines[3]
        await r.press("r")
        assert "•" in r.lines[3]
        await r.until(lambda: _saved(tmp_path).get("bridge", ((), False))[1] is False)


async def test_a_failed_save_is_told_and_the_mark_stays(reader: Opener, tmp_path: Path) -> None:
    (tmp_path / ".reader").mkdir()
    (tmp_path / ".reader" / "marks.yaml").write_text("{[", encoding="utf-8")
    async with reader(folder=tmp_path) as r:
        await r.press("f")
        await r.until(lambda: "marks.yaml" in r.text)
        assert "#f-up" in r.lines[3]
    assert (tmp_path / ".reader" / "marks.yaml").read_text(encoding="utf-8") == "{["
    assert "your tags are in" in r.app.last_words
