"""Markdown, through markdown-it-py; offsets lead back to the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.loading.documents import decoded_text, identity
from reader.model.documents import RawDocument, Section
from reader.model.problems import Problem, ReaderError
from reader.model.spans import Span
from reader.strictyaml import Node, load
from reader.text.guard import visible_line
from reader.text.lines import line_spans

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_LINES = 200
"""Lines of the longest front matter."""
_NAMES = {"authors": "author", "by": "author", "byline": "author", "lang": "language"}
_TEXT_TOKENS = {"text": "content", "code_inline": "content", "image": "content"}


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The file as one document of sections. Raises ReaderError where it is no text."""
    text, encoding, problems = decoded_text(data, path)
    stated, body, doubts = _front_matter(text, path)
    sections = _sections(text, body)
    return (
        RawDocument(
            path=path, text=text, id=identity(text), format="markdown", encoding=encoding,
            sections=tuple(sections), stated=stated, problems=(*problems, *doubts),
        ),
    )  # fmt: skip


def _front_matter(text: str, path: str) -> tuple[tuple[tuple[str, str], ...], int, tuple[Problem, ...]]:
    """The fields between two `---` lines at the top, the number of the first line after, and doubts about them.

    Read as strict YAML, lists joined with commas; where it is none, the plain `key: value` lines count, with a word.
    """
    lines = line_spans(text)
    if not lines or lines[0].of(text).rstrip() != "---":
        return (), 0, ()
    for number, line in enumerate(lines[1:MOST_LINES], 1):
        if line.of(text).rstrip() in ("---", "..."):
            inner = [span.of(text) for span in lines[1:number]]
            try:
                return _fields(load("\n".join(inner) + "\n", path)), number + 1, ()
            except ReaderError as error:
                fault = error.problem
                where = fault.line + 1 if fault.line else 1
                doubt = Problem(path, f"the front matter {fault.what}", fault.advice, where, fault.column, fatal=False)
                return _plain_fields(inner), number + 1, (doubt,)
    return (), 0, ()


def _fields(root: Node) -> tuple[tuple[str, str], ...]:
    """The text fields of the front matter, in its order, names in lower case."""
    fields = root.value if isinstance(root.value, Mapping) else {}
    found = []
    for name, node in fields.items():
        words = node.value if isinstance(node.value, tuple) else (node,)
        value = ", ".join(n.value.strip() for n in words if isinstance(n, Node) and isinstance(n.value, str))
        if value:
            found.append((_NAMES.get(name.lower(), name.lower()), visible_line(value)))
    return tuple(found)


def _plain_fields(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The `key: value` lines alone."""
    pairs = [(key.lower(), value.strip().strip("\"'")) for key, _, value in (line.partition(":") for line in lines)]
    return tuple((_NAMES.get(key, key), value) for key, value in pairs if value and key == key.strip())


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
