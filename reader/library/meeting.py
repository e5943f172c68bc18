"""Who of a library's speakers somebody in a new article is, where their names alone tell."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from hashlib import blake2s

from reader.library.corrections import Place
from reader.model.speakers import Entity, Speaker
from reader.speakers.names import body_key
from reader.speakers.people import name_of
from reader.text.folding import folded_words

_BODIES = ("organisation", "place", "document")
_MOST = 400
"""Names with the same words that are looked at."""


def known_speaker(base: sqlite3.Connection, speaker: Speaker, entities: Mapping[Place, Entity]) -> int | None:
    """The number of the one speaker of a snapshot who bears the same full name, or the same name of a body; None where
    nobody does, or more than one. A surname alone tells nobody."""
    mine = [entities[place] for place in speaker.entities]
    if speaker.kind == "person":
        wanted = {_full_name(entity.name) for entity in mine if entity.kind == "person"} - {None}
        names = {entity.name for entity in mine if entity.kind == "person"}
        found = {n for name in names for n in _bearing(base, name, ("person",), lambda a: _full_name(a) in wanted)}
    elif speaker.kind in _BODIES:
        names = {alias for entity in mine for alias in (entity.name, *entity.aliases)}
        keys = {body_key(name) for name in names}
        found = {n for name in names for n in _bearing(base, name, _BODIES, lambda a: body_key(a) in keys)}
    else:
        return None
    return found.pop() if len(found) == 1 else None


def _bearing(base: sqlite3.Connection, name: str, kinds: tuple[str, ...], same: Callable[[str], bool]) -> set[int]:
    """Speakers of some kinds who are called by a name that is the same."""
    words = folded_words(name)
    if not words:
        return set()
    query = (
        "SELECT DISTINCT speakers.number, kind, name, aliases FROM bearers JOIN speakers ON speakers.number = speaker "
        "WHERE bearers.number IN (SELECT rowid FROM names WHERE names MATCH ? LIMIT ?)"
    )
    rows = base.execute(query, ('"' + " ".join(words) + '"', _MOST))
    return {
        number for number, kind, main, aliases in rows
        if kind in kinds and any(same(alias) for alias in (main, *json.loads(aliases)))
    }  # fmt: skip


def _full_name(name: str) -> tuple[tuple[str, ...], str] | None:
    """The words and the suffix of a name of two words or more."""
    parts = name_of(name)
    return (parts.words, parts.suffix) if len(parts.words) > 1 else None


def id_by_origin(speaker: Speaker, entities: Mapping[Place, Entity]) -> str:
    """The id of a speaker whose name another has too: of where they are first named, as the whole library gives it."""

    def origin(place: Place) -> tuple[str, int]:
        links = entities[place].links
        return place[0], links[0].span.start if links else -place[1]

    key, start = min(map(origin, speaker.entities))
    return blake2s(f"{speaker.kind}|{speaker.name.casefold()}|{key}|{start}".encode(), digest_size=6).hexdigest()
