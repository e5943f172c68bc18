"""Drafts of blocks become an article with one fixed text and a way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from reader.model.articles import Article, Block, BlockKind, Metadata, RawMap
from reader.model.documents import RawDocument
from reader.model.spans import Span
from reader.text.lines import line_starts

BETWEEN = "\n\n"
"""What stands between two blocks in an article's text."""
_BLANKS = dict.fromkeys(
    (*range(9, 14), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " "
)


class Draft(Struct, frozen=True):
    """A block to be: its kind, the rule that says so, and what its text is made of."""

    kind: BlockKind
    rule: str
    parts: tuple[Span | str, ...]
    """Stretches of the raw text taken over one for one, and strings put between them."""
    raw: Span | None = None
    """The stretch of the raw text it accounts for, markup included; None: from the first part to the last."""
    level: int = 0
    rebuilt: bool = False


def assemble(raw: RawDocument, drafts: Iterable[Draft], metadata: Metadata, language: str | None = None) -> Article:
    """The article made of `drafts`, in their order. Every blank in a block's text becomes a plain space."""
    back = raw.has_offsets
    starts_of_lines = line_starts(raw.text) if back else []
    pieces: list[str] = []
    starts: list[int] = []
    raws: list[int] = []
    lengths: list[int] = []
    blocks: list[Block] = []
    at = line = 0
    for draft in drafts:
        if blocks:
            pieces.append(BETWEEN)
            at += len(BETWEEN)
        begin = at
        for part in draft.parts:
            words = part if isinstance(part, str) else part.of(raw.text)
            if back and words and not isinstance(part, str):
                starts.append(at)
                raws.append(part.start + raw.start)
                lengths.append(len(words))
            pieces.append(words if words.isprintable() else words.translate(_BLANKS))
            at += len(words)
        extent = (draft.raw or _extent(draft.parts)) if back else None
        if extent:
            lines = _lines(starts_of_lines, extent, raw.first_line, line)
            line = lines[1] - raw.first_line
        else:
            lines = None
        if extent and raw.start:
            extent = extent.shifted(raw.start)
        blocks.append(Block(draft.kind, Span(begin, at), extent, lines, draft.rule, draft.level, draft.rebuilt))
    return Article(
        id=raw.id, path=raw.path, part=raw.part, text="".join(pieces), blocks=tuple(blocks), metadata=metadata,
        language=language, raw_map=RawMap(tuple(starts), tuple(raws), tuple(lengths)), problems=raw.problems,
    )  # fmt: skip


def _extent(parts: Sequence[Span | str]) -> Span | None:
    """From the start of the first raw stretch to the end of the last."""
    spans = [p for p in parts if not isinstance(p, str)]
    return Span(spans[0].start, spans[-1].end) if spans else None


def _lines(starts: Sequence[int], extent: Span, first: int, near: int) -> tuple[int, int]:
    """First and last line of a stretch of the raw text, whose own first line has the number `first`.

    Args: near: the number of lines before the one where the stretch before ended; it is most often close.
    """
    line = near if near < len(starts) and starts[near] <= extent.start else 0
    line = bisect_right(starts, extent.start, line, min(len(starts), line + 8))
    if line == len(starts) or starts[line] <= extent.start:
        line = bisect_right(starts, extent.start)
    if line == len(starts) or extent.end <= starts[line]:
        return line + first - 1, line + first - 1
    return line + first - 1, bisect_right(starts, extent.end - 1) + first - 1
