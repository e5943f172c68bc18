"""Looks whether files of the opened folders, or the person's own theme, have changed meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import NamedTuple

from reader.loading.discover import discover

TICK = 1.0
"""Seconds between two looks."""
SHARE = 0.05
"""Share of the time that looking may take: with very many files it is done less often."""
SETTLED = 0.3
"""Seconds for which a file stays the same before it is read: it may still be being written."""
Seen = Mapping[str, tuple[int, int]]
"""File to (time, size)."""


class Changes(NamedTuple):
    """How the files differ from those that were read."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        return any(self)

    def __str__(self) -> str:
        named = ((self.new, "new"), (self.changed, "changed"), (self.gone, "gone"))
        files = "file" if self.new + self.changed + self.gone == 1 else "files"
        return f"{', '.join(f'{number:,} {word}' for number, word in named if number)} {files}"


def look(paths: Sequence[str]) -> Seen:
    """All files below the paths as they are now."""
    seen = {}
    for file in discover(paths).files:
        try:
            status = os.stat(file)
        except OSError:
            continue
        seen[file] = (status.st_mtime_ns, status.st_size)
    return seen


def changes(before: Seen, now: Seen) -> Changes:
    """What differs."""
    return Changes(
        new=sum(file not in before for file in now),
        changed=sum(file in before and before[file] != state for file, state in now.items()),
        gone=sum(file not in now for file in before),
    )


class Watching:
    """Looks again and again, in a thread of its own making none: `run` ends when it is stopped."""

    def __init__(
        self, paths: Sequence[str], stopped: Event, since: int, changed: Callable[[Changes], None],
        theme: Callable[[], Path | None], themed: Callable[[Path], None],
    ) -> None:  # fmt: skip
        """Args: since: nanoseconds; what is younger has changed since it was read; changed: told of other files;
        theme: the file of the theme in force, where it is the person's own; themed: told when that changed."""
        self._paths, self._stopped, self._changed = paths, stopped, changed
        self._theme = ThemeWatch(theme, themed)
        self._since = since

    def run(self) -> None:
        """Look until stopped."""
        first = look(self._paths)
        before: Seen = {file: (0, 0) if state[0] > self._since else state for file, state in first.items()}
        pause = 0.0
        while not self._stopped.wait(pause):
            begun = time.monotonic()
            self._theme.look()
            now = look(self._paths)
            pause = max(TICK, (time.monotonic() - begun) / SHARE)
            if changes(before, now):
                now = self._settled(now)
                found = changes(before, now)
                if found and not self._stopped.is_set():
                    self._changed(found)
                before = now

    def _settled(self, now: Seen) -> Seen:
        """The files once nothing more is being written."""
        while not self._stopped.wait(SETTLED):
            later = look(self._paths)
            if later == now:
                break
            now = later
        return now


class ThemeWatch:
    """Tells when the file of the theme in force was written anew."""

    def __init__(self, theme: Callable[[], Path | None], themed: Callable[[Path], None]) -> None:
        """Args: theme: the file, where it is the person's own; themed: told when it changed."""
        self._theme, self._themed = theme, themed
        self._times: dict[Path, int] = {}

    def look(self) -> None:
        """Look once."""
        file = self._theme()
        if file is None:
            return
        try:
            state = os.stat(file).st_mtime_ns
        except OSError:
            return
        if self._times.setdefault(file, state) != state:
            self._times[file] = state
            self._themed(file)
