"""A poisoned library in a real terminal: every command on every screen, and nothing of it acts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.tui.commands import COMMANDS
from tui.terminal import Terminal

PLANTED = re.compile(rb"\x1b\]0;RSX|\x1b[P_]RSX|\x1b\[7777|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
"""What only the poison can have written; see tui.poisoned."""
KEYS = {"ctrl+d": "\x04", "ctrl+u": "\x15", "ctrl+r": "\x12", "ctrl+p": "\x10", "pagedown": "\x1b[6~", "home": "\x1b[H",
        "pageup": "\x1b[5~", "end": "\x1b[F", "shift+tab": "\x1b[Z", "space": " ", "up": "\x1b[A"}  # fmt: skip
LEAVES = ("quit", "suspend", "open_url", "pipe", "editor")
"""Commands that end the test, or start something."""


def walk(t: Terminal) -> None:
    """Every command with a key, then a poisoned tag. (tests/tui/test_guard.py does it from every pane.)"""
    t.until("Title")
    for command in COMMANDS:
        if command.keys and command.id not in LEAVES:
            t.send("2", KEYS.get(command.keys[0], command.keys[0]))
            t.settle(0.03)
            t.send("escape", "escape")
    t.press("1", "t")
    t.send("\x1b[200~[@click=app.quit]\x1b]0;RSXOSC\x07\u202e\x9b31m\x1b[201~")
    t.press("enter", "escape", "q")


@pytest.mark.parametrize("guard", ["guarded", "bare"])
def test_nothing_of_it_acts_unless_the_guard_is_taken_out(tmp_path: Path, guard: str) -> None:
    with Terminal("-m", "tui.poisoned", guard, str(tmp_path)) as t:
        walk(t)
        t.ended()
    assert bool(PLANTED.search(t.raw)) is (guard == "bare"), PLANTED.search(t.raw)
    assert b"Traceback" not in t.raw
