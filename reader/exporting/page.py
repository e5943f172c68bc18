"""Articles with their quotes as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reader.exporting.selection import ArticleView, Selection, article_views
from reader.library.comparison import outlet_of

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who said what</title>
<style>
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.55 Georgia, serif;
  color: #222; background: #fdfdfb }
h1 { line-height: 1.2 } article + article { border-top: 1px solid #bbb; margin-top: 3em; padding-top: 1em }
.facts, .caption, .note, cite { color: #595959; font-size: .9em; font-style: normal }
mark { background: #fdf0c4; color: inherit }
blockquote { border-left: 3px solid #999; margin-left: 0; padding-left: 1em }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #191919 } mark { background: #4b3f10 }
.facts, .caption, .note, cite { color: #a8a8a8 } }
</style>
</head>
<body>
"""


def html(selection: Selection) -> Iterator[str]:
    """The page, in pieces. Nothing of the articles is taken for markup, and the page loads nothing."""
    yield _HEAD
    for view in article_views(selection):
        yield f"<article>\n<h1>{escape(view.article.title)}</h1>\n<p class=facts>{escape(_facts(view))}</p>\n"
        if view.mark and view.mark.note:
            yield f"<p class=note>Note: {escape(view.mark.note)}</p>\n"
        yield from _blocks(view)
        for quote in view.quotes:
            detail = f"{quote.quote.kind}, {quote.quote.confidence:.0%} sure"
            name = escape(quote.name or "nobody named")
            yield f"<blockquote><p>“{escape(quote.words)}”</p><cite>{name} ({detail})</cite>"
            if quote.mark and quote.mark.note:
                yield f"<p class=note>Note: {escape(quote.mark.note)}</p>"
            yield "</blockquote>\n"
        yield "</article>\n"
    yield "</body>\n</html>\n"


def _facts(view: ArticleView) -> str:
    facts = view.article.metadata
    parts = [outlet_of(view.row), facts.date.value if facts.date else "no date", view.article.path]
    if facts.url:
        parts.append(facts.url.value)
    return " · ".join([*parts, *(f"#{tag}" for tag in view.tags)])


_TAGS = {"paragraph": "p", "heading": "h2", "caption": "p class=caption", "summary": "p", "note": "p class=note"}


def _blocks(view: ArticleView) -> Iterator[str]:
    """The blocks of the article with its quotes marked."""
    text = view.article.text
    spans = sorted((q.quote.span, q.name) for q in view.quotes)
    for block in view.article.blocks:
        tag = _TAGS.get(block.kind)
        if tag is None:
            continue
        pieces, at = [], block.span.start
        for span, name in spans:
            if at <= span.start and span.end <= block.span.end:
                pieces.append(escape(text[at : span.start]))
                pieces.append(f'<mark title="{escape(name)}">{escape(span.of(text))}</mark>')
                at = span.end
        pieces.append(escape(text[at : block.span.end]))
        yield f"<{tag}>{''.join(pieces)}</{tag.split()[0]}>\n"
