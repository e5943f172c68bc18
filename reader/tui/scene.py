"""What a view is made from: the library under the present filter, and who is followed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from msgspec.structs import replace

from reader.library.library import Library, from_index
from reader.model.speakers import Speaker, Statement
from reader.tui.shelf import Shelf
from reader.tui.state import Follow

Order = Literal["date", "outlet"]


MOST = 2000
"""Articles of a larger library from an index that a view which looks through whole articles is made from."""


class TooManyError(Exception):
    """A view would have to look through a whole archive; the message says what to do."""


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

    @property
    def surveyed(self) -> Library:
        """The library under the filter, for views that look through whole articles: of a large one from an index the
        first MOST articles that are listed, or that have a followed speaker where only those are wanted.

        Raises TooManyError where that would be everything."""
        if not self._large:
            return self.library
        if self.shelf is not None:
            return gathered(self.whole, tuple(islice(self.shelf.places, MOST)))
        if not self.only:
            count = len(self.whole.keys)
            raise TooManyError(f"{count:,} articles are too many here: filter them, or show only followed speakers.")
        return gathered(self.whole, tuple(islice(dict.fromkeys(self._theirs()), MOST)))

    @property
    def _large(self) -> bool:
        return from_index(self.whole) and len(self.whole.keys) > MOST

    def _theirs(self) -> Iterable[str]:
        return (key for follow in self.follows for key in self.whole.counts(follow.speaker))

    @property
    def cut(self) -> str:
        """What `surveyed` looks at where it leaves articles out; else empty."""
        if not self._large or (self.shelf is None and not self.only):
            return ""
        wanted = (
            len(self.shelf.places) if self.shelf is not None
            else sum(len(self.whole.counts(follow.speaker)) for follow in self.follows)
        )  # fmt: skip
        return f"the first {MOST:,} articles" if wanted > MOST else ""

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
    if from_index(library):
        return gathered(library, tuple(keys))
    speakers = [replace(s, entities=tuple(p for p in s.entities if p[0] in keys)) for s in library.speakers]
    statements = [replace(s, quotes=tuple(q for q in s.quotes if q[0] in keys)) for s in library.statements]
    return Library(
        [(key, analysis) for key, analysis in library.items() if key in keys],
        [s for s in speakers if s.entities],
        [s for s in statements if len({key for key, _ in s.quotes}) > 1],
        copies=library.copies,
    )


@lru_cache(maxsize=2)
def gathered(library: Library, keys: tuple[str, ...]) -> Library:
    """The same of these articles, found by asking for what they have and not by looking at all."""
    items = [(key, library.analysis(key)) for key in keys]
    speakers: dict[str, tuple[Speaker, list[tuple[str, int]]]] = {}
    statements: dict[str, tuple[Statement, list[tuple[str, int]]]] = {}
    for key, analysis in items:
        for index in range(len(analysis.entities)):
            if (speaker := library.speaker_of(key, index)) is not None:
                speakers.setdefault(speaker.id, (speaker, []))[1].append((key, index))
        for index in range(len(analysis.quotes)):
            for statement in library.statements_of(key, index):
                statements.setdefault(statement.id, (statement, []))[1].append((key, index))
    return Library(
        items,
        [replace(speaker, entities=tuple(places)) for speaker, places in speakers.values()],
        [
            replace(statement, quotes=tuple(places))
            for statement, places in statements.values()
            if len({key for key, _ in places}) > 1
        ],
        copies=library.copies,
    )
