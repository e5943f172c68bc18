"""A large library kept up to date while it is open: other processes work what changed into its index."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence, Set
from threading import Event

from reader.library.background import Helper, newer_than
from reader.library.changes import waiting_in
from reader.library.folders import Folders
from reader.library.indexed import IndexedLibrary
from reader.marks.book import MarkBook
from reader.tui.watching import Changes, ThemeWatch

TICK = 0.5
"""Seconds between two looks at the folders."""
SHARE = 0.01
"""Share of the time of a processor that looking may take."""
ROUND = 0.002
"""Seconds at each look for the round over all files."""
SETTLED = 0.2
"""Seconds for which the files of a folder stay the same before they are read."""
AT_MOST = 5.0
"""Seconds after which they are read though they do not."""
QUIET = 10.0
"""Seconds without a change before names are compared across the library."""
REST = 3.0
"""Times as long as working changes in took, during which the next wait."""
Show = Callable[[IndexedLibrary, str], None]
"""Told the library as it is now, and what changed, in words; empty where names were compared."""


class Tending:
    """Looks again and again, in a thread of its own making none: `run` ends when it is stopped."""

    def __init__(
        self, library: IndexedLibrary, paths: Sequence[str], book: MarkBook, stopped: Event, since: int, show: Show,
        theme: ThemeWatch,
    ) -> None:  # fmt: skip
        """Args: since: nanoseconds; what is younger has changed since it was read."""
        self._library, self._paths, self._book = library, tuple(paths), book
        self._stopped, self._show, self._theme = stopped, show, theme
        self._since = since
        self._comparing: Helper | None = None
        self._quiet_since = time.monotonic()
        self._rest_until = 0.0

    def run(self) -> None:
        """Look until stopped."""
        folders = Folders(self._paths, self._since)
        pause = TICK
        waiting: set[str] = set()
        while not self._stopped.wait(pause):
            begun = time.thread_time()
            self._theme.look()
            waiting |= folders.look() or folders.go_on(ROUND)
            pause = max(TICK, (time.thread_time() - begun) / SHARE)
            if waiting and time.monotonic() > self._rest_until:
                self._work_in(folders, waiting)
                waiting = set()
            elif not waiting:
                self._compare()

    def _work_in(self, folders: Folders, changed: Set[str]) -> None:
        """Let what changed be worked into the index, and show it."""
        self._leave_comparing()
        begun = time.monotonic()
        helper = Helper(self._paths, self._library.cleaned, "--changed")
        found = set(changed)
        while not self._stopped.wait(SETTLED) and time.monotonic() - begun < AT_MOST:
            more = folders.look()
            if not more and folders.settled(found):
                break
            found |= more
        helper.tell(sorted(found))
        for _ in helper.states():
            pass
        helper.end()
        if not helper.well and not self._stopped.is_set():  # more than can be worked in
            helper = Helper(self._paths, self._library.cleaned)
            for _ in helper.states():
                pass
            helper.end()
        self._take()
        self._quiet_since = time.monotonic()
        self._rest_until = self._quiet_since + REST * (self._quiet_since - begun)

    def _compare(self) -> None:
        """Compare names across the library when nothing has changed for a while, if that is worth it."""
        if self._comparing is not None:
            if not self._comparing.running:
                self._leave_comparing()
                self._take()
                self._quiet_since = time.monotonic()
        elif self._library.waiting and time.monotonic() - self._quiet_since > QUIET:
            self._quiet_since = time.monotonic()
            if waiting_in(self._library.file).due:
                self._comparing = Helper(self._paths, self._library.cleaned, "--whole")

    def _leave_comparing(self) -> None:
        if self._comparing is not None:
            self._comparing.end(0)
            self._comparing = None

    def _take(self) -> None:
        """Show the library as it is in the index now, unless it is the same."""
        newer = newer_than(self._library, self._paths, self._library.cleaned, self._book)
        if newer is None or self._stopped.is_set():
            return
        self._library = newer
        newer.attach(self._book)
        self._show(newer, str(Changes(*newer.changes)) if newer.changes else "")
