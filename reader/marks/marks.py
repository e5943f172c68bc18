"""What the person adds: tags, notes, stars, read or not, and corrections of what the program found."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reader.model.quotes import QuoteKind

FOLLOW_UP = "follow-up"
"""The tag that one key toggles."""
Others = tuple[tuple[str, str], ...]
"""(key, value as JSON) of what a person or another version wrote beside what is known; kept as it is."""
NOBODY = ""
"""The speaker of a quote that the person gave to nobody."""


class ArticleRef(Struct, frozen=True):
    """How a mark finds its article again: by id, else by path, else by title, else by likeness."""

    id: str
    path: str
    """Relative to the marked folder, with forward slashes."""
    part: int = 1
    title: str = ""
    sample: str = ""
    """Hashes of some of its longer sentences, so that an edited and renamed file is known again."""


class QuoteMark(Struct, frozen=True):
    """What the person said of one quote. It refers to the words quoted, so it outlives edits and newer rules."""

    words: str
    """As they were found."""
    nth: int = 1
    """Which of the places in the article where these words are quoted, counted from 1."""
    speaker: str | None = None
    """The right speaker's name, NOBODY, or None where the person did not say."""
    kind: QuoteKind | None = None
    ends: str | None = None
    """The words that the quote should hold."""
    quote: bool = True
    """False: the person said that it is none."""
    star: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    others: Others = ()

    @property
    def corrects(self) -> bool:
        """True where it changes what the program found."""
        return self.speaker is not None or self.kind is not None or self.ends is not None or not self.quote

    @property
    def empty(self) -> bool:
        """True where there is nothing to keep."""
        return not (self.corrects or self.star or self.tags or self.note or self.others)


class LineMark(Struct, frozen=True):
    """The person's word that a line belongs to the article, or does not."""

    text: str
    """How it begins, blanks evened out (reader.library.belonging)."""
    belongs: bool
    nth: int = 1
    """Which of the article's lines that begin so, counted from 1."""


class ArticleMark(Struct, frozen=True):
    """All that the person said of one article."""

    ref: ArticleRef
    tags: tuple[str, ...] = ()
    """In the order they were given, no tag twice."""
    read: bool = False
    note: str = ""
    star: bool = False
    quotes: tuple[QuoteMark, ...] = ()
    lines: tuple[LineMark, ...] = ()
    others: Others = ()

    @property
    def empty(self) -> bool:
        """True where there is nothing to keep."""
        return not (self.tags or self.read or self.note or self.star or self.quotes or self.lines or self.others)

    @property
    def all_tags(self) -> tuple[str, ...]:
        """Its tags and those of its quotes, one for every place that has it."""
        return (*self.tags, *(tag for quote in self.quotes for tag in quote.tags))


class SpeakerAct(Struct, frozen=True):
    """What the person said of speakers over the whole library.

    same: `speaker` and `other` are one, called `speaker`. apart: the `speaker` of the article at `path` is somebody
    else, called `other`. name: `speaker` is to be called `other`.
    """

    act: Literal["same", "apart", "name"]
    speaker: str
    other: str
    path: str = ""


class OutletLine(Struct, frozen=True):
    """The person's word on a line in every article of an outlet; figures in it make no difference."""

    outlet: str
    text: str
    belongs: bool


class TagColour(Struct, frozen=True):
    """The colour that the person chose for a tag and all below it."""

    tag: str
    colour: str
    """The name of a theme colour."""


class SavedSearch(Struct, frozen=True):
    """A search that the person gave a name."""

    name: str
    query: str


class Acts(Struct, frozen=True):
    """What the person said that is not of one article alone."""

    speakers: tuple[SpeakerAct, ...] = ()
    """In the order in which they were done; later ones build on earlier ones."""
    outlets: tuple[OutletLine, ...] = ()
    colours: tuple[TagColour, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    recent: tuple[str, ...] = ()
    """The tags given last, the latest first."""
    others: Others = ()
    comments: tuple[str, ...] = ()
    """Lines that a person wrote into the file for themselves."""

    @property
    def corrections(self) -> tuple[tuple[SpeakerAct, ...], tuple[OutletLine, ...]]:
        """What changes the library."""
        return self.speakers, self.outlets
