"""A real pseudo-terminal with a program in it, its screen kept by pyte."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent.parent
KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "right": "\x1b[C", "left": "\x1b[D", "down": "\x1b[B",
        "space": " ", "f2": "\x1bOQ"}  # fmt: skip
_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?[0-9;]*\$p|\x1b\[>[0-9;]*[mq]")
"""Sequences that pyte does not know and would print."""
PATIENCE = 20.0


class Terminal:
    """`with Terminal("-m", "reader", folder) as t: t.until("headline"); t.press("j")`."""

    def __init__(self, *arguments: str, size: tuple[int, int] = (120, 40), env: dict[str, str] | None = None) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._lately: list[str] = []
        self.status: int | None = None
        settings = os.environ | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        for name in ("COLUMNS", "LINES", "NO_COLOR", "COLORFGBG"):
            settings.pop(name, None)
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may have chosen to ignore them
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(sys.executable, [sys.executable, *arguments], settings | (env or {}))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(_KITTY.sub(b"", data))
        self._lately.append(self.text)
        return bool(data)

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.screen.display)

    def until(self, pattern: str, patience: float = PATIENCE) -> str:
        """Read until a pattern is on the screen."""
        end = time.monotonic() + patience
        while not re.search(pattern, self.text):
            if time.monotonic() > end:
                raise AssertionError(f"{pattern!r} never came; the screen:\n{self.text}")
            self._read(0.05)
        return self.text

    def showed(self, pattern: str) -> bool:
        """True where a pattern was on the screen since the last key was pressed; what is told goes by itself."""
        return any(re.search(pattern, text) for text in self._lately)

    def press(self, *keys: str, still: float = 0.08) -> None:
        """Press keys one by one, each when the one before has been answered. Args: still: seconds without an answer."""
        for key in keys:
            self._lately.clear()
            os.write(self.master, KEYS.get(key, key).encode())
            self._read(min(0.5, 8 * still))
            while self._read(still):
                pass

    def escape(self) -> None:
        """Press escape alone: a terminal knows it from the beginning of a longer key by the time that follows."""
        before, end = self.text, time.monotonic() + PATIENCE
        self.press("escape", still=0.15)
        while self.text == before and time.monotonic() < end:
            self._read(0.05)

    def send(self, *keys: str) -> None:
        """Press keys without waiting for each answer."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
            self._read(0.02)

    def settle(self, seconds: float) -> None:
        """Read until nothing comes for so many seconds."""
        while self._read(seconds):
            pass

    def overwritten(self, words: str) -> None:
        """Let another program write on the screen, of which the app knows nothing."""
        self._stream.feed(words.encode())

    def bytes_for(self, key: str) -> int:
        """How many bytes a key makes the program write."""
        before = len(self.raw)
        self.press(key)
        return len(self.raw) - before

    def ended(self) -> int:
        """Wait for the end; the exit code, -N for signal N."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise AssertionError(f"it did not end; the screen:\n{self.text}")
        while self._read(0.05):
            pass
        return self.status
