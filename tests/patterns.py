"""Reads regular expressions and finds those that a text can keep busy: more than once over the same characters.

`python -m patterns` (in tests/) prints what is suspect in all modules of the program.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

ALPHABET = frozenset(map(chr, range(128))) | frozenset("éßñЖя“”«»’‘–—…·\u00a0\u2003\u2028\u200b中ع€\ufffd")
ENDLESS = 1000
"""A repeat that may be longer counts as endless."""
LOOPS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
WORD = frozenset(c for c in ALPHABET if c.isalnum() or c == "_")
CATEGORIES = {
    _constants.CATEGORY_DIGIT: frozenset(c for c in ALPHABET if c.isdecimal()),
    _constants.CATEGORY_SPACE: frozenset(c for c in ALPHABET if c.isspace()),
    _constants.CATEGORY_WORD: WORD,
}
CATEGORIES |= {
    _constants.CATEGORY_NOT_DIGIT: ALPHABET - CATEGORIES[_constants.CATEGORY_DIGIT],
    _constants.CATEGORY_NOT_SPACE: ALPHABET - CATEGORIES[_constants.CATEGORY_SPACE],
    _constants.CATEGORY_NOT_WORD: ALPHABET - WORD,
}
Node = tuple[Any, Any]


class Piece(NamedTuple):
    """A part of a pattern that stands in a row with others."""

    characters: frozenset[str]
    """All that can occur in it."""
    first: frozenset[str]
    """All that it can begin with."""
    endless: bool
    optional: bool


def members(op: Any, value: Any) -> frozenset[str] | None:
    """What one character can be; None where it is no single character."""
    if op is _constants.LITERAL:
        return frozenset(chr(value).lower() + chr(value).upper()) & ALPHABET or frozenset(chr(value))
    if op is _constants.NOT_LITERAL:
        return ALPHABET - {chr(value)}
    if op is _constants.ANY:
        return ALPHABET
    if op is _constants.IN:
        found: frozenset[str] = frozenset()
        for kind, what in value:
            if kind is _constants.RANGE:
                found |= {c for c in ALPHABET if what[0] <= ord(c) <= what[1]}
            elif kind is _constants.CATEGORY:
                found |= CATEGORIES[what]
            elif kind is _constants.LITERAL:
                found |= {chr(what)}
        return ALPHABET - found if value[0][0] is _constants.NEGATE else found
    return None


def inner(op: Any, value: Any) -> list[Sequence[Node]]:
    """The sequences that a node is made of."""
    if op is _constants.SUBPATTERN:
        return [value[3]]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in LOOPS or op is _constants.POSSESSIVE_REPEAT:
        return [value[2]]
    if op is _constants.ATOMIC_GROUP:
        return [value]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def occurring(nodes: Iterable[Node]) -> frozenset[str]:
    """All characters that can occur in a sequence."""
    found: frozenset[str] = frozenset()
    for op, value in nodes:
        one = members(op, value)
        found |= one if one is not None else frozenset().union(*(occurring(part) for part in inner(op, value)))
        if op is _constants.GROUPREF:
            found |= ALPHABET
    return found


def beginning(nodes: Iterable[Node]) -> frozenset[str]:
    """All that a sequence can begin with."""
    found: frozenset[str] = frozenset()
    for piece in pieces(nodes):
        found |= piece.first
        if not piece.optional:
            break
    return found


def width(nodes: Any) -> int:
    """The least number of characters of a sequence."""
    return int(nodes.getwidth()[0]) if hasattr(nodes, "getwidth") else 0


def pieces(nodes: Iterable[Node]) -> Iterator[Piece]:
    """A sequence as a row, groups that stand once opened up; what has no width is left out."""
    for op, value in nodes:
        one = members(op, value)
        if one is not None:
            yield Piece(one, one, False, False)
        elif op is _constants.SUBPATTERN:
            yield from pieces(value[3])
        elif op in LOOPS:
            least, most, body = value
            yield Piece(occurring(body), beginning(body), most >= ENDLESS, least == 0 or width(body) == 0)
        elif op in (_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP):
            yield Piece(frozenset(), frozenset(), False, False)
        elif op is _constants.BRANCH:
            parts = [list(pieces(part)) for part in value[1]]
            characters = frozenset().union(*(p.characters for part in parts for p in part))
            endless = any(p.endless for part in parts for p in part)
            first = frozenset().union(*(beginning(part) for part in value[1]))
            yield Piece(characters, first, endless, any(all(p.optional for p in part) for part in parts))
        elif op in (_constants.GROUPREF, _constants.GROUPREF_EXISTS):
            yield Piece(ALPHABET, ALPHABET, False, True)


def beside(row: Sequence[Piece]) -> bool:
    """True where two endless pieces can share out the same characters in many ways."""
    for first, one in enumerate(row):
        if not one.endless:
            continue
        between: list[Piece] = []
        for other in row[first + 1 :]:
            shared = one.characters & other.first
            if other.endless and shared and all(p.optional or p.characters & shared for p in between):
                return True
            between.append(other)
    return False


def nested(body: Any) -> bool:
    """True where a repeated body holds an endless piece and nothing that tells one round from the next."""
    row = list(pieces(body))
    loops = [p for p in row if p.endless]
    fixed = [p for p in row if not p.optional and not p.endless]
    return any(all(p.characters & loop.characters for p in fixed) for loop in loops)


def suspicions(nodes: Any) -> set[str]:
    """What is suspect in a sequence and all below it."""
    found = {"beside"} if beside(list(pieces(nodes))) else set()
    for op, value in nodes:
        if op in LOOPS and value[1] >= ENDLESS and nested(value[2]):
            found.add("nested")
        for part in inner(op, value):
            found |= suspicions(part)
    return found


def leading(nodes: Any) -> bool:
    """True where it begins with an endless repeat and can fail behind it: each start is tried anew in a search."""
    ahead = {"assert": False}
    for op, _ in nodes:
        if op in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            ahead["assert"] = True
        break
    row = list(pieces(nodes))
    if ahead["assert"] or not row or not row[0].endless:
        return False
    rest = row[1:]
    ends = any(op is _constants.AT for op, _ in nodes[1:])
    return ends or any(not p.optional for p in rest)


def judged(pattern: str | bytes, flags: int) -> tuple[str, ...]:
    """What is suspect in a pattern: "nested", "beside", "leading"."""
    tree = _parser.parse(pattern, flags & ~re.DEBUG)
    found = suspicions(tree)
    if leading(tree):
        found.add("leading")
    return tuple(sorted(found))


CALLS = ("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def text_of(node: ast.expr, module: object) -> str | None:
    """The pattern that an argument stands for, "w" where words are put in; None where it is no text of the module."""
    match node:
        case ast.Constant(value=str() as value):
            return value
        case ast.Constant(value=bytes() as value):
            return value.decode("latin-1")
        case ast.Name(id=name):
            named = getattr(module, name, None)
            return named if isinstance(named, str) else None
        case ast.JoinedStr(values=values):
            parts = [text_of(v.value if isinstance(v, ast.FormattedValue) else v, module) for v in values]
            return "".join("w" if part is None else part for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return "".join("w" if part is None else part for part in (text_of(left, module), text_of(right, module)))
        case ast.Call(func=ast.Attribute(attr="join", value=between)):
            joined = text_of(between, module)
            return None if joined is None else f"w{joined}w"
        case ast.Call(func=ast.Attribute(attr="escape")):
            return "w"
    return None


def written() -> tuple[dict[str, tuple[str, ...]], set[tuple[str, str]]]:
    """Patterns that stand in calls of `re`, inside functions too: those that are suspect, and (module, argument) of
    those that cannot be told from the text."""
    import reader

    suspect, unknown = {}, set()
    for found in pkgutil.walk_packages(reader.__path__, "reader."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        assert module.__file__
        with open(module.__file__, encoding="utf-8") as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr), args=[first, *_]) if (
                    attr in CALLS
                ):
                    pattern = text_of(first, module)
                    if pattern is None:
                        unknown.add((found.name, ast.unparse(first)))
                    elif what := judged(pattern, 0):
                        suspect[pattern] = what
    return suspect, unknown


def patterns() -> dict[str, tuple[str, ...]]:
    """Every suspect pattern that importing the program compiles."""
    seen: dict[tuple[str | bytes, int], None] = {}
    compiled = _compiler.compile

    def watched(pattern: Any, flags: int = 0) -> Any:
        made = compiled(pattern, flags)
        frame: Any = sys._getframe(1)
        while frame and "/re/" in frame.f_code.co_filename.replace("\\", "/"):
            frame = frame.f_back
        if frame and "/reader/" in frame.f_code.co_filename and "site-packages" not in frame.f_code.co_filename:
            seen.setdefault((made.pattern, made.flags))
        return made

    _compiler.compile = watched
    try:
        import reader

        for module in pkgutil.walk_packages(reader.__path__, "reader."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        _compiler.compile = compiled
    assert len(seen) > 100, "the patterns were compiled before they were watched"
    found = {}
    for pattern, flags in seen:
        what = judged(pattern, flags)
        if what:
            found[pattern if isinstance(pattern, str) else pattern.decode("latin-1")] = what
    return found


if __name__ == "__main__":
    for suspect, reasons in sorted(patterns().items()):
        print(" ".join(reasons), ascii(suspect))
