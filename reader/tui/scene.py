"""What a view is made from: the library under the present filter, and who is followed."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec.structs import replace

from reader.library.library import Library
from reader.tui.shelf import Shelf
from reader.tui.state import Follow

Order = Literal["date", "outlet"]


class Scene(NamedTuple):
    """All that a view depends on; another one makes it anew."""

    whole: Library
    shelf: Shelf | None = None
    """The listed articles, where a filter is set."""
    follows: tuple[Follow, ...] = ()
    only: bool = False
    """Only followed speakers are wanted."""
    order: Order = "date"
    asked: str = ""
    """What is searched for, in the view that searches."""
    edition: int = 0
    """Another number where a mark has changed, for views that show marks."""

    @property
    def library(self) -> Library:
        """The library under the filter."""
        return self.whole if self.shelf is None else narrowed(self.whole, self.shelf)

    def letter(self, speaker: str | None) -> str:
        """The letter of a followed speaker, empty for others."""
        return next((f.letter for f in self.follows if f.speaker == speaker), "")

    def wants(self, *speakers: str | None) -> bool:
        """True where something about these speakers is to be shown."""
        return not self.only or any(self.letter(speaker) for speaker in speakers)


@lru_cache(maxsize=2)
def narrowed(library: Library, shelf: Shelf) -> Library:
    """The library of the listed articles alone; statements that fewer than two of them report fall away."""
    keys = shelf.places
    speakers = [replace(s, entities=tuple(p for p in s.entities if p[0] in keys)) for s in library.speakers]
    statements = [replace(s, quotes=tuple(q for q in s.quotes if q[0] in keys)) for s in library.statements]
    return Library(
        [(key, analysis) for key, analysis in library.items() if key in keys],
        [s for s in speakers if s.entities],
        [s for s in statements if len({key for key, _ in s.quotes}) > 1],
        copies=library.copies,
    )
