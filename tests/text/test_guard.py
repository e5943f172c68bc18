"""No character that a terminal acts on gets past the guard, and none is moved."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import guard as rules
from reader.text.guard import harmless, harmless_lines, unstacked, visible, visible_line

ANY = st.text(st.characters(codec=None), max_size=80)


def test_an_escape_becomes_a_picture_of_itself() -> None:
    assert visible("red \x1b[31mtext") == "red ␛[31mtext"


def test_a_directional_override_is_shown() -> None:
    assert visible("invoice\u202egpj.exe") == "invoice\ufffdgpj.exe"


def test_arabic_and_plain_direction_marks_are_left_alone() -> None:
    words = "قال الرئيس\u200f: نعم"
    assert visible(words) == words


def test_line_ends_stay_in_texts_and_go_from_single_lines() -> None:
    assert visible("a\r\nb\tc") == "a\r\nb\tc"
    assert visible_line("a\r\nb\tc") == "a␍␊b c"


@given(ANY)
def test_length_and_harmless_characters_are_kept(text: str) -> None:
    for guard in (visible, visible_line):
        seen = guard(text)
        assert len(seen) == len(text)
        assert all(
            new == old
            for new, old in zip(seen, text, strict=True)
            if old.isprintable() and unicodedata.category(old) != "Cn" and not "\U000e0100" <= old <= "\U000e01ef"
        )


@given(ANY)
def test_nothing_that_acts_is_left(text: str) -> None:
    for character in visible_line(text):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("pay\u200bpal", "pay\ufffdpal"),
        ("pay\u200c\u2060pal", "pay\ufffd\ufffdpal"),
        ("Bundes\u00adrat", "Bundes\u2010rat"),
        ("the end.\u200b", "the end. "),
        ("\ufeffThe start", " The start"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\u845b\U000e0100", "\u845b\U000e0100"),
        ("x\U000e0100\U000e0101", "x\ufffd\ufffd"),
        ("\u0e01\u200b\u0e02", "\u0e01\u200b\u0e02"),
    ],
)
def test_what_takes_no_room_is_shown_unless_the_script_needs_it(text: str, seen: str) -> None:
    assert visible(text) == visible_line(text) == seen


@given(ANY)
def test_the_guard_has_nothing_to_do_twice(text: str) -> None:
    assert visible_line(visible_line(text)) == visible_line(text)
    assert visible(visible(text)) == visible(text)


@given(ANY)
def test_nothing_that_acts_passes_the_last_net(text: str) -> None:
    assert len(harmless(text)) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in harmless(text))


def test_the_short_way_through_the_guard_lets_nothing_pass_that_the_long_one_stops() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if re.match(rules._UNSAFE_IN_LINE, character):
            assert visible_line(f"a{character}b") != f"a{character}b"
        if re.match(rules._ACTS_IN_LINE, character):
            assert harmless(character) != character


def test_whole_lines_on_their_way_out_keep_their_ends_and_lose_what_acts() -> None:
    text = "a\tb\r\nc\n\x1b[2Jd\re\x9b2Jf\u202eg\x7f\ud800"
    assert harmless_lines(text) == "a\tb\r\nc\n␛[2Jd␍e\ufffd2Jf\ufffdg␡\ufffd"
    assert (
        harmless_lines("“Grüße”, \u05d0\u05de\u05e8\u200f \u0645\u200c\u06cc")
        == "“Grüße”, \u05d0\u05de\u05e8\u200f \u0645\u200c\u06cc"
    )


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u064b", "\u20d2"])
def test_a_flood_of_marks_on_a_letter_is_dammed(mark: str) -> None:
    assert unstacked(f"z{mark * 10_000} after") == f"z{mark * 30} after"
    honest = f"z{mark * 30} and e{mark}" * 40
    assert unstacked(honest) == honest
