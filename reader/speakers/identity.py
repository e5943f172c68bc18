"""Pairs of entities in different articles that are one person or one body, by evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from math import fsum
from typing import Any

from reader.mentions.lexicon import lexicon
from reader.speakers.descriptions import kinship
from reader.speakers.people import Name, families, same_person
from reader.speakers.register import Person, Register
from reader.speakers.union import Union

Pair = tuple[int, int]
_ENOUGH = 1.0  # agreement from which on a surname alone joins its bearer
_FEW_ARTICLES = 8  # named in no more, somebody tells articles of one event from others
_TELLING = 0.5
_MOST_BEARERS = 40


def united(register: Register) -> Union:
    """Which entities are one: people by their names and what is known of them, bodies by any of their names, somebody
    without a name by an office; groups by their members."""
    same = Union(len(register))
    for pairs in (register.alike(), _one_name(register), _surnames(register)):
        for one, other in pairs:
            same.join(one, other)
    for one, other in list(_described(register, same.root)):
        same.join(one, other)
    first: dict[tuple[int, ...], int] = {}
    for group, members in register.groups():
        same.join(group, first.setdefault(tuple(sorted(map(same.root, members))), group))
    return same


def _one_name(register: Register) -> Iterator[Pair]:
    """Pairs of full names that are one person's ("Mike Orme", "Michael Orme")."""
    for block in register.full():
        for group in _one_person(block):
            for person in group[1:]:
                yield group[0].first, person.first
            register.keep(group)


def _one_person(block: Sequence[Person]) -> list[list[Person]]:
    """The full names of one surname by person: each only with the names that do not contradict each other."""
    groups: list[list[Person]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for person in sorted(block, key=lambda p: (-len(p.name.first), -p.count, p.name.words, p.name.suffix)):
        keys = _first_keys(person.name)
        near = sorted({n for k in keys for n in index.get(k, ())})
        fits = [n for n in near if all(_compatible(person, other) for other in groups[n])]
        if len(fits) > 1:
            exact = [n for n in fits if any(o.name.first == person.name.first for o in groups[n])]
            fits = exact if len(exact) == 1 else []
        if fits:
            groups[fits[0]].append(person)
        else:
            groups.append([person])
            fits = [len(groups) - 1]
        for key in keys:
            if fits[0] not in index[key]:
                index[key].append(fits[0])
    return groups


def _first_keys(name: Name) -> list[str]:
    """Keys under which first names that agree meet."""
    first = name.first
    return [first[:1], *(f"#{n}" for n in sorted(families().get(first, ())))]


def _compatible(one: Person, other: Person) -> bool:
    return same_person(one.name, other.name) and not (one.genders and other.genders and not one.genders & other.genders)


def _surnames(register: Register) -> Iterator[Pair]:
    """Pairs for entities known by a surname alone: with its bearer, or with each other, where something else agrees."""
    for last, people in register.short():
        company: set[int] = set()
        marks: set[Any] = set()
        for person in people:
            company |= person.company
            marks |= person.nouns | person.owners
        marks |= company
        if not marks:
            continue
        index = _index(register.bearers(last, marks), marks)
        yield from _of_surname(last, people, index, _weights(register.held(company)))


def _of_surname(
    last: str, people: Iterable[Person], index: Mapping[Any, Sequence[Person]], weights: Mapping[Any, float]
) -> Iterator[Pair]:
    """The same for one surname."""
    alone: dict[Any, int] = {}
    for person in people:
        bearer = _bearer(person, _able(person, last, index), weights)
        if bearer is not None:
            yield bearer.first, person.first
            continue
        shared = {c for c in person.company if weights.get(c, 0.0) >= _TELLING}
        for mark in shared | {f"{n}@{o}" for n in person.nouns for o in person.owners}:
            known = alone.setdefault(mark, person.first)
            if known != person.first:
                yield known, person.first


def _index(bearers: Iterable[Person], asked: Set[Any]) -> dict[Any, list[Person]]:
    """Something known of a bearer of a surname, of what will be looked up -> bearers; all of them under ""."""
    found: dict[Any, list[Person]] = defaultdict(list)
    for person in bearers:
        for mark in {"", *(person.company & asked), *(person.nouns & asked), *(person.owners & asked)}:
            if len(found[mark]) < _MOST_BEARERS:
                found[mark].append(person)
    return found


def _able(person: Person, last: str, index: Mapping[Any, Sequence[Person]]) -> list[Person]:
    """The bearers of a surname that somebody known by it alone can be, those by surname before those by first name."""
    near: dict[int, Person] = {}
    for mark in {"", *person.company, *person.nouns, *person.owners}:
        near.update((b.first, b) for b in index.get(mark, ()))
    fits = [b for b in near.values() if not (b.genders and person.genders and not b.genders & person.genders)]
    fits = [b for b in fits if b.name.last == last] or fits
    return [b for b in fits if not b.name.suffix] or fits


def _bearer(person: Person, able: Sequence[Person], weights: Mapping[Any, float]) -> Person | None:
    """The one that clearly agrees most, if any agrees enough."""
    scored = sorted(((-_agreement(person, b, weights), b.first, n) for n, b in enumerate(able)))
    if not scored or -scored[0][0] < _ENOUGH:
        return None
    if len(scored) > 1 and scored[1][0] - scored[0][0] <= 1:
        return None
    return able[scored[0][2]]


def _agreement(person: Person, bearer: Person, weights: Mapping[Any, float]) -> float:
    """How much besides the surname speaks for one person: role, whom it belongs to, who else is named."""
    words = lexicon("en")
    kin = max((kinship(a, b, words) for a in person.nouns for b in bearer.nouns), default=0)
    score = float(kin)
    if person.owners and bearer.owners:
        score += 1.5 if person.owners & bearer.owners else -1.0
    return score + min(3.0, fsum(weights.get(c, 0.0) for c in person.company & bearer.company))


def _weights(held: Mapping[Any, int]) -> dict[Any, float]:
    """What it tells that two articles both name somebody: little, where half of the library does."""
    return {name: 0.75 * min(1.0, _FEW_ARTICLES / count) for name, count in held.items()}


def _described(register: Register, root: Callable[[int], int]) -> Iterator[Pair]:
    """Pairs of somebody without a name ("the Texas governor") and the one person named in the same article whom other
    articles give that very office in that very place; `root` leads from an entity to its person over the library."""
    asked = register.offices(root)
    for number, wanted, people in register.described():
        fits = [person for person in {*map(root, people)} if asked(person) >= wanted]
        if len(fits) == 1:
            yield fits[0], number
