"""Articles with their quotes as Markdown, plain or as notes for Obsidian."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.exporting.selection import ArticleView, QuoteView, Selection, article_views
from reader.library.comparison import outlet_of
from reader.strictyaml import Plain, dump

_ACTS = re.compile(r"([\\`*_\[\]<>|~$])")
_AT_START = re.compile(r"^(\s*)([#>+=-]|\d+[.)])(?=\s|$|[-=])", re.MULTILINE)


def escaped(text: str) -> str:
    """The text with a backslash before everything that Markdown would act on, on one line."""
    line = _ACTS.sub(r"\\\1", text.replace("\n", " ").replace("\r", " "))
    return _AT_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", line)


def markdown(selection: Selection) -> Iterator[str]:
    """The articles, each with its metadata, its paragraphs and a list of its quotes."""
    for number, view in enumerate(article_views(selection)):
        if number:
            yield "\n---\n\n"
        yield f"# {escaped(view.article.title)}\n\n"
        yield "\n".join(f"- {name}: {value}" for name, value in _facts(view)) + "\n\n"
        yield from _blocks(view)
        yield from _quotes(view)


def obsidian(selection: Selection) -> Iterator[str]:
    """The same with properties and tags as Obsidian reads them, and speakers as links."""
    for number, view in enumerate(article_views(selection)):
        if number:
            yield "\n"
        yield "---\n" + dump(_properties(view)) + "---\n\n"
        yield f"# {escaped(view.article.title)}\n\n"
        if view.tags:
            yield " ".join(f"#{_tag(tag)}" for tag in view.tags) + "\n\n"
        yield from _blocks(view)
        yield from _quotes(view, linked=True)


def _facts(view: ArticleView) -> Iterator[tuple[str, str]]:
    facts = view.article.metadata
    yield "Outlet", escaped(outlet_of(view.row))
    for name, fact in (("Date", facts.date), ("Agency", facts.agency), ("URL", facts.url)):
        if fact:
            value = f"<{_url(fact.value)}>" if name == "URL" else escaped(fact.value)
            yield name, value + (" (guessed)" if fact.guessed else "")
    if facts.authors:
        yield "By", escaped(", ".join(a.value for a in facts.authors))
    yield "File", escaped(view.article.path)
    if view.tags:
        yield "Tags", escaped(", ".join(view.tags))
    if view.mark and view.mark.note:
        yield "Note", escaped(view.mark.note)


def _url(url: str) -> str:
    return re.sub(r"[<>\s\\]", lambda m: f"%{ord(m[0]):02X}", url)


def _properties(view: ArticleView) -> dict[str, Plain]:
    facts = view.article.metadata
    found: dict[str, Plain] = {"title": view.article.title, "outlet": outlet_of(view.row)}
    for name, fact in (("date", facts.date), ("agency", facts.agency), ("url", facts.url)):
        if fact:
            found[name] = fact.value
    found["file"] = view.article.path
    if view.tags:
        found["tags"] = [_tag(tag) for tag in view.tags]
    return found


def _tag(tag: str) -> str:
    """A tag as Obsidian allows it: letters, digits, hyphen, underscore and the slash of its levels."""
    plain = re.sub(r"[^\w/-]+", "-", tag).strip("-/") or "tag"
    return plain if re.search(r"[^\d/]", plain) else f"{plain}-"


def _blocks(view: ArticleView) -> Iterator[str]:
    article = view.article
    for block in article.blocks:
        text = escaped(block.span.of(article.text))
        if block.kind == "paragraph":
            yield f"{text}\n\n"
        elif block.kind == "heading":
            yield f"## {text}\n\n"
        elif block.kind == "caption":
            yield f"*Caption:* {text}\n\n"
        elif block.kind == "summary":
            yield f"> {text}\n\n"
        elif block.kind == "note":
            yield f"*Note:* {text}\n\n"


def _quotes(view: ArticleView, *, linked: bool = False) -> Iterator[str]:
    if not view.quotes:
        return
    yield "## Quotes\n\n"
    for quote in view.quotes:
        yield f"- {_who(quote, linked)}: “{escaped(quote.words)}” ({_detail(quote)})\n"
        if quote.mark and quote.mark.note:
            yield f"    - Note: {escaped(quote.mark.note)}\n"
    yield "\n"


def _who(quote: QuoteView, linked: bool) -> str:
    if not quote.name:
        return "*nobody named*"
    plain = re.sub(r"[\[\]|#^]", "", quote.name)
    return (
        f"[[{plain}]]" if linked and quote.speaker and quote.speaker.kind != "unnamed" else f"**{escaped(quote.name)}**"
    )


def _detail(quote: QuoteView) -> str:
    sure = "by hand" if quote.quote.rule == "by hand" else f"{quote.quote.confidence:.0%} sure"
    return ", ".join(part for part in (quote.quote.kind, escaped(quote.cue), sure) if part)
