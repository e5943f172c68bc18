"""Threads beside the screen: one reads the library and the marks, one saves the marks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from queue import Empty
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from reader.library.library import from_index
from reader.marks.marks import Acts
from reader.model.problems import Problem, ReaderError
from reader.tui.marking import Marks, corrections
from reader.tui.messages import (
    Corrected,
    LibraryChanged,
    LibraryGrew,
    MarksOpened,
    Recomposed,
    Rereading,
    Said,
    SessionRead,
    ThemeChanged,
    fault,
)

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.library.library import Library
    from reader.library.open import Progress
    from reader.marks.book import MarkBook

Post = Callable[[Message], object]
Steps = Callable[[Sequence[str]], "Iterator[Progress]"]
"""Views of a library while its paths are read."""
QUIET = 2.0
"""Seconds without an act after which the YAML of a large book follows its journal."""
LONGEST = 60.0
"""Seconds between two trials to save what could not be saved; the first come sooner."""
PATIENCE = 1.0
"""Seconds that reading waits for the first article to be on the screen."""


class Opening:
    """Reads paths in a thread and posts what it has so far; the first article first."""

    def __init__(self, paths: Sequence[str], post: Post, steps: Steps | None = None) -> None:
        """Args: steps: what reads the paths, reader.library's open_steps unless given."""
        self.painted = Event()
        """Set once the first article is on the screen: nothing else is read before."""
        self.stopped = Event()
        self.fresh = False
        """The last session is left alone."""
        self._paths, self._post, self._steps = paths, post, steps
        self.theme: Callable[[], Path | None] = lambda: None
        """The file of the theme in force, where it is the person's own."""
        self._thread = Thread(target=self._run, name="opening", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Read no further file."""
        self.stopped.set()
        self.painted.set()

    def _session(self) -> str | None:
        """Read the last session, unless a fresh one is wanted; the file to read before all others."""
        if self.fresh:
            return None
        from reader.library.session import load_session

        session, problem = load_session(self._paths)
        if problem:
            self._post(Said(problem, "warning"))
        self._post(SessionRead(session))
        return os.path.join(self._paths[0], session.file) if session.article and self._paths else None

    def _run(self) -> None:
        try:
            self._read()
        except Exception as error:
            self._post(Said(f"Reading stopped: {type(error).__name__}: {error}", "error"))

    def _read(self) -> None:
        """Read everything: the first view with an empty book, since YAML would come before the first article."""
        from reader.marks.book import MarkBook

        since = time.time_ns()
        first = self._session()
        book = MarkBook.unread(self._paths)
        steps = self._steps or _steps(book, first)
        library: Library | None = None
        opened = False
        before: Progress | None = None
        for progress in steps(self._paths):
            if self.stopped.is_set():
                return
            if progress != before:
                self._post(LibraryGrew(progress))
            library, before = progress.library, progress
            if not opened and library.keys:
                self.painted.wait(PATIENCE)
                self._read_book(book, late=progress.resolved)
                opened = True
        if library is not None:
            if not opened:
                self._read_book(book, late=False)
            library.attach(book)
            self._post(MarksOpened(book))
        if self._steps is None:
            self._watch(library, book, since)

    def _watch(self, library: Library | None, book: MarkBook, since: int) -> None:
        """Look for changes until the end. Args: since: when reading began, in nanoseconds."""
        if library is not None and from_index(library):
            from reader.tui.tending import Tending
            from reader.tui.watching import ThemeWatch

            theme = ThemeWatch(self.theme, self._themed)
            Tending(library, self._paths, book, self.stopped, since, partial(self._changed, book), theme).run()
            return
        from reader.tui.watching import Watching

        Watching(
            self._paths, self.stopped, since, partial(self._read_again, book), self.theme,
            self._themed,
        ).run()  # fmt: skip

    def _changed(self, book: MarkBook, library: IndexedLibrary, what: str) -> None:
        """Show a large library as its index has it now."""
        from reader.library.open import Progress

        count = len(library.rows)
        self._post(LibraryChanged(Progress(library, count, count, True), what))
        self._post(MarksOpened(book))

    def _themed(self, file: Path) -> None:
        self._post(ThemeChanged())

    def _read_again(self, book: MarkBook, what: object) -> None:
        """Read the library anew, most of it from the cache; it is shown when it is whole."""
        last: Progress | None = None
        for progress in _steps(book, None)(self._paths):
            if self.stopped.is_set():
                return
            last = progress
            self._post(Rereading(progress.done, progress.total))
        if last is not None:
            last.library.attach(book)
            self._post(LibraryChanged(last, str(what)))
            self._post(MarksOpened(book))

    def _read_book(self, book: MarkBook, *, late: bool) -> None:
        """Read the marks. Args: late: the library was complete before, so corrections are not in it yet."""
        book.read()
        book.bring_home()
        self._post(MarksOpened(book))
        if book.problem:
            self._post(fault(book.problem))
        if late and (book.acts.corrections != Acts().corrections or any(map(corrections, book.marks()))):
            self._post(Corrected())


def _steps(book: MarkBook, first: str | None) -> Steps:
    """The real thing, imported when first asked for: it brings all stages with it."""
    from functools import partial

    from reader.library.open import open_steps

    return partial(open_steps, first=first, book=book)


class Recomposing:
    """Applies corrections to the library in a thread, once more where something was corrected meanwhile."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.running = False
        self._again = False

    def ask(self, library: Library, book: MarkBook) -> None:
        """Bring a library up to date; posts Recomposed. To be called by the screen alone."""
        if self.running:
            self._again = True
            return
        self.running = True
        Thread(target=self._run, args=(library, book), name="recomposing", daemon=True).start()

    def finished(self) -> bool:
        """Note the end of one run; True where another is due."""
        again, self.running, self._again = self._again, False, False
        return again

    def _run(self, library: Library, book: MarkBook) -> None:
        from reader.library.composing import composed_again

        try:
            for view in composed_again(library, book):
                self._post(Recomposed(view, more=True))
            self._post(Recomposed(None))
        except Exception as error:
            self._post(Recomposed(None, f"The correction could not be applied: {type(error).__name__}: {error}"))


class Saving:
    """Saves changed marks in a thread, one after the other; a failure is told and the mark stays in memory."""

    def __init__(self, marks: Marks, post: Post) -> None:
        self._marks, self._post = marks, post
        self._thread: Thread | None = None

    def start(self, book: MarkBook) -> None:
        """Begin, once; a later call changes nothing."""
        if self._thread is None:
            self._thread = Thread(target=self._run, args=(book,), name="saving", daemon=True)
            self._thread.start()

    def finish(self, seconds: float = 5.0) -> None:
        """Wait until all is saved."""
        if self._thread is not None:
            self._marks.waiting.put(None)
            self._thread.join(seconds)

    def _run(self, book: MarkBook) -> None:
        wait: float | None = None
        refused = ""
        while True:
            try:
                change = self._marks.waiting.get(timeout=wait)
            except Empty:
                again = self._keep(book, book.follow, refused)
                wait = min(LONGEST, 2 * (wait or QUIET)) if again else None
            else:
                if change is None:
                    return
                again = self._keep(book, partial(book.change_all, change.marks, change.acts), "")
                wait = QUIET
                if change.corrects:
                    self._post(Corrected())
            if refused and not again:
                self._post(Said("Your marks are saved now."))
            refused = again

    def _keep(self, book: MarkBook, save: Callable[[], None], told: str) -> str:
        """Save; a failure is told unless it was `told` before. Gives its sentence, empty where all is well."""
        try:
            save()
        except ReaderError as error:
            problem = error.problem
        except Exception as error:
            problem = Problem(str(book.where), f"could not be saved ({error})", "it is kept in memory")
        else:
            return ""
        if str(problem) != told:
            self._post(fault(problem))
        return str(problem)
