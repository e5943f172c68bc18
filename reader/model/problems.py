"""What went wrong with one input, as a value."""

from __future__ import annotations

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One fault of one input: where, what, and what the person can do."""

    path: str
    """The file as given on the command line."""
    what: str
    """What is wrong, in plain words, without a full stop."""
    advice: str = ""
    """What to do about it; empty where there is nothing to do."""
    line: int = 0
    """1-based line, 0 where it concerns the whole file."""
    column: int = 0
    """1-based column, 0 where it concerns the whole line."""
    fatal: bool = True
    """False where the file opened all the same."""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f", line {self.line}"
            if self.column:
                place += f", column {self.column}"
        return f"{place}: {self.what}" + (f"; {self.advice}" if self.advice else "")


class ReaderError(Exception):
    """A fault that stops what was asked for; its problem is shown as one sentence."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
