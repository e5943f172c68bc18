"""What widgets and workers tell the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message

from reader.model.problems import Problem
from reader.model.spans import Span
from reader.tui.state import PaneName, Within

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.library.open import Progress
    from reader.library.session import Session
    from reader.marks.book import MarkBook
    from reader.tui.scene import Scene
    from reader.tui.widgets.chooser import Choice
    from reader.tui.widgets.overlay import Overlay

Severity = Literal["information", "warning", "error"]


class PanePicked(Message):
    """The mouse asks for a pane."""

    def __init__(self, pane: PaneName) -> None:
        super().__init__()
        self.pane = pane


class Dragged(Message):
    """The border of a pane at the side is dragged with the mouse."""

    def __init__(self, pane: PaneName, x: int, done: bool) -> None:
        """Args: x: column of the screen; done: it was let go there."""
        super().__init__()
        self.pane = pane
        self.x = x
        self.done = done


class ArticlePicked(Message):
    """The cursor of the sources came to another row."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class PlaceMoved(Message):
    """The cursor of the article came to another place."""

    def __init__(self, at: int, line: Span) -> None:
        """Args: at: offset in the article's text; line: what the cursor's line shows of it."""
        super().__init__()
        self.at = at
        self.line = line


class QuotePicked(Message):
    """The cursor of the quotes came to another quote."""

    def __init__(self, quote: int) -> None:
        """Args: quote: index among the article's quotes."""
        super().__init__()
        self.quote = quote


class Selected(Message):
    """Text of the open article was selected with the mouse."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class Clicked(Message):
    """A place in the open article was clicked."""

    def __init__(self, at: int) -> None:
        """Args: at: offset in the article's text."""
        super().__init__()
        self.at = at


class SearchTyped(Message):
    """What is looked for in the article changed, or was settled."""

    def __init__(self, text: str, settled: bool) -> None:
        super().__init__()
        self.text = text
        self.settled = settled


class Matched(Message):
    """A search that takes its time has been looked for in an article."""

    def __init__(self, key: str, search: str) -> None:
        super().__init__()
        self.key = key
        self.search = search


class Chosen(Message):
    """A choice was taken in a dialog."""

    def __init__(self, chooser: Overlay, choice: Choice | None, typed: str, stay: bool) -> None:
        """Args: choice: None where nothing matches what was typed; stay: the dialog is to stay open."""
        super().__init__()
        self.chooser = chooser
        self.choice = choice
        self.typed = typed
        self.stay = stay


class Fetched(Message):
    """A long article can be shown at once now."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class Offered(Message):
    """The choices for what was typed in a dialog have been found."""

    def __init__(self, typed: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.typed = typed
        self.choices = choices


class Made(Message):
    """The content of a view has been made."""

    def __init__(self, scene: Scene, content: Any, problem: str = "") -> None:
        """Args: scene: what it was made from; problem: why there is none."""
        super().__init__()
        self.scene = scene
        self.content = content
        self.problem = problem


class SessionRead(Message):
    """The last session in this folder has been read."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class FoundAgain(Message):
    """What a search finds that was kept as a filter when the person left."""

    def __init__(self, within: Within) -> None:
        super().__init__()
        self.within = within


class LibraryGrew(Message):
    """More of the library has been read."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress


class Rereading(Message):
    """Files have changed and are being read again."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class LibraryChanged(Message):
    """The library as it is since files have changed."""

    def __init__(self, progress: Progress, what: str) -> None:
        """Args: what: which changes, in words; empty where names were compared across it."""
        super().__init__()
        self.progress = progress
        self.what = what


class ThemeChanged(Message):
    """The person's own theme that is in force was written anew."""


class Corrected(Message):
    """The book holds corrections that the library does not have yet."""


class Recomposed(Message):
    """The library with the corrections."""

    def __init__(self, library: Library | None, problem: str = "", *, more: bool = False) -> None:
        """Args: library: None where there is no other than before; problem: why; more: this is not the last view."""
        super().__init__()
        self.more = more
        self.library = library
        self.problem = problem


class MarksOpened(Message):
    """The person's marks have been read."""

    def __init__(self, book: MarkBook) -> None:
        super().__init__()
        self.book = book


class Said(Message):
    """Something to be told in a toast."""

    def __init__(self, text: str, severity: Severity = "information") -> None:
        super().__init__()
        self.text = text
        self.severity = severity


def fault(problem: Problem) -> Said:
    """A problem as a toast."""
    return Said(str(problem), "error" if problem.fatal else "warning")
