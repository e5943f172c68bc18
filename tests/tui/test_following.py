"""Following speakers: letters, counts, the walk, the directory."""

from __future__ import annotations

from reader.library.library import Occurrence
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.tui.following import carried_over, followed, unfollowed
from reader.tui.state import State
from reader.tui.walking import next_occurrence
from tui.build import BRIDGE, library, small
from tui.conftest import Opener


def _speaker(name: str) -> Speaker:
    return Speaker(f"s-{name}", name, "person")


def test_six_get_letters_and_a_seventh_is_refused() -> None:
    state = State()
    for name in "uvwxyz":
        state = followed(state, _speaker(name)) or state
    assert [f.letter for f in state.follows] == list("ABCDEF")
    assert followed(state, _speaker("t")) is None


def test_a_letter_stays_theirs() -> None:
    state = followed(State(), _speaker("first"))
    state = followed(state, _speaker("second"))
    state = unfollowed(state, "s-first")
    state = followed(state, _speaker("third"))
    assert state.letter_of("s-third") == "C"
    state = followed(state, _speaker("first"))
    assert state.letter_of("s-first") == "A"


def test_follows_are_found_again_in_a_later_view_by_id_or_name() -> None:
    state = followed(State(), Speaker("old id", "Lena Hartwig", "person"))
    kept = carried_over(state.follows, small())
    assert [(f.letter, f.speaker) for f in kept] == [("A", "s-Lena Hartwig")]


def test_the_walk_goes_through_listed_articles_in_order_and_wraps() -> None:
    places = [Occurrence(key, Span(at, at + 1), "mention") for key, at in (("a", 5), ("a", 9), ("b", 1), ("c", 3))]
    order = {"a": 0, "c": 1}
    assert next_occurrence(places, order, (0, 5, 0), 1) == (1, False)
    assert next_occurrence(places, order, (0, 9, 1), 1) == (3, False)
    assert next_occurrence(places, order, (1, 3, 3), 1) == (0, True)
    assert next_occurrence(places, order, (0, 5, 0), -1) == (3, True)
    assert next_occurrence(places, {}, (0, 0, -1), 1) is None


async def test_following_from_a_quote_lights_all_and_counts_rows(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s")
        assert "▌A Lena Hartwig  5 in 2 of 3" in r.lines[0]
        assert "A3" in r.lines[3]
        assert "A2" in r.lines[5]
        assert any(line.split("││")[1].startswith("▌A  ") for line in r.lines if "We cannot" in line)


async def test_following_the_name_under_the_articles_cursor(reader: Opener) -> None:
    async with reader() as r:
        await r.press("2", "right")
        assert r.room.article.target.of(r.room.article.page.article.text) == "Mayor Lena Hartwig"
        await r.press("s")
        assert r.room.state.lead.name == "Lena Hartwig"
        await r.press("s")
        assert not r.room.state.follows
        assert "No longer following Lena Hartwig." in r.text


async def test_walking_goes_across_articles_and_says_when_it_wraps(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s", "2")
        seen = []
        for _ in range(6):
            await r.press("n")
            seen.append((r.room.state.key, r.room.article.at))
        assert len(set(seen)) == 5
        assert {key for key, _ in seen} == {"bridge", "ferry"}
        assert "From the first article again." in r.text
        assert "/5 in 2 of 3" in r.lines[0]


async def test_on_a_screen_for_one_pane_the_walk_shows_the_text(reader: Opener) -> None:
    async with reader(size=(60, 20)) as r:
        await r.press("3", "s", "n")
        assert r.room.state.pane == "article"


async def test_a_letter_tells_without_colour(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s")
        shrug = next(line for line in r.lines if "shrugged" in line)
        assert shrug.split("││")[1].startswith(" A")


async def test_the_directory_follows_what_was_typed(reader: Opener) -> None:
    async with reader() as r:
        await r.press("S")
        assert "2q" in r.text
        assert "Courier 3 · no outlet 2" in r.text
        await r.type("reit")
        await r.press("enter")
        assert r.room.state.lead.name == "Tomas Reiter"


async def test_escape_unfollows_the_last(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s", "j", "s")
        assert [f.letter for f in r.room.state.follows] == ["A", "B"]
        await r.press("escape")
        assert [f.letter for f in r.room.state.follows] == ["A"]
        await r.press("escape")
        assert not r.room.state.follows


async def test_the_later_of_search_and_follow_is_walked(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "s", "/", "f", "e", "r", "enter")
        await r.press("n")
        assert r.room.state.key == "bridge"
        assert "/fer " in r.text
        await r.press("escape", "n")
        assert "/5 in" in r.lines[0]


async def test_follow_and_cursor_stay_when_more_is_read(reader: Opener) -> None:
    async with reader(library((BRIDGE,))) as r:
        await r.press("3", "s", "j")
        at = r.room.article.at
        from reader.library.open import Progress
        from reader.tui.messages import LibraryGrew

        r.room.post_message(LibraryGrew(Progress(small(), 3, 3, True)))
        await r.until(lambda: len(r.room.library.rows) == 4)
        assert r.room.state.lead.name == "Lena Hartwig"
        assert (r.room.state.key, r.room.article.at, r.room.quotes.cursor) == ("bridge", at, 1)
        assert "5 in 2 of 3" in r.lines[0]


async def test_s_on_nothing_says_what_to_do(reader: Opener) -> None:
    async with reader() as r:
        await r.press("2", "G", "s")
        assert "No speaker here" in r.text
