"""What is kept of a fault of the program itself, for who mends it: where it happened, and nothing that was read."""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from reader.settings.folders import short, state_folder
from reader.text.guard import visible_line

KEPT = 10
"""Reports kept, the newest."""
LONGEST = 120
"""Characters of what the fault says of itself; it may quote what was read."""


def report(error: BaseException) -> str:
    """A sentence on a fault of the program, which names the file where it was written down. Never raises."""
    what = f"a fault in the program itself ({type(error).__name__})"
    try:
        path = _written(description(error, os.environ))
    except OSError as refused:
        return f"{what}, and no report of it could be written: {(refused.strerror or 'cannot be written').lower()}"
    return f"{what}; what is needed to mend it is in {short(path)}, please send it to who maintains reader"


def description(error: BaseException, environment: Mapping[str, str]) -> str:
    """The report: versions, terminal, and where it happened, without values of variables and without arguments."""
    frames = traceback.extract_tb(error.__traceback__)
    said = visible_line(str(error))[:LONGEST]
    lines = [
        f"reader {getattr(sys.modules.get('reader'), '__version__', '')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}",
        f"{time.strftime('%Y-%m-%d %H:%M:%S')}, TERM={visible_line(environment.get('TERM', ''))}, "
        f"LANG={visible_line(environment.get('LC_ALL') or environment.get('LANG', ''))}",
        *(f"  {_place(frame.filename)}, line {frame.lineno}, in {frame.name}: {frame.line}" for frame in frames),
        f"{type(error).__name__}: {said}",
    ]
    return "\n".join(lines) + "\n"


def _place(file: str) -> str:
    """A source file from its package on, so that no one's home is in it."""
    parts = Path(file).parts
    for root in ("reader", "site-packages"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return os.path.basename(file)


def _written(text: str) -> Path:
    folder = state_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{time.monotonic_ns() % 1000:03}.txt"
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(number, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:  # half a report helps nobody
        with suppress(OSError):
            path.unlink()
        raise
    with suppress(OSError):
        for old in sorted(folder.glob("*.txt"))[:-KEPT]:
            old.unlink()
    return path


def silence(told: Callable[[BaseException], object]) -> None:
    """Let no fault of a thread, and no warning of a library, write over the screen; `told` gets a thread's fault."""
    import logging
    import threading
    import warnings

    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())

    def caught(fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            told(fault.exc_value)

    threading.excepthook = caught
    sys.unraisablehook = lambda _: None
