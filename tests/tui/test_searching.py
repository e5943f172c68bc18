"""Searching an article, searching the library, jumping."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.marks.book import MarkBook
from reader.marks.marks import SavedSearch
from reader.tui.expressions import look_for
from reader.tui.widgets.found import Found
from tui.build import Draft, library
from tui.conftest import Opener, Reader


async def find(r: Reader, words: str, number: str) -> None:
    """Search the library and wait for a count like "1/5"."""
    await r.press("F")
    await r.type(words)
    await r.until(lambda: number in r.lines[1])


# -- in the article


async def test_capitals_count_only_where_one_is_typed(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/")
        await r.type("hartwig")
        assert "/hartwig 1/2" in r.text
        await r.press("escape", "/")
        await r.type("THE OLD")
        assert "not found" in r.text
        await r.press("enter")
        assert "“THE OLD” is not in this article." in r.text


async def test_walking_what_was_found_wraps_with_a_word_and_outlives_a_resize(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/")
        await r.type("bridge")
        await r.press("enter", "n", "n")
        assert "/bridge 3/5" in r.text
        for width in (60, 100, 80, 120):
            await r.pilot.resize_terminal(width, 40)
            await r.press("2")
        assert "/bridge 3/5" in r.text
        await r.press("n", "n", "n")
        assert "From the top again." in r.text
        await r.press("N")
        assert "From the bottom again." in r.text
        await r.press("J")
        assert "/bridge" in r.lines[1]


async def test_a_regular_expression_after_a_slash(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/")
        await r.type(r"/br\w+e")
        assert "regular expression" in r.lines[-1]
        await r.until(lambda: r"//br\w+e 1/5" in r.lines[1])
        await r.press("enter", "n")
        assert r"//br\w+e 2/5" in r.lines[1]
        await r.press("J")
        await r.until(lambda: "/2" in r.lines[1] and "//br" in r.lines[1])
        await r.press("escape", "/")
        await r.type("/(unfinished")
        await r.press("enter")
        await r.until(lambda: "cannot be searched: missing )" in r.text)


async def test_an_expression_without_end_is_given_up(reader: Opener) -> None:
    endless = library([Draft("long", "Long", None, None, [("paragraph", "a" * 4000 + "!")])])
    async with reader(endless) as r:
        await r.press("/")
        await r.type("/(a+)+$b")
        await r.press("enter", "j")
        await r.until(lambda: "cannot be searched: it takes too long" in r.text)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("colou?r", "Colour, color", ["Colour", "color"]),
        ("Colou?r", "Colour, color", ["Colour"]),
        (r"\Ahe", "She said he", []),
        ("^he", "she\nHe", ["He"]),
        ("x*", "abc", []),
    ],
)
def test_expressions_match(pattern: str, text: str, found: list[str]) -> None:
    assert [span.of(text) for span in look_for(pattern, text, 20).places] == found


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "(?P<a", "*", "a{99999999999}", "(" * 5000])
def test_what_is_no_expression_is_said(pattern: str) -> None:
    assert look_for(pattern, "text", 20).fault


# -- in the library


async def test_every_letter_searches_and_the_words_are_lit(reader: Opener) -> None:
    async with reader() as r:
        await r.press("F")
        assert "speaker: outlet: tag:" in r.text
        await r.type("sofa")
        await r.until(lambda: "1/2 in 2 articles" in r.lines[1])
        assert "Tomas Reiter, who sells sofas, called it" in r.text
        assert r.room.view.items[0].lit[0].of(r.room.view.items[0].words) == "sofas"
        assert "Sofa prices rise again · Coastal Post · no date" in r.text


async def test_a_field_that_there_is_not_is_said_with_its_column(reader: Opener) -> None:
    async with reader() as r:
        await r.press("F")
        await r.type("bridge speeker:x")
        assert "! column 8: there is no field 'speeker'; did you mean 'speaker'?" in r.text
        await r.press("enter")
        assert r.room.view.typing


async def test_what_was_found_is_a_list_like_every_other(reader: Opener) -> None:
    async with reader() as r:
        await find(r, "speaker:hartwig", "1/3 in 2 articles")
        await r.press("enter", "j", "j")
        assert "3/3" in r.lines[1]
        await r.press("g")
        assert "1/3" in r.lines[1]
        await r.press("G", "k", "pagedown", "s")
        assert "Following Lena Hartwig" in r.text
        await r.press("g", "n")
        assert "2/3" in r.lines[1]
        await r.press("T")
        assert "No tags yet" in r.text


async def test_marks_from_the_list_of_what_was_found(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await find(r, "speaker:hartwig kind:direct", "1/2")
        await r.press("enter", "*", "t")
        await r.type("iron")
        await r.press("enter", "m")
        await r.type("really?")
        await r.press("escape")
        assert "✎ ★ #iron" in r.text
        assert "1/2" in r.lines[1]
        await r.until(
            lambda: any(q.note == "really?" for m in MarkBook.open([str(tmp_path)]).marks() for q in m.quotes)
        )
        await r.press("escape", "F")
        await r.type("tag:iron starred note:real")
        await r.until(lambda: "1/1 in 1 article" in r.lines[1])


async def test_enter_opens_the_article_at_the_place_and_n_walks_on(reader: Opener) -> None:
    async with reader() as r:
        await find(r, "patch", "1/2 in 2")
        await r.press("enter", "enter")
        assert r.room.state.key == "bridge"
        assert r.room.state.pane == "article"
        assert "“patch” 1/2" in r.lines[1]
        text = r.room.article.page.article.text
        assert [span.of(text) for span in r.room.article.found] == ["patch"]
        assert r.room.article.at == text.index("patch")
        await r.press("n")
        assert r.room.state.key == "ferry"
        assert "“patch” 2/2" in r.lines[1]
        await r.press("n")
        assert r.room.state.key == "bridge"
        assert "From the first again." in r.text
        await r.press("escape")
        assert "patch”" not in r.lines[1]


async def test_as_a_filter_next_and_previous_stay_inside(reader: Opener) -> None:
    async with reader() as r:
        await find(r, "sofa", "1/2 in 2")
        await r.press("tab")
        assert "2 with sofa. esc shows all." in r.text
        assert "“sofa” 1/2" in r.lines[1]
        await r.press("J")
        assert r.room.state.key == "prices"
        await r.press("K")
        assert r.room.state.key == "bridge"
        await r.press("n", "n")
        assert r.room.state.key == "prices"
        await r.press("M")
        await r.until(lambda: "Tomas Reiter" in r.text)
        r.room.hush()
        await r.until(lambda: "“sofa”" in r.lines[-2])
        await r.press("escape", "escape")
        assert "/4" in r.lines[1]


async def test_the_search_comes_back_as_it_was_and_a_letter_begins_anew(reader: Opener) -> None:
    async with reader() as r:
        await find(r, "patch", "1/2")
        await r.press("enter", "enter", "F")
        await r.until(lambda: "1/2" in r.lines[1])
        await r.type("sofa")
        await r.until(lambda: "1/2 in 2 articles" in r.lines[1] and "sofas" in r.text)
        assert r.room.view.entry.text == "sofa"
        await r.press("enter", "/")
        await r.press("right")
        await r.type("s")
        await r.until(lambda: "1/1 in 1 article" in r.lines[1])


async def test_nothing_found_says_so(reader: Opener) -> None:
    async with reader() as r:
        await r.press("F")
        await r.type("zebra")
        await r.until(lambda: "Nothing found. / changes the search" in r.text)


async def test_in_a_large_library_enter_searches(reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.widgets.found.SMALL", 2)
    async with reader() as r:
        await r.press("F")
        await r.type("patch")
        assert "enter searches" in r.text
        assert "patched" not in r.text
        await r.press("enter")
        await r.until(lambda: "1/2 in 2 articles" in r.lines[1])


async def test_a_search_is_saved_under_a_name_offered_and_taken_away(reader: Opener, tmp_path: Path) -> None:
    async with reader(folder=tmp_path) as r:
        await find(r, "patch", "1/2")
        await r.press("enter", "+")
        await r.type("the bridge")
        await r.press("enter")
        await r.until(lambda: MarkBook.open([str(tmp_path)]).acts.searches == (SavedSearch("the bridge", "patch"),))
    async with reader(folder=tmp_path) as r:
        await r.press("F")
        await r.until(lambda: "the bridge" in r.text)
        assert "Saved searches" in r.text
        await r.press("enter")
        await r.until(lambda: "1/2 in 2 articles" in r.lines[1])
        await r.press("escape", "'")
        await r.type("tbridge")
        assert "Saved searches" in r.text
        await r.press("escape", "F", "backspace", "escape", "F")
        await r.until(lambda: "the bridge" in r.text)


async def test_searches_of_the_settings_are_offered_too(reader: Opener) -> None:
    async with reader() as r:
        r.room.settings = r.room.settings._replace(searches={"from config": "sofa"})
        await r.press("F")
        await r.until(lambda: "from config" in r.text)
        await r.press("down", "enter")
        await r.until(lambda: "1/2 in 2 articles" in r.lines[1])


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (20, 6)])
async def test_the_search_holds_at_every_size(reader: Opener, size: tuple[int, int]) -> None:
    async with reader(size=size) as r:
        await r.press("F")
        await r.type("bridge")
        await r.until(lambda: isinstance(r.room.view, Found) and len(r.room.view.items) > 2)
        await r.press("enter", "G", "g", "j")
        assert r.room.view.cursor == 1
        key, span = r.room.view.target
        await r.press("enter")
        assert r.room.state.pane == "article"
        assert r.room.state.key == key
        if size[0] >= 60:
            assert r.room.article.at == span.start
            assert "›" in r.text


# -- jumping


async def test_jump_to_an_article_a_speaker_or_a_tag(reader: Opener) -> None:
    async with reader() as r:
        await r.press("f", "'")
        assert "Articles" in r.text
        assert "Speakers" in r.text
        assert "Tags" in r.text
        await r.type("sofpr")
        await r.press("enter")
        assert r.room.state.key == "prices"
        assert r.room.state.pane == "article"
        await r.press("'")
        await r.type("@hart")
        await r.press("enter")
        assert "in all" in r.text
        assert r.room.overlays[-1][0].caption == "Lena Hartwig"
        await r.press("escape", "'")
        await r.type("#fol")
        await r.press("enter")
        assert "#follow-up 1/1" in r.lines[1]


async def test_in_a_large_library_the_speakers_come_when_they_are_counted(
    reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.actions.jumping.SMALL", 2)
    async with reader() as r:
        await r.press("'")
        await r.type("hart")
        await r.until(lambda: "Lena Hartwig" in str(r.room.overlays[-1][0].choices))
