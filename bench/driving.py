"""A program on a pseudo-terminal: its keys pressed, every byte it writes kept, every answer timed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0
"""Seconds after which something that never comes is given up."""
UNSET = ("COLUMNS", "LINES", "NO_COLOR", "COLORFGBG", "PYTHONDONTWRITEBYTECODE")
"""What of this environment a program on a terminal of its own does not get."""


class Driven:
    """`with Driven(["-m", "reader", folder]) as d: d.until("headline"); d.press("j")`."""

    def __init__(
        self, arguments: Sequence[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None,
        program: str = sys.executable,
    ) -> None:  # fmt: skip
        """Args: arguments: of the program, this Python unless another is given."""
        self.raw = bytearray()
        self.status: int | None = None
        self.waited = 0.0
        """Seconds on the clock until the last answer, whoever had the processor meanwhile."""
        settings = {k: v for k, v in os.environ.items() if k not in UNSET}
        settings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        self.began = time.monotonic()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            self._become([program, *arguments], settings | dict(env or {}))

    def _become(self, words: Sequence[str], settings: dict[str, str]) -> None:
        os.execvpe(words[0], list(words), settings)

    def __enter__(self) -> Driven:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)

    def read(self, seconds: float) -> bool:
        """Take in what comes within so many seconds; True where something came."""
        if not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def still(self, quiet: float) -> None:
        """Read until nothing comes for so many seconds."""
        while self.read(quiet):
            pass

    def written(self, seconds: float) -> int:
        """How many bytes are written within some seconds."""
        end, before = time.monotonic() + seconds, len(self.raw)
        while time.monotonic() < end:
            self.read(0.01)
        return len(self.raw) - before

    def until(self, words: bytes, *, since: int = 0, seconds: float = PATIENCE) -> bool:
        """Read until these bytes were written; False where they never come."""
        end = time.monotonic() + seconds
        while words not in self.raw[since:]:
            if time.monotonic() > end or self.ended(0):
                return words in self.raw[since:]
            self.read(0.05)
        return True

    def press(self, key: str, *, quiet: float = 0.02, seconds: float = 5.0) -> float:
        """Press a key and wait until its answer is whole; the seconds until the answer began.

        Time in which other programs had the processor is not counted.
        """
        began, had = time.monotonic(), self.computed()
        os.write(self.master, key.encode())
        self.read(seconds)
        answered = self._answered(began, had)
        self.still(quiet)
        return answered

    def _answered(self, began: float, had: float) -> float:
        """Seconds since a moment on the clock, and of the processor, in which this program had it."""
        self.waited = time.monotonic() - began
        return min(self.waited, self.computed() - had + 0.01)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another width and height."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def computed(self) -> float:
        """Seconds of the processor that the program has had so far, all its threads together."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """MB of memory that the program has held at the most."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text()
        except OSError:
            return 0.0
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)

    def ended(self, seconds: float = PATIENCE) -> bool:
        """True once the program has ended; `status` is then its exit code, -N for signal N."""
        end = time.monotonic() + seconds
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self.still(0.02)
            elif time.monotonic() > end:
                return False
            else:
                self.read(0.05)
        return True

    def rest(self, *, seconds: float = PATIENCE, samples: int = 4) -> None:
        """Read until nothing comes and no thread of the program, nor of what it started, has anything to do.

        A program that waits for the processor has something to do: other programs on the machine change nothing.
        Args: samples: looks in a row, 12 ms apart, at which it was so.
        """
        calm, end = 0, time.monotonic() + seconds
        while calm < samples and time.monotonic() < end:
            calm = 0 if self.read(0.012) or working(self.pid) else calm + 1

    def resting(self, seconds: float) -> bool:
        """True where nothing comes for so long and the program, with all it started, does nothing either."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.read(0.012) or working(self.pid):
                return False
        return True

    @property
    def seconds(self) -> float:
        """Since it was started."""
        return time.monotonic() - self.began

    def answer(self, key: str, words: bytes = b"", *, seconds: float = 6.0) -> float:
        """Press a key and read until it is answered: some words of the answer, or anything and then rest.

        The seconds until then, without those in which other programs had the processor.
        """
        at, began, had = len(self.raw), time.monotonic(), self.computed()
        os.write(self.master, key.encode())
        calm, end = 0, began + seconds
        while time.monotonic() < end and calm < 4:
            came = self.read(0.012)
            if (words in self.raw[at:]) if words else came:
                break
            calm = 0 if words or came or working(self.pid) else calm + 1
        return self._answered(began, had)


class Warm(Driven):
    """`reader` with some arguments, in a fork of this process: what it has imported need not be imported again."""

    def _become(self, words: Sequence[str], settings: dict[str, str]) -> None:
        code = 70
        try:
            os.environ.clear()
            os.environ.update(settings)
            for name, number, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
                stream = os.fdopen(number, mode, encoding="utf-8")
                setattr(sys, name, stream)
                setattr(sys, f"__{name}__", stream)
            from reader.cli.main import main

            code = main(words[1:])
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)


def working(pid: int) -> bool:
    """True where a thread of a process, or of what it started, is not merely waiting."""
    try:
        for task in os.scandir(f"/proc/{pid}/task"):
            with open(f"{task.path}/stat", "rb") as file:
                if file.read().rpartition(b")")[2].split()[0] in (b"R", b"D"):
                    return True
            with open(f"{task.path}/children", "rb") as file:
                if any(working(int(child)) for child in file.read().split()):
                    return True
    except OSError:  # it ended meanwhile
        return False
    return False
