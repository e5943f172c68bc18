"""What goes into a clipboard, and how it is said."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from reader.tui.clipboard import MOST, by_command, into_file, other_ways, sequence


def carried(written: str) -> str:
    found = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", written)
    assert found is not None
    return base64.b64decode(found[1]).decode()


def program(folder: Path, name: str, code: int = 0) -> Path:
    """A stand-in for a clipboard command, which keeps its input and its arguments."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f'#!/bin/sh\necho "$@" > {folder}/arguments\ncat > {folder}/clipboard\nexit {code}\n')
    path.chmod(0o755)
    return folder


def test_the_terminal_is_sent_the_text_in_base64() -> None:
    assert carried(sequence("“Grüße”\nto all", {"TERM": "xterm-256color"})) == "“Grüße”\nto all"


def test_nothing_in_the_text_can_end_the_sequence_or_act_when_pasted() -> None:
    hostile = "a\x1b\\b\x07c\x9cd\x1b[201~e\x1b]0;title\x07"
    written = sequence(hostile, {"TERM": "xterm"})
    assert written.count("\x1b") == 1
    assert written.count("\x07") == 1
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", carried(written))


def test_inside_tmux_and_screen_it_is_wrapped() -> None:
    tmux = sequence("ferry", {"TERM": "screen", "TMUX": "/tmp/x,1,0"})
    assert "\x1bPtmux;\x1b\x1b]52;c;" in tmux
    assert tmux.endswith("\x1b\\")
    screen = sequence("ferry " * 60, {"TERM": "screen", "STY": "1.pts"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", screen, re.DOTALL)
    assert max(map(len, pieces)) <= 76
    assert carried("".join(pieces)) == "ferry " * 60


def test_terminals_without_a_clipboard_and_long_texts_are_not_sent_anything() -> None:
    assert sequence("ferry", {"TERM": "dumb"}) == ""
    assert sequence("ferry", {"TERM": "linux"}) == ""
    assert sequence("x" * (MOST + 1), {"TERM": "xterm"}) == ""


def test_the_first_command_that_works_takes_it(tmp_path: Path) -> None:
    folder = program(tmp_path / "bin", "xclip", code=1)
    program(folder, "xsel")
    env = {"PATH": f"{folder}:/bin:/usr/bin", "DISPLAY": ":0"}
    assert by_command("words with `$(touch x)`", env) == "xsel"
    assert (folder / "clipboard").read_text() == "words with `$(touch x)`"
    assert by_command("words", {"PATH": str(folder)}) == ""  # no display


def test_safe_starts_no_clipboard_command(tmp_path: Path) -> None:
    env = {"PATH": f"{program(tmp_path / 'bin', 'xsel')}:/bin:/usr/bin", "DISPLAY": ":0"}
    assert other_ways("the quote", env, sent=False) == "by xsel."
    (tmp_path / "bin" / "clipboard").unlink()
    assert other_ways("the quote", env, sent=False, safe=True).startswith("into ")
    assert not (tmp_path / "bin" / "clipboard").exists()


def test_without_any_clipboard_it_is_in_a_file_and_the_sentence_says_so(tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path)}
    said = other_ways("the quote", env, sent=False)
    assert "no clipboard was found" in said
    kept = Path(into_file("the quote").replace("~", str(Path.home()), 1))
    assert kept.read_text() == "the quote\n"
    assert kept.stat().st_mode & 0o077 == 0
    assert "OSC 52; no terminal says whether it took it" in other_ways("x", env, sent=True)


def test_a_state_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert other_ways("x", {"PATH": ""}, sent=False).startswith("not at all")
    assert other_ways("x", {"PATH": ""}, sent=True).startswith("by OSC 52")
