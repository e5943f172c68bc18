"""The first frame: shown before the app is loaded, only where it is true, and nobody's way to write on a terminal."""

import os
import re
import shutil
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from reader.cli.main import COMMANDS, TOOLS
from reader.tui import firstframe
from reader.tui.lastframe import rows_of

from .terminal import ROOT, Terminal

NOTE = "opening…"
ALTERNATE = b"\x1b[?1049h"
SAFE = re.compile(rb"\x1b\[(?:[0-9;]*m|[0-9]+;[0-9]+H|\?1049h|\?25l|\?7l)")
"""All that a frame may write besides words."""


class Kept:
    """A folder that was read and left once, so that a frame of it is kept."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "seeds"
        shutil.copytree(ROOT / "seeds", self.folder, ignore=shutil.ignore_patterns(".reader"))
        self.env = {f"XDG_{name}_HOME": str(base / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
        with self.open() as terminal:
            terminal.until("5 articles")
            terminal.until("Quotes .* 1/")
            terminal.press("J", "q")
            assert terminal.ended() == 0
            self.shown = terminal.text
        (self.file,) = (base / "cache" / "reader" / "frames").iterdir()

    def open(self, *options: str, size: tuple[int, int] = (120, 40), **env: str) -> Terminal:
        return Terminal("-m", "reader", *options, str(self.folder), size=size, env=self.env | env)

    def frame_comes(self, *options: str, size: tuple[int, int] = (120, 40), **env: str) -> bool:
        with self.open(*options, size=size, **env) as terminal:
            terminal.until(r"\? hel.*opening…|\? help  q quit")
            return NOTE.encode() in terminal.raw


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_the_screen_as_it_was_left_comes_first_and_keys_typed_on_it_count(kept: Kept) -> None:
    with kept.open() as terminal:
        frame = terminal.until(NOTE)
        assert "5 articles" in frame
        assert " 2/5 " in frame
        terminal.send("J")
        terminal.until(" 3/5 ")
        assert terminal.raw.count(ALTERNATE) == 1
        assert NOTE not in terminal.text
        terminal.press("q")
        assert terminal.ended() == 0
    assert stat_mode(kept.file) == 0o600


def stat_mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_a_frame_comes_only_where_it_is_still_true(kept: Kept) -> None:
    assert kept.frame_comes()
    assert not kept.frame_comes(size=(100, 30))
    assert not kept.frame_comes(TERM="xterm")
    assert not kept.frame_comes("--fresh")
    one = sorted(kept.folder.glob("*.txt"))[0]
    os.utime(one, (1_700_000_000, 1_700_000_000))
    assert not kept.frame_comes()


def test_a_new_article_takes_the_frame_away(kept: Kept) -> None:
    (kept.folder / "new.txt").write_text("Something new\n\nIt was said to be new, she said.\n", encoding="utf-8")
    assert not kept.frame_comes()


def test_a_setting_switches_it_off(kept: Kept, tmp_path: Path) -> None:
    config = tmp_path / "config" / "reader"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("first_frame: off\n", encoding="utf-8")
    with kept.open() as terminal:
        terminal.until("Quotes .* 1/")
        assert NOTE.encode() not in terminal.raw
        terminal.press("q")
        assert terminal.ended() == 0
    assert not kept.file.exists()


@pytest.mark.parametrize(("end", "code"), [("\x03", 130), ("TERM", 143)])
def test_whoever_has_had_enough_gets_the_terminal_back(kept: Kept, end: str, code: int) -> None:
    with kept.open() as terminal:
        before = termios.tcgetattr(terminal.master)
        terminal.until(NOTE)
        if end == "\x03" and b"\x1b[?1004h" in terminal.raw:
            pytest.skip("the machine is so busy that the app has taken over already: there ^C is a key")
        if end == "TERM":
            os.kill(terminal.pid, 15)
        else:
            terminal.send(end)
        assert terminal.ended() == code
        assert terminal.raw.rstrip().endswith((b"\x1b[?25h", b"\x1b[?1004l"))
        assert b"\x1b[?1049l" in terminal.raw
        assert termios.tcgetattr(terminal.master)[3] == before[3]


def test_a_frame_that_was_tampered_with_sends_nothing_but_words(kept: Kept) -> None:
    fields = kept.file.read_bytes().split(b"\0")
    first = 3 + 2 * int(fields[2])
    fields[first] = b"1\x1fPWNED\x1b]52;c;cm0gLXJm\x07\x1b[2J\xc2\x9b31m\r\n\xe2\x80\xae"
    kept.file.write_bytes(b"\0".join(fields))
    with kept.open() as terminal:
        terminal.until(NOTE)
        frame = terminal.raw[: terminal.raw.index(NOTE.encode())]
    assert b"PWNED" in frame
    assert b"\x1b" not in SAFE.sub(b"", frame)
    assert not any(sign in frame for sign in (b"\x07", b"\r", b"\n", b"\xc2\x9b", b"\xe2\x80\xae"))


@pytest.mark.parametrize("style", [b"1m\x1b[2J", b"31 q", b"?1049", "１".encode(), b"1:2"])
def test_a_style_that_is_no_number_makes_no_frame(style: bytes) -> None:
    where = b"here"
    data = firstframe.packed(where, [], [[("31", "words")]])
    assert firstframe.still_true(data, where) == [[("31", "words")]]
    assert firstframe.still_true(data.replace(b"31\x1f", style + b"\x1f"), where) is None
    assert firstframe.still_true(data, b"there") is None
    assert firstframe.still_true(data[:20], where) is None


def test_what_is_piped_or_a_command_gets_no_frame(kept: Kept) -> None:
    for words in (["--plain"], ["quotes"], []):
        command = [sys.executable, "-m", "reader", *words, str(kept.folder)]
        done = subprocess.run(
            command, input=b"quit\n", capture_output=True, env=os.environ | kept.env | {"TERM": "xterm"}, check=False
        )
        assert b"\x1b" not in done.stdout + done.stderr


def test_words_that_open_no_app_are_known_before_the_command_line_is() -> None:
    assert set(firstframe.COMMANDS) == {one.name for one in (*COMMANDS, *TOOLS)}


def test_rows_are_taken_from_what_draws_a_screen() -> None:
    written = "\x1b[1;1H\x1b[1;31mred\x1b[0m plain\x1b[0m\r\n\x1b[2;1H\x1b[4mline\x1b[0m"
    assert rows_of(written) == [[("1;31", "red"), ("", " plain")], [("4", "line")]]
