"""However it ends: the terminal is as it was, the marks are on disk, and the exit code tells."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import struct
import termios
import time
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from tui.faulty import SECRET
from tui.terminal import Terminal

MODES = (b"?1049", b"?1000", b"?1003", b"?1006", b"?1004", b"?2004", b"?25")
"""Modes that the app switches and has to switch back: the screen, the mouse, focus, paste, the cursor."""


def given_back(t: Terminal, before: list[Any]) -> bool:
    """What was set is unset, the last word on each mode being its first state."""
    right = termios.tcgetattr(t.master)[:4] == before[:4]
    for mode in MODES:
        on, off = t.raw.rfind(b"\x1b[" + mode + b"h"), t.raw.rfind(b"\x1b[" + mode + b"l")
        right = right and (on > off) is (mode == b"?25")
    return right


def tagged(folder: Path) -> bool:
    """The tag given with f is on disk."""
    return "follow-up" in (folder / ".reader" / "marks.yaml").read_text(encoding="utf-8")


def open_and_tag(t: Terminal) -> list[Any]:
    """Wait for the screen, give a tag; the terminal's settings from before."""
    before = termios.tcgetattr(t.master)
    t.until("Old bridge")
    t.press("f")
    t.until("#f-up")
    return before


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]


@pytest.mark.parametrize("number", SIGNALS)
def test_signals(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        before = open_and_tag(t)
        os.kill(t.pid, number)
        assert t.ended() == 128 + number
        assert given_back(t, before)
    assert tagged(tmp_path)


def _signal_after(t: Terminal, written: bytes, number: signal.Signals) -> None:
    """Send a signal as soon as something has been written."""
    end = time.monotonic() + 20
    while written not in t.raw and time.monotonic() < end:
        t._read(0.005)
    os.kill(t.pid, number)


@pytest.mark.parametrize("number", SIGNALS)
def test_signals_before_anything_is_shown(folder: Path, number: signal.Signals) -> None:
    with Terminal("-m", "reader", str(folder)) as t:
        before = termios.tcgetattr(t.master)
        _signal_after(t, b"?1049h", number)
        assert t.ended() == 128 + number
        assert given_back(t, before)


@pytest.mark.parametrize("number", SIGNALS[1:])
def test_signals_while_the_terminal_is_asked_for_its_background(folder: Path, number: signal.Signals) -> None:
    with Terminal("-m", "reader", str(folder)) as t:
        before = termios.tcgetattr(t.master)
        _signal_after(t, b"]11;?", number)
        assert t.ended() == 128 + number
        assert termios.tcgetattr(t.master) == before


@pytest.mark.parametrize("key", ["t", "m", "S", "F", "e", "?"])
def test_signals_while_something_is_asked(tmp_path: Path, key: str) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        before = open_and_tag(t)
        t.press(key)
        os.kill(t.pid, signal.SIGTERM)
        assert t.ended() == 128 + signal.SIGTERM
        assert given_back(t, before)
    assert tagged(tmp_path)


EDITORS = {
    "one that heeds it": "trap 'exit 1' HUP TERM",
    "one that saves first": "trap 'echo half a thought >> \"$1\"; exit 1' HUP TERM",
    "one that does not heed it": "trap '' HUP TERM",
}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("editor", EDITORS)
def test_signals_while_an_editor_has_the_terminal(tmp_path: Path, editor: str, number: signal.Signals) -> None:
    with _in_the_editor(tmp_path, EDITORS[editor]) as t:
        before = termios.tcgetattr(t.master)
        os.kill(t.pid, number)
        assert t.ended() == 128 + number
        assert given_back(t, before)
    assert tagged(tmp_path / "news")
    told = re.search(rb"the note that you were writing is in (\S+)", t.raw)
    assert bool(told) is ("saves" in editor)
    if told:
        assert "half a thought" in Path(told[1].decode(), "note.md").read_text()
        shutil.rmtree(told[1].decode())


def test_what_is_typed_to_an_editor_is_the_editors(tmp_path: Path) -> None:
    with _in_the_editor(tmp_path, "trap '' INT QUIT") as t:
        os.kill(t.pid, signal.SIGINT)
        os.kill(t.pid, signal.SIGQUIT)
        t.settle(0.3)
        (tmp_path / "done").touch()
        t.until("Note on")
        t.escape()
        t.press("q")
        assert t.ended() == 0


def _in_the_editor(place: Path, first: str) -> Terminal:
    """The app with a tag given, and an editor on its terminal that begins so and waits for a file."""
    news, editor = place / "news", place / "editor"
    news.mkdir()
    editor.write_text(
        f"#!/bin/sh\n{first}\necho in the editor\nwhile ! [ -e {place}/done ]; do sleep 0.1; done\n", encoding="utf-8"
    )
    editor.chmod(0o755)
    t = Terminal("-m", "tui.opened", str(news), env={"EDITOR": str(editor), "VISUAL": "", "TMPDIR": str(place)})
    open_and_tag(t)
    t.press("m", "\x05")
    t.until("in the editor")
    return t


@pytest.mark.parametrize("number", SIGNALS[1:])
def test_signals_at_the_prompt_of_the_linear_mode(folder: Path, number: signal.Signals) -> None:
    with Terminal("-m", "reader", "--plain", str(folder)) as t:
        before = termios.tcgetattr(t.master)
        t.until("reader>")
        t.press("open 1\r", "tag harbour\r")
        t.until("harbour")
        t.settle(0.5)
        over = Event()
        Thread(target=_ask_again, args=(t.pid, number, over), daemon=True).start()
        assert _ended(t, over) == 128 + number
        assert termios.tcgetattr(t.master) == before
    assert "harbour" in (folder / ".reader" / "marks.yaml").read_text(encoding="utf-8")


def _ask_again(pid: int, number: signal.Signals, over: Event) -> None:
    """Python hears of a signal only at the next key if it comes in the moment before it waits for one."""
    while not over.is_set():
        os.kill(pid, number)
        over.wait(4)


def _ended(t: Terminal, over: Event) -> int:
    try:
        return t.ended()
    finally:
        over.set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_what_reads_for_it_ends_with_it(folder: Path, number: signal.Signals) -> None:
    (folder / "c.html").write_text("<html><body><article>" + "<p>The bridge is closed to all.</p>" * 100_000)
    with Terminal("-m", "reader", str(folder)) as t:
        end = time.monotonic() + 20
        while not (children := _children(t.pid)) and time.monotonic() < end:
            t._read(0.02)
        os.kill(t.pid, number)
        t.ended()
    assert children
    end = time.monotonic() + 20
    while any(Path("/proc", child).exists() for child in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(Path("/proc", child).exists() for child in children)


def _children(pid: int) -> list[str]:
    """The processes that a process has started."""
    tasks = Path("/proc", str(pid), "task")
    return [child for task in tasks.iterdir() for child in (task / "children").read_text().split()]


def test_without_its_handlers_a_signal_leaves_the_terminal_as_it_is(tmp_path: Path) -> None:
    with Terminal("-m", "tui.faulty", "careless", str(tmp_path)) as t:
        before = open_and_tag(t)
        os.kill(t.pid, signal.SIGTERM)
        assert t.ended() == -signal.SIGTERM
        assert not given_back(t, before)


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_quitting_and_interrupting(tmp_path: Path, key: str) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        before = open_and_tag(t)
        t.press(key)
        assert t.ended() == 0
        assert given_back(t, before)
    assert tagged(tmp_path)


@pytest.mark.parametrize("kind", ["render", "timer", "worker"])
def test_a_fault_of_the_program(tmp_path: Path, kind: str) -> None:
    state = tmp_path / "state"
    with Terminal("-m", "tui.faulty", kind, str(tmp_path), env={"XDG_STATE_HOME": str(state)}) as t:
        before = open_and_tag(t)
        t.press("z")
        assert t.ended() == 70
        assert given_back(t, before)
        said = t.raw[t.raw.rfind(b"\x1b[?1049l") :].decode()
    assert tagged(tmp_path)
    (report,) = (state / "reader" / "crashes").iterdir()
    assert report.name in said
    assert "Traceback" not in t.raw.decode()
    assert SECRET not in said
    text = report.read_text(encoding="utf-8")
    assert "in fail" in text
    assert text.count(SECRET) <= 6
    assert str(tmp_path) not in text
    assert report.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kind", ["action", "thread"])
def test_a_fault_that_ends_nothing(tmp_path: Path, kind: str) -> None:
    with Terminal("-m", "tui.faulty", kind, str(tmp_path), env={"XDG_STATE_HOME": str(tmp_path / "state")}) as t:
        before = open_and_tag(t)
        t.press("z")
        t.until("RuntimeError")
        assert b"Traceback" not in t.raw
        t.press("q")
        assert t.ended() == 0
        assert given_back(t, before)


def test_without_a_folder_for_reports_it_ends_as_well(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with Terminal("-m", "tui.faulty", "timer", str(tmp_path), env={"XDG_STATE_HOME": str(tmp_path / "state")}) as t:
        before = open_and_tag(t)
        t.press("z")
        assert t.ended() == 70
        assert given_back(t, before)
        assert b"no report of it could be written" in t.raw


@pytest.mark.parametrize("kind", ["none", "deaf"])
def test_a_terminal_that_goes_away(tmp_path: Path, kind: str) -> None:
    """With the signal that says so, and where that does not come."""
    t = Terminal("-m", "tui.faulty", kind, str(tmp_path))
    try:
        open_and_tag(t)
        os.close(t.master)
        end = time.monotonic() + 10
        while (found := os.waitpid(t.pid, os.WNOHANG))[0] == 0 and time.monotonic() < end:
            time.sleep(0.05)
        assert found[0] == t.pid
        assert os.waitstatus_to_exitcode(found[1]) == 128 + signal.SIGHUP
        t.status = 0
    finally:
        if t.status is None:
            os.kill(t.pid, signal.SIGKILL)
            os.waitpid(t.pid, 0)
    assert tagged(tmp_path)


def test_suspending_and_coming_back(tmp_path: Path) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        before = open_and_tag(t)
        t.press("\x1a")
        _, status = os.waitpid(t.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        while t._read(0.1):
            pass
        assert given_back(t, before)
        assert tagged(tmp_path)
        t.screen.reset()
        os.kill(t.pid, signal.SIGCONT)
        t.until("Old bridge")
        t.press("j", "q")
        assert t.ended() == 0
        assert given_back(t, before)


def test_sizes_down_to_one_cell(tmp_path: Path) -> None:
    with Terminal("-m", "tui.opened", str(tmp_path)) as t:
        before = open_and_tag(t)
        for width, height in ((20, 5), (3, 2), (1, 1), (2, 60), (200, 1), (80, 24)):
            t.screen.resize(height, width)
            fcntl.ioctl(t.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            t.press("j", "S", "escape", "k")
        t.until("Old bridge")
        t.press("q")
        assert t.ended() == 0
        assert given_back(t, before)


@pytest.mark.parametrize(
    ("env", "what"),
    [
        ({"TERM": "dumb"}, "cannot place a cursor"),
        ({"TERM": ""}, "TERM is not set"),
        ({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
         "characters are"),
    ],
)  # fmt: skip
def test_a_terminal_that_cannot_show_it(folder: Path, env: dict[str, str], what: str) -> None:
    with Terminal("-m", "reader", str(folder), env=env) as t:
        before = termios.tcgetattr(t.master)
        assert t.ended() == 2
        assert what.encode() in t.raw
        assert b"\x1b[" not in t.raw
        assert termios.tcgetattr(t.master) == before


def test_a_fault_before_anything_is_shown(tmp_path: Path) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal("-m", "tui.faulty", "compose", str(tmp_path), env=env) as t:
        before = termios.tcgetattr(t.master)
        assert t.ended() == 70
        assert given_back(t, before)
        assert b"Traceback" not in t.raw
    assert len(list((tmp_path / "state" / "reader" / "crashes").iterdir())) == 1


def test_a_fault_in_a_headless_command(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from reader.cli import main, headless\n"
        "def fail(args): raise KeyError('a secret ' * 50)\n"
        "headless.articles = fail\n"
        "sys.exit(main.main(['articles', sys.argv[1]]))"
    )
    with Terminal("-c", code, str(folder), env={"XDG_STATE_HOME": str(tmp_path / "state")}) as t:
        assert t.ended() == 70
        assert b"Traceback" not in t.raw
        assert b"a secret" not in t.raw
        assert b"fault in the program itself (KeyError)" in t.raw
