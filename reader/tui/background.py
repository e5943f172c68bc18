"""What the terminal says of itself before the app runs: how many colours it has, and whether its background is light.

The question is asked before Textual is imported and the answer read after, so that nobody waits for it. Keys typed
meanwhile are handed on; an answer that comes too late is kept from being taken for keys.
"""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
from collections.abc import Mapping
from typing import NamedTuple

ASKED = b"\x1b]11;?\x1b\\\x1b[c"
"""For the background's colour (OSC 11), then for what kind of terminal it is, which all of them answer."""
ENOUGH = 0.15
"""Seconds after the question from which no answer is waited for."""
LATE = 5.0
"""Seconds in which an answer may still come."""
_COLOUR = re.compile(rb"\x1b\]11;(?:rgba?:|#)([0-9a-fA-F/]+)(?:\x07|\x1b\\)")
_KIND = re.compile(rb"\x1b\[\?[\d;]*c")
_COLOUR_KEYS = r"\^?(?:\](?:1(?:1(?:;[0-9a-zA-Z:/#]*(?:\^?\\?|\x07)?)?)?)?)?"
_KIND_KEYS = r"\^?(?:\[(?:\?(?:[\d;]*c?)?)?)?"
"""The two answers as keys, from their first character on."""
_MANY = ("truecolor", "24bit")


class Answer(NamedTuple):
    """What came of the question."""

    light: bool | None = None
    """None where nothing was said of the background."""
    typed: bytes = b""
    """What was typed meanwhile."""
    settled: bool = True
    """False where an answer may still come."""


class Question:
    """Asks the terminal for its background; keys that are typed until `answer` are not shown and not lost."""

    def __init__(self) -> None:
        """Raises OSError, termios.error where the terminal cannot be asked."""
        self._file = sys.stdin.fileno()
        self._before = termios.tcgetattr(self._file)
        quiet = termios.tcgetattr(self._file)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        self._since = time.monotonic()
        try:
            termios.tcsetattr(self._file, termios.TCSANOW, quiet)
            os.write(sys.stdout.fileno(), ASKED)
        except BaseException:  # a signal that ends the program may come just now
            termios.tcsetattr(self._file, termios.TCSANOW, self._before)
            raise

    def answer(self) -> Answer:
        """What the terminal said; waits only until it has had time enough. The terminal is as it was before."""
        data = b""
        try:
            while not _KIND.search(data):
                left = ENOUGH - (time.monotonic() - self._since)
                if not select.select([self._file], [], [], max(0.0, left))[0]:
                    break
                data += os.read(self._file, 4096)
        except OSError:
            pass
        finally:
            termios.tcsetattr(self._file, termios.TCSANOW, self._before)
        return parted(data)


def ask(environment: Mapping[str, str]) -> Question | None:
    """A question to the terminal, unless it is of a kind that would show it."""
    kind = environment.get("TERM", "")
    if kind.partition("-")[0] in ("", "dumb", "unknown", "linux", "cons25", "vt52", "vt100"):
        return None
    try:
        return Question()
    except (OSError, ValueError, termios.error):
        return None


def parted(data: bytes) -> Answer:
    """What the terminal answered apart from what was typed."""
    colour = _COLOUR.search(data)
    settled = _KIND.search(data) is not None
    typed = _KIND.sub(b"", _COLOUR.sub(b"", data))
    if not settled and b"\x1b]" in typed:  # the answer's first half: its second will come as keys
        typed = typed[: typed.index(b"\x1b]")]
    return Answer(is_light(colour[1].decode()) if colour else None, typed, settled)


def is_light(colour: str) -> bool | None:
    """Whether a colour as terminals write it ("ffff/fbfb/f5f5", "fffbf5") is a light one; None where it is none."""
    parts = colour.split("/") if "/" in colour else [colour[i : i + 2] for i in (0, 2, 4)]
    try:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts[:3])
    except (ValueError, ZeroDivisionError):
        return None
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def light_background(colorfgbg: str) -> bool:
    """What a terminal says of its background in COLORFGBG ("0;15"): True where it is one of the light colours."""
    background = colorfgbg.rpartition(";")[2]
    return background.isdigit() and int(background) in (7, *range(9, 16))


def few_colours(environment: Mapping[str, str]) -> bool:
    """True for a terminal of sixteen colours or fewer, by the rules that rich draws by."""
    if environment.get("COLORTERM", "").strip().lower() in _MANY:
        return False
    return environment.get("TERM", "").strip().lower().rpartition("-")[2] not in ("kitty", "256color")


def refusal(environment: Mapping[str, str], encoding: str) -> str:
    """Why the app cannot be shown in a terminal, in a sentence; empty where it can."""
    kind = environment.get("TERM", "")
    if kind in ("", "dumb", "unknown"):
        what = f"TERM={kind}" if kind else "TERM is not set"
        return f"this terminal cannot place a cursor ({what}); `reader read FILE` and `reader quotes PATH` only print"
    if encoding.lower().replace("-", "").replace("_", "") not in ("utf8", "utf8sig"):
        return f"the locale's characters are {encoding}, which has too few; set LC_ALL to one with UTF-8, as C.UTF-8"
    return ""


class LateAnswer:
    """Keeps an answer that comes too late from being taken for keys."""

    def __init__(self) -> None:
        self.until = time.monotonic() + LATE
        self.light: bool | None = None
        """What the background turned out to be."""
        self._held = ""

    def take(self, character: str) -> str:
        """The characters that are keys after all, once one more has come: none while it may be an answer."""
        held = self._held + character
        if re.fullmatch(_COLOUR_KEYS, held):
            if held[-1] in "\\\x07":
                self.light = is_light(held.strip("^\\\x07").partition(":")[2])
                held = ""
        elif re.fullmatch(_KIND_KEYS, held):
            if held[-1] == "c":
                self.until, held = 0.0, ""
        else:
            self._held = ""
            return held
        self._held = held
        return ""
