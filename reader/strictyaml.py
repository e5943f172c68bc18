"""The one loader and writer of a person's YAML: marks, settings, themes.

A subset on purpose: every scalar is text, and anchors, aliases, tags, merge keys and duplicate keys are refused, so
that no file can be a bomb and no value changes its type behind a person's back. Errors carry line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

MAX_CHARACTERS = 32_000_000
MAX_DEPTH = 16

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What is written: text, lists and mappings of it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file and where it stands."""

    value: str | tuple[Node, ...] | Mapping[str, Node]
    path: str
    line: int
    """1-based."""
    column: int
    """1-based."""

    def fault(self, what: str, advice: str = "") -> ReaderError:
        """An error at this place, to be raised."""
        return ReaderError(Problem(self.path, what, advice, self.line, self.column))

    def text(self) -> str:
        """The value as text. Raises ReaderError where it is a list or a mapping."""
        if isinstance(self.value, str):
            return self.value
        raise self.fault("a plain value is expected here")

    def items(self) -> tuple[Node, ...]:
        """The members of a list; nothing at all counts as an empty one. Raises ReaderError for anything else."""
        if isinstance(self.value, tuple):
            return self.value
        if self.value == "":
            return ()
        raise self.fault("a list is expected here")

    def fields(self, known: Sequence[str] | None = None) -> Mapping[str, Node]:
        """The fields of a mapping; nothing at all counts as an empty one.

        Args: known: the keys that may occur; others are refused with the nearest known one. Raises ReaderError.
        """
        if self.value == "":
            return {}
        if not isinstance(self.value, Mapping):
            raise self.fault("keys and values are expected here")
        for key, node in self.value.items():
            if known is not None and key not in known:
                near = get_close_matches(key, known, 1)
                advice = f"did you mean {near[0]!r}?" if near else "known keys: " + ", ".join(known)
                raise node.fault(f"unknown key {visible_line(key)!r}", advice)
        return self.value


def load(text: str, path: str) -> Node:
    """The root of a YAML text. Raises ReaderError with line and column for anything outside the subset.

    Args: path: named in errors.
    """
    if len(text) > MAX_CHARACTERS:
        raise ReaderError(Problem(path, f"is larger than {MAX_CHARACTERS // 1_000_000} million characters"))
    import yaml  # 65 ms: only those who read such a file pay for it

    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)  # the pure Python parser; libyaml can be made to crash
        return _document(events, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ReaderError(Problem(path, f"is not valid YAML: {error.problem}", "", line, column)) from error
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise ReaderError(Problem(path, "holds characters that YAML does not allow", "", line)) from error
    except (RecursionError, ValueError) as error:
        raise ReaderError(Problem(path, "is not valid YAML")) from error


def _document(events: Iterator[Any], path: str) -> Node:
    """The one document of a stream of parser events, built without recursion."""
    root: Node | None = None
    open_: list[tuple[Any, list[Any], dict[str, Node], set[str]]] = []
    documents = 0
    for event in events:
        name = type(event).__name__
        if name == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise _at(event, path, "only one document is allowed in a file")
        if name in ("SequenceStartEvent", "MappingStartEvent", "ScalarEvent", "AliasEvent"):
            _refuse_extras(event, name, path)
        if name in ("SequenceStartEvent", "MappingStartEvent"):
            if len(open_) >= MAX_DEPTH:
                raise _at(event, path, f"is nested deeper than {MAX_DEPTH} levels")
            open_.append((event, [], {}, set()))
            continue
        if name == "ScalarEvent":
            node = Node(event.value, path, event.start_mark.line + 1, event.start_mark.column + 1)
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            start, listed, _, _ = open_.pop()
            mark = start.start_mark
            value = tuple(listed) if name == "SequenceEndEvent" else _mapping(listed)
            node = Node(value, path, mark.line + 1, mark.column + 1)
        else:
            continue
        if open_:
            open_[-1][1].append(node)
        else:
            root = node
    return root or Node("", path, 1, 1)


def _refuse_extras(event: Any, name: str, path: str) -> None:
    if name == "AliasEvent" or event.anchor is not None:
        raise _at(event, path, "anchors and aliases (& and *) are not allowed", "put the value in quotation marks")
    if name == "ScalarEvent" and event.value == "<<" and event.style is None:
        raise _at(event, path, "merge keys (<<) are not allowed", "put << in quotation marks")
    if event.tag is not None:
        raise _at(event, path, "tags (!) are not allowed", "put the value in quotation marks")


def _mapping(listed: Sequence[Node]) -> dict[str, Node]:
    """Keys and values in turn, as a mapping. Raises ReaderError for a key that is no text or stands twice."""
    fields: dict[str, Node] = {}
    for key, value in zip(listed[::2], listed[1::2], strict=True):
        name = key.text()
        if name in fields:
            raise key.fault(f"the key {visible_line(name)!r} stands twice", "keep one of them")
        fields[name] = value
    return fields


def _at(event: Any, path: str, what: str, advice: str = "") -> ReaderError:
    mark = event.start_mark
    return ReaderError(Problem(path, what, advice, mark.line + 1, mark.column + 1))


_PLAIN = re.compile(r"[^\W\d_](?:[\w.,’'()/+-]| (?=[\w(]))*")
_TYPED = frozenset(["y", "n", "yes", "no", "true", "false", "on", "off", "null", "none", "inf", "nan"])
_BLOCK = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*"
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def dump(value: Plain, indent: int = 0) -> str:
    """The value as YAML in the loader's subset; what `load` reads back is equal to it.

    Long notes become literal blocks, plain words stay bare, everything else is in double quotation marks.
    """
    return "".join(_lines(value, indent))


def _lines(value: Plain, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{pad}{scalar(key)}:{_after_key(inner, indent)}"
    elif isinstance(value, list):
        for inner in value:
            rest = dump(inner, indent + 2) if isinstance(inner, dict | list) and inner else f"{pad}  {_flat(inner)}\n"
            yield f"{pad}- {rest[indent + 2 :]}"
    else:
        yield f"{pad}{scalar(value)}\n"


def _after_key(value: Plain, indent: int) -> str:
    """What follows a key's colon, its line end included."""
    if isinstance(value, dict) and value:
        return "\n" + dump(value, indent + 2)
    if isinstance(value, list) and value:
        if all(isinstance(v, str) and "\n" not in v for v in value):
            return f" [{', '.join(scalar(str(v), flow=True) for v in value)}]\n"
        return "\n" + dump(value, indent + 2)
    if isinstance(value, str) and "\n" in value and all(_BLOCK.fullmatch(x) or not x for x in value.split("\n")):
        lines = value.split("\n")
        if lines[0] and lines[-1]:
            return " |-\n" + "".join(f"{' ' * (indent + 2)}{x}\n" if x else "\n" for x in lines)
    return f" {_flat(value)}\n"


def _flat(value: Plain) -> str:
    if isinstance(value, str):
        return scalar(value)
    return "{}" if isinstance(value, dict) else "[]"


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as one YAML scalar. Args: flow: inside brackets, where a comma would end it."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _TYPED and not (flow and "," in text)
    return text if plain else '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character == " ":
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
