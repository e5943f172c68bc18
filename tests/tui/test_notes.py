"""Notes: written in place or in the person's editor, shown, kept, reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.marks.book import MarkBook
from reader.tui.widgets.writing import Draft
from tui.conftest import Opener
from tui.terminal import Terminal


def notes(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    marks = sorted(MarkBook.open([str(folder)]).marks(), key=lambda mark: mark.ref.id)
    return [(mark.note, tuple(quote.note for quote in mark.quotes)) for mark in marks if mark.note or mark.quotes]


async def test_a_note_on_an_article_is_kept_by_escape_and_stands_under_the_headline(
    reader: Opener, tmp_path: Path
) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("m")
        assert "Note on “Old bridge shut for a year”" in r.text
        await r.type("Ask the [bold]mayor")
        await r.press("enter")
        await r.type("about June")
        await r.press("escape")
        assert "✎ Ask the [bold]mayor" in r.text
        assert "✎" in r.lines[3]
        assert r.text.index("12 May 2024".replace(" ", "\xa0")) < r.text.index("✎ Ask the")
        await r.until(lambda: notes(tmp_path) == [("Ask the [bold]mayor\nabout June", ())])
        await r.press("u")
        assert "Ask the" not in r.text.replace("Undone: note on", "")
    async with reader(folder=tmp_path) as r:
        await r.until(lambda: r.room.marks.ready)
        assert "✎" not in r.lines[3]


async def test_a_note_on_a_quote_stands_on_its_card(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("3", "j", "m")
        await r.type("Who says so?")
        await r.press("escape")
        assert "✎ Who says so?" in r.text
        await r.until(lambda: notes(tmp_path) == [("", ("Who says so?",))])
        await r.press("m", "ctrl+u", "escape")
        assert "The note on the quote “a disaster" in r.text
        await r.until(lambda: notes(tmp_path) == [])


async def test_a_note_can_be_left_as_it_was(reader: Opener) -> None:
    async with reader() as r:
        await r.press("m")
        await r.type("No")
        await r.press("ctrl+x")
        assert "✎" not in r.text
        await r.press("u")
        assert "Nothing to undo." in r.text


async def test_a_note_on_several_is_added_to_theirs(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("m")
        await r.type("first")
        await r.press("escape", "v", "v", "m")
        assert "added to theirs" in r.text
        await r.type("both")
        await r.press("escape")
        await r.until(lambda: notes(tmp_path) == [("first\nboth", ()), ("both", ())])


async def test_what_is_pasted_is_made_harmless(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("m")
        r.room.overlays[-1][0].paste("a\x1b[31mred\r\nsecond\tline")
        await r.press("escape")
        await r.until(lambda: notes(tmp_path) == [("a␛[31mred\nsecond line", ())])


async def test_the_report_lists_all_notes_opens_them_and_is_written(
    reader: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader(folder=tmp_path) as r:
        await r.press("R")
        await r.until(lambda: "No notes yet. m writes one" in r.text)
        await r.press("escape", "m")
        await r.type("On the article")
        await r.press("escape", "J", "3", "m")
        await r.type("On the quote")
        await r.press("escape", "R")
        await r.until(lambda: "On the quote" in r.text)
        assert "1/2" in r.lines[1]
        assert "On the quote — “This bridge cannot" in r.text
        await r.press("j", "m")
        await r.type(" again")
        await r.press("escape")
        await r.until(lambda: "On the quote again" in r.text)
        await r.press("X", "enter")
        await r.until((tmp_path / "notes.md").exists)
        page = (tmp_path / "notes.md").read_text(encoding="utf-8")
        assert page.startswith("# Notes\n\n## Old bridge shut for a year\n\n“Old bridge shut for a year.” Courier, May")
        assert "> “This bridge cannot be patched for ever.” (Lena Hartwig, direct)\n\nOn the quote again\n" in page
        await r.press("k", "enter")
        assert r.room.state.key == "bridge"
        assert r.room.state.pane == "article"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_long_note_scrolls_while_it_is_written(reader: Opener, size: tuple[int, int]) -> None:
    async with reader(size=size) as r:
        await r.press("m")
        r.room.overlays[-1][0].paste("\n".join(f"line {n}" for n in range(60)))
        await r.press("enter")
        await r.type("the end")
        assert "the end" in r.text
        await r.press(*["up"] * 58)
        assert "line 2" in r.text
        assert "the end" not in r.text


def test_a_draft_is_edited_in_lines() -> None:
    draft = Draft().typed("one two\nthree")
    assert draft.pressed("ctrl+w", None).text == "one two\n"
    assert draft.pressed("ctrl+u", None).text == "one two\n"
    assert draft.pressed("left", None).pressed("delete", None).text == "one two\nthre"
    assert draft.pressed("enter", None).text == "one two\nthree\n"
    assert draft.pressed("f5", None) is None


def test_the_persons_own_editor(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "from the editor\\nsecond\\n" >> "$2"\n', encoding="utf-8")
    editor.chmod(0o755)
    with Terminal("-m", "tui.opened", str(folder), env={"EDITOR": f"{editor} -w", "VISUAL": ""}) as t:
        t.until("Old bridge shut")
        t.press("m", "\x05")
        t.until("✎ from the editor")
        t.press("q")
        assert t.ended() == 0
    assert notes(folder) == [("from the editor\nsecond", ())]
