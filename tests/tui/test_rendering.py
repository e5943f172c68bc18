"""Wrapping, layers, lines, cards: the parts that draw, without an app."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from reader.model.spans import Span
from reader.tui.rendering.layers import Layer, looks
from reader.tui.rendering.lines import clip, line_of, pad, two_ends
from reader.tui.rendering.page import BLANK, lay_out, long_date, short_date
from reader.tui.rendering.places import places
from reader.tui.rendering.wrap import wrap
from reader.tui.state import State
from reader.tui.theming import Look, Over
from tui.build import BRIDGE, analysis

PLAIN = Style()


def _lines(text: str, width: int) -> list[str]:
    starts = wrap(text, 0, len(text), width)
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize("width", [1, 5, 8, 20, 76])
@pytest.mark.parametrize(
    "text",
    [
        "The quick brown fox jumps over the lazy dog and runs.",
        "“Curly” marks – and dashes — are one cell each…",
        "日本の首相は木曜日に記者団に対し、会談は成功だったと述べた。",
        "a 👩‍👩‍👧 b e\u0301tude naı̈ve 東京 tower",
        "https://example.org/a/very/long/address/that/fits/nowhere",
        "",
    ],
)
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip(" ")) <= max(width, 2) for line in lines)


def test_wrapping_breaks_at_blanks() -> None:
    assert _lines("one two three", 8) == ["one two ", "three"]
    assert _lines("one two three", 7) == ["one two ", "three"]


def test_a_block_inside_a_text_is_wrapped_alone() -> None:
    assert list(wrap("xx one two yy", 3, 10, 4)) == [3, 7]


def test_clipping_never_cuts_without_a_sign() -> None:
    assert clip("harbour bridge", 14) == "harbour bridge"
    assert clip("harbour bridge", 10) == "harbour b…"
    assert clip("東京タワー", 6) == "東京…"
    assert clip("x", 0) == ""
    assert pad("東", 4) == "東  "


def test_a_strip_is_as_wide_as_asked() -> None:
    for width in range(12):
        assert cell_len("".join(w for w, _ in line_of([("東京", PLAIN), ("abc", PLAIN)], width, PLAIN))) == width
        assert cell_len("".join(w for w, _ in two_ends([("left words", PLAIN)], [], width, PLAIN))) == width


def test_what_would_steer_is_shown_instead() -> None:
    assert "\x1b" not in "".join(w for w, _ in line_of([("a\x1b[2Jb\n", PLAIN)], 10, PLAIN))
    assert len(clip("a\x1bb", 3)) == 3


def test_later_layers_lie_over_earlier_ones() -> None:
    quotes = Layer([(Span(2, 10), Over("quote"))])
    names = Layer([(Span(8, 12), Over(bold=True))])
    assert looks(0, 14, Look(), (quotes, names)) == [
        (0, 2, Look()),
        (2, 8, Look("quote")),
        (8, 10, Look("quote", bold=True)),
        (10, 12, Look("text", bold=True)),
        (12, 14, Look()),
    ]


def test_a_layer_finds_long_marks_that_began_before() -> None:
    layer = Layer([(Span(0, 100), Over("quote")), (Span(10, 12), Over("speaker")), (Span(20, 22), Over("muted"))])
    assert [span for span, _ in layer.between(50, 60)] == [Span(0, 100)]
    assert [span for span, _ in layer.between(11, 21)] == [Span(0, 100), Span(10, 12), Span(20, 22)]
    assert not list(layer.between(100, 120))


@pytest.mark.parametrize("width", [10, 30, 76])
@pytest.mark.parametrize("cleaned", [False, True])
def test_every_word_shown_has_its_line(width: int, cleaned: bool) -> None:
    article = analysis(BRIDGE).article
    page = lay_out(article, width, cleaned=cleaned)
    for block in article.blocks:
        if block.kind == "dropped" and not cleaned:
            continue
        for offset in range(block.span.start, block.span.end):
            line = page.line_of(offset)
            assert page.starts[line] <= offset < page.ends[line]
    assert page.blocks[len(page) - 1] != BLANK


def test_dates_are_written_out() -> None:
    assert long_date("2025-03-14") == "14 March 2025"
    assert short_date("2025-03-14") == "14 Mar"
    assert short_date("soon") == "soon"


@pytest.mark.parametrize("width", [1, 20, 60, 79, 80, 99, 100, 120, 300])
@pytest.mark.parametrize("height", [1, 3, 8, 20, 24, 60])
@pytest.mark.parametrize("state", [State(), State(pane="quotes", quotes_up=True), State(alone=True, pane="article")])
def test_boxes_fill_the_screen_without_lying_over_each_other(width: int, height: int, state: State) -> None:
    boxes = places(width, height, state).boxes.values()
    cells = [(x, y) for b in boxes for x in range(b.x, b.x + b.width) for y in range(b.y, b.y + b.height)]
    assert len(cells) == len(set(cells)) == width * height


def test_never_slivers() -> None:
    for width in range(80, 300):
        for name, box in places(width, 40, State()).boxes.items():
            assert box.width >= (26 if name in ("sources", "quotes") else 45) or name in ("status", "footer")
