"""Signals that end the program, made an ordinary end of it: what is open is closed, and the terminal given back."""

from __future__ import annotations

import signal
import sys

TYPE_CHECKING = False  # as in typing, which takes longer to import than the first frame to be shown
if TYPE_CHECKING:
    from typing import NoReturn

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_asked: list[int] = []


def end_in_order() -> None:
    """Let these signals raise SystemExit with 128 and their number (^C: KeyboardInterrupt); ignored ones stay so."""
    sys.unraisablehook = lambda _: None  # where Python cannot raise it
    for number in ENDINGS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _leave)


def asked_to_end() -> int:
    """The exit code where one has come, though Python may have passed over it; 0 where none has."""
    return 128 + _asked[0] if _asked else 0


def _leave(number: int, _: object) -> NoReturn:
    _asked.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(128 + number)
