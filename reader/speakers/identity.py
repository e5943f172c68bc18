"""Pairs of entities in different articles that are one person or one body, by evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence, Set

from msgspec import Struct, field

from reader.mentions.lexicon import PLURAL, lexicon
from reader.model.speakers import Entity
from reader.speakers.descriptions import describe, kinship
from reader.speakers.names import body_key
from reader.speakers.people import Name, families, name_of, same_person

Place = tuple[str, int]
"""(article key, index among the article's entities)."""
_Key = tuple[tuple[str, ...], str]
"""Words and suffix of a name."""
_ENOUGH = 1.0  # agreement from which on a surname alone joins its bearer
_FEW_ARTICLES = 8  # named in no more, somebody tells articles of one event from others
_TELLING = 0.5
_MOST_BEARERS = 40


class _Person(Struct):
    """All entities that bear one full name."""

    name: Name
    places: list[Place] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    """Full names and bodies that its articles name too."""


def person_places(entities: Mapping[Place, Entity], codes: Mapping[str, str | None]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places at which one person is named."""
    full: dict[_Key, _Person] = {}
    short: dict[tuple[str, Place], _Person] = {}
    company = _company(entities)
    for place, entity in entities.items():
        if entity.kind != "person":
            continue
        name = name_of(entity.name)
        if not name.words:
            continue
        if len(name.words) > 1:
            person = full.setdefault((name.words, name.suffix), _Person(name))
        else:
            person = short.setdefault((name.last, place), _Person(name))
        _take(person, place, entity, codes, company)
    yield from _chain(full)
    bearers = yield from _one_name(full)
    yield from _surnames(short, bearers, _weights(company))


def _take(
    person: _Person,
    place: Place,
    entity: Entity,
    codes: Mapping[str, str | None],
    company: Mapping[str, frozenset[str]],
) -> None:
    """Adds what one entity tells of a person."""
    person.places.append(place)
    if entity.gender:
        person.genders.add(entity.gender)
    for role in entity.roles:
        found = describe(role, codes[place[0]])
        person.nouns.update(found.nouns)
        person.owners.update(found.owners)
    person.company |= company.get(place[0], frozenset()) - {" ".join(person.name.words)}


def _company(entities: Mapping[Place, Entity]) -> dict[str, frozenset[str]]:
    """Article key -> full names of people and names of bodies (no places) in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for (key, _), entity in entities.items():
        if entity.kind == "person":
            words = name_of(entity.name).words
            if len(words) > 1:
                found[key].add(" ".join(words))
        elif entity.kind == "organisation":
            found[key].add(body_key(entity.name))
    return {k: frozenset(v) for k, v in found.items()}


def _chain(full: Mapping[_Key, _Person]) -> Iterator[tuple[Place, Place]]:
    """Places that bear the same full name."""
    for person in full.values():
        for place in person.places[1:]:
            yield person.places[0], place


def _one_name(
    full: Mapping[_Key, _Person],
) -> Generator[tuple[Place, Place], None, dict[str, list[_Person]]]:
    """Pairs of full names that are one person's ("Mike Orme", "Michael Orme"); returns surname -> bearers."""
    blocks: dict[str, list[_Person]] = defaultdict(list)
    for key in sorted(full):
        blocks[key[0][-1]].append(full[key])
    bearers: dict[str, list[_Person]] = {}
    for last, block in blocks.items():
        merged = yield from _merge_block(block)
        bearers[last] = merged
    return bearers


def _merge_block(block: Sequence[_Person]) -> Generator[tuple[Place, Place], None, list[_Person]]:
    """Merges the full names of one surname: each only with the names that do not contradict each other."""
    groups: list[list[_Person]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for person in sorted(block, key=lambda p: (-len(p.name.first), -len(p.places), p.name.words)):
        keys = _first_keys(person.name)
        near = sorted({n for k in keys for n in index.get(k, ())})
        fits = [n for n in near if all(_compatible(person, other) for other in groups[n])]
        if len(fits) > 1:
            exact = [n for n in fits if any(o.name.first == person.name.first for o in groups[n])]
            fits = exact if len(exact) == 1 else []
        if fits:
            groups[fits[0]].append(person)
            yield groups[fits[0]][0].places[0], person.places[0]
        else:
            groups.append([person])
            fits = [len(groups) - 1]
        for key in keys:
            if fits[0] not in index[key]:
                index[key].append(fits[0])
    return [_sum(g) for g in groups]


def _sum(group: Sequence[_Person]) -> _Person:
    """What several names of one person tell together."""
    whole = _Person(group[0].name)
    for person in group:
        whole.places += person.places
        whole.genders |= person.genders
        whole.nouns |= person.nouns
        whole.owners |= person.owners
        whole.company |= person.company
    return whole


def _first_keys(name: Name) -> list[str]:
    """Keys under which first names that agree meet."""
    first = name.first
    return [first[:1], *(f"#{n}" for n in sorted(families().get(first, ())))]


def _compatible(one: _Person, other: _Person) -> bool:
    return same_person(one.name, other.name) and not (one.genders and other.genders and not one.genders & other.genders)


def _surnames(
    short: Mapping[tuple[str, Place], _Person],
    bearers: Mapping[str, Sequence[_Person]],
    weights: Mapping[str, float],
) -> Iterator[tuple[Place, Place]]:
    """Pairs for entities known by a surname alone: with its bearer, or with each other, where something else agrees."""
    alone: dict[tuple[str, str], Place] = {}
    index = _index(bearers, {last for last, _ in short})
    for (last, place), person in sorted(short.items(), key=lambda item: item[0]):
        bearer = _bearer(person, _able(person, last, index), weights)
        if bearer is not None:
            yield bearer.places[0], place
            continue
        shared = {c for c in person.company if weights.get(c, 0.0) >= _TELLING}
        for mark in sorted(shared | {f"{n}@{o}" for n in person.nouns for o in person.owners}):
            known = alone.setdefault((last, mark), place)
            if known != place:
                yield known, place


def _index(bearers: Mapping[str, Sequence[_Person]], asked: Set[str]) -> dict[tuple[str, str], list[_Person]]:
    """(surname, something else known of its bearer) -> bearers; a first name counts as surname too ("Kim", "Xi").

    Args: asked: the surnames that will be looked up.
    """
    found: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    for last, people in sorted(bearers.items()):
        for person in people:
            names = [name for name in (last, person.name.first) if name in asked]
            if not names:
                continue
            for mark in {"", *person.company, *person.nouns, *person.owners}:
                for name in names:
                    if len(found[name, mark]) < _MOST_BEARERS:
                        found[name, mark].append(person)
    return found


def _able(person: _Person, last: str, index: Mapping[tuple[str, str], list[_Person]]) -> list[_Person]:
    """The bearers of a surname that somebody known by it alone can be, those by surname before those by first name."""
    near: dict[int, _Person] = {}
    for mark in sorted({"", *person.company, *person.nouns, *person.owners}):
        near.update((id(b), b) for b in index.get((last, mark), ()))
    fits = [b for b in near.values() if not (b.genders and person.genders and not b.genders & person.genders)]
    fits = [b for b in fits if b.name.last == last] or fits
    return [b for b in fits if not b.name.suffix] or fits


def _bearer(person: _Person, able: Sequence[_Person], weights: Mapping[str, float]) -> _Person | None:
    """The one that clearly agrees most, if any agrees enough."""
    scored = sorted(((-_agreement(person, b, weights), b.name.words, n) for n, b in enumerate(able)))
    if not scored or -scored[0][0] < _ENOUGH:
        return None
    if len(scored) > 1 and scored[1][0] - scored[0][0] <= 1:
        return None
    return able[scored[0][2]]


def _agreement(person: _Person, bearer: _Person, weights: Mapping[str, float]) -> float:
    """How much besides the surname speaks for one person: role, whom it belongs to, who else is named."""
    words = lexicon("en")
    kin = max((kinship(a, b, words) for a in person.nouns for b in bearer.nouns), default=0)
    score = float(kin)
    if person.owners and bearer.owners:
        score += 1.5 if person.owners & bearer.owners else -1.0
    return score + min(3.0, sum(weights.get(c, 0.0) for c in sorted(person.company & bearer.company)))


def _weights(company: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """What it tells that two articles both name somebody: little, where half of the library does."""
    held: Counter[str] = Counter(name for names in company.values() for name in names)
    return {name: 0.75 * min(1.0, _FEW_ARTICLES / count) for name, count in held.items()}


def described_places(
    entities: Mapping[Place, Entity], codes: Mapping[str, str | None], root: Callable[[Place], Place]
) -> Iterator[tuple[Place, Place]]:
    """Pairs of somebody without a name ("the Texas governor") and the one person named in the same article whom other
    articles give that very office in that very place; `root` leads from a place to its person over the library."""
    known: dict[Place, set[tuple[str, str]]] = defaultdict(set)
    named: dict[str, set[Place]] = defaultdict(set)
    for place, entity in entities.items():
        if entity.kind == "person":
            named[place[0]].add(root(place))
            for role in entity.roles:
                found = describe(role, codes[place[0]])
                known[root(place)].update((noun, owner) for noun in found.nouns for owner in found.owners)
    for place, entity in entities.items():
        found = describe(entity.name, codes[place[0]])
        if entity.kind != "unnamed" or not found.owners or not found.head or not _is_one(entity.name, codes[place[0]]):
            continue
        wanted = {(found.head, owner) for owner in found.owners}
        fits = sorted(person for person in named[place[0]] if known[person] >= wanted)
        if len(fits) == 1:
            yield fits[0], place


def _is_one(phrase: str, code: str | None) -> bool:
    """True for a description of one certain person: "the Texas governor", not "a senator", "former governors"."""
    words = phrase.lower().split()
    return words[0] in ("the", "der", "die", "le", "la", "el", "l'") and not lexicon(code).what(words[-1]) & PLURAL


def body_places(entities: Mapping[Place, Entity]) -> Iterator[tuple[Place, Place]]:
    """Pairs of places at which one body, place or document is named, by any of its names."""
    first: dict[str, Place] = {}
    for place in sorted(entities):
        entity = entities[place]
        if entity.kind not in ("organisation", "place", "document"):
            continue
        for alias in (entity.name, *entity.aliases):
            key = body_key(alias)
            known = first.setdefault(key, place)
            if known != place:
                yield known, place
