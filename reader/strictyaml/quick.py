"""The quick way through YAML as this program writes it, fifty times as fast as PyYAML.

It takes only what it is sure of, and gives then exactly what the long way gives; for anything else it gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from reader.strictyaml.nodes import MAX_DEPTH, Node

_QUOTED = r'"(?:[^"\\]|\\["\\ntr0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U000[0-9a-f]{5})*+"'
_SINGLE = r"'[^']*+'"
_PLAIN = r"[^\W_](?:[\w.’'()/+-]| (?=[\w(]))*+"
_PLAIN_COMMAS = r"[^\W_](?:[\w.,’'()/+-]| (?=[\w(]))*+"
_ITEM = rf"(?:{_QUOTED}|{_SINGLE}|{_PLAIN})"
_LINE = re.compile(
    rf"(?P<pad> *)(?P<dash>- )?(?:(?P<key>{_QUOTED}|{_PLAIN_COMMAS}):(?: (?P<value>{_QUOTED}|{_SINGLE}|{_PLAIN_COMMAS}"
    rf"|\|-|\[(?:{_ITEM}(?:, {_ITEM})*)?\]|\{{\}}))?|(?P<only>{_QUOTED}|{_PLAIN_COMMAS}))"
)
_ONE = re.compile(_ITEM)
_ODD = re.compile(
    "[^ -~\n\u00a1-\u167f\u1681-\u1fff\u200b-\u200f\u2010-\u2027\u2070-\ud7ff"
    "\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML treats as a line end, refuses, or may read otherwise than it looks."""
_ESCAPE = re.compile(r'\\(?:(["\\ntr0])|x(..)|u(.{4})|U(.{8}))')
_SIMPLE = {'"': '"', "\\": "\\", "n": "\n", "t": "\t", "r": "\r", "0": "\0"}
LONGEST_KEY = 100


class _UnsureError(Exception):
    """The text has something that the quick way does not know."""


class _Line(Struct, frozen=True):
    """One line that holds something, cut into its parts."""

    number: int
    """1-based."""
    indent: int
    dash: bool
    key: str | None
    key_at: int
    value: str | None
    value_at: int
    only: str | None


def quick(text: str, path: str) -> Node | None:
    """The root of a YAML text of the kind that `dump` writes, or None where it may be of another kind."""
    if _ODD.search(text) or not text.endswith("\n"):
        return None
    raw = text.split("\n")
    try:
        reader = _Reader(raw, path)
        first = reader.line(0)
        if first is None:
            return None
        node, after = reader.block(first.number - 1, first.indent, 0)
        return node if reader.line(after) is None and first.indent == 0 else None
    except _UnsureError:
        return None


class _Reader:
    """The lines of a text, read as they are asked for."""

    def __init__(self, raw: Sequence[str], path: str) -> None:
        self._raw = raw
        self._path = path

    def line(self, at: int) -> _Line | None:
        """The first line from index `at` on that holds something; None at the end. Comments only from the margin."""
        while at < len(self._raw) and (not self._raw[at] or self._raw[at].startswith("#")):
            at += 1
        if at == len(self._raw):
            return None
        match = _LINE.fullmatch(self._raw[at])
        if match is None:
            raise _UnsureError
        dash = match["dash"] is not None
        return _Line(
            at + 1, len(match["pad"]), dash, match["key"], match.start("key"), match["value"], match.start("value"),
            match["only"],
        )  # fmt: skip

    def block(self, at: int, indent: int, depth: int) -> tuple[Node, int]:
        """The list or mapping that begins at line index `at`, and the index after it."""
        if depth >= MAX_DEPTH:
            raise _UnsureError
        line = self.line(at)
        if line is None or line.indent != indent:
            raise _UnsureError
        return self._list(line, indent, depth) if line.dash else self._mapping(line, indent, indent, depth)

    def _list(self, line: _Line | None, indent: int, depth: int) -> tuple[Node, int]:
        assert line is not None
        start, members = line, []
        after = line.number - 1
        while line is not None and line.indent == indent and line.dash:
            if line.key is not None:
                node, after = self._mapping(line, indent + 2, indent, depth + 1)
            elif line.only is not None:
                node, after = Node(_text(line.only), self._path, line.number, indent + 3), line.number
            else:
                raise _UnsureError
            members.append(node)
            line = self.line(after)
        if line is not None and (line.indent > indent or (line.indent == indent and not line.dash)):
            raise _UnsureError
        return Node(tuple(members), self._path, start.number, indent + 1), after

    def _mapping(self, line: _Line | None, indent: int, first_indent: int, depth: int) -> tuple[Node, int]:
        """Args: first_indent: of its first line, which may begin with the dash of a list."""
        assert line is not None
        if depth >= MAX_DEPTH:
            raise _UnsureError
        fields: dict[str, Node] = {}
        start, after = line, line.number - 1
        first = True
        while line is not None and line.indent == (first_indent if first else indent) and (first or not line.dash):
            if line.key is None or len(line.key) > LONGEST_KEY:
                raise _UnsureError
            key = _text(line.key)
            if key in fields:
                raise _UnsureError
            fields[key], after = self._value(line, indent, depth)
            line, first = self.line(after), False
        if line is not None and line.indent > indent:
            raise _UnsureError
        return Node(fields, self._path, start.number, start.key_at + 1), after

    def _value(self, line: _Line, indent: int, depth: int) -> tuple[Node, int]:
        value, column = line.value, line.value_at + 1
        if value is None:
            below = self.line(line.number)
            if below is None or below.indent <= indent:
                raise _UnsureError
            return self.block(below.number - 1, below.indent, depth + 1)
        if value == "|-":
            words, after = self._literal(line.number, indent + 2)
            return Node(words, self._path, line.number, column), after
        if value == "{}":
            return Node({}, self._path, line.number, column), line.number
        if value[0] == "[":
            if depth + 1 >= MAX_DEPTH:
                raise _UnsureError
            members = [(m.group(), m.start()) for m in _ONE.finditer(value, 1)]
            nodes = tuple(Node(_text(words), self._path, line.number, column + at) for words, at in members)
            return Node(nodes, self._path, line.number, column), line.number
        return Node(_text(value), self._path, line.number, column), line.number

    def _literal(self, at: int, indent: int) -> tuple[str, int]:
        """The text of a literal block whose first line has index `at`, and the index after it."""
        lines: list[str] = []
        pad = " " * indent
        while at < len(self._raw) and (not self._raw[at] or self._raw[at].startswith(pad)):
            lines.append(self._raw[at][indent:])
            at += 1
        while lines and not lines[-1]:
            lines.pop()
            at -= 1
        if not lines or not lines[0] or lines[0][0] == " " or any(line.isspace() for line in lines):
            raise _UnsureError
        return "\n".join(lines), at


def _text(token: str) -> str:
    """The text of a scalar as it stands in the file."""
    if token[0] == "'":
        return token[1:-1]
    if token[0] != '"':
        return token
    inner = token[1:-1]
    return _ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(match: re.Match[str]) -> str:
    return _SIMPLE[match[1]] if match[1] else chr(int(match[2] or match[3] or match[4], 16))
