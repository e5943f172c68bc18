"""A stretch of text, as offsets."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points `start` up to but not including `end` of a text that the holder names."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True where the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start
