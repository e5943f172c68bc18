"""What the terminal says of itself: its background, its colours; what is typed meanwhile counts."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reader.tui.background import ASKED, Answer, LateAnswer, ask, few_colours, is_light, parted, refusal
from tui.terminal import Terminal

WHITE = b"\x1b]11;rgb:ffff/fbfb/f6f6\x1b\\"
BLACK = b"\x1b]11;rgb:1515/1717/1c1c\x07"
KIND = b"\x1b[?62;22c"


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (WHITE + KIND, Answer(True)),
        (BLACK + KIND, Answer(False)),
        (b"j" + WHITE + b"jJ" + KIND + b"s", Answer(True, b"jjJs")),
        (KIND, Answer(None)),
        (b"jj", Answer(None, b"jj", settled=False)),
        (b"j" + WHITE[:9], Answer(None, b"j", settled=False)),
        (b"\x1b]11;#ffffff\x07" + KIND, Answer(True)),
        (b"\x1b]11;rgb:zz\x07" + KIND, Answer(None, b"\x1b]11;rgb:zz\x07")),
        (b"", Answer(settled=False)),
    ],
)
def test_an_answer_is_told_from_keys(data: bytes, answer: Answer) -> None:
    assert parted(data) == answer


def test_light_is_what_the_eye_calls_so() -> None:
    assert is_light("ffff/ffff/0000")
    assert not is_light("00/2b/36")
    assert is_light("f/f/f")
    assert is_light("nothing") is None


@pytest.mark.parametrize(
    ("typed", "keys", "light"),
    [
        ("jk]x[y", "jk]x[y", None),
        ("^]11;rgb:ffff/fbfb/f6f6^\\^[?62;22c", "", True),
        ("]11;rgb:0000/0000/0000\x07[?1c", "", False),
        ("j]11;rgb:ffff/ffff/ffff^\\sk", "jsk", True),
    ],
)
def test_a_late_answer_is_no_keys(typed: str, keys: str, light: bool | None) -> None:
    late = LateAnswer()
    assert "".join(late.take(character) for character in typed) == keys
    assert late.light is light


@pytest.mark.parametrize("kind", ["", "dumb", "linux", "vt100", "unknown"])
def test_a_terminal_that_would_show_the_question_is_not_asked(kind: str) -> None:
    assert ask({"TERM": kind}) is None


@pytest.mark.parametrize(
    ("environment", "few"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "screen"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-kitty"}, False),
    ],
)
def test_sixteen_colours(environment: dict[str, str], few: bool) -> None:
    assert few_colours(environment) is few


def test_a_refusal_is_one_sentence_with_what_to_do() -> None:
    assert refusal({"TERM": "xterm"}, "utf-8") == ""
    assert "TERM=dumb" in refusal({"TERM": "dumb"}, "UTF-8")
    assert "set LC_ALL" in refusal({"TERM": "xterm"}, "iso8859-1")


def _answering(t: Terminal, words: bytes, until: str) -> None:
    """Answer the question as soon as it is asked."""
    end = time.monotonic() + 20
    while ASKED not in t.raw and time.monotonic() < end:
        t._read(0.02)
    os.write(t.master, words)
    t.until(until)


def test_a_light_terminal_gets_the_light_theme_and_keys_typed_meanwhile_count(folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env={"COLORTERM": "truecolor"}) as t:
        _answering(t, WHITE + b"?" + KIND, "╭ Help")
        assert b"48;2;251;250;246" in t.raw
        t.press("q", "q")
        assert t.ended() == 0


def test_a_terminal_that_answers_nothing_loses_no_time_and_no_keys(folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env={"COLORTERM": "truecolor", "COLORFGBG": "0;15"}) as t:
        _answering(t, b"?", "╭ Help")
        assert b"48;2;251;250;246" in t.raw
        t.press("q", "q")
        assert t.ended() == 0


def test_an_answer_that_comes_late_changes_the_theme_and_presses_no_key(folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env={"COLORTERM": "truecolor"}) as t:
        t.until("Lena Hartwig")
        t.press((WHITE + KIND).decode())
        t.until("Theme: light")
        assert "Help" not in t.text
        assert "1/2 ─╮" in t.text
        t.press("J")
        t.until(r"Sources ─+ 2/2")
