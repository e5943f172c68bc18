"""In every kind of terminal: it works, or it says in one line why not."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tui.terminal import ROOT, Terminal

KINDS = ("screen", "screen-256color", "xterm-256color", "xterm", "linux", "tmux-256color")


@pytest.mark.parametrize("kind", KINDS)
def test_the_app_works(kind: str, folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env={"TERM": kind, "COLORTERM": ""}, size=(80, 24)) as t:
        t.until("2 articles")
        t.press("J")
        t.until("2/2 ─")
        t.press("3", "s")
        t.until("▌A")
        if kind in ("screen", "xterm", "linux"):
            assert b"38;2;" not in t.raw
            assert b"38;5;" not in t.raw
        t.press("q")
        assert t.ended() == 0


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"TERM": "dumb"}, "TERM=dumb"),
        ({"TERM": ""}, "TERM is not set"),
        ({"PYTHONIOENCODING": "iso-8859-1"}, "iso8859-1"),
    ],
)
def test_where_it_cannot_it_says_so_in_one_line(env: dict[str, str], says: str, folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env=env, size=(200, 24)) as t:
        assert t.ended() == 2
        lines = [line.strip() for line in t.text.splitlines() if line.strip()]
        assert len(lines) == 1
        assert lines[0].startswith("reader: ")
        assert says in lines[0]
        assert b"\x1b" not in t.raw


def test_without_colour_everything_can_be_told_apart(folder: Path) -> None:
    with Terminal("-m", "reader", str(folder), env={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as t:
        t.until("2 articles")
        assert "╔ Sources" in t.text
        t.press("3", "s", "2", "c")
        t.until("╔ Article")
        assert "▌A" in t.text
        assert "╌ Share this article" in t.text
        assert "›" in t.text
        for wrong in (b"38;2;", b"38;5;", b"48;2;", b"48;5;", b"[31m", b"[32m", b"[36m"):
            assert wrong not in t.raw
        assert b"[7" in t.raw or b";7" in t.raw
        t.press("q")
        assert t.ended() == 0


def test_a_named_theme_comes_before_no_color(folder: Path) -> None:
    env = {"NO_COLOR": "1", "COLORTERM": "truecolor"}
    with Terminal("-m", "reader", "--theme", "dark", str(folder), env=env) as t:
        t.until("2 articles")
        assert b"48;2;21;23;28" in t.raw


def test_an_unknown_theme_is_told_before_anything_is_drawn(folder: Path) -> None:
    with Terminal("-m", "reader", "--theme", "drak", str(folder), size=(160, 10)) as t:
        assert t.ended() == 2
        assert "did you mean 'dark'?" in t.text


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_under_tmux(folder: Path, tmp_path: Path) -> None:
    import sys

    tmux = ["tmux", "-L", f"reader-{tmp_path.name}", "-f", "/dev/null"]
    command = f"PYTHONPATH={ROOT} {sys.executable} -m reader {folder}"
    subprocess.run([*tmux, "new-session", "-d", "-x", "120", "-y", "40", command], check=True)
    try:

        def until(words: str) -> str:
            end = time.monotonic() + 20
            while time.monotonic() < end:
                done = subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=False)
                if words in done.stdout:
                    return done.stdout
                time.sleep(0.1)
            raise AssertionError(f"{words!r} never came:\n{done.stdout}")

        until("2 articles")
        subprocess.run([*tmux, "send-keys", "J"], check=True)
        screen = until("2/2 ─")
        assert "]11;" not in screen
        subprocess.run([*tmux, "send-keys", "3", "s"], check=True)
        until("▌A")
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)


def test_keys_of_the_emacs_preset_arrive(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "config" / "reader"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("preset: emacs\n", encoding="utf-8")
    with Terminal("-m", "reader", str(folder), env={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as t:
        t.until("2 articles")
        t.press("\x0e")
        t.until("2/2 ─")
        t.press("\x1bx")
        t.until("╭ Commands")
        t.press("\x07")
        t.press("\x10")
        t.until("1/2 ─")
        t.press("?", "\x1bv")
        t.until("This is the top.")
        t.press("q", "q")
        assert t.ended() == 0
