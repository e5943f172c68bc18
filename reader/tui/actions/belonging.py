"""Commands on blocks: what belongs to an article and what does not, and which rule said so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from reader.library.belonging import REMOVED, known_by, line_of, shape
from reader.library.corrections import BY_HAND
from reader.library.library import Row
from reader.marks.history import Step
from reader.marks.marks import LineMark, OutletLine
from reader.model.articles import Article, Block
from reader.model.spans import Span
from reader.tui.actions.tagging import markable
from reader.tui.answers import quote_at, whole
from reader.tui.commands import key_of
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import clip
from reader.tui.widgets.chooser import Choice, Chooser, matching
from reader.tui.widgets.sheet import Piece

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

SHOWN = 40
"""Characters of a line that a sentence about it repeats."""


class Meant(NamedTuple):
    """The block that a command is about."""

    row: Row
    article: Article
    number: int

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.article.blocks[self.number]

    @property
    def words(self) -> str:
        """How it begins."""
        return known_by(self.block.span.of(self.article.text))

    @property
    def outlet(self) -> str:
        """The outlet of its article, empty where it is not known."""
        fact = self.article.metadata.outlet
        return fact.value if fact else ""


def meant_block(room: ReadingRoom, row: Row) -> Meant | None:
    """The block under the article's cursor; on the quotes, the one of the quote."""
    analysis = room.library.analysis(row.key)
    article, page = analysis.article, room.article.page
    if room.state.pane == "quotes" and room.quotes.quote is not None:
        return Meant(row, article, article.block_at(analysis.quotes[room.quotes.quote].span.start))
    index = page.blocks[room.article.row] if page and room.article.row < len(page) else -1
    if index < 0 and page and room.article.row < page.head_lines:
        index = page.head
    return Meant(row, article, index) if index >= 0 else None


def belongs(room: ReadingRoom) -> None:
    """Say of the line under the cursor that it belongs to the article, or does not."""
    row = markable(room, belongs)
    if row is None:
        return
    meant = meant_block(room, row)
    if meant is None or room.state.pane == "sources":
        room.say(
            f"Go to a line of the text first: {key_of('article')}; {key_of('cleaned')} shows what was taken away.",
            "warning",
        )
        return

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _take(room, meant, chosen.choice.value)

    choices = _choices(room, meant)
    caption = f"“{clip(meant.words, SHOWN)}”"
    room.open(Chooser(room.paint, caption, "enter take · esc leave", lambda typed: matching(choices, typed)), then)


def _choices(room: ReadingRoom, meant: Meant) -> list[Choice]:
    """What can be said of a block."""
    removed = meant.block.kind in REMOVED
    what, mark = ("It belongs to the article", "+") if removed else ("It does not belong to the article", "−")
    choices = [Choice("here", what, note="here alone", mark=mark)]
    if meant.outlet:
        choices.append(Choice("outlet", f"{what}, as in all of {meant.outlet}", note="such lines too", mark=mark))
    if _line_marks(room, meant) or _outlet_lines(room, meant):
        choices.append(Choice("found", "As the program found it", note="takes your word back", mark="↺"))
    return choices


def _take(room: ReadingRoom, meant: Meant, value: str) -> None:
    """Do what was chosen."""
    belongs_now = meant.block.kind in REMOVED
    said = "belongs to the article" if belongs_now else "does not belong to the article"
    match value:
        case "here":
            _keep(room, meant, said, (line_of(meant.article, meant.number, belongs_now),), None)
        case "outlet":
            line = OutletLine(meant.outlet, meant.words, belongs_now)
            _keep(room, meant, f"{said}, in all of {meant.outlet}", (), line)
        case "found":
            _keep(room, meant, "as the program found it", (), None, forget=True)


def _keep(
    room: ReadingRoom, meant: Meant, said: str, lines: Sequence[LineMark], line: OutletLine | None, *,
    forget: bool = False,
) -> None:  # fmt: skip
    """Keep what was said of a block, in place of what was said of it before.

    Args: lines, line: for the article alone and for its outlet; forget: what was said of the outlet goes too.
    """
    before = room.marks.of(room.library, meant.row)
    old = _line_marks(room, meant)
    after = replace(before, lines=(*(m for m in before.lines if m not in old), *lines))
    acts = room.marks.acts
    theirs = _outlet_lines(room, meant) if forget or line else ()
    outlets = (*(o for o in acts.outlets if o not in theirs), *((line,) if line else ()))
    words = clip(meant.words, SHOWN)
    room.do(
        Step(
            f"“{words}” {said}",
            ((before, after),) if after != before else (),
            (acts, replace(acts, outlets=outlets)) if outlets != acts.outlets else None,
        )
    )
    room.say(f"“{words}” {said}, by hand. u undoes.")


def _line_marks(room: ReadingRoom, meant: Meant) -> tuple[LineMark, ...]:
    """What the person said of the block in its article."""
    mark = line_of(meant.article, meant.number, True)
    wanted = (mark.text.casefold(), mark.nth)
    lines = room.marks.of(room.library, meant.row).lines
    return tuple(line for line in lines if (line.text.casefold(), line.nth) == wanted)


def _outlet_lines(room: ReadingRoom, meant: Meant) -> tuple[OutletLine, ...]:
    """What the person said of such lines of its outlet."""
    wanted = (meant.outlet.casefold(), shape(meant.words))
    return tuple(o for o in room.marks.acts.outlets if (o.outlet.casefold(), shape(o.text)) == wanted)


# -- why a block is what it is


def block_to_explain(room: ReadingRoom) -> Block | None:
    """The block under the article's cursor where no quote is to be explained there."""
    row, pane = room.readable, room.article
    if row is None or room.state.pane != "article":
        return None
    meant = meant_block(room, row)
    if meant is None:
        return None
    analysis = room.library.analysis(row.key)
    line = Span(pane.page.starts[pane.row], pane.page.ends[pane.row]) if pane.page else Span(0, 0)
    spoken = quote_at(analysis, pane.at) is not None or any(
        line.length and whole(quote).overlaps(line) for quote in analysis.quotes
    )
    return None if spoken and meant.block.kind not in REMOVED else meant.block


def reasons_of_block(block: Block) -> list[Piece]:
    """What is known of a block, a line each."""
    by_hand = f"✓ by hand: you said so ({key_of('belongs')} changes it)"
    pieces = [
        Piece("shown as", "taken away" if block.kind == "dropped" else block.kind),
        Piece("rule", by_hand if block.rule == BY_HAND else block.rule or "none named"),
    ]
    if block.rebuilt:
        pieces.append(Piece("edges", "rebuilt: the file has it all on one line"))
    if block.lines:
        first, last = block.lines
        pieces.append(Piece("lines", f"{first} to {last} of the file" if last > first else f"{first} of the file"))
    return pieces
