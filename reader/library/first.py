"""The first reading of a large library by the app: all files are listed at once, and an article that is asked for is
read before all others, while another process reads them in turn."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Condition, Thread
from typing import NamedTuple

from reader.library.background import NO_INDEX, Helper, State, opened_now
from reader.library.files import Files
from reader.library.growing import GrowingLibrary
from reader.library.growth import Growth
from reader.library.open import Progress, library_of
from reader.library.reading import done_with
from reader.library.store import Done, Store, snapshot_file
from reader.library.workers import Aside
from reader.loading.discover import Found
from reader.marks.book import MarkBook

TICK = 0.25
"""Seconds after which it is looked what there is to do."""
GROWS = 1.0
"""Seconds between two views of the listing; an article that was asked for makes one at once."""
SHARE = 0.3
"""Share of the time that listing what was read may take."""
STOPPED = "stopped"
"""What is being done where the person has stopped it."""


class _Wanted(NamedTuple):
    """A file that was asked for."""

    number: int


class _Read(NamedTuple):
    """One that was read for it."""

    number: int
    done: Done


class _Ended(NamedTuple):
    """The other process has."""

    helper: Helper


class _Turned(NamedTuple):
    """The person stopped it, or lets it go on."""


Event = State | _Wanted | _Read | _Ended | _Turned


def first_steps(
    found: Found, paths: Sequence[str], *, first: str | None, clean: bool, book: MarkBook | None
) -> Iterator[Progress]:
    """An article to begin with, then all files as they are read, at last the whole library.

    Raises sqlite3.Error or OSError where the cache folder cannot be written."""
    files = ([first] if first in found.files else []) + [f for f in found.files[:1] if f != first]
    begun = ""
    with Files(clean) as source:
        for file in files:
            read = source.read(file)
            if read.analyses:
                yield Progress(library_of(found, {file: read}, book, complete=False), 1, len(found.files), False)
                begun = file
                break
    reading = FirstReading(paths, clean, book)
    try:
        reading.list(found, begun)
        del found
        yield from reading.steps()
    finally:
        reading.close()


class FirstReading:
    """What is going on; what comes to pass lies in a queue, from which one thread takes it."""

    def __init__(self, paths: Sequence[str], clean: bool, book: MarkBook | None) -> None:
        self._paths, self._clean, self._book = tuple(paths), clean, book
        self._store = Store.of_person()
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._helper: Helper | None = None
        self._asked = _Asked(clean, self._events)
        self._growth: Growth | None = None
        self._state = State(0, 0)
        """How far the other process is."""
        self._doing = ""
        self._paused = False

    def list(self, found: Found, begun: str = "") -> None:
        """Write the listing. Args: begun: the file that was read by this process, whose words are not kept yet."""
        name = snapshot_file(self._paths, self._clean)
        file = name.with_name(f"{name.name}.{os.getpid()}.new")
        assert self._store.base is not None, "the cache cannot be written"
        self._growth = Growth(file, self._paths, found, self._store, self._clean)
        if begun and self._store.known(begun, self._clean) is None:
            self._store.keep([done_with(begun, cleaned=self._clean, store=self._store)], self._clean)

    # -- from the screen's thread

    def want(self, number: int) -> None:
        """Read this file before all others."""
        self._events.put(_Wanted(number))

    def pause(self) -> bool:
        """Stop reading, or go on with it; True where it is stopped now."""
        self._paused = not self._paused
        self._events.put(_Turned())
        return self._paused

    # -- in the reading thread

    def steps(self) -> Iterator[Progress]:
        """Views of the listing until the whole library is there."""
        growth = self._growth
        assert growth is not None
        growth.take(TICK)
        library = GrowingLibrary(growth.file, self._paths, self._store, self._book, cleaned=self._clean)
        library.reading = self
        yield self._progress(library)
        self._begin()
        grown = False
        shown_at = took_at = time.monotonic()
        while True:
            event = self._next()
            if isinstance(event, _Ended) and event.helper is self._helper:
                whole = opened_now(self._paths, self._clean, self._book)
                if whole is not None:
                    yield Progress(whole, growth.total, growth.total, True)
                    return
                self._stop(NO_INDEX)
            read = self._heed(event)
            now = time.monotonic()
            if now > took_at:
                grown = growth.take(TICK, self._state.done) or grown
                took_at = time.monotonic() + (time.monotonic() - now) / SHARE
            if read or (grown and time.monotonic() - shown_at > GROWS):
                library, grown, shown_at = library.later(), False, time.monotonic()
            yield self._progress(library)

    def _next(self) -> Event | None:
        try:
            return self._events.get(timeout=TICK)
        except Empty:
            return None

    def _heed(self, event: Event | None) -> bool:
        """Do what an event asks for; True where an article that was asked for can be shown now."""
        growth = self._growth
        assert growth is not None
        match event:
            case State():
                self._state = event
                far = f" {event.done:,} of {event.total:,}" if event.total else ""
                self._doing = event.what and event.what + far
            case _Wanted():
                path = growth.path(event.number)
                if path is None:
                    return True
                self._asked.read(event.number, path)
            case _Read():
                growth.put(event.number, event.done.key, event.done.problem)
                return True
            case _Turned():
                if self._paused:
                    self._stop(STOPPED)
                else:
                    self._begin()
        return False

    def _begin(self) -> None:
        """Let another process read what waits."""
        self._doing, self._paused = "", False
        self._helper = Helper(self._paths, self._clean)
        Thread(target=_listen, args=(self._helper, self._events), name="listening", daemon=True).start()

    def _stop(self, why: str) -> None:
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.kill()
        self._state, self._doing, self._paused = State(0, 0), why, True

    def _progress(self, library: GrowingLibrary) -> Progress:
        growth = self._growth
        assert growth is not None
        done = growth.total if self._state.what else min(growth.done, growth.total)
        return Progress(library, done, growth.total, False, self._doing)

    def close(self) -> None:
        """End what was started."""
        self._stop("")
        self._asked.leave()
        if self._growth is not None:
            self._growth.close()
        self._store.close()


def _listen(helper: Helper, events: SimpleQueue[Event]) -> None:
    """Pass on how far another process is, until it ends."""
    for state in helper.states():
        events.put(state)
    helper.end()
    events.put(_Ended(helper))


class _Asked:
    """A thread that has the files read that the person asks for, in a process of their own; of those asked for while it
    is at one, the last."""

    def __init__(self, clean: bool, events: SimpleQueue[Event]) -> None:
        self._clean, self._events = clean, events
        self._next: tuple[int, str] | None = None
        self._over = False
        self._changed = Condition()
        self._thread: Thread | None = None

    def read(self, number: int, path: str) -> None:
        """Read this one next."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="asked", daemon=True)
            self._thread.start()
        with self._changed:
            self._next = (number, path)
            self._changed.notify()

    def leave(self) -> None:
        """Read no further one."""
        with self._changed:
            self._over = True
            self._changed.notify()

    def _run(self) -> None:
        store, aside = Store.of_person(), Aside(self._clean)
        try:
            while (asked := self._wait()) is not None:
                number, path = asked
                done = aside.done_with(path)
                if done.problem is None:
                    try:
                        store.keep([done], self._clean)
                    except sqlite3.Error:
                        continue
                self._events.put(_Read(number, done))
        finally:
            aside.dismiss()
            store.close()

    def _wait(self) -> tuple[int, str] | None:
        with self._changed:
            while self._next is None and not self._over:
                self._changed.wait()
            asked, self._next = self._next, None
            return None if self._over else asked
