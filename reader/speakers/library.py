"""The speakers of a library: the entities of its articles, brought together where evidence says they are one."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s

from reader.model.analysis import Analysis
from reader.model.mentions import SpeakerKind
from reader.model.speakers import Speaker
from reader.speakers.evidence import Evidence, evidence
from reader.speakers.identity import united
from reader.speakers.memory import Memory
from reader.speakers.names import body_key
from reader.speakers.people import name_of
from reader.speakers.union import Union


def resolve(analyses: Sequence[tuple[str, Analysis]], *, everybody: bool = False) -> tuple[Speaker, ...]:
    """Everybody and everything quoted in the library, or named in two articles or more; sorted by name.

    Args: analyses: (article key, its analysis); the result does not depend on their order; everybody: those too who
    are named once and not quoted.
    """
    ordered = sorted(analyses, key=lambda pair: pair[0])
    places = [(key, n) for key, analysis in ordered for n in range(len(analysis.entities))]
    register = Memory([evidence(e, n, a.article.language) for n, e in enumerate(a.entities)] for _, a in ordered)
    quoted = bytearray(bytes([everybody]) * len(places))
    for start, (_, analysis) in zip(register.starts, ordered, strict=True):
        for quote in analysis.quotes:
            if quote.entity is not None:
                quoted[start + quote.entity] = 1
    clusters = Clusters(united(register), register.starts, wanted(quoted, register.groups()))
    portraits = []
    for root in clusters:
        portrait = Portrait()
        for number in clusters.members(root):
            portrait.add(places[number][0], register.told[number])
        portraits.append((root, portrait, portrait.name))
    shared = Counter((portrait.kind, name.casefold()) for _, portrait, name in portraits)
    found = [
        portrait.speaker(shared[portrait.kind, name.casefold()], tuple(places[n] for n in clusters.members(root)))
        for root, portrait, name in portraits
    ]
    return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.id)))


def wanted(quoted: bytearray, groups: Iterable[tuple[int, Sequence[int]]]) -> bytearray:
    """Which entities are quoted, or in a group that is."""
    found = bytearray(quoted)
    for group, members in groups:
        if quoted[group]:
            for member in members:
                found[member] = 1
    return found


class Clusters:
    """The entities that are one speaker each, by their smallest numbers; those of no account are left out."""

    def __init__(self, same: Union, starts: Sequence[int], wanted: bytearray) -> None:
        """Args: starts: the number of every article's first entity; wanted: which entities make a speaker, though no
        second article names it."""
        self._same = same
        self._next = array("I", bytes(4 * len(same)))
        self._kept = bytearray(len(same))
        for number in range(len(same) - 1, -1, -1):
            root = same.root(number)
            if number != root:
                self._next[number] = self._next[root]
                self._next[root] = number
            if wanted[number] or (number != root and number >= _end_of(starts, root, len(same))):
                self._kept[root] = 1

    def __iter__(self) -> Iterator[int]:
        return (number for number, kept in enumerate(self._kept) if kept)

    def members(self, root: int) -> Iterator[int]:
        """The entities of a cluster, in their order."""
        number = root
        while True:
            yield number
            number = self._next[number]
            if not number:
                return

    def root(self, number: int) -> int | None:
        """The cluster of an entity, None where it is of no account."""
        root = self._same.root(number)
        return root if self._kept[root] else None


def _end_of(starts: Sequence[int], number: int, total: int) -> int:
    """The number after the last entity of an entity's article."""
    after = bisect_right(starts, number)
    return starts[after] if after < len(starts) else total


class Portrait:
    """What the entities of one speaker tell together, counted."""

    def __init__(self) -> None:
        self._kinds: Counter[SpeakerKind] = Counter()
        self._names: Counter[tuple[bool, str]] = Counter()
        """(whether it is a name or a description, the name)."""
        self._aliases: Counter[str] = Counter()
        self._roles: Counter[str] = Counter()
        self.origin: tuple[str, int] | None = None
        """Article key and offset of the first mention."""

    def add(self, key: str, told: Evidence) -> None:
        """Add an entity. Args: key: of its article."""
        self._kinds[told.kind] += 1
        self._names[told.kind != "unnamed", told.name] += 1
        self._aliases.update(told.aliases or (told.name,))
        self._roles.update(told.roles)
        here = key, told.start
        if self.origin is None or here < self.origin:
            self.origin = here

    @property
    def kind(self) -> SpeakerKind:
        """What most of the entities with a name are."""
        kinds = {k: n for k, n in self._kinds.items() if k != "unnamed"} or self._kinds
        return min(kinds, key=lambda k: (-kinds[k], k))

    @property
    def name(self) -> str:
        """The fullest plain name: of those with a first name the one most articles use."""
        named = any(is_name for is_name, _ in self._names)
        counts = {name: n for (is_name, name), n in self._names.items() if is_name == named}
        kind, names = self.kind, list(counts)
        if kind == "person":
            names = [n for n in names if len(name_of(n).words) > 1] or names
        elif kind != "unnamed":
            longest = max(len(body_key(n)) for n in names)
            names = [n for n in names if len(body_key(n)) * 2 >= longest] or names
        return min(names, key=lambda n: (n.isupper() and kind == "person", -counts[n], -len(n), n))

    @property
    def aliases(self) -> tuple[str, ...]:
        """What the speaker is called, the longest first."""
        return tuple(a for a, _ in sorted(self._aliases.items(), key=lambda x: (-len(x[0].split()), -x[1], x[0])))

    @property
    def roles(self) -> tuple[str, ...]:
        """Titles and descriptions, the most used first."""
        return tuple(r for r, _ in sorted(self._roles.items(), key=lambda x: (-x[1], x[0])))

    def speaker(self, shared: int, entities: tuple[tuple[str, int], ...]) -> Speaker:
        """The speaker. Args: shared: how many speakers of the library are of this kind and name."""
        kind, name = self.kind, self.name
        return Speaker(speaker_id(kind, name, self.origin, shared), name, kind, self.aliases, self.roles, entities)


def speaker_id(kind: SpeakerKind, name: str, origin: tuple[str, int] | None, shared: int) -> str:
    """An id from what a speaker is; where that does not tell them from others, from where they are named first."""
    said = f"{kind}|{name.casefold()}"
    if origin is not None and (kind == "unnamed" or shared > 1):
        said += f"|{origin[0]}|{origin[1]}"
    return blake2s(said.encode(), digest_size=6).hexdigest()
