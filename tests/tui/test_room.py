"""What a person notices in the three panes."""

from __future__ import annotations

import re

import pytest

from tui.build import library
from tui.conftest import Opener


async def test_three_panes_show_the_first_article_with_its_quotes(reader: Opener) -> None:
    async with reader() as r:
        assert "1/4" in r.lines[1]
        assert "Old bridge shut for a year" in r.text
        assert "Courier · 12 May 2024" in r.text.replace("\xa0", " ")
        assert re.search(r"Lena Hartwig +direct", r.text)
        assert "Share this article" not in r.text


async def test_rows_say_outlet_date_quotes_and_unread(reader: Opener) -> None:
    async with reader() as r:
        assert "Courier 12 May 2q" in r.text
        assert "no outlet 13 May 1q" in r.text
        assert "•" in r.lines[3]


async def test_a_file_that_did_not_open_is_a_row_with_its_reason(reader: Opener) -> None:
    async with reader() as r:
        assert "! scan.pdf" in r.text
        assert "needs the extra; pip" in r.text


async def test_moving_in_the_list_opens_the_article(reader: Opener) -> None:
    async with reader() as r:
        await r.press("j")
        assert r.room.state.key == "ferry"
        assert "The city pays" in r.text


async def test_moving_through_quotes_moves_the_article_and_marks_the_place(reader: Opener) -> None:
    async with reader(size=(120, 20)) as r:
        await r.press("3", "j")
        assert "Quotes ─" in r.lines[1]
        assert "2/2" in r.lines[1]
        assert "disaster" in r.room.article.quote.of(r.room.article.page.article.text)
        assert any("›" in line and "called" in line for line in r.lines)


async def test_moving_in_the_article_selects_the_quote(reader: Opener) -> None:
    async with reader() as r:
        await r.press("2")
        while r.room.article.row < r.room.article.page.line_of(r.room.library.analysis("bridge").quotes[1].span.start):
            await r.press("j")
        assert r.room.quotes.cursor == 1


async def test_quote_keys_work_from_any_pane(reader: Opener) -> None:
    async with reader() as r:
        await r.press("]", "]")
        assert r.room.quotes.cursor == 1
        await r.press("[")
        assert r.room.quotes.cursor == 0
        await r.press("[")
        assert "That was the first quote." in r.text


async def test_article_keys_work_from_any_pane(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "J")
        assert r.room.state.key == "ferry"
        await r.press("K", "K")
        assert r.room.state.key == "bridge"
        assert "That was the first article." in r.text


async def test_kinds_of_block_are_shown_as_what_they_are(reader: Opener) -> None:
    async with reader() as r:
        text = r.text
        assert "│ Bridge shut from June" in text
        assert "◦ The bridge in 2019." in text
        assert "note  This story is being" in text


async def test_what_cleaning_took_away_is_shown_in_place_with_its_rule(reader: Opener) -> None:
    async with reader() as r:
        await r.press("c")
        at = r.text.index("╌ Share this article")
        assert "dropped · dropped rule" in r.text[:at]
        assert r.text.index("A YEAR OF WORKS") > at
        await r.press("c")
        assert "Share this article" not in r.text


async def test_reported_speech_is_listed_when_asked_for(reader: Opener) -> None:
    async with reader() as r:
        await r.press("i")
        assert "1/3" in r.lines[1]
        assert "indirect" in r.text
        await r.press("i")
        assert "1/2" in r.lines[1]


async def test_the_article_alone(reader: Opener) -> None:
    async with reader() as r:
        await r.press("z")
        assert "Sources" not in r.text
        assert "Old bridge" in r.text
        await r.press("escape")
        assert "Sources" in r.text


