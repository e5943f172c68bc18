"""Speakers by outlets: a table whose cells can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.library.matrix import Cell, Matrix
from reader.tui.commands import key_of
from reader.tui.rendering.lines import Run, clip, pad, width_of
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.theming import Paint, follow_ink
from reader.tui.widgets.view import View

SHADES = " ░▒▓█"
"""How much of the largest count a cell has, in quarters."""
NARROWEST = 12
"""Cells of an outlet's column at least."""


class Grid(View[Matrix]):
    """A row a speaker, a column an outlet, in every cell quotes + mentions and a shade."""

    surveys = True

    def __init__(self, paint: Paint, caption: str, name: str, source: Callable[[Scene], Matrix]) -> None:
        super().__init__(paint, caption, name, source)
        self.column = 0
        self.left = 0
        """The first visible column."""

    def take(self, content: Matrix) -> None:
        """Show another matrix; the cursor stays on its speaker."""
        here = self.speaker
        super().take(content)
        rows = [speaker.id for speaker, _ in content.rows]
        self.go(rows.index(here) if here in rows else self.cursor)
        self.column = max(0, min(self.column, len(content.outlets) - 1))

    # -- measures

    @property
    def _name_width(self) -> int:
        return max(14, min(30, self.inner_width // 4))

    def _shown(self) -> tuple[range, int]:
        """The visible columns and the cells of each."""
        count = len(self.content.outlets) if self.content else 0
        room = max(1, self.inner_width - self._name_width - 4)
        fitting = max(1, min(count, room // NARROWEST))
        left = max(self.column - fitting + 1, min(self.left, self.column))
        self.left = max(0, min(left, count - fitting))
        return range(self.left, min(count, self.left + fitting)), min(24, room // fitting)

    # -- drawing

    def count(self) -> str:
        """Place and number of the speakers, and which outlets are in sight."""
        if not self.content or not self.content.rows:
            return ""
        columns, _ = self._shown()
        outlets = len(self.content.outlets)
        part = f"outlets {columns.start + 1}–{columns.stop} of {outlets} · " if len(columns) < outlets else ""
        return f"{part}{self.cursor + 1:,}/{len(self.content.rows):,}"

    def line(self, y: int, width: int) -> list[Run]:
        """The outlets, the rows, and at the foot what the cursor stands on."""
        matrix = self.content
        if matrix is None or not matrix.rows:
            empty = (
                f"No followed speaker here. {key_of('view_only')} shows all."
                if self.only
                else "Nobody speaks here. esc goes back."
            )
            return self.centred(self.waiting() if matrix is None or self.problem else empty, y, width)
        if y == 0:
            return self._heads(matrix)
        if y == self.inner_height - 1:
            return self._said(matrix, width)
        place = self.top + y - 1
        return self._row(matrix, place, width) if place < len(matrix.rows) else []

    def _heads(self, matrix: Matrix) -> list[Run]:
        columns, size = self._shown()
        runs: list[Run] = [(" " * (self._name_width + 4), self.paint("muted"))]
        for column in columns:
            ink = "accent" if column == self.column else "heading"
            name = pad(plain_outlet(matrix.outlets[column]), size - 2)
            runs.append((name + "  ", self.paint(ink, bold=True)))
        return runs

    def _row(self, matrix: Matrix, place: int, width: int) -> list[Run]:
        speaker, cells = matrix.rows[place]
        here = place == self.cursor
        paper = "cursor" if here else self.paper
        letter = self.scene.letter(speaker.id) if self.scene else ""
        ink = follow_ink(letter) if letter else "speaker" if here else "text"
        edge = ("▌" if letter or here else " ", self.paint(follow_ink(letter) if letter else "accent", paper))
        name = pad(speaker.name, self._name_width)
        runs: list[Run] = [edge, (f"{letter:1} {name} ", self.paint(ink, paper, bold=bool(letter)))]
        columns, size = self._shown()
        most = self._most(cells_of(matrix))
        for column in columns:
            chosen = here and column == self.column
            runs += self._cell(cells[column], most, size, ("on_accent", "accent") if chosen else ("", paper), letter)
        return [*runs, (" " * width, self.paint("text", paper))]

    def _cell(self, cell: Cell, most: int, size: int, look: tuple[str, str], letter: str) -> list[Run]:
        ink, paper = look
        if not cell.total:
            return [(pad("·", size), self.paint(ink or "faint", paper))]
        shade = SHADES[min(4, 1 + cell.total * 4 // (most + 1))]
        words = f"{cell.quotes}q" * bool(cell.quotes) + f" {cell.mentions}n" * bool(cell.mentions)
        words = words.strip()
        tint = ink or (follow_ink(letter) if letter else "quote")
        return [(f"{shade}{shade} ", self.paint(tint, paper)), (pad(words, size - 3), self.paint(ink or "text", paper))]

    def _most(self, cells: Sequence[Cell]) -> int:
        return max((cell.total for cell in cells), default=1)

    def _said(self, matrix: Matrix, width: int) -> list[Run]:
        """The cell under the cursor in words."""
        speaker, cells = matrix.rows[self.cursor]
        cell = cells[self.column]
        outlet = plain_outlet(matrix.outlets[self.column])
        counts = f"{many(cell.quotes, 'quote')}, {many(cell.mentions, 'mention')}"
        names = clip(f"{speaker.name} in {outlet}", max(8, width - width_of(counts) - 6))
        return [("  ", self.paint()), (f"{names}: ", self.paint("muted")), (counts, self.paint("text"))]

    # -- the cursor

    @property
    def last(self) -> int:
        """The last row."""
        return max(0, len(self.content.rows) - 1) if self.content else 0

    def _keep_visible(self) -> None:
        height = max(1, self.inner_height - 2)
        self.top = max(0, self.cursor - height + 1, min(self.top, self.cursor))

    def shift(self, step: int) -> bool:
        """To another outlet."""
        if self.content and self.content.outlets:
            self.column = max(0, min(self.column + step, len(self.content.outlets) - 1))
            self.refresh()
        return True

    def page_step(self) -> int:
        """Rows on a page."""
        return max(1, self.inner_height - 3)

    def step_lit(self, step: int) -> bool:
        """To the next followed speaker."""
        if not self.content or not self.scene:
            return False
        lit = [i for i, (speaker, _) in enumerate(self.content.rows) if self.scene.letter(speaker.id)]
        ahead = [i for i in lit if (i > self.cursor if step > 0 else i < self.cursor)]
        if ahead:
            self.go(ahead[0] if step > 0 else ahead[-1])
        return bool(ahead)

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self.cursor - self.top + 1

    def clicked(self, x: int, y: int) -> None:
        """Go to the cell that was clicked."""
        if self.content and 0 < y < self.inner_height - 1:
            columns, size = self._shown()
            if x >= self._name_width + 4:
                self.column = min(columns.stop - 1, columns.start + (x - self._name_width - 4) // size)
            self.go(self.top + y - 1)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.go(self.cursor)

    # -- what it tells the commands

    @property
    def speaker(self) -> str | None:
        """The row's speaker."""
        return self.content.rows[self.cursor][0].id if self.content and self.content.rows else None

    @property
    def outlet(self) -> str:
        """The column's outlet, as the library calls it."""
        return self.content.outlets[self.column] if self.content and self.content.outlets else ""

    @property
    def cell(self) -> Cell | None:
        """The counts under the cursor."""
        rows = self.content.rows if self.content else ()
        return rows[self.cursor][1][self.column] if rows and rows[self.cursor][1] else None

    def table(self) -> Table:
        """The whole matrix, counts as quotes+mentions."""
        if self.content is None:
            return Table((), ())
        rows = [
            (speaker.name, *(f"{c.quotes}+{c.mentions}" if c.total else "" for c in cells))
            for speaker, cells in self.content.rows
        ]
        return Table(("speaker (quotes+mentions)", *map(plain_outlet, self.content.outlets)), rows)


def cells_of(matrix: Matrix) -> list[Cell]:
    """All cells."""
    return [cell for _, cells in matrix.rows for cell in cells]


def plain_outlet(name: str) -> str:
    """An outlet's name; of one that goes by its file, the name without its ending."""
    return name.rsplit(".", 1)[0] if name.endswith((".txt", ".md", ".html")) else name


def many(number: int, noun: str) -> str:
    """A number of things: "1 quote", "2,000 quotes"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
