"""Values become YAML text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.strictyaml.nodes import Plain

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
