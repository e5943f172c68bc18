"""Where the program keeps what is neither a mark nor a setting."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """The person's own state folder of this program, after the XDG rules: sessions, what was copied last."""
    base = os.environ.get("XDG_STATE_HOME") or os.path.join(os.path.expanduser("~"), ".local", "state")
    return Path(base) / "reader"


def short(path: Path) -> str:
    """A path as people write it, with ~ for their home."""
    home = os.path.expanduser("~")
    text = str(path)
    return f"~{text[len(home) :]}" if text.startswith(home + os.sep) else text
