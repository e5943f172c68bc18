"""The tag picker, and what is done to a tag everywhere."""

from __future__ import annotations

from pathlib import Path

from reader.marks.book import MarkBook
from reader.tui.fuzzy import fuzzy
from reader.tui.taginks import tag_ink
from reader.tui.widgets.chooser import Choice
from tui.conftest import Opener, Reader


async def give(r: Reader, *tags: str) -> None:
    """Tag what is under the cursor."""
    for tag in tags:
        await r.press("t")
        await r.type(tag)
        await r.press("enter")


def tags(folder: Path) -> dict[str, tuple[str, ...]]:
    return {mark.ref.id: mark.tags for mark in MarkBook.open([str(folder)]).marks() if mark.tags}


async def test_recent_tags_are_on_the_digits_while_nothing_is_typed(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "one", "two", "three")
        await r.press("j", "t")
        assert "Recent" in r.text
        assert "1 three" in r.text
        assert "3 one" in r.text
        await r.press("2")
        await r.until(lambda: tags(tmp_path).get("ferry") == ("two",))
        assert not r.room.overlays
    async with reader(folder=tmp_path) as r:  # they are there again
        await r.press("g", "j", "j", "t")
        await r.until(lambda: "1 two" in r.text)
        await r.press("9")
        assert r.room.overlays
        await r.press("1")
        await r.until(lambda: tags(tmp_path).get("prices") == ("two",))


async def test_a_digit_is_typed_once_something_is(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "one")
        await r.press("t")
        await r.type("g7 2025")
        await r.press("enter")
        await r.until(lambda: tags(tmp_path).get("bridge") == ("one", "g7 2025"))


async def test_letters_of_a_tag_are_enough(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "war/ceasefire", "waffles")
        await r.press("j", "t")
        await r.type("wcf")
        await r.press("enter")
        await r.until(lambda: tags(tmp_path).get("ferry") == ("war/ceasefire",))


async def test_blanks_signs_and_empty_levels_are_cleaned_away(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "#war / talks/ ")
        await r.until(lambda: tags(tmp_path).get("bridge") == ("war/talks",))


async def test_rename_everywhere_and_undo_as_one_step(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "war/talks")
        await r.press("j")
        await give(r, "war")
        await r.press("3", "t")
        await r.type("war/talks")
        await r.press("enter", "1", "t")
        await r.type("war")
        await r.press("right")
        assert "used on" in r.text
        assert "2 articles and 1 quote" in r.text
        assert "#war/talks: 1 article and 1 quote" in r.text
        await r.press("e", "ctrl+u")
        await r.type("conflict")
        await r.press("enter")
        assert "#war is #conflict, on 2 articles and 1 quote. u undoes." in " ".join(r.text.split())
        await r.leave()
        await r.until(lambda: tags(tmp_path) == {"bridge": ("conflict/talks",), "ferry": ("conflict",)})
        await r.press("u")
        await r.until(lambda: tags(tmp_path) == {"bridge": ("war/talks",), "ferry": ("war",)})


async def test_merge_keeps_the_other_name_once(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "boats", "ships")
        await r.press("j")
        await give(r, "boats")
        await r.press("T")
        await r.type("boats")
        await r.press("right", "+")
        await r.type("ships")
        await r.press("enter")
        await r.until(lambda: tags(tmp_path) == {"bridge": ("ships",), "ferry": ("ships",)})


async def test_take_a_tag_away_everywhere(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await give(r, "boats", "ships")
        await r.press("T")
        await r.type("boats")
        await r.press("right", "-")
        await r.until(lambda: tags(tmp_path) == {"bridge": ("ships",)})


async def test_a_filter_follows_the_tag_to_its_new_name(reader: Opener) -> None:
    async with reader() as r:
        await give(r, "boats")
        await r.press("T", "enter")
        assert "#boats 1/1" in r.lines[1]
        await r.press("T", "down", "right", "e", "ctrl+u")
        await r.type("ships")
        await r.press("enter")
        assert "#ships 1/1" in r.lines[1]


async def test_a_tag_has_a_colour_of_its_own_or_a_chosen_one(reader: Opener, tmp_path: Path) -> None:
    assert tag_ink("war/talks") == tag_ink("war") == tag_ink("War/ceasefire")
    async with reader(folder=tmp_path) as r:
        await give(r, "war/talks")
        await r.press("T")
        await r.type("war")
        await r.press("right", "c")
        await r.type("red")
        await r.press("enter")
        assert "red, chosen" in r.text
        await r.leave()
        assert r.room.shelf.ink("war/talks") == "error"
    async with reader(folder=tmp_path) as r:
        await r.until(lambda: r.room.shelf is not None and r.room.shelf.ink("war/talks") == "error")


def test_the_best_match_comes_first() -> None:
    choices = [Choice(name, name) for name in ("old town", "gold", "holdings", "o l d", "told on", "cold")]
    assert [c.value for c in fuzzy(choices, "old")][:2] == ["old town", "gold"]
    assert [c.value for c in fuzzy(choices, "ot")] == ["old town"]
    assert [c.value for c in fuzzy(choices, "")] == [c.value for c in choices]
    assert fuzzy([Choice("é", "Café Élysée")], "elysee cafe")
    assert not fuzzy(choices, "xyz")
