"""Markdown, through markdown-it-py; offsets lead back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.loading.documents import decoded_text, identity
from reader.model.documents import RawDocument, Section
from reader.model.spans import Span
from reader.text.lines import line_spans

if TYPE_CHECKING:
    from markdown_it.token import Token

_TEXT_TOKENS = {"text": "content", "code_inline": "content", "image": "content"}


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The file as one document of sections. Raises ReaderError where it is no text."""
    text, encoding, problems = decoded_text(data, path)
    stated, body = _front_matter(text)
    sections = _sections(text, body)
    return (
        RawDocument(
            path=path, text=text, id=identity(text), format="markdown", encoding=encoding,
            sections=tuple(sections), stated=stated, problems=problems,
        ),
    )  # fmt: skip


def _front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], int]:
    """The plain `key: value` lines between two `---` lines at the top, and the index of the first line after."""
    lines = line_spans(text)
    if not lines or lines[0].of(text).rstrip() != "---":
        return (), 0
    for number, line in enumerate(lines[1:200], 1):
        if line.of(text).rstrip() in ("---", "..."):
            pairs = []
            for inner in lines[1:number]:
                key, colon, value = inner.of(text).partition(":")
                value = value.strip().strip("\"'")
                if colon and value and key == key.strip():
                    pairs.append((key.lower(), value))
            return tuple(pairs), number + 1
    return (), 0


def _sections(text: str, first_line: int) -> list[Section]:
    """Every block of the source in order; lines that make no block (front matter, rules) are dropped ones."""
    from markdown_it import MarkdownIt  # 50 ms: only Markdown files pay for it

    lines = line_spans(text)
    if first_line >= len(lines):
        return _leftovers(text, lines, 0, len(lines))
    body = text[lines[first_line].start :].replace("\r\n", "\n").replace("\r", "\n")
    sections: list[Section] = []
    done = 0
    tokens = MarkdownIt("commonmark").parse(body)
    for place, token in enumerate(tokens):
        if token.map is None or token.type not in ("inline", "fence", "code_block"):
            continue
        begin, end = token.map[0] + first_line, token.map[1] + first_line
        begin = max(begin, done)
        if end <= begin:
            continue
        sections += _leftovers(text, lines, done, begin)
        extent = Span(lines[begin].start, lines[end - 1].end)
        sections.append(_section(text, extent, token, tokens[place - 1] if place else None))
        done = end
    return sections + _leftovers(text, lines, done, len(lines))


def _leftovers(text: str, lines: Sequence[Span], begin: int, end: int) -> list[Section]:
    """Dropped sections of the lines that are not blank."""
    kept = [line for line in lines[begin:end] if line.of(text).strip()]
    return [Section(s.of(text), "dropped", pieces=((0, s.start, s.length),), raw=s) for s in kept]


def _section(text: str, extent: Span, token: Token, opener: Token | None) -> Section:
    """One inline run or code block as a section with its pieces."""
    kind, level = None, 0
    if opener is not None and opener.type == "heading_open":
        kind, level = "heading", int(opener.tag[1:])
    written: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at, cursor = 0, extent.start
    for words in _words(token):
        found = text.find(words, cursor, extent.end) if words.strip() else -1
        if found >= 0:
            pieces.append((at, found, len(words)))
            cursor = found + len(words)
        written.append(words)
        at += len(words)
    return Section("".join(written), kind, level, tuple(pieces), extent)


def _words(token: Token) -> list[str]:
    """The visible texts of a token in order; a line break is a blank."""
    if token.type != "inline":
        return [token.content]
    words: list[str] = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type in _TEXT_TOKENS:
            words.append(child.content)
    return words
