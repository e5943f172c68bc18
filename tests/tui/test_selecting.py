"""Marks on quotes as well as on articles, and on several at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.marks.book import MarkBook
from reader.marks.marks import ArticleMark
from tui.conftest import Opener, Reader


def saved(folder: Path) -> dict[str, ArticleMark]:
    return {mark.ref.id: mark for mark in MarkBook.open([str(folder)]).marks()}


async def saved_as(r: Reader, folder: Path, key: str, **fields: object) -> None:
    def there() -> bool:
        mark = saved(folder).get(key)
        return mark is not None and all(getattr(mark, name) == value for name, value in fields.items())

    await r.until(there)


async def test_a_star_on_an_article_is_shown_saved_and_taken_back(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("*")
        assert "★" in r.lines[3]
        assert "★ on “Old bridge shut for a year”." in r.text
        await saved_as(r, tmp_path, "bridge", star=True)
        await r.press("u")
        assert "★" not in r.lines[3]
        assert "Undone: star on “Old bridge" in r.text
        await r.press("ctrl+r")
        assert "★" in r.lines[3]


async def test_in_the_quotes_marks_are_the_quotes(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("3", "*", "t")
        assert "Tag the quote “We cannot patch" in r.text
        await r.type("iron")
        await r.press("enter")
        assert "★ direct" in r.text
        assert "#iron" in r.text
        await r.until(lambda: bool(saved(tmp_path)["bridge"].quotes))
        (quote,) = saved(tmp_path)["bridge"].quotes
        assert (quote.words, quote.star, quote.tags) == ("We cannot patch this bridge for ever.", True, ("iron",))
        assert not saved(tmp_path)["bridge"].tags
    async with reader(folder=tmp_path) as r:
        await r.until(lambda: "★ direct" in r.text and "#iron" in r.text)


async def test_marks_of_a_quote_stay_when_it_is_corrected(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("3", "*", "e")
        await r.type("nobody")
        await r.press("enter")
        await r.until(lambda: "by hand" in r.text)
        assert "★ ✓ direct" in r.text
        await r.until(lambda: len(saved(tmp_path)["bridge"].quotes) == 1 and saved(tmp_path)["bridge"].quotes[0].star)
        await r.press("*")
        assert "★" not in r.lines[2]


async def test_several_articles_are_tagged_as_one_act(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("v", "v")
        assert "2 articles selected." in r.text
        assert "2 selected · 3/4" in r.lines[1]
        assert [line[1] for line in r.lines[2:8:2]] == ["✓", "✓", "▌"]
        await r.press("t")
        assert "Tag 2 articles" in r.text
        await r.type("harbour")
        await r.press("enter")
        assert "Tagged #harbour: 2 articles." in r.text
        await saved_as(r, tmp_path, "bridge", tags=("harbour",))
        await saved_as(r, tmp_path, "ferry", tags=("harbour",))
        await r.press("u")
        assert "#harbour" not in r.lines[3] + r.lines[5]
        await r.press("ctrl+r", "*")
        assert "★" in r.lines[3]
        assert "★" in r.lines[5]
        assert "★" not in r.lines[7]
        await r.press("escape")
        assert "Nothing selected." in r.text
        assert "selected" not in r.lines[1]


async def test_several_quotes_and_what_only_some_have(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "*", "v", "v")
        assert "2 selected · 2/2" in r.lines[1]
        await r.press("*")
        assert r.text.count("★ ") >= 2
        assert "★ on 2 quotes." in r.text
        await r.press("*")
        assert "No star on 2 quotes." in r.text
        await r.press("r")
        assert "Marked unread." in r.text


async def test_selecting_twice_ends_it_and_the_text_has_nothing_to_select(reader: Opener) -> None:
    async with reader() as r:
        await r.press("v", "k", "v")
        assert "Nothing selected." in r.text
        await r.press("2", "v")
        assert "v selects articles in Sources" in r.text


async def test_follow_up_and_read_act_on_all_that_is_selected(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await r.press("v", "v", "f", "r")
        assert "Marked read: 2 articles." in r.text
        for key in ("bridge", "ferry"):
            await saved_as(r, tmp_path, key, tags=("follow-up",), read=True)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_marks_are_seen_at_every_size(reader: Opener, size: tuple[int, int]) -> None:
    async with reader(size=size) as r:
        await r.press("*", "f", "v")
        row = r.lines[3]
        assert "★" in row
        assert "#f-up" in row
        assert r.lines[2].startswith("│✓")


# -- a filtered list does what the whole one does (newsboat 945, 2319, 226, 2271, 1330)


async def filtered(r: Reader) -> None:
    """Tag the first and the third article and list only them."""
    await r.press("f", "j", "j", "f", "g", "T")
    await r.type("follow")
    await r.press("enter")


async def test_in_a_filtered_list_every_mark_works_and_the_cursor_stays(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await filtered(r)
        await r.press("j")
        assert "#follow-up 2/2" in r.lines[1]
        for key in ("*", "r", "r", "f", "u", "f"):
            await r.press(key)
            assert r.room.state.key == "prices", key
            assert "2/2" in r.lines[1], key
        await r.press("t")
        await r.type("dear")
        await r.press("enter")
        assert r.room.state.key == "prices"
        await saved_as(r, tmp_path, "prices", tags=("dear",), star=True)


async def test_in_a_filtered_list_next_previous_and_selecting_stay_inside(reader: Opener) -> None:
    async with reader() as r:
        await filtered(r)
        await r.press("J")
        assert r.room.state.key == "prices"
        await r.press("J")
        assert "That was the last article." in r.text
        await r.press("K", "K")
        assert r.room.state.key == "bridge"
        await r.press("g", "v", "v")
        assert {target.key for target in r.room.state.selected} == {"bridge", "prices"}
        await r.press("escape")
        await r.press("G")
        assert r.room.state.key == "prices"
        await r.press("/")
        await r.type("wood")
        await r.press("enter")
        assert "/wood 1/1" in r.text


async def test_leaving_a_filter_keeps_the_article(reader: Opener) -> None:
    async with reader() as r:
        await filtered(r)
        await r.press("j", "escape")
        assert r.room.state.key == "prices"
        assert "3/4" in r.lines[1]


async def test_entering_a_filter_keeps_the_article_or_goes_to_the_next_one(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "j", "j", "f", "k", "T")
        await r.type("follow")
        await r.press("enter")
        assert r.room.state.key == "prices"


async def test_a_filter_holds_the_articles_whose_quotes_have_the_tag_and_all_below_it(reader: Opener) -> None:
    async with reader() as r:
        await r.press("t")
        await r.type("war/ceasefire")
        await r.press("enter", "J", "3", "t")
        await r.type("war/talks")
        await r.press("enter", "1", "T")
        assert "#war " in r.text
        await r.type("war")
        await r.press("enter")
        assert "#war 2/2" in r.lines[1]
        assert "2 with #war. esc shows all." in r.text
