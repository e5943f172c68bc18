"""The person's word on what belongs to an article, applied over what cleaning found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from reader.library.corrections import BY_HAND
from reader.marks.marks import LineMark, OutletLine
from reader.model.analysis import Analysis
from reader.model.articles import Article, Block, BlockKind

REMOVED: frozenset[str] = frozenset({"dropped", "meta", "related"})
"""Kinds of block that are no part of what one reads."""
LONGEST = 200
"""Characters of a line by which it is known again."""
KEPT = 16384
"""Articles whose analysis with other blocks is remembered."""
Outlets = Mapping[str, Mapping[str, bool]]
"""Outlet to a line's shape to whether such a line belongs."""
_DIGITS = re.compile(r"\d+")


def with_belonging(analysis: Analysis, lines: Sequence[LineMark], outlets: Outlets) -> Analysis:
    """The analysis with the person's word on its blocks; where one changed its kind, quotes are looked for anew.

    No offset changes: the text of an article holds every block, whatever its kind. A line that is no longer there
    changes nothing. What was said of this article goes before what was said of its outlet.
    """
    article = analysis.article
    outlet = article.metadata.outlet
    theirs = outlets.get(outlet.value.casefold(), {}) if outlet else {}
    if not lines and not theirs:
        return analysis
    blocks = tuple(_said(article, lines, theirs))
    if all(new is old for new, old in zip(blocks, article.blocks, strict=True)):
        return analysis
    return _analysed(replace(article, blocks=blocks))


def outlet_lines(acts: Iterable[OutletLine]) -> Outlets:
    """What was said of every outlet's lines; of two words on one line the later holds."""
    found: dict[str, dict[str, bool]] = {}
    for act in acts:
        found.setdefault(act.outlet.casefold(), {})[shape(act.text)] = act.belongs
    return found


def line_of(article: Article, block: int, belongs: bool) -> LineMark:
    """The mark that says it of one block."""
    text = article.text
    words = known_by(article.blocks[block].span.of(text))
    nth = sum(known_by(b.span.of(text)) == words for b in article.blocks[: block + 1])
    return LineMark(words, belongs, nth)


def shape(words: str) -> str:
    """What lines of one making have in common: their words, figures aside ("12 shares", "7 shares")."""
    return _DIGITS.sub("0", known_by(words).casefold())


def known_by(words: str) -> str:
    """The beginning of a line by which it is known again, blanks evened out."""
    return " ".join(words[: 2 * LONGEST].split())[:LONGEST].strip()


def _said(article: Article, lines: Sequence[LineMark], theirs: Mapping[str, bool]) -> Iterable[Block]:
    """The blocks, those of which something was said with another kind."""
    own = {(line.text.casefold(), line.nth): line.belongs for line in lines}
    seen: Counter[str] = Counter()
    for block in article.blocks:
        words = known_by(block.span.of(article.text))
        small = words.casefold()
        seen[small] += 1
        belongs = own.get((small, seen[small]))
        if belongs is None and theirs:
            belongs = theirs.get(shape(words))
        yield block if belongs is None else _by_hand(block, belongs)


def _by_hand(block: Block, belongs: bool) -> Block:
    kind: BlockKind = block.kind
    if belongs == (kind in REMOVED):
        kind = "paragraph" if belongs else "dropped"
    return replace(block, kind=kind, rule=BY_HAND)


@lru_cache(maxsize=KEPT)
def _analysed(article: Article) -> Analysis:
    from reader.library.pipeline import analyse_article  # the stages cost a tenth of a second to import

    return analyse_article(article)
