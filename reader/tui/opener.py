"""The command of this machine that opens an address."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from threading import Thread

SLOW = 10.0
"""Seconds after which an opener that has not ended counts as having opened: it may be the browser itself."""
OPENERS = (("xdg-open",), ("gio", "open"), ("wslview",))


def opener_of(env: Mapping[str, str]) -> tuple[str, ...]:
    """The command that opens an address, its path first; empty where there is no display."""
    if sys.platform == "darwin":
        return ("/usr/bin/open",)
    if not (env.get("DISPLAY") or env.get("WAYLAND_DISPLAY") or env.get("WSL_DISTRO_NAME")):
        return ()
    for program, *rest in OPENERS:
        path = shutil.which(program, path=env.get("PATH"))
        if path:
            return (path, *rest)
    return ()


def opened(opener: Sequence[str], url: str) -> int:
    """The exit code of an opener, which gets the address as one argument and no terminal; 0 for one that goes on.

    Raises OSError where it cannot be started."""
    process = subprocess.Popen(
        [*opener, url], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        return process.wait(SLOW)
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()
        return 0
