"""The comments of a YAML text, so that they need not get lost when it is written anew."""

from __future__ import annotations

import re

from reader.strictyaml.loading import checked, load_slowly
from reader.strictyaml.nodes import Node
from reader.strictyaml.quick import quick

_SIGN = re.compile(r"(?:^|\s)#", re.MULTILINE)


def load_commented(text: str, path: str) -> tuple[Node, tuple[str, ...]]:
    """What `load` gives, and every comment of the text in order, each from its # on. Raises ReaderError as it does."""
    node = quick(checked(text, path), path)
    if node is None:
        return load_slowly(text, path), _slowly(text) if _SIGN.search(text) else ()
    # the quick way takes comments at the margin alone, where nothing else of it can begin with a #
    return node, tuple(line for line in text.split("\n") if line.startswith("#"))


def _slowly(text: str) -> tuple[str, ...]:
    """The same for any YAML: what stands behind the last token of a line, or where there is none."""
    import yaml

    lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", text)
    ends = [0] * (len(lines) + 1)
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        first, last = token.start_mark, token.end_mark
        if isinstance(token, yaml.ScalarToken) and last.line > first.line:
            inside = last.line if last.column else last.line - 1
            block = token.style in ("|", ">")
            for number in range(first.line + block, inside + 1):
                ends[number] = len(lines[number]) if number < inside or block else last.column
            if block:
                ends[first.line] = max(ends[first.line], first.column + 1)
        elif first.line < len(lines):
            ends[last.line] = max(ends[last.line], last.column)
    found = []
    for line, end in zip(lines, ends, strict=False):
        behind = line[end:]
        sign = behind.find("#")
        if sign >= 0 and not behind[:sign].strip(" \t|>+-0123456789"):
            found.append(behind[sign:].rstrip())
    return tuple(found)
