"""The app in a real terminal: what a person does, what the terminal gets back, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.terminal import ROOT, Terminal

REFUSED = """
import sys
from reader.tui.app import run
code = run([sys.argv[1]])
assert "textual" not in sys.modules
sys.exit(code)
"""


def test_open_follow_tag_quit_and_it_is_there_again(tmp_path: Path) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        t.until("Old bridge shut")
        t.press("3", "s")
        t.until("▌A Lena Hartwig +5 in 2 of 3")
        t.press("n", "n", "n", "n")
        t.until("Free ferry promised as bridge shuts\\s")
        t.press("1", "t", *"boats", "enter")
        t.until("#boats")
        t.press("q")
        assert t.ended() == 0
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        t.until("1q A2 #boats")
        t.press("T", *"boats", "enter")
        t.until("#boats 1/1")
        assert "Sofa prices" not in t.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
def test_usable_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path), size=size) as t:
        t.until("Old bridge")
        t.until(r"\? help  q quit *$")
        t.press("3")
        t.until("disaster for the old town")
        t.press("s", "2")
        t.until("The bridge in 2019")
        t.press("q")
        assert t.ended() == 0


def test_the_mouse_is_left_to_the_terminal_where_one_asks_for_that(folder: Path) -> None:
    for words, listened in (((), True), (("--no-mouse",), False)):
        with Terminal("-m", "reader", *words, str(folder)) as t:
            t.until("Harbour bridge to close")
            assert (b"?1000h" in t.raw) is listened
            t.press("q")
            assert t.ended() == 0


def test_a_real_folder(folder: Path) -> None:
    with Terminal("-m", "reader", str(folder)) as t:
        t.until("Harbour bridge to close")
        t.until("Lena Hartwig +direct")
        t.press("q")
        assert t.ended() == 0


def test_what_another_program_wrote_over_the_screen_is_drawn_over(tmp_path: Path) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        t.until("Old bridge shut")
        t.overwritten("\x1b[30;40HBroadcast message: going down\x1b[20;60Hin five minutes")
        assert "Broadcast message" in t.text
        t.press("\x0c")
        t.until("drawn anew")
        assert "Broadcast" not in t.text
        assert "in five minutes" not in t.text


def test_a_cursor_key_writes_little(tmp_path: Path) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        t.until("Old bridge")
        t.press("2", "j", still=0.5)  # what is read meanwhile repaints more
        assert max(t.bytes_for("j") for _ in range(3)) < 2000


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_it_says_so(stream: str, tmp_path: Path) -> None:
    master, slave = os.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), slave) | {stream: subprocess.PIPE}
    streams["stderr"] = subprocess.PIPE
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", REFUSED, str(tmp_path)], cwd=ROOT, check=False, env=env, **streams)
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("reader: this is no terminal;")
