"""What one entity tells of who it is: all that resolving looks at, and nothing of its article's text."""

from __future__ import annotations

from msgspec import Struct

from reader.mentions.lexicon import PLURAL, lexicon
from reader.model.mentions import Gender, SpeakerKind
from reader.model.speakers import Entity
from reader.speakers.descriptions import describe
from reader.speakers.names import body_key
from reader.speakers.people import Name, name_of


class Evidence(Struct, frozen=True, array_like=True):
    """An entity as resolving sees it. `array_like`: it is kept as a plain list."""

    name: str
    kind: SpeakerKind
    start: int
    """Offset of its first mention; without one, its number below zero."""
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender = ""
    members: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    """Of a person's name."""
    suffix: str = ""
    nouns: tuple[str, ...] = ()
    """Role nouns of a person."""
    owners: tuple[str, ...] = ()
    """Whom a person's roles belong to."""
    offices: tuple[str, ...] = ()
    """"governor@texas": those that a person has, each from one role; of one certain person without a name ("the Texas
    governor") those that only its bearer has."""
    keys: tuple[str, ...] = ()
    """Of a body, place or document: what its names are compared by, that of its own name first."""

    @property
    def called(self) -> Name:
        """A person's name taken apart."""
        return Name(self.words, self.suffix)

    @property
    def companion(self) -> str:
        """The full name or body by which it tells articles of one event from others; empty for anything else."""
        if self.kind == "person":
            return " ".join(self.words) if len(self.words) > 1 else ""
        return self.keys[0] if self.kind == "organisation" else ""


def evidence(entity: Entity, number: int, code: str | None) -> Evidence:
    """What an entity tells. Args: number: its index in its article; code: the article's language."""
    start = entity.links[0].span.start if entity.links else -number
    base = (entity.name, entity.kind, start, entity.aliases, entity.roles, entity.gender, entity.members)
    if entity.kind == "person":
        name = name_of(entity.name)
        found = [describe(role, code) for role in entity.roles]
        nouns = tuple(sorted({noun for f in found for noun in f.nouns}))
        owners = tuple(sorted({owner for f in found for owner in f.owners}))
        offices = tuple(sorted({_office(noun, owner) for f in found for noun in f.nouns for owner in f.owners}))
        return Evidence(*base, name.words, name.suffix, nouns, owners, offices)
    if entity.kind == "unnamed":
        return Evidence(*base, offices=_wanted(entity.name, code))
    if entity.kind in ("organisation", "place", "document"):
        return Evidence(*base, keys=tuple(dict.fromkeys(map(body_key, (entity.name, *entity.aliases)))))
    return Evidence(*base)


def _wanted(phrase: str, code: str | None) -> tuple[str, ...]:
    """The offices of one certain person: "the Texas governor", not "a senator", "former governors"."""
    found = describe(phrase, code)
    words = phrase.lower().split()
    if not found.head or not words or words[0] not in _THE or lexicon(code).what(words[-1]) & PLURAL:
        return ()
    return tuple(sorted(_office(found.head, owner) for owner in found.owners))


def _office(noun: str, owner: str) -> str:
    return f"{noun}@{owner}"


_THE = ("the", "der", "die", "le", "la", "el", "l'")
