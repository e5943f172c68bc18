"""YAML text becomes nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reader.model.problems import Problem, ReaderError
from reader.strictyaml.nodes import MAX_CHARACTERS, MAX_DEPTH, Node
from reader.strictyaml.quick import quick
from reader.text.guard import visible_line


def load(text: str, path: str) -> Node:
    """The root of a YAML text. Raises ReaderError with line and column for anything outside the subset.

    Args: path: named in errors.
    """
    return quick(checked(text, path), path) or load_slowly(text, path)


def checked(text: str, path: str) -> str:
    """The text, unless it is too long. Raises ReaderError."""
    if len(text) > MAX_CHARACTERS:
        raise ReaderError(Problem(path, f"is larger than {MAX_CHARACTERS // 1_000_000} million characters", "", 1, 1))
    return text


def load_slowly(text: str, path: str) -> Node:
    """What `load` gives, without the quick way."""
    import yaml  # 65 ms: only those who read a file that a person wrote pay for it

    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)  # the pure Python parser; libyaml can be made to crash
        return _document(events, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ReaderError(Problem(path, f"is not valid YAML: {error.problem}", "", line, column)) from error
    except yaml.YAMLError as error:
        at = getattr(error, "position", 0)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        raise ReaderError(Problem(path, "holds characters that YAML does not allow", "", line, column)) from error
    except (RecursionError, ValueError) as error:
        raise ReaderError(Problem(path, "is not valid YAML", "", 1, 1)) from error


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
