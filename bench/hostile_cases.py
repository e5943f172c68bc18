"""The hostile folder of one seed, what should become of each case, and what one run of it found."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

SECOND = 1.0
"""An answer that begins later is a hang."""
STATED = 15.0
"""Seconds of the processor in which any case of this folder must have been read or refused; reader.loading.apart."""
SEEN = 0.85
"""The least share of the visible markers; the others lie in files that must be refused, or in none."""
_SUSPECT = re.compile(rb"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|(?<![\x80-\xf4])[\x80-\xbf]")
SPECIAL = ("chardev", "fifo", "socket", "dir", "symlink", "hardlink")
TRACE = "RSXPWN"
"""The name of the file that whatever runs a command out of a case would make."""


@dataclass
class Found:
    """What one run found."""

    crashes: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    """What took the program itself too long, or never came."""
    clock: int = 0
    """Answers that took longer than that on the clock: other programs had the processor meanwhile, too."""
    leaks: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """Ids of the cases whose visible word was on a screen of the app."""
    missed: list[str] = field(default_factory=list)
    """Names of the cases whose word was on none."""
    runs: dict[str, int] = field(default_factory=dict)
    """How many programs or printings, by their manner."""
    longest: dict[str, float] = field(default_factory=dict)
    """Seconds that something took at the most, by what it was."""
    memory: float = 0.0
    """MB at the most, of a process that read all files."""

    def add(self, other: Found) -> None:
        """Put what another process found to it."""
        self.crashes += other.crashes
        self.late += other.late
        self.leaks += other.leaks
        self.seen |= other.seen
        self.clock += other.clock
        self.memory = max(self.memory, other.memory)
        for name, count in other.runs.items():
            self.ran(name, count)
        for name, seconds in other.longest.items():
            self.took(name, seconds)

    def ran(self, name: str, count: int = 1) -> None:
        """Count runs of a manner."""
        self.runs[name] = self.runs.get(name, 0) + count

    def took(self, name: str, seconds: float) -> None:
        """Keep the longest."""
        self.longest[name] = max(self.longest.get(name, 0.0), seconds)


class One(NamedTuple):
    """One case of the folder."""

    id: str
    kind: str
    path: str
    """To be opened; may hold bytes that are no UTF-8."""
    name: str
    """To be printed."""
    visible: str


class Cases:
    """One seed's folder, its index, and what looks for its sequences."""

    def __init__(self, folder: Path, tools: Path) -> None:
        sys.path.insert(0, str(tools))
        import escape_check  # type: ignore[import-not-found]

        self.folder, self.tools, self._check = folder, tools, escape_check.check
        self.index: dict[str, Any] = json.loads(Path(f"{folder}.index.json").read_text(encoding="utf-8"))
        self.found = Found()

    def __iter__(self) -> Iterator[One]:
        root = os.fsencode(self.folder)
        for entry in self.index["entries"]:
            path = os.fsdecode(os.path.join(root, base64.b64decode(entry["path_b64"])))
            yield One(entry["id"], entry["kind"], path, ascii(entry["path"]), entry["visible"])

    @property
    def wanted(self) -> set[str]:
        """Ids of the cases with a visible word."""
        return {one.id for one in self if one.visible}

    def look(self, raw: bytes, where: str, *, screen: bool = False) -> None:
        """Count what got through. Args: screen: the visible words count as seen."""
        if b"Traceback (most recent call last)" in raw:
            self.found.crashes.append(f"{where}: a traceback")
        if not screen and not _SUSPECT.search(raw):  # there is nothing in it that a terminal could act on
            return
        told = self._check(raw, {"entries": self.index["entries"]})
        self.found.leaks += [f"{where}: {leak['what']} {leak['name'] or ''} ({leak['path']})" for leak in told["leaks"]]
        if screen:
            self.found.seen |= self.wanted - set(told["unseen"])

    def anew(self, known: set[bytes]) -> list[One]:
        """The cases that are not known by name, kind and bytes, which then are: only markers differ between seeds."""
        fresh = []
        for one in self:
            data = Path(one.path).read_bytes() if one.kind == "file" and os.access(one.path, os.R_OK) else b""
            said = os.fsencode(one.path)[len(os.fsencode(self.folder)) :] + one.kind.encode() + b"\0" + data
            if (digest := hashlib.sha256(said).digest()) not in known:
                known.add(digest)
                fresh.append(one)
        return fresh

    def digest(self) -> str:
        """Of all regular files' names and bytes, which nothing may change."""
        total = hashlib.sha256()
        for here, below, names in os.walk(self.folder):
            below[:] = sorted(name for name in below if name != ".reader")
            for name in sorted(names):
                path = os.path.join(here, name)
                if os.path.isfile(path) and not os.path.islink(path) and os.path.getsize(path) < 1 << 27:
                    total.update(os.fsencode(path) + b"\0" + Path(path).read_bytes())
        return total.hexdigest()


@contextmanager
def hostile_folder(tools: Path, seed: int) -> Iterator[Path]:
    """A folder of hostile files beside its index."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place, "hostile")
        made = [sys.executable, str(tools / "hostile.py"), str(folder), "--seed", str(seed)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        yield folder


@contextmanager
def own_place() -> Iterator[Path]:
    """An empty folder to start programs in, which have cache, data, settings and state of their own beside it."""
    before = dict(os.environ), os.getcwd()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        for kind in ("CACHE", "DATA", "STATE", "CONFIG"):
            os.environ[f"XDG_{kind}_HOME"] = os.path.join(own, kind.lower())
        os.mkdir(os.path.join(own, "here"))
        os.chdir(os.path.join(own, "here"))
        try:
            yield Path(own)
        finally:
            os.chdir(before[1])
            os.environ.clear()
            os.environ.update(before[0])
