"""The speakers of a library: the entities of its articles, brought together where evidence says they are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from hashlib import blake2s

from reader.model.analysis import Analysis
from reader.model.mentions import SpeakerKind
from reader.model.speakers import Entity, Speaker
from reader.speakers.identity import Place, body_places, described_places, person_places
from reader.speakers.names import body_key
from reader.speakers.people import name_of
from reader.speakers.union import Union


def resolve(analyses: Sequence[tuple[str, Analysis]]) -> tuple[Speaker, ...]:
    """Everybody and everything quoted in the library, or named in two articles or more; sorted by name.

    Args: analyses: (article key, its analysis); the result does not depend on their order.
    """
    ordered = sorted(analyses, key=lambda pair: pair[0])
    entities = {(key, n): e for key, analysis in ordered for n, e in enumerate(analysis.entities)}
    codes = {key: analysis.article.language for key, analysis in ordered}
    quoted = {(key, q.entity) for key, a in ordered for q in a.quotes if q.entity is not None}
    return resolved(entities, codes, quoted)


def resolved(
    entities: Mapping[Place, Entity], codes: Mapping[str, str | None], quoted: Set[Place]
) -> tuple[Speaker, ...]:
    """The same from what it depends on: the entities in the order of their places, of whose links only the first is
    looked at; the articles' languages; the entities that are quoted."""
    same = Union()
    for pairs in (person_places(entities, codes), body_places(entities)):
        for one, other in pairs:
            same.join(one, other)
    for one, other in list(described_places(entities, codes, same.root)):
        same.join(one, other)
    clusters = _clusters(entities, same)
    wanted = quoted | set(_members_of_quoted_groups(entities, quoted))
    kept = [c for c in clusters if not wanted.isdisjoint(c) or len({key for key, _ in c}) > 1]
    speakers = _named(entities, kept)
    return tuple(sorted(speakers, key=lambda s: (s.name.casefold(), s.id)))


def _clusters(entities: Mapping[Place, Entity], same: Union) -> list[tuple[Place, ...]]:
    """The entities that are one, in order of their first place; groups by their members' clusters."""
    found: dict[Place, list[Place]] = defaultdict(list)
    groups: dict[tuple[Place, ...], list[Place]] = defaultdict(list)
    for place, entity in entities.items():
        if entity.kind == "group" and entity.members:
            key = tuple(sorted(same.root((place[0], m)) for m in entity.members))
            groups[key].append(place)
        else:
            found[same.root(place)].append(place)
    return [tuple(c) for c in (*found.values(), *groups.values())]


def _members_of_quoted_groups(entities: Mapping[Place, Entity], quoted: Iterable[tuple[str, int]]) -> list[Place]:
    """The people who are quoted only together with somebody."""
    found = []
    for place in quoted:
        entity = entities.get(place)
        if entity is not None:
            found += [(place[0], m) for m in entity.members]
    return found


def _named(entities: Mapping[Place, Entity], clusters: Iterable[tuple[Place, ...]]) -> list[Speaker]:
    """A speaker for every cluster, with a name, what it is called and an id from its content."""
    speakers: list[Speaker] = []
    taken: Counter[tuple[str, str]] = Counter()
    drafts = []
    for cluster in clusters:
        mine = [entities[p] for p in cluster]
        named = [e for e in mine if e.kind != "unnamed"] or mine
        kind = _kind(named)
        name = _name(named, kind)
        drafts.append((kind, name, cluster, mine))
        taken[kind, name.casefold()] += 1
    for kind, name, cluster, mine in drafts:
        evidence = f"{kind}|{name.casefold()}"
        if kind == "unnamed" or taken[kind, name.casefold()] > 1:
            first = min(_origin(entities, p) for p in cluster)
            evidence += f"|{first[0]}|{first[1]}"
        aliases = Counter(a for e in mine for a in (e.aliases or (e.name,)))
        roles = Counter(r for e in mine for r in e.roles)
        speakers.append(
            Speaker(
                blake2s(evidence.encode(), digest_size=6).hexdigest(),
                name,
                kind,
                tuple(a for a, _ in sorted(aliases.items(), key=lambda x: (-len(x[0].split()), -x[1], x[0]))),
                tuple(r for r, _ in sorted(roles.items(), key=lambda x: (-x[1], x[0]))),
                cluster,
            )
        )
    return speakers


def _kind(entities: Sequence[Entity]) -> SpeakerKind:
    counts = Counter(e.kind for e in entities)
    return min(counts, key=lambda k: (-counts[k], k))


def _name(entities: Sequence[Entity], kind: SpeakerKind) -> str:
    """The fullest plain name: of those with a first name the one most articles use."""
    counts = Counter(e.name for e in entities)
    names = list(counts)
    if kind == "person":
        names = [n for n in names if len(name_of(n).words) > 1] or names
    elif kind != "unnamed":
        longest = max(len(body_key(n)) for n in names)
        names = [n for n in names if len(body_key(n)) * 2 >= longest] or names
    return min(names, key=lambda n: (n.isupper() and kind == "person", -counts[n], -len(n), n))


def _origin(entities: Mapping[Place, Entity], place: Place) -> tuple[str, int]:
    """Article key and offset of an entity's first mention."""
    links = entities[place].links
    return place[0], links[0].span.start if links else -place[1]
