"""A widget that keeps the lines it has drawn and has only what is another than before painted.

Textual's way of painting asks the style sheets at every line, cuts every line where any widget begins and filters all
of it anew. Ours have no style sheet: a line is drawn and filtered once, kept until it may have changed, compared with
what is drawn then, and `reader.tui.painting` tells the terminal the difference. Textual paints the same lines where the
layout changes, and where somebody asks it for the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.rendering.lines import Line, Runs, guarded, strip_of

if TYPE_CHECKING:
    from typing import Self

    from reader.tui.screens.room import ReadingRoom


class Drawn(Widget, can_focus=False, inherit_css=False):
    """Lines asked for one by one through `draw`."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[int, Line] = {}
        """Lines as they were drawn last."""
        self._old: set[int] | None = set()
        """Lines that may have changed since; None for all of them."""
        self._kept_at = (0, 0)
        self._news: set[int] = set()
        """Lines that were drawn anew and not yet painted."""

    def draw(self, y: int) -> Runs:
        """A line of the widget."""
        raise NotImplementedError

    # -- for Textual

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are now."""
        width = self.outer_size.width
        strips = [strip_of(self.line_at(y), width) for y in crop.line_range]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew what may have changed; what has not is not painted."""
        if not self.is_mounted:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if layout or recompose:
            super().refresh(repaint=False, layout=layout, recompose=recompose)
        if regions:
            self.redraw_lines(y for region in regions for y in region.line_range)
        elif repaint:
            self._old = None
            self._soon()
        return self

    # -- what has changed

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw some lines anew, counted from the widget's top."""
        if self._old is not None:
            self._old.update(lines)
        self._soon()

    def forget(self) -> None:
        """Draw every line anew when it is next asked for."""
        self._kept.clear()
        self._news.clear()
        self._old = set()

    def _soon(self) -> None:
        if self.is_mounted:
            cast("ReadingRoom", self.screen).painter.soon(self)

    def _catch_up(self) -> None:
        """Draw anew what may have changed; at another size, all of it when it is asked for."""
        size = (self.outer_size.width, self.outer_size.height)
        if size != self._kept_at:
            self.forget()
            self._kept_at = size
        old, self._old = self._old, set()
        if old is not None and not old:
            return
        kept, height = self._kept, size[1]
        for y in sorted(kept) if old is None else sorted(old & kept.keys()):
            if y < height:
                line = guarded(self.draw(y))
                if line != kept[y]:
                    self._news.add(y)
                    kept[y] = line

    def line_at(self, y: int) -> Line:
        """A line as it is now."""
        self._catch_up()
        line = self._kept.get(y)
        if line is None:
            line = self._kept[y] = guarded(self.draw(y))
        return line

    def news(self) -> Iterable[int]:
        """The lines that are to be painted anew; they count as painted from then on."""
        self._catch_up()
        news, self._news = self._news, set()
        return news if self._kept else range(self.outer_size.height)
