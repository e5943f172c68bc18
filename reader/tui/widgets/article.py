"""The open article: its cleaned text at a readable measure, drawn line by line from offsets."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from reader.model.articles import Article, Block
from reader.model.spans import Span
from reader.tui.expressions import MOST, words_in
from reader.tui.messages import PlaceMoved
from reader.tui.rendering.layers import Asked, Layer, Layers, looks
from reader.tui.rendering.lights import Lights
from reader.tui.rendering.lines import Run, clip, width_of
from reader.tui.rendering.page import LABEL, MEASURE, NOTHING_SAID, Head, Page, lay_out, matches
from reader.tui.state import PaneName
from reader.tui.theming import Look, Over, Paint, follow_ink
from reader.tui.widgets.selecting import Selecting

GUTTER = 4
"""Margin at the left: a quote's bar, a mention's letter, the cursor."""
RIGHT = 2
"""Margin at the right."""
BASES = {
    "title": Look("title", bold=True),
    "heading": Look("heading", bold=True),
    "summary": Look("text"),
    "caption": Look("muted", italic=True),
    "note": Look("muted", italic=True),
    "dropped": Look("faint"),
    "meta": Look("faint"),
    "related": Look("faint"),
}
"""How the kinds of block are drawn; paragraphs are plain."""


class ArticleView(NamedTuple):
    """What the article pane shows."""

    key: str | None = None
    article: Article | None = None
    words: int = 0
    lights: Lights | None = None
    cleaned: bool = False
    search: str = ""
    waiting: str = ""
    """What an empty pane says."""
    head: Head = NOTHING_SAID
    """What the person said of it."""
    prose: int = MEASURE
    """Most cells of a line of prose."""
    places: tuple[Span, ...] | None = None
    """What was found in its text, where it is not plain words that are searched."""
    looked: str = ""
    """What was looked for in the library, with the place walked to: "7/32"."""


class ArticlePane(Selecting):
    """Text + array of line offsets + spans found by bisect; costs the same for one page as for a thousand."""

    pane_name: PaneName = "article"

    def __init__(self, paint: Paint) -> None:
        super().__init__(paint, "Article")
        self.view = ArticleView()
        self.page: Page | None = None
        self.at = 0
        """Offset of the cursor in the article's text."""
        self.row = 0
        """Line of the cursor; not always the line of `at`: lines of ours have no offsets."""
        self.target: Span | None = None
        """The name or quote under the cursor."""
        self.quote: Span | None = None
        """The quote that the quotes pane stands on."""
        self.found: list[Span] = []
        """What the search found, in order."""
        self._found_at = array("I")
        """Where each of them begins."""

    # -- what it shows

    def show(self, view: ArticleView) -> None:
        """Draw another view; of the same article, the place stays."""
        before, self.view = self.view, view
        if view == before:
            return
        if view.key != before.key:
            self.at, self.row, self.top, self.target, self.quote, self.selected = 0, 0, 0, None, None, None
        shape, was = ((v.article, v.words, v.cleaned, v.head, v.prose) for v in (view, before))
        if shape != was:
            self._lay_out()
        if (shape, view.search, view.places) != (was, before.search, before.places):
            self._look_for()
        self.refresh()

    @property
    def measure(self) -> int:
        """Cells of a line of prose."""
        return max(1, min(self.view.prose, self.inner_width - GUTTER - RIGHT))

    def _lay_out(self) -> None:
        """Wrap the text at the present width; the cursor keeps its offset and its row on the screen."""
        view = self.view
        if view.article is None or not self.inner_width:
            self.page = None
            return
        seen = self.row - self.top
        kept = self.page is not None and self.page.article is view.article and self.row > 0
        self.page = lay_out(view.article, self.measure, cleaned=view.cleaned, words=view.words, head=view.head)
        self.row = self.page.line_of(self.at) if kept or self.at else 0
        seen = seen if kept else self.inner_height // 3
        self._roll_to(self.row - max(0, min(seen, self.inner_height - 1)))

    def _look_for(self) -> None:
        self.found = self._find()
        self._found_at = array("I", (span.start for span in self.found))

    def _find(self) -> list[Span]:
        """Places of the search in what is shown."""
        if self.page is None:
            return []
        if self.view.places is not None:
            return matches(self.page, self.view.places)
        if not self.view.search:
            return []
        return matches(self.page, words_in(self.page.article.text, self.view.search))

    # -- drawing

    def count(self) -> str:
        """How far the last visible line is, in hundredths; what is searched."""
        if self.page is None or not len(self.page):
            return ""
        share = f"{min(100, 100 * (self.top + self.inner_height) // len(self.page))}%"
        told = self._search_count() if self.view.search else self.view.looked
        return f"{told} · {share}" if told else share

    def _search_count(self) -> str:
        """What is searched and where in it the cursor stands."""
        place = bisect_right(self._found_at, self.at)
        more = "+" if len(self.found) >= MOST else ""
        number = f"{place:,}/{len(self.found):,}{more}" if self.found else "not found"
        return f"/{clip(self.view.search, 20)} {number}"

    @property
    def margin(self) -> int:
        """Cells before the gutter."""
        return max(0, (self.inner_width - self.measure) // 2 - GUTTER) if self.inner_width > self.view.prose + 8 else 0

    def line(self, y: int, width: int) -> list[Run]:
        """A line of the page with its margin."""
        page = self.page
        if page is None or not len(page):
            return self.centred(self.view.waiting, y, width)
        line = self.top + y
        if line >= len(page):
            return []
        blank = self.paint("text")
        runs: list[Run] = [(" " * self.margin, blank), *self._gutter(page, line)]
        if page.blocks[line] == LABEL:
            headline = page.head < 0 and line < page.head_lines
            ink = page.inks.get(line)
            style = self.paint("title", bold=True) if headline else self.paint("muted", italic=page.cleaned)
            style = self.paint(ink, italic=ink == "text") if ink else style
            return [*runs, (page.labels[line], style)]
        block = page.block(line)
        return [*runs, *self._words(page, line, block)] if block else runs

    def _gutter(self, page: Page, line: int) -> list[Run]:
        """Bar of a followed quote or of the current one, letter of a followed name, the cursor."""
        span = Span(page.starts[line], page.ends[line])
        lights, blank = self.view.lights, self.paint("text")
        bar, letter = (" ", blank), (" ", blank)
        if lights and span.length and page.blocks[line] >= 0:
            bars = list(lights.bars(span))[::-1]
            names = sorted({name for _, name in lights.letters(span)})
            if bars:
                bar = ("▌", self.paint(follow_ink(bars[0][1])))
                names = names or ([bars[0][1]] if bars[0][0].start >= span.start else [])
            elif self.quote and self.quote.overlaps(span):
                bar = ("▎", self.paint("accent"))
            if len(names) > 1 and not bars:
                bar = (names[1], self.paint(follow_ink(names[1]), bold=True))
            if names:
                letter = (names[0], self.paint(follow_ink(names[0]), bold=True))
        caret = ("›", self.paint("accent" if self.active else "muted", bold=True)) if line == self.row else (" ", blank)
        return [bar, letter, caret, (" ", blank)]

    def _words(self, page: Page, line: int, block: Block) -> Iterator[Run]:
        """The words of a line, each piece in its look."""
        base = BASES.get(block.kind, Look())
        prefix = page.prefix(line)
        if prefix:
            yield prefix, self.paint("accent" if block.kind == "summary" else "faint")
        start, end, text = page.starts[line], page.ends[line], page.article.text
        while end > start and text[end - 1] == " ":
            end -= 1
        for left, right, look in looks(start, end, base, self._layers()):
            yield text[left:right], self.paint.style(look)

    def _layers(self) -> Layers:
        """All layers, the strongest last."""
        layers: list[Layer | Asked] = [*self.view.lights.layers] if self.view.lights else []
        if self.quote:
            layers.append(Layer([(self.quote, Over(paper="cursor"))]))
        if self.found:
            layers.append(Asked(self._found_between))
        if self.target:
            over = Over("on_accent", "accent") if self.active else Over(paper="cursor", underline=True)
            if self.target != self.quote:
                layers.append(Layer([(self.target, over)]))
        if self.selected:
            layers.append(Layer([(self.selected, Over("on_accent", "accent"))]))
        return layers

    def _found_between(self, start: int, end: int) -> Iterator[tuple[Span, Over]]:
        """What was found on a stretch."""
        first, last = bisect_left(self._found_at, start), bisect_left(self._found_at, end)
        for span in self.found[max(0, first - 1) : last]:
            if span.end > start:
                yield span, Over("on_match", "match")

    # -- the cursor

    def _put(self, row: int, at: int, target: Span | None) -> None:
        """Put the cursor on a line, at an offset, on a name or quote; repaint what changed."""
        if self.page is None:
            return
        before = {self.row, *self._lines(self.target)}
        count = self.count()
        self.row, self.at, self.target = max(0, min(row, len(self.page) - 1)), at, target
        if self._keep_visible():
            self.refresh()
            return
        self.redraw(line - self.top for line in before | {self.row, *self._lines(target)})
        if count != self.count():
            self.redraw_frame()

    def _lines(self, span: Span | None) -> range:
        """The lines that show a span."""
        if span is None or self.page is None or not span.length:
            return range(0)
        return range(self.page.line_of(span.start), self.page.line_of(span.end - 1) + 1)

    def _keep_visible(self) -> bool:
        """Scroll so that some lines stand before and after the cursor; True where it scrolled."""
        height = self.inner_height
        ahead = min(height // 4, 5)
        top = self.top
        if self.row < top + ahead:
            top = self.row - ahead
        elif self.row >= top + height - ahead:
            top = self.row - height + ahead + 1
        return self._roll_to(top)

    def _roll_to(self, top: int) -> bool:
        before = self.top
        last = max(0, len(self.page) - self.inner_height) if self.page else 0
        self.top = max(0, min(top, last))
        return self.top != before

    def _on_line(self, row: int, column: int = 0) -> tuple[int, Span | None]:
        """(offset, target) for the cursor on a line: the name or quote nearest to a column, else its start."""
        assert self.page is not None
        span = self._line_span(row)
        if not span.length or not self.view.lights:
            return span.start, None
        begun = self.view.lights.targets(*span)
        if not begun:
            return span.start, None
        target = min(begun, key=lambda t: (abs(t.start - span.start - column), t.length))
        return target.start, target

    def _line_span(self, row: int) -> Span:
        page = self.page
        return Span(page.starts[row], page.ends[row]) if page and 0 <= row < len(page) else Span(0, 0)

    def announce(self) -> None:
        """Say where the cursor is."""
        self.post_message(PlaceMoved(self.at, self._line_span(self.row)))

    def move(self, step: int) -> None:
        """Some lines down or up, to a name of that line where it has one."""
        if self.page is None:
            return
        row = self._worded(self.page, max(0, min(self.row + step, len(self.page) - 1)), 1 if step > 0 else -1)
        self._put(row, *self._on_line(row))
        self.announce()

    def _worded(self, page: Page, row: int, step: int) -> int:
        """The nearest line from `row` on that holds words of the article, the other way if there is none."""
        ahead = range(row, len(page), 1) if step > 0 else range(row, -1, -1)
        behind = range(row, -1, -1) if step > 0 else range(row, len(page), 1)
        return next((line for line in chain(ahead, behind) if page.blocks[line] >= 0), row)

    def go(self, row: int) -> None:
        """To a line."""
        self.move(row - self.row)

    @property
    def last(self) -> int:
        """The last line."""
        return len(self.page) - 1 if self.page else 0

    def page_step(self) -> int:
        """Lines on a page."""
        return max(1, self.inner_height - 2)

    def step_name(self, step: int) -> bool:
        """To the next name or quote (the one before for -1); False where there is none."""
        if self.view.lights is None or self.page is None:
            return False
        here = Span(self.at, self.target.end if self.target else self.at)
        found = next(filter(self._shown, self.view.lights.next_target(here, step)), None)
        if found is None:
            return False
        self.visit(found)
        self.announce()
        return True

    def _shown(self, span: Span) -> bool:
        """True where the page has a line for it."""
        assert self.page is not None
        line = self.page.line_of(span.start)
        return self._line_span(line).start <= span.start < max(self._line_span(line).end, 1)

    def visit(self, span: Span) -> None:
        """Put the cursor on a span and bring it to the upper part of the screen, saying nothing."""
        if self.page is None:  # it is not on the screen yet: it comes up at that place
            self.at, self.target = span.start, span
            return
        row = self.page.line_of(span.start)
        if not self.top <= row < self.top + self.inner_height - 1 and self._roll_to(row - self.inner_height // 3):
            self.refresh()
        self._put(row, span.start, span)

    def return_to(self, offset: int) -> None:
        """Put the cursor on the line of an offset, a third down the screen, saying nothing."""
        self.at = offset
        if self.page is not None:
            self.row = self.page.line_of(offset)
            self._roll_to(self.row - self.inner_height // 3)
            self.refresh()

    def select(self, span: Span | None) -> None:
        """Mark the quote that the quotes pane stands on."""
        if span != self.quote:
            lines = {*self._lines(self.quote), *self._lines(span)}
            self.quote = span
            self.redraw(line - self.top for line in lines)

    def step_found(self, step: int, *, fresh: bool = False) -> tuple[int, bool] | None:
        """To the next thing found: (its number, whether it wrapped), or None; `fresh`: the cursor's place counts."""
        if not self.found:
            return None
        starts = self._found_at
        if step > 0:
            place = bisect_left(starts, self.at) if fresh else bisect_right(starts, self.at)
        else:
            place = bisect_left(starts, self.at) - 1
        wrapped = not 0 <= place < len(starts)
        place %= len(starts)
        self.visit(self.found[place])
        self.redraw_frame()
        self.announce()
        return place + 1, wrapped

    def cursor_row(self) -> int | None:
        """The inner line of the cursor."""
        return self.row - self.top if self.page else None

    # -- the mouse and the size

    def scroll_lines(self, step: int) -> None:
        """The wheel moves the text; the cursor stays on the screen."""
        if self._roll_to(self.top + step):
            ahead = min(self.inner_height // 4, 5)
            row = max(self.top + ahead, min(self.row, self.top + self.inner_height - 1 - ahead))
            if row != self.row:
                self._put(row, *self._on_line(row))
                self.announce()
            self.refresh()

    def clicked(self, x: int, y: int) -> None:
        """Put the cursor on what was clicked."""
        row = self.top + y
        if self.page is None or row >= len(self.page):
            return
        column = max(0, x - self.margin - GUTTER - width_of(self.page.prefix(row)))
        self._put(row, *self._on_line(row, column))
        self.announce()

    def character_at(self, x: int, y: int) -> Span | None:
        """The character at a cell, or the nearest one of its line; None where no line is."""
        page, row = self.page, self.top + y
        if page is None or row >= len(page):
            return None
        start, end = self._line_span(row)
        column = x - self.margin - GUTTER - width_of(page.prefix(row))
        at = start
        while at < end - 1 and column >= (cells := width_of(page.article.text[at])):
            column -= cells
            at += 1
        return Span(at, min(at + 1, end) if end > start else at)

    def redraw_span(self, span: Span | None) -> None:
        """Repaint the lines that show a stretch."""
        self.redraw(line - self.top for line in self._lines(span))

    def on_resize(self) -> None:
        """Wrap at the new width; the paragraph under the cursor stays."""
        if self.page is None or self.page.width != self.measure:
            self._lay_out()
            self._look_for()
        self._keep_visible()
        self.refresh()
