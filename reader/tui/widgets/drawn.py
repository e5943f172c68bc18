"""A widget that keeps the lines it has drawn and has only those painted that are others than before.

Textual's own cache of lines asks the style sheets at every line and filters all lines at every paint; ours have no
style sheet, so a line is drawn and filtered once and then kept until it may have changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from typing import Self

NO_COLOR = Color(0, 0, 0)
FEW = 12
"""Changed lines up to which the end of a line that stayed the same is left out: fewer bytes, but it takes its time."""


class Drawn(Widget, can_focus=False, inherit_css=False):
    """Lines asked for one by one through `render_line`."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[int, Strip] = {}
        """Lines as they are on the screen, or will be with the next paint."""
        self._old: set[int] | None = set()
        """Lines that may have changed since; None for all of them."""
        self._kept_at = (0, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines to be painted: those kept, and others that were never drawn."""
        size = (self.outer_size.width, self.outer_size.height)
        if size != self._kept_at:
            self._kept, self._old, self._kept_at = {}, set(), size
        kept = self._kept
        for y in crop.line_range:
            if y not in kept:
                kept[y] = self._line_now(y)
        strips = [kept[y] for y in crop.line_range]
        if crop.column_span != (0, size[0]):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _line_now(self, y: int) -> Strip:
        """A line, filtered as all that goes out is."""
        strip = self.render_line(y)
        for line_filter in self.get_line_filters():
            segments = list(strip)
            filtered = line_filter.apply(segments, NO_COLOR)
            if filtered is not segments:
                strip = Strip(filtered, strip.cell_length)
        return strip

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw some lines anew, counted from the widget's top."""
        if self._old is not None:
            self._old.update(lines)
        self.check_idle()

    def forget(self) -> None:
        """Draw every line anew when it is next asked for."""
        self._kept.clear()

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
        self.check_idle()
        return self

    def on_idle(self) -> None:
        """Compare what is drawn now with what was, and have the difference painted."""
        if self._old is not None and not self._old:
            return
        width, height = self.outer_size
        old, self._old = self._old, set()
        if (width, height) != self._kept_at or not self.is_on_screen:
            self._kept.clear()
            super().refresh()
            return
        changed: list[tuple[int, Strip, Strip]] = []
        for y in sorted(self._kept) if old is None else sorted(old & self._kept.keys()):
            if y >= height:
                continue
            strip, before = self._line_now(y), self._kept[y]
            if strip != before:
                changed.append((y, before, strip))
                self._kept[y] = strip
        if len(changed) > FEW:
            super().refresh(*(Region(0, y, width, 1) for y, *_ in changed))
        elif changed:
            super().refresh(*(Region(0, y, width - _alike(before, strip), 1) for y, before, strip in changed))


def _alike(one: Strip, other: Strip) -> int:
    """How many cells at the end of two lines are the same."""
    cells = 0
    for left, right in zip(reversed(list(one)), reversed(list(other)), strict=False):
        if left.style != right.style:
            break
        if left.text != right.text:
            if not left.text.strip(" ") and not right.text.strip(" "):
                cells += min(len(left.text), len(right.text))
            break
        cells += left.cell_length
    return cells
