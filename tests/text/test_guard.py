"""No character that a terminal acts on gets past the guard, and none is moved."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.text.guard import visible, visible_line

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
            if old.isprintable() and unicodedata.category(old) != "Cn"
        )


@given(ANY)
def test_nothing_that_acts_is_left(text: str) -> None:
    for character in visible_line(text):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
