"""A framed pane that draws only its visible lines; the three panes and the dialogs are made of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events

from reader.tui.messages import PanePicked
from reader.tui.rendering.lines import Run, Runs, line_of, two_ends, width_of
from reader.tui.rendering.wrap import wrap
from reader.tui.state import PaneName
from reader.tui.theming import Paint
from reader.tui.widgets.drawn import Drawn

WHEEL = 3
"""Lines that a turn of the wheel moves."""


def _framed(width: int, height: int) -> bool:
    """True where so many cells and lines have room for a frame."""
    return height >= 3 and width >= 8


class Pane(Drawn, inherit_css=False):
    """A frame with a title at its left, the state of things at its right, and lines asked for one by one."""

    pane_name: PaneName | None = None
    footed = True
    """False where nothing ever stands in the lower border."""
    paper = "background"

    def __init__(self, paint: Paint, caption: str) -> None:
        super().__init__()
        self.paint = paint
        self.caption = caption
        self.active = False
        """True where it has the keys."""
        self.tabs = False
        """True where it fills the screen and its title names the other panes."""
        self.top = 0
        """The first visible line, counted in whatever the pane counts in."""

    # -- what a pane tells its frame

    def count(self) -> str:
        """The state of things, at the right of the title."""
        return ""

    def foot(self) -> list[Run]:
        """What stands in the lower border."""
        return []

    def line(self, y: int, width: int) -> list[Run]:
        """The runs of a visible line, `y` counted from the frame's inner top."""
        raise NotImplementedError

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return None

    # -- the frame

    @property
    def framed(self) -> bool:
        """True where there is room for a frame."""
        return _framed(*self.outer_size)

    @property
    def inner_width(self) -> int:
        """Cells between the borders."""
        width, height = self.outer_size
        return width - 2 if _framed(width, height) else width

    @property
    def inner_height(self) -> int:
        """Lines between the borders."""
        width, height = self.outer_size
        return height - 2 if _framed(width, height) else height

    def draw(self, y: int) -> Runs:
        """A line of the pane with its piece of the frame."""
        width, height = self.outer_size
        fill = self.paint("text", self.paper)
        if not _framed(width, height):
            return line_of(self.line(y, width), width, fill)
        border, frame = self.paint("accent" if self.active else "border", self.paper), self._frame
        if y == 0:
            return line_of([(frame[0], border), *self._upper(width - 2), (frame[2], border)], width, fill)
        if y == height - 1:
            return line_of([(frame[4], border), *self._lower(width - 2), (frame[5], border)], width, fill)
        return line_of(self.line(y - 1, width - 2), width, fill, (frame[3], border))

    @property
    def _frame(self) -> str:
        """The pieces of the border: a double one has the keys where colours do not tell."""
        return "╔═╗║╚╝" if self.active and self.paint.flat else "╭─╮│╰╯"

    def _upper(self, width: int) -> list[Run]:
        """Title and state, joined by the border."""
        border = self.paint("accent" if self.active else "border", self.paper)
        left = [(" ", border), *self._names(), (" ", border)]
        count = self.count()
        right = [(f" {count} ", self.paint("accent" if self.active else "muted", self.paper))] if count else []
        if width < sum(width_of(words) for words, _ in left + right) + 1:
            right = []
        return [*two_ends(left, right, width - 1, border, self._frame[1]), (self._frame[1], border)]

    def _names(self) -> list[Run]:
        """The pane's name; where it fills the screen, the names of all three with their keys."""
        if not self.tabs:
            return [(self.caption, self.paint("accent" if self.active else "muted", self.paper, bold=self.active))]
        runs: list[Run] = []
        for number, name in enumerate(("Sources", "Article", "Quotes"), 1):
            here = name == self.caption
            style = self.paint("accent" if here else "muted", self.paper, bold=here)
            runs += [(f"{number} {name}", style)] + ([("  ", self.paint("muted", self.paper))] if number < 3 else [])
        return runs

    def _lower(self, width: int) -> list[Run]:
        """The lower border with what the pane puts there."""
        border = self.paint("accent" if self.active else "border", self.paper)
        foot = self.foot()
        room = width - sum(width_of(words) for words, _ in foot)
        if not foot or room < 2:
            return [(self._frame[1] * width, border)]
        return [(self._frame[1] * (room - 1), border), *foot, (self._frame[1], border)]

    def centred(self, words: str, y: int, width: int) -> list[Run]:
        """A calm sentence in the middle, on as many lines as it takes: the line `y` of it."""
        starts = wrap(words, 0, len(words), max(1, width - 4))
        at = y - (self.inner_height - len(starts)) // 2
        if not 0 <= at < len(starts):
            return []
        line = words[starts[at] : [*starts, len(words)][at + 1]].rstrip()
        gap = max(0, width - width_of(line)) // 2
        return [(" " * gap, self.paint("text", self.paper)), (line, self.paint("muted", self.paper))]

    # -- repainting

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw some inner lines anew, those that are visible."""
        offset, height = (1 if self.framed else 0), self.inner_height
        self.redraw_lines(y + offset for y in lines if 0 <= y < height)

    def redraw_frame(self) -> None:
        """Draw the upper border anew, and the lower one where something stands in it."""
        if self.framed:
            self.redraw_lines((0, self.outer_size.height - 1) if self.footed else (0,))

    def repaint(self, paint: Paint) -> None:
        """Draw in the colours of another theme from now on."""
        self.paint = paint
        self.refresh()

    def dress(self, active: bool, tabs: bool) -> None:
        """Draw as the pane that has the keys, or not; with tabs, or not."""
        if (active, tabs) != (self.active, self.tabs):
            self.active, self.tabs = active, tabs
            self.refresh()

    # -- the mouse

    def scroll_lines(self, step: int) -> None:
        """Move what is visible."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the pane under it."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the pane under it."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click gives the pane the keys and goes to what was clicked."""
        event.stop()
        if self.pane_name:
            self.post_message(PanePicked(self.pane_name))
        offset = 1 if self.framed else 0
        if 0 <= event.y - offset < self.inner_height:
            self.clicked(event.x - offset, event.y - offset)

    def clicked(self, x: int, y: int) -> None:
        """Go to what stands at a cell inside the frame."""
