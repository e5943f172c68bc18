"""Who speaks: the entities of one article, and the speakers of a whole library."""

from __future__ import annotations

from msgspec import Struct

from reader.model.mentions import Gender, SpeakerKind
from reader.model.spans import Span


class Link(Struct, frozen=True):
    """One mention and why it is taken to be this entity."""

    span: Span
    """The words that are lit, over the article's text."""
    rule: str
    """"full name", "surname", "pronoun", "role", ..."""
    confidence: float = 1.0


class Entity(Struct, frozen=True):
    """A person or body as one article presents it: what its mentions there have in common."""

    name: str
    """The fullest plain name found in the article, without title or role; of an unnamed one its phrase."""
    kind: SpeakerKind
    links: tuple[Link, ...]
    aliases: tuple[str, ...] = ()
    """The names it goes by in the article, fullest first, without duplicates."""
    roles: tuple[str, ...] = ()
    """Titles and descriptions beside its names: "Kremlin spokesman"."""
    gender: Gender = ""
    members: tuple[int, ...] = ()
    """Of a group ("A and B"): indices of its members among the article's entities."""


class Speaker(Struct, frozen=True):
    """One person or body over the whole library."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    entities: tuple[tuple[str, int], ...] = ()
    """(article key, entity index) pairs that are this speaker, in library order."""


class Statement(Struct, frozen=True):
    """Quotes, in different articles, that report one utterance."""

    id: str
    speaker: str | None
    """Speaker id."""
    quotes: tuple[tuple[str, int], ...]
    """(article key, quote index) pairs, in library order."""
