"""The command of this machine that opens an address."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping

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
