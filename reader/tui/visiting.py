"""Another program on this terminal until it ends: the person's editor."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence

from reader.settings.endings import ENDINGS

TYPED = (signal.SIGINT, signal.SIGQUIT)
"""Signals that keys make: they go to every program on the terminal, and are the other one's business."""
GRACE = 3.0
"""Seconds that the other program has to end where this one is asked to."""


class _AskedError(BaseException):
    """This program is asked to end."""


def visit(arguments: Sequence[str]) -> tuple[int, bool]:
    """(exit code, True where this program was asked to end meanwhile) of a program that has the terminal.

    To be called in the main thread. A signal to end is passed on, and once the other has ended, or has been ended, it
    comes to this program as it would have. Raises OSError where it cannot be started.
    """
    asked: list[int] = []
    waiting = True

    def end(number: int, _: object) -> None:
        asked.append(number)
        if process is not None and waiting and len(asked) == 1:
            raise _AskedError

    wakes = signal.set_wakeup_fd(-1)  # else the loop hears of them all when it goes on
    before = {number: signal.getsignal(number) for number in ENDINGS}
    process: subprocess.Popen[bytes] | None = None
    try:
        for number in ENDINGS:
            signal.signal(number, (lambda *_: None) if number in TYPED else end)
        process = subprocess.Popen(arguments)
        if asked:  # before it was known which program is to be asked
            raise _AskedError
        code = process.wait()
    except _AskedError:
        code = _ended(process, asked[0]) if process else 1
    finally:
        waiting = False
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakes)
        if asked:
            os.kill(os.getpid(), asked[0])
    return code, bool(asked)


def _ended(process: subprocess.Popen[bytes], number: int) -> int:
    """Its exit code after a signal, and after the time that it has to end."""
    process.send_signal(number)
    try:
        return process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
