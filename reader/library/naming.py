"""The speakers of a library of any size, from its registry into a snapshot: one speaker is in memory at a time."""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from reader.library.corrections import Place, corrected_speakers
from reader.library.registry import Registry
from reader.marks.marks import SpeakerAct
from reader.model.speakers import Speaker
from reader.speakers.library import Clusters, Portrait, speaker_id

_SCHEMA = """
CREATE TABLE portraits (
    root INTEGER PRIMARY KEY, folded TEXT, name TEXT, kind TEXT, aliases TEXT, roles TEXT, key TEXT, start INTEGER)
"""
Listed = tuple[str, str, int, Speaker]
"""(folded name, id, cluster, speaker without its entities); the order of the first three is that of speakers."""


class Said(NamedTuple):
    """What the person said of speakers."""

    acts: Sequence[SpeakerAct]
    named: Mapping[Place, str]
    """Entities to which a quote was given by name."""
    path_of: Callable[[str], str]
    """The path of an article, by its key, as the person's book has it."""


def drawn(base: sqlite3.Connection, registry: Registry, clusters: Clusters, keys: Sequence[str]) -> None:
    """Keep what is known of every speaker in the registry's database. Args: keys: of the articles, in order."""
    base.execute(_SCHEMA)
    for root in clusters:
        portrait = Portrait()
        for number in clusters.members(root):
            portrait.add(keys[registry.article(number)], registry.told(number))
        name = portrait.name
        base.execute(
            "INSERT INTO portraits VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (root, name.casefold(), name, portrait.kind, json.dumps(portrait.aliases), json.dumps(portrait.roles),
             *(portrait.origin or ("", 0))),
        )  # fmt: skip
    base.execute("CREATE INDEX portraits_by_name ON portraits (folded, root)")


def listed(base: sqlite3.Connection) -> Iterator[Listed]:
    """The speakers in their order."""
    rows = base.execute(
        "SELECT folded, root, name, kind, aliases, roles, key, start FROM portraits ORDER BY folded, root"
    )
    for folded, block in groupby(rows, key=lambda row: row[0]):
        alike = list(block)
        shared = Counter(row[3] for row in alike)
        found = []
        for _, root, name, kind, aliases, roles, *origin in alike:
            id_ = speaker_id(kind, name, (origin[0], origin[1]), shared[kind])
            found.append((id_, root, Speaker(id_, name, kind, tuple(json.loads(aliases)), tuple(json.loads(roles)))))
        for id_, root, speaker in sorted(found, key=lambda f: f[:2]):
            yield folded, id_, root, speaker


class Speakers:
    """The speakers of a library after the person's own acts, and which entity is whose."""

    def __init__(
        self, base: sqlite3.Connection, registry: Registry, clusters: Clusters, keys: Sequence[str], said: Said
    ) -> None:
        """Args: keys: of the articles, in order."""
        self._base, self._registry, self._clusters, self._keys, self._said = base, registry, clusters, keys, said
        self._of = array("I", bytes(4 * len(registry)))
        """The number of every entity's speaker and one; 0 where it has none."""

    def __iter__(self) -> Iterator[Speaker]:
        """All of them in order, without their entities; afterwards `of` can be asked."""
        changed: dict[int, Speaker] = {}
        if self._said.acts or self._said.named:
            changed = dict(self._concerned())
        right = [
            (s.name.casefold(), s.id, -1, s)
            for s in corrected_speakers(
                [*changed.values()], self._said.acts, self._paths(changed.values()), self._said.named
            )
        ]
        same = (entry for entry in listed(self._base) if entry[2] not in changed)
        for number, (_, _, root, speaker) in enumerate(merge(same, right, key=lambda entry: entry[:2])):
            members = self._clusters.members(root) if root >= 0 else map(self._number, speaker.entities)
            for member in members:
                self._of[member] = number + 1
            yield speaker

    def of(self, article: int, entity: int | None) -> int | None:
        """The number of the speaker that an article's entity is. Args: article: counted in the order of keys."""
        number = 0 if entity is None else self._of[self._registry.starts[article] + entity]
        return number - 1 if number else None

    def in_article(self, article: int) -> Sequence[int]:
        """The same of all entities of an article: their speakers' numbers and one, 0 where there is none."""
        starts = self._registry.starts
        stop = starts[article + 1] if article + 1 < len(starts) else len(self._of)
        return self._of[starts[article] : stop]

    def _concerned(self) -> Iterator[tuple[int, Speaker]]:
        """(cluster, speaker) of those whom the person's acts can touch: who bears a name that is spoken of."""
        names = {name.casefold() for act in self._said.acts for name in (act.speaker, act.other)}
        names |= {name.casefold() for name in self._said.named.values()}
        roots = {self._clusters.root(self._number(place)) for place in self._said.named}
        for folded, _, root, speaker in listed(self._base):
            if root in roots or folded in names or any(alias.casefold() in names for alias in speaker.aliases):
                entities = tuple(map(self._place, self._clusters.members(root)))
                yield root, Speaker(speaker.id, speaker.name, speaker.kind, speaker.aliases, speaker.roles, entities)

    def _paths(self, speakers: Iterable[Speaker]) -> dict[str, str]:
        return {key: self._said.path_of(key) for speaker in speakers for key, _ in speaker.entities}

    def _place(self, number: int) -> Place:
        article = self._registry.article(number)
        return self._keys[article], number - self._registry.starts[article]

    def _number(self, place: Place) -> int:
        return self._registry.starts[bisect_left(self._keys, place[0])] + place[1]
