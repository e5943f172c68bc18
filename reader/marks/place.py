"""Where the marks of a folder are kept, and whether that is still the same place."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from reader.model.problems import Problem
from reader.text.guard import visible_line

FOLDER, NAME = ".reader", "marks.yaml"


def data_folder() -> Path:
    """The person's own data folder of this program, after the XDG rules."""
    base = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return Path(base) / "reader"


def place_of(root: Path) -> tuple[Path, Problem | None]:
    """The file of a folder's marks, and what the person should know of it.

    It is `.reader/marks.yaml` in the folder, or in the data folder where that cannot be written or leads out of it.
    """
    where = root / FOLDER / NAME
    astray = (root / FOLDER).is_symlink() and not (root / FOLDER).resolve().is_relative_to(root.resolve())
    if not astray and (where.exists() or _writable(root)):
        return where, None
    where = data_folder() / "marks" / f"{digest(root)}.yaml"
    what = f"has a {FOLDER} that leads out of it" if astray else "cannot be written"
    advice = f"marks are kept in {visible_line(str(where))}"
    return where, Problem(visible_line(str(root)), what, advice, fatal=False)


def rescued(root: Path) -> Path:
    """Where a copy goes when the file itself cannot be written."""
    return data_folder() / "rescued" / f"{digest(root)}-{os.getpid()}.yaml"


def rescues(root: Path) -> list[Path]:
    """The copies there are, the oldest first."""
    try:
        return sorted((data_folder() / "rescued").glob(f"{digest(root)}-*.yaml"), key=lambda f: f.stat().st_mtime_ns)
    except OSError:
        return []


def digest(root: Path) -> str:
    """A folder's name in the data folder."""
    import hashlib

    return hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _writable(root: Path) -> bool:
    folder = root / FOLDER
    return os.access(folder if folder.exists() else root, os.W_OK | os.X_OK)


class Ground:
    """The marked folder as it was when it was opened: a disk that went away leaves an empty folder of its name."""

    def __init__(self, root: Path, where: Path) -> None:
        """Args: where: the file of marks."""
        self._root = root
        self._where = where
        self._inside = where.parent.parent == root
        self._device = _device(root)

    def prepare(self, *, had: bool) -> None:
        """Make the folder that the marks go to. Raises OSError where the marked folder is not the one it was.

        Args: had: there were marks in it before.
        """
        if not self._inside:
            self._where.parent.mkdir(parents=True, exist_ok=True)
            return
        device = _device(self._root)
        if device is None:
            raise OSError(errno.ENOENT, "its folder is gone")
        if device != self._device and not self._where.exists() and (had or not any(self._root.iterdir())):
            raise OSError(errno.ENXIO, "its disk is gone")
        self._where.parent.mkdir(exist_ok=True)


def _device(root: Path) -> int | None:
    try:
        return root.stat().st_dev
    except OSError:
        return None
