"""Stretches of an article as clean text: no margins, no line ends but those between paragraphs."""

from __future__ import annotations

from reader.model.articles import Article
from reader.model.spans import Span
from reader.text.guard import visible

TAKEN_AWAY = frozenset({"dropped", "meta", "related"})
"""Kinds of block that are no part of the article."""


def passage(article: Article, span: Span, *, cleaned: bool = False) -> str:
    """What an article says in a stretch of its text, a blank line between paragraphs.

    Args: cleaned: what cleaning took away belongs to it.
    """
    pieces = []
    for block in article.blocks:
        if block.span.overlaps(span) and (cleaned or block.kind not in TAKEN_AWAY):
            part = Span(max(block.span.start, span.start), min(block.span.end, span.end))
            pieces.append(" ".join(visible(part.of(article.text)).split()))
    return "\n\n".join(piece for piece in pieces if piece)


def whole_text(article: Article) -> str:
    """All that an article says, its headline first."""
    title = " ".join(visible(article.title).split())
    text = passage(article, Span(0, len(article.text)))
    return text if text.startswith(title) else f"{title}\n\n{text}"
