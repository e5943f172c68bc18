"""What a YAML file says, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct

from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

MAX_CHARACTERS = 32_000_000
MAX_DEPTH = 16

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What is written: text, lists and mappings of it."""


class Node(Struct, frozen=True):
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


def plain(node: Node) -> Plain:
    """The value alone, to be written again."""
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [plain(member) for member in node.value]
    return {key: plain(member) for key, member in node.value.items()}
