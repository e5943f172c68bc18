"""A view of utterances as the outlets report them, one version under the other, what differs marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model.spans import Span
from reader.tui.rendering.flowing import flow
from reader.tui.rendering.lines import Run, clip, two_ends, width_of
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.theming import Paint
from reader.tui.widgets.view import Place, View


class Word(NamedTuple):
    """Some words and the theme colour they are drawn in."""

    text: str
    ink: str
    bold: bool = False
    italic: bool = False


class Telling(NamedTuple):
    """One version, or a remark on all."""

    head: str = ""
    """Outlet, date, cue; empty for a remark."""
    note: str = ""
    words: tuple[Word, ...] = ()
    warning: str = ""
    heading: str = ""
    """Stands above it: of what this is a version."""
    place: Place | None = None
    target: tuple[str, Span] | None = None
    """Where enter goes to where it is no quote."""

    @property
    def reachable(self) -> bool:
        """True where the cursor can stand on it."""
        return self.place is not None or self.target is not None


class Compared(NamedTuple):
    """The versions of one or more utterances, and the same as a table."""

    tellings: Sequence[Telling]
    table: Table
    speaker: str | None = None
    """Id of who said it."""


class Versions(View[Compared]):
    """Versions wrapped in full; the cursor goes from one to the next."""

    def __init__(self, paint: Paint, caption: str, source: Callable[[Scene], Compared], at: Place | None = None,
                 name: str = "comparison") -> None:  # fmt: skip
        """Args: at: the quote whose version the cursor stands on first."""
        super().__init__(paint, caption, name, source)
        self._wanted: Place | None = at
        self._blocks: list[list[list[Run]]] = []
        self._starts: list[int] = [0]
        self._laid: tuple[int, int, Paint] | None = None

    def take(self, content: Compared) -> None:
        """Show other versions; the cursor stays on its quote."""
        wanted = self._wanted or self.place
        super().take(content)
        self._laid, self._wanted = None, None
        at = [i for i, telling in enumerate(content.tellings) if telling.place and telling.place == wanted]
        self.cursor = at[0] if at else min(self.cursor, self.last)
        self._keep_visible()

    def _lay(self) -> None:
        """Wrap everything at the present width."""
        wanted = (self.inner_width, self.cursor, self.paint)
        if self._laid == wanted or self.content is None:
            return
        self._laid = wanted
        self._blocks = [self._block(t, i == self.cursor) for i, t in enumerate(self.content.tellings)]
        self._starts = [0, *accumulate(len(block) for block in self._blocks)]

    def _block(self, telling: Telling, here: bool) -> list[list[Run]]:
        """The lines of one version."""
        width = self.inner_width
        here = here and telling.reachable
        paper = "cursor" if here else self.paper
        fill = self.paint("text", paper)
        edge: Run = ("▌" if here else " ", self.paint("accent", paper))
        lines: list[list[Run]] = []
        if telling.heading:
            heading = self._flowed((Word(telling.heading, "heading", bold=True),), width - 4, self.paper)
            lines += [[(" ", self.paint()), *runs] for runs in heading] + [[]]
        body: list[list[Run]] = []
        if telling.head:
            note: list[Run] = [(f"{telling.note} ", self.paint("muted", paper))] if telling.note else []
            room = max(4, width - 4 - width_of(telling.note))
            body.append([("  ", fill), (clip(telling.head, room), self.paint("accent", paper, bold=True)), *note])
            body[-1] = two_ends(body[-1][:2], note, width - 1, fill)
        indent = "    " if telling.head else "  "
        body += [[(indent, fill), *runs] for runs in self._flowed(telling.words, width - 8, paper)]
        if telling.warning:
            warning = (Word(f"! {telling.warning}", "warning", bold=True),)
            body += [[(indent, fill), *runs] for runs in self._flowed(warning, width - 8, paper)]
        lines += [[edge, *two_ends(runs, [], width - 1, fill)] for runs in body]
        return [*lines, []]

    def _flowed(self, words: Sequence[Word], width: int, paper: str) -> list[list[Run]]:
        runs = [(w.text, self.paint(w.ink, paper, bold=w.bold, italic=w.italic)) for w in words]
        return flow(runs, max(8, width)) if runs else []

    # -- drawing

    def count(self) -> str:
        """Place and number of the versions."""
        return f"{self.cursor + 1:,}/{self.last + 1:,}" if self.content else ""

    def line(self, y: int, width: int) -> list[Run]:
        """A wrapped line."""
        if self.content is None or self.problem:
            return self.centred(self.waiting(), y, width)
        self._lay()
        at = self.top + y
        place = next((i for i in range(len(self._blocks)) if self._starts[i] <= at < self._starts[i + 1]), None)
        return self._blocks[place][at - self._starts[place]] if place is not None else []

    # -- the cursor

    @property
    def last(self) -> int:
        """The last version."""
        tellings = self.content.tellings if self.content else ()
        return max((i for i, telling in enumerate(tellings) if telling.reachable), default=0)

    def _keep_visible(self) -> None:
        self._lay()
        if not self._blocks:
            return
        end = self._starts[-1] if self.cursor == self.last else self._starts[self.cursor + 1]
        first = self._starts[self.cursor]
        self.top = min(max(end - self.inner_height, self.top), first)
        self.top = max(0, min(self.top, self._starts[-1] - self.inner_height))

    def page_step(self) -> int:
        """Versions on a page."""
        return 2

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self._starts[self.cursor] - self.top if self._blocks else None

    def clicked(self, x: int, y: int) -> None:
        """Go to the version that was clicked."""
        at = self.top + y
        self.go(next((i for i in range(len(self._blocks)) if self._starts[i] <= at < self._starts[i + 1]), 0))

    def on_resize(self) -> None:
        """Wrap at the new width."""
        self._keep_visible()
        self.refresh()

    def foot(self) -> list[Run]:
        """What the marks mean."""
        if self.inner_width < 76:
            return super().foot()
        signs = (("[-left out-] ", "error"), ("{+added+} ", "good"), ("⟨cut⟩ ", "warning"), ("[inserted] ", "accent"))
        return [(" ", self.paint()), *((words, self.paint(ink)) for words, ink in signs)]

    # -- what it tells the commands

    @property
    def place(self) -> Place | None:
        """The quote under the cursor."""
        tellings = self.content.tellings if self.content else ()
        return tellings[self.cursor].place if self.cursor < len(tellings) else None

    def places(self) -> Sequence[Place]:
        """The quotes of all versions."""
        return [telling.place for telling in (self.content.tellings if self.content else ()) if telling.place]

    @property
    def target(self) -> tuple[str, Span] | None:
        """What enter goes to where it is no quote."""
        tellings = self.content.tellings if self.content else ()
        return tellings[self.cursor].target if self.cursor < len(tellings) else None

    @property
    def speaker(self) -> str | None:
        """Who said it."""
        return self.content.speaker if self.content else None

    def table(self) -> Table:
        """All versions."""
        return self.content.table if self.content else Table((), ())
