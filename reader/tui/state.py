"""What the app shows, as one frozen value: a command makes a new one, the panes draw it."""

from __future__ import annotations

from typing import Literal, NamedTuple

LETTERS = "ABCDEF"
"""Letters of followed speakers; each has a colour in every theme."""

PaneName = Literal["sources", "article", "quotes"]
PANES: tuple[PaneName, ...] = ("sources", "article", "quotes")


class Follow(NamedTuple):
    """A followed speaker."""

    letter: str
    speaker: str
    """Speaker id."""
    name: str


class Target(NamedTuple):
    """What a mark is put on: an article, or one of its quotes."""

    key: str
    """Of the article."""
    quote: int | None = None
    """Index among its quotes; None: the article itself."""


class Within(NamedTuple):
    """What a search of the library found, kept as a filter."""

    query: str
    """As it was typed."""
    keys: frozenset[str]
    """The articles."""


class Sizes(NamedTuple):
    """What the person made of the screen."""

    prose: int = 76
    """Most cells of a line of prose."""
    sources: int = 0
    """Cells of the list; 0: after the screen."""
    quotes: int = 0
    """Cells of the quotes; 0: after the screen."""
    hidden: tuple[str, ...] = ()
    """Panes at the sides that are not shown."""


class State(NamedTuple):
    """Everything the screen depends on besides the library, the marks and the theme."""

    pane: PaneName = "sources"
    """The pane that has the keys."""
    key: str | None = None
    """The open article."""
    tag: str | None = None
    """Only articles with this tag, or one below it, are listed."""
    within: Within | None = None
    """Only articles that a search found are listed."""
    selected: tuple[Target, ...] = ()
    """What is acted on together."""
    follows: tuple[Follow, ...] = ()
    """In the order in which they were followed."""
    letters: tuple[tuple[str, str], ...] = ()
    """(speaker id, letter) of everybody ever followed, so that a letter stays theirs."""
    search: str = ""
    """What is looked for in the article."""
    searching: bool = False
    """True while the person types it."""
    looked: str = ""
    """What was looked for in the library, and is lit in the article."""
    hit: str = ""
    """Place and number of what was found: "7/32"."""
    walk: Literal["", "search", "follow", "found"] = ""
    """What n and N walk: the latest of search, search of the library, and follow."""
    cleaned: bool = False
    """What cleaning took away is shown."""
    alone: bool = False
    """The article has the whole screen."""
    indirect: bool = False
    """Reported speech without marks is listed too."""
    quotes_up: bool = False
    """On a middling screen: the quotes lie over the article."""
    sizes: Sizes = Sizes()
    safe: bool = False
    """Nothing else may be started: no browser, no command, no editor."""
    read_files: tuple[int, int] = (0, 0)
    """(done, total) while the library is being read."""
    resolved: bool = False
    """True once speakers hold over all articles."""
    doing: str = ""
    """What is done to that end after all files were read, or why nothing is."""

    @property
    def filtered(self) -> bool:
        """True where not all articles are listed."""
        return bool(self.tag or self.within)

    @property
    def lead(self) -> Follow | None:
        """The speaker followed last, whose occurrences n walks."""
        return self.follows[-1] if self.follows else None

    def letter_of(self, speaker: str) -> str:
        """The letter of a followed speaker, empty for others."""
        return next((f.letter for f in self.follows if f.speaker == speaker), "")
