"""A command that runs over some text, and what it answers."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import time
from contextlib import suppress
from threading import Thread

from textual import on
from textual.message import Message

from reader.text.guard import visible_line
from reader.text.lines import line_spans
from reader.tui.theming import Paint
from reader.tui.widgets.sheet import Piece, Sheet

PATIENCE = 60.0
"""Seconds a command may take."""
MOST = 200_000
"""Bytes of its output that are shown."""


class Ended(Message):
    """A command has ended."""

    def __init__(self, how: str, output: str, faults: str) -> None:
        """Args: how: in words; faults: what it wrote to standard error."""
        super().__init__()
        self.how, self.output, self.faults = how, output, faults


class Output(Sheet):
    """Runs a command without a shell and without a terminal; escape stops it, then closes."""

    def __init__(self, paint: Paint, arguments: tuple[str, ...], text: str) -> None:
        """Args: text: its standard input."""
        self.shown = visible_line(shlex.join(arguments))
        super().__init__(paint, f"running: {self.shown}", (Piece(), Piece(words="esc stops it."), Piece()))
        self.arguments, self.text = arguments, text
        self.running = True
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = ""

    def on_mount(self) -> None:
        """Begin."""
        Thread(target=self._run, name="command", daemon=True).start()

    def press(self, key: str, character: str | None) -> bool:
        """Stop it while it runs; scroll."""
        if self.running and key in ("escape", "q"):
            self.stop("stopped by you")
            return True
        return super().press(key, character)

    def stop(self, why: str) -> None:
        """End the command and all that it started."""
        self._stopped = self._stopped or why
        if self._process:
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def on_unmount(self) -> None:
        """Leave nothing running behind."""
        if self.running:
            self.stop("stopped")

    def _run(self) -> None:
        try:
            # A session of its own: it has no terminal to write on, and ends with all its children.
            self._process = subprocess.Popen(
                self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                start_new_session=True,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.post_message(Ended(f"could not be started: {str(why).lower()}", "", ""))
            return
        output, faults = self._talk(self._process)
        code = self._process.returncode
        how = self._stopped or ("exit code 0" if code == 0 else f"exit code {code}" if code > 0 else f"signal {-code}")
        self.post_message(Ended(how, output, faults))

    def _talk(self, process: subprocess.Popen[bytes]) -> tuple[str, str]:
        """Give it the text, take what it answers, as much as is shown; too long an answer or wait ends it."""
        assert process.stdin
        assert process.stdout
        assert process.stderr
        parts: dict[str, bytearray] = {"output": bytearray(), "faults": bytearray()}
        threads = [
            Thread(target=self._take, args=(stream, parts[name]), daemon=True)
            for name, stream in (("output", process.stdout), ("faults", process.stderr))
        ]
        threads.append(Thread(target=_give, args=(process, self.text.encode("utf-8", "replace")), daemon=True))
        for thread in threads:
            thread.start()
        end = time.monotonic() + PATIENCE
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
            if thread.is_alive():
                self.stop(f"stopped after {PATIENCE:.0f} seconds")
        process.wait()
        return parts["output"].decode("utf-8", "replace"), parts["faults"].decode("utf-8", "replace")

    def _take(self, stream: object, into: bytearray) -> None:
        read = stream.read1  # type: ignore[attr-defined]
        while piece := read(65536):
            into += piece[: MOST - len(into)]
            if len(into) >= MOST:
                self.stop(f"stopped after {MOST:,} bytes of output")
                return

    @on(Ended)
    def ended(self, message: Ended) -> None:
        """Show the answer."""
        message.stop()
        self.running = False
        pieces = [Piece(words=visible_line(line)) for line in _lines(message.output)]
        pieces += [Piece(words=visible_line(line), ink="warning") for line in _lines(message.faults)]
        self.tell(f"{message.how}: {self.shown}", pieces or [Piece(), Piece(words="It wrote nothing."), Piece()])


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    with suppress(OSError):
        assert process.stdin
        process.stdin.write(data)
        process.stdin.close()


def _lines(text: str) -> list[str]:
    """The lines of an output, blank ones at its end left out."""
    return [span.of(text) for span in line_spans(text.rstrip())] if text.strip() else []
