"""Which folders of a large library have changed, found out without looking at every file every time.

A folder's own time changes when a file in it is made, removed or renamed: one look a folder finds these. A file that is
written over in place is found by a round over all files, some at a time, that takes a small share of the processor.
Both work over any mount, need no descriptors and miss nothing for good; what tells of changes by itself does not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Sequence

from reader.loading.discover import MAX_DEPTH, beside, real_roots
from reader.loading.formats import format_of

PIECE = 128
"""Files that are looked at between two looks at the clock."""
AGAIN = 3.0
"""Seconds after which a folder that changed is looked at once more: a file may have been half written, or something
else have changed before the clock of the files went on, which takes some milliseconds."""


class Folders:
    """The folders below some paths, and the files that were given themselves, as they were when looked at last."""

    def __init__(self, paths: Sequence[str], since: int) -> None:
        """Args: since: nanoseconds; what is younger has changed since it was read."""
        self._paths, self._roots, self._since = tuple(paths), real_roots(paths), since
        self._times: dict[str, int] = {}
        self._signed: dict[str, int] = {}
        """What tells one state of a folder's files from another."""
        self._again: dict[str, float] = {}
        self._round: Generator[str | None, None, None] | None = None
        self._first: set[str] = set()
        for path in paths:
            self._enter(path, 0)

    def look(self) -> set[str]:
        """The folders in which files came, went or were renamed since the last look; new and gone ones among them."""
        changed, self._first = self._first, set()
        for folder, before in list(self._times.items()):
            now = _time(folder)
            if now == before:
                continue
            changed.add(folder)
            if now is None:
                del self._times[folder]
                self._signed.pop(folder, None)
            else:
                self._times[folder] = now
                changed |= self._inner(folder, 0)
        due = [folder for folder, at in self._again.items() if time.monotonic() > at]
        for folder in due:
            del self._again[folder]
            changed |= self._inner(folder, 0)
            if self._differs(folder):
                changed.add(folder)
        for folder in changed:
            self._signed[folder] = self._signature(folder)
            self._again[folder] = time.monotonic() + AGAIN
        return changed

    def settled(self, folders: Iterable[str]) -> bool:
        """True where the files of these folders are as they were at the last look."""
        return not [folder for folder in folders if self._differs(folder)]

    def go_on(self, seconds: float) -> set[str]:
        """Go on with the round over all files for so long; folders with files that were written over meanwhile."""
        changed: set[str] = set()
        end = time.thread_time() + seconds
        while time.thread_time() < end:
            if self._round is None:
                self._round = self._rounds()
            try:
                found = next(self._round)
            except StopIteration:
                self._round = None
                break
            if found is not None:
                changed.add(found)
        return changed

    def _enter(self, folder: str, depth: int) -> set[str]:
        """Begin to look at a folder and those in it; gives them all."""
        now = _time(folder)
        if now is None or folder in self._times or depth > MAX_DEPTH:
            return set()
        self._times[folder] = now
        if now > self._since:
            self._first.add(folder)
        return {folder} | self._inner(folder, depth)

    def _inner(self, folder: str, depth: int) -> set[str]:
        """Begin to look at the folders in a folder that are not looked at yet."""
        found: set[str] = set()
        try:
            with os.scandir(folder) as entries:
                if not any(entry.is_dir() for entry in entries):
                    return found
            inner = beside(folder, self._roots).folders
        except OSError:
            return found
        for one in inner:
            found |= self._enter(one, depth + 1)
        return found

    def _rounds(self) -> Generator[str | None, None, None]:
        """One round over all files: None after some, a folder where it differs."""
        for folder in list(self._times):
            total = newest = 0
            for at, (one, written) in enumerate(self._signs(folder)):
                total, newest = total ^ one, max(newest, written)
                if at % PIECE == PIECE - 1:
                    yield None
            before = self._signed.get(folder)
            self._signed[folder] = total
            changed = before != total if before is not None else newest > self._since
            yield folder if changed else None

    def _differs(self, folder: str) -> bool:
        """True where the files of a folder are not as they were; notes how they are now."""
        now, before = self._signature(folder), self._signed.get(folder)
        self._signed[folder] = now
        return before is not None and now != before

    def _signature(self, folder: str) -> int:
        total = 0
        for one, _ in self._signs(folder):
            total ^= one
        return total

    def _signs(self, folder: str) -> Iterable[tuple[int, int]]:
        """(a number for its state, when it was written) of every file directly in a folder, in no order."""
        try:
            files = os.scandir(folder)
        except NotADirectoryError:
            state = _state(folder)
            yield hash(state), state[0]
            return
        except OSError:
            return
        with files:
            for entry in files:
                if not entry.name.startswith(".") and format_of(entry.name):
                    state = _state(entry.path)
                    yield hash((entry.name, state)), state[0]


def _time(folder: str) -> int | None:
    """When a folder changed last; None where it is there no longer."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return None


def _state(file: str) -> tuple[int, int]:
    """When a file was written, and its size; zeros where there is none."""
    try:
        status = os.stat(file)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
