"""Threads beside the screen: one reads the library and the marks, one saves the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from reader.library.library import Library
from reader.model.problems import Problem, ReaderError
from reader.tui.marking import Marks
from reader.tui.messages import LibraryGrew, MarksOpened, Said, fault

if TYPE_CHECKING:
    from reader.library.open import Progress
    from reader.marks.book import MarkBook

Post = Callable[[Message], object]
Steps = Callable[[Sequence[str]], "Iterator[Progress]"]
"""Views of a library while its paths are read."""
PATIENCE = 1.0
"""Seconds that reading waits for the first article to be on the screen."""


class Opening:
    """Reads paths in a thread and posts what it has so far; the first article first."""

    def __init__(self, paths: Sequence[str], post: Post, steps: Steps | None = None) -> None:
        """Args: steps: what reads the paths, reader.library's open_steps unless given."""
        self.painted = Event()
        """Set once the first article is on the screen: nothing else is read before."""
        self.stopped = Event()
        self._paths, self._post, self._steps = paths, post, steps
        self._thread = Thread(target=self._run, name="opening", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Read no further file."""
        self.stopped.set()
        self.painted.set()

    def _run(self) -> None:
        try:
            self._read()
        except Exception as error:
            self._post(Said(f"Reading stopped: {type(error).__name__}: {error}", "error"))

    def _read(self) -> None:
        steps = self._steps or _steps()
        book: MarkBook | None = None
        library: Library | None = None
        for progress in steps(self._paths):
            library = progress.library
            self._post(LibraryGrew(progress))
            if self.stopped.is_set():
                return
            if book is None and library.keys:
                self.painted.wait(PATIENCE)
                book = self._open_book()
        if library is not None:
            book = book or self._open_book()
            book.attach(book.ref(analysis.article) for _, analysis in library.items())
            self._post(MarksOpened(book))

    def _open_book(self) -> MarkBook:
        from reader.marks.book import MarkBook

        book = MarkBook.open(self._paths)
        self._post(MarksOpened(book))
        if book.problem:
            self._post(fault(book.problem))
        return book


def _steps() -> Steps:
    """The real thing, imported when first asked for: it brings all stages with it."""
    from reader.library.open import open_steps

    return open_steps


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
        while (mark := self._marks.waiting.get()) is not None:
            try:
                book.change(mark)
            except ReaderError as error:
                self._post(fault(error.problem))
            except Exception as error:
                where = Problem(str(book.where), f"could not be saved ({error})", "it is kept in memory")
                self._post(fault(where))
