"""Ways to the clipboard: the terminal's own (OSC 52), the system's commands, a file; and which one it was."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Mapping
from typing import NamedTuple

from reader.settings.folders import short, state_folder
from reader.text.guard import visible

MOST = 74_994
"""Bytes of text that OSC 52 carries: terminals take sequences of 100,000 bytes at most, in base64."""
PIECE = 76
"""Characters of a string that GNU screen passes on at once."""
PATIENCE = 3.0
"""Seconds that a clipboard command may take."""
DEAF = ("dumb", "linux", "unknown", "")
"""Values of TERM whose terminals have no clipboard."""


class Way(NamedTuple):
    """A command that puts its standard input into a clipboard."""

    arguments: tuple[str, ...]
    needs: str
    """The environment variable without which it is of no use; empty: none."""
    said: str


WAYS = (
    Way(("tmux", "load-buffer", "-w", "-"), "TMUX", "tmux, which passes it on to its terminal"),
    Way(("wl-copy",), "WAYLAND_DISPLAY", "wl-copy"),
    Way(("xclip", "-selection", "clipboard"), "DISPLAY", "xclip"),
    Way(("xsel", "--clipboard", "--input"), "DISPLAY", "xsel"),
    Way(("pbcopy",), "", "pbcopy"),
    Way(("clip.exe",), "WSL_DISTRO_NAME", "clip.exe"),
)


def sequence(text: str, env: Mapping[str, str]) -> str:
    """What to write to the terminal so that it takes the text; empty where it would not.

    The text travels as base64, so that nothing in it can end the sequence. Inside tmux it is written plain (heard
    where `set-clipboard` is on) and wrapped (passed on where `allow-passthrough` is on).
    """
    data = visible(text).encode("utf-8", "replace")
    if len(data) > MOST or env.get("TERM", "") in DEAF:
        return ""
    plain = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if env.get("TMUX"):
        return f"{plain}\x1bPtmux;{plain.replace(chr(27), chr(27) * 2)}\x1b\\"
    if env.get("STY"):
        return "".join(f"\x1bP{plain[at : at + PIECE]}\x1b\\" for at in range(0, len(plain), PIECE))
    return plain


def by_command(text: str, env: Mapping[str, str]) -> str:
    """Hand the text to the first clipboard command that takes it; says which, empty where none did."""
    data = visible(text).encode("utf-8", "replace")
    for way in WAYS:
        program = shutil.which(way.arguments[0], path=env.get("PATH"))
        if program is None or (way.needs and not env.get(way.needs)):
            continue
        try:
            # Output goes nowhere: xclip stays in the background and would keep a pipe open.
            done = subprocess.run(
                [program, *way.arguments[1:]], input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                timeout=PATIENCE, check=False, env=dict(env),
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return way.said
    return ""


def into_file(text: str) -> str:
    """Keep the text in the state folder, over what was copied before; gives the file's name. Raises OSError."""
    from reader.marks.disk import write_atomically

    path = state_folder() / "copied.txt"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomically(path, visible(text) + "\n")
    return short(path)


def other_ways(text: str, env: Mapping[str, str], *, sent: bool, safe: bool = False) -> str:
    """Copy by command, else into a file; gives the sentence that tells which way it went.

    Args: sent: the terminal has been sent the text by OSC 52, to which it gives no answer; safe: no command is started.
    """
    taken = "" if safe else by_command(text, env)
    if taken:
        return f"by {taken}."
    try:
        name = into_file(text)
    except OSError as error:
        why = (error.strerror or "it cannot be written").lower()
        if sent:
            return "by OSC 52; no terminal says whether it took it."
        return f"not at all: this terminal has no clipboard, and the state folder fails ({why})."
    if sent:
        return f"by OSC 52; no terminal says whether it took it, so it is in {name} too."
    return f"into {name}: no clipboard was found here."