async def test_search_counts_wraps_and_is_dropped_by_escape(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/")
        await r.type("bridge")
        await r.press("enter")
        assert "/bridge 1/5" in r.text
        await r.press("N")
        assert "/bridge 5/5" in r.text
        await r.press("n")
        assert "/bridge 1/5" in r.text
        assert "From the top again." in r.text
        await r.press("escape")
        assert "/bridge" not in r.text


async def test_a_capital_makes_the_search_strict(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/")
        await r.type("Bridge")
        await r.press("enter")
        assert "/Bridge 1/1" in r.text


async def test_search_typed_is_not_taken_for_commands(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/", "q", "z", "escape")
        assert not r.room.state.searching
        assert not r.room.state.alone


async def test_a_search_without_a_find_says_so(reader: Opener) -> None:
    async with reader() as r:
        await r.press("/", "x", "x", "enter")
        assert "“xx” is not in this article." in r.text


async def test_why_names_rule_and_speaker(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "w")
        assert "test rule" in r.text
        assert "95%" in r.text
        await r.press("escape")
        assert "test rule" not in r.text


async def test_compare_shows_other_reports_and_who_has_none(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "=")
        await r.until(lambda: "reported by 2 of 3 outlets" in r.text)
        assert "cannot be patched for ever.” Nobody objected." in r.text
        assert "Does not have Lena Hartwig: Coastal Post" in r.text


async def test_a_key_without_a_command_says_so(reader: Opener) -> None:
    async with reader() as r:
        await r.press("Q")
        assert "Nothing is on Q. ? shows the keys." in r.text


async def test_help_shows_the_focused_pane_first(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "?")
        assert r.text.index("In Quotes") < r.text.index("Moving")


async def test_the_palette_runs_what_is_picked(reader: Opener) -> None:
    async with reader() as r:
        await r.press(":")
        await r.type("article alone")
        await r.press("enter")
        assert r.room.state.alone


async def test_the_theme_is_switched_live(reader: Opener) -> None:
    async with reader() as r:
        await r.press(":")
        await r.type("theme")
        await r.press("enter")
        await r.type("light")
        await r.press("enter")
        assert r.room.paint.theme.name == "light"
        assert r.room.sources.paint is r.room.paint


async def test_an_empty_folder_says_so(reader: Opener) -> None:
    async with reader(library(())) as r:
        assert "No articles. q quits." in r.text
        for key in "jkgG/sStfTrczwi=nNJK[]":
            await r.press(key)
        assert r.app.is_running


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_footer_keeps_help_and_quit(reader: Opener, size: tuple[int, int]) -> None:
    async with reader(size=size) as r:
        assert r.lines[-1].rstrip().endswith("? help  q quit")
        assert " s follow" in r.lines[-1]


async def test_two_panes_with_quotes_coming_up_over_the_text(reader: Opener) -> None:
    async with reader(size=(80, 24)) as r:
        assert "Quotes" not in r.text
        await r.press("3")
        assert "Quotes ─" in r.text
        await r.press("escape")
        assert "Quotes ─" not in r.text
        assert r.room.state.pane == "article"


async def test_one_pane_with_tabs(reader: Opener) -> None:
    async with reader(size=(60, 20)) as r:
        assert "1 Sources  2 Article  3 Quotes" in r.lines[1]
        await r.press("enter")
        assert "2 Article" in r.lines[1]
        assert "The old bridge will be shut" in r.text
        await r.press("3")
        assert "Tomas Reiter" in r.text


async def test_the_place_stays_when_the_screen_is_resized(reader: Opener) -> None:
    async with reader(size=(120, 20)) as r:
        await r.press("]", "]")
        for width in (60, 200, 80, 120):
            await r.pilot.resize_terminal(width, 20)
            await r.pilot.pause()
        place = r.room.article
        assert place.at == r.room.library.analysis("bridge").quotes[1].marks.start
        assert place.top <= place.row < place.top + place.inner_height


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 4), (300, 90)])
async def test_any_size_is_survived(reader: Opener, size: tuple[int, int]) -> None:
    async with reader() as r:
        await r.press("s")
        await r.pilot.resize_terminal(*size)
        for key in ("j", "3", "j", "2", "j", "S", "escape", "t", "escape", "?", "escape", "/", "escape", "n"):
            await r.press(key)
        assert r.app.is_running
