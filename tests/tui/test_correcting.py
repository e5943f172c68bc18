"""Corrections made by keys: seen in the export, undone, redone, there again after closing and editing the file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from reader.exporting.contract import export
from reader.library.open import open_library
from reader.marks.book import MarkBook
from reader.settings.builtin import DARK
from reader.tui.application import ReaderApp
from tui.conftest import Reader

BOAT = "Nobody buys a sofa and takes it home by boat,"


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
    """The app over a real folder, everything read."""
    app = ReaderApp([str(folder)], DARK)
    async with app.run_test(size=size) as pilot:
        reading = Reader(app, pilot)
        await reading.until(lambda: app.room.state.resolved and app.room.marks.ready)
        yield reading


def exported(folder: Path) -> dict[str, tuple[str | None, str]]:
    """What an export has now: words of a quote to (its speaker's name, its kind)."""
    book = MarkBook.open([str(folder)])
    data: dict[str, Any] = export(open_library([str(folder)], book=book))
    names = {speaker["id"]: speaker["name"] for speaker in data["speakers"]}
    return {q["text"]: (names.get(q["speaker"]), q["kind"]) for a in data["articles"] for q in a["quotes"]}


def a_paragraph_more(folder: Path) -> None:
    """The article's file is edited."""
    file = folder / "b-ferry.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("May 13, 2024\n", "May 13, 2024\n\nA first paragraph was put in here.\n"), "utf-8")


async def to_quote(r: Reader, words: str) -> None:
    """The quotes pane stands on the quote of these words."""
    room = r.room
    for key, analysis in room.library.items():
        for index, quote in enumerate(analysis.quotes):
            if quote.span.of(analysis.article.text) == words:
                room.change(key=key, pane="quotes", quotes_up=True)
                room.quotes.go(room.quotes.view.listed.index(index))
                await r.pilot.pause()
                return
    raise AssertionError(f"no quote {words!r}")


async def there(r: Reader, folder: Path, words: str, wanted: tuple[str | None, str]) -> None:
    """Wait until the export has it."""
    try:
        await r.until(lambda: exported(folder).get(words) == wanted)
    except AssertionError:
        raise AssertionError(f"{words!r} is {exported(folder).get(words)}") from None


async def corrected(folder: Path, keys: list[str], typed: str, words: str, wanted: tuple[str | None, str]) -> None:
    """One sort of correction from beginning to end: e, what is typed, keys; then what the export has for `words`."""
    before = exported(folder).get(words)
    async with opened(folder) as r:
        await to_quote(r, BOAT)
        await r.press("e")
        await r.type(typed)
        await r.press(*keys)
        assert "by hand. u undoes." in r.room.toast.text
        await there(r, folder, words, wanted)
        await r.press("u")
        assert "Undone: “Nobody buys" in r.room.toast.text
        await r.until(lambda: exported(folder).get(words) == before)
        await r.press("ctrl+r")
        assert "Done again: “Nobody buys" in r.room.toast.text
        await there(r, folder, words, wanted)
    a_paragraph_more(folder)
    assert exported(folder)[words] == wanted
    async with opened(folder) as r:
        rules = {quote.rule for _, analysis in r.room.library.items() for quote in analysis.quotes}
        assert "by hand" in rules


async def again_after_an_edit(folder: Path, words: str, wanted: tuple[str | None, str]) -> None:
    """After the file gained a paragraph, the export and the app that is opened again both have it."""
    a_paragraph_more(folder)
    assert exported(folder)[words] == wanted
    async with opened(folder) as r:
        room = r.room
        found = {
            quote.span.of(analysis.article.text): room.library.speaker_of(key, quote.entity)
            for key, analysis in room.library.items()
            for quote in analysis.quotes
        }
        speaker = found[words]
        assert (speaker.name if speaker else None) == wanted[0]


async def test_another_known_speaker(folder: Path) -> None:
    await corrected(folder, ["enter"], "hartw", BOAT, ("Lena Hartwig", "direct"))


async def test_a_new_speaker(folder: Path) -> None:
    await corrected(folder, ["enter"], "Greta Osterman", BOAT, ("Greta Osterman", "direct"))


async def test_nobody(folder: Path) -> None:
    await corrected(folder, ["enter"], "nobody is", BOAT, (None, "direct"))


async def test_another_kind(folder: Path) -> None:
    await corrected(folder, ["enter"], "mixed", BOAT, ("Tomas Reiter", "mixed"))


async def test_not_a_quote(folder: Path) -> None:
    await corrected(folder, ["enter"], "not a quote", BOAT, (None, "unspoken"))


async def test_other_ends_must_stand_in_the_article(folder: Path) -> None:
    async with opened(folder) as r:
        await to_quote(r, BOAT)
        await r.press("e")
        await r.type("other words")
        await r.press("enter")
        await r.type(" and a bridge")
        assert "These words do not stand in this article." in r.text
        await r.press("enter", "ctrl+u")
        await r.type("Nobody buys a sofa")
        assert "do not stand" not in r.text
        await r.press("enter")
        await there(r, folder, "Nobody buys a sofa", ("Tomas Reiter", "direct"))
        await r.until(lambda: "by hand · said" in r.text)
        await r.press("u")
        await there(r, folder, BOAT, ("Tomas Reiter", "direct"))
        await r.press("ctrl+r")
        await there(r, folder, "Nobody buys a sofa", ("Tomas Reiter", "direct"))
    await again_after_an_edit(folder, "Nobody buys a sofa", ("Tomas Reiter", "direct"))


async def test_confirmed_as_right_is_shown_in_the_pane_and_explained(folder: Path) -> None:
    async with opened(folder) as r:
        await to_quote(r, BOAT)
        await r.press("e")
        await r.type("right")
        await r.press("enter")
        await r.until(lambda: "✓ direct" in r.text)
        assert "Tomas Reiter" in r.text
        await r.press("u")
        await r.until(lambda: "✓ direct" not in r.text)
        await r.press("ctrl+r")
        await r.until(lambda: "✓ direct" in r.text)
        await r.press("w")
        assert "by hand: you said so" in r.text
        await r.press("escape", "e")
        await r.type("as the program")
        await r.press("enter")
        await r.until(lambda: "✓ direct" not in r.text)


async def page_of(r: Reader, name: str) -> None:
    await r.press("S")
    await r.type(name)
    await r.press("right")


async def test_merge_undo_redo_and_there_again(folder: Path) -> None:
    async with opened(folder) as r:
        await page_of(r, "reiter")
        await r.press("+")
        await r.type("hartwig")
        await r.press("enter")
        await there(r, folder, BOAT, ("Lena Hartwig", "direct"))
        await r.until(lambda: "Tomas Reiter is the same as Lena Hartwig" in r.text)
        await r.press("u")
        await there(r, folder, BOAT, ("Tomas Reiter", "direct"))
        await r.press("ctrl+r")
        await there(r, folder, BOAT, ("Lena Hartwig", "direct"))
    await again_after_an_edit(folder, BOAT, ("Lena Hartwig", "direct"))


async def test_split_names_the_one_in_this_article(folder: Path) -> None:
    async with opened(folder) as r:
        await page_of(r, "hartwig")
        await r.press("-")
        await r.type("ferry")
        await r.press("enter")
        await r.type("Magda Hartwig")
        await r.press("enter")
        await there(r, folder, "It will close on June 3.", ("Lena Hartwig", "direct"))
        words = "This old iron bridge cannot be patched for ever,"
        await there(r, folder, words, ("Magda Hartwig", "direct"))
        await r.press("u")
        await there(r, folder, words, ("Lena Hartwig", "direct"))
        await r.press("ctrl+r")
        await there(r, folder, words, ("Magda Hartwig", "direct"))
    await again_after_an_edit(folder, words, ("Magda Hartwig", "direct"))


async def test_rename(folder: Path) -> None:
    async with opened(folder) as r:
        await page_of(r, "hartwig")
        await r.press("e", "ctrl+u")
        await r.type("Tomas Reiter")
        assert "is another speaker" in r.text
        await r.press("enter", "ctrl+u")
        await r.type("Helena Hartwig")
        await r.press("enter")
        await there(r, folder, "It will close on June 3.", ("Helena Hartwig", "direct"))
        await r.until(lambda: "✓ Lena Hartwig is called Helena Hartwig" in r.text)
        await r.press("u")
        await there(r, folder, "It will close on June 3.", ("Lena Hartwig", "direct"))
        await r.press("ctrl+r")
        await there(r, folder, "It will close on June 3.", ("Helena Hartwig", "direct"))
    await again_after_an_edit(folder, "It will close on June 3.", ("Helena Hartwig", "direct"))


async def test_tags_and_read_are_undone_too_and_nothing_else_is(folder: Path) -> None:
    async with opened(folder) as r:
        await r.press("f", "2", "j", "u")
        assert "Undone: tag #follow-up on “Harbour" in r.room.toast.text
        row = r.room.row
        assert row is not None
        mark = r.room.marks.of(r.room.library, row)
        assert (mark.tags, mark.read) == ((), True)
        await r.press("ctrl+r")
        assert r.room.marks.of(r.room.library, row).tags == ("follow-up",)
        await r.press("u", "u")
        assert "Nothing to undo." in r.text


async def test_a_correction_that_could_not_be_saved_still_holds(folder: Path) -> None:
    (folder / ".reader").mkdir()
    (folder / ".reader" / "marks.yaml").write_text("{[", encoding="utf-8")
    async with opened(folder) as r:
        await to_quote(r, BOAT)
        await r.press("e")
        await r.type("Greta Osterman")
        await r.press("enter")
        await r.until(lambda: "Greta Osterman" in r.text and "by hand · said" in r.text)


async def test_a_quote_is_corrected_from_a_view_which_shows_it(folder: Path) -> None:
    async with opened(folder) as r:
        await r.press("D")
        await r.until(lambda: "Nobody buys" in r.text)
        while r.room.view is not None and r.room.view.speaker != _id(r, "Tomas Reiter"):
            await r.press("j")
        await r.press("e")
        await r.type("Greta Osterman")
        await r.press("enter")
        await r.until(lambda: any("Greta Osterman  " in line for line in r.lines))
        assert r.room.view is not None


def _id(r: Reader, name: str) -> str:
    return next(speaker.id for speaker in r.room.library.speakers if speaker.name == name)


async def test_what_could_not_be_done_is_said(folder: Path) -> None:
    async with opened(folder) as r:
        await r.press("u")
        assert "Nothing to undo." in r.text
        await r.press("ctrl+r")
        assert "Nothing to do again." in r.text
        await page_of(r, "reiter")
        await r.press("-")
        assert "stands in one article only" in r.text
        await r.press("e", "ctrl+u")
        assert "A name is needed." in r.text
