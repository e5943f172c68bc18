"""The entities of a library held in memory: enough for some thousand articles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from reader.speakers.evidence import Evidence
from reader.speakers.people import Name
from reader.speakers.register import Person


class Memory:
    """A `Register` of evidence in lists."""

    def __init__(self, articles: Iterable[Sequence[Evidence]]) -> None:
        """Args: articles: what the entities of every article tell, in the order of the articles' keys."""
        self.told: list[Evidence] = []
        self.starts: list[int] = []
        """The number of every article's first entity."""
        self._company: list[frozenset[int]] = []
        self._full: dict[Name, list[int]] = defaultdict(list)
        self._short: dict[str, list[int]] = defaultdict(list)
        self._bearers: dict[str, list[tuple[str, int, Sequence[Person]]]] = defaultdict(list)
        for article in articles:
            self.starts.append(len(self.told))
            self._company.append(frozenset(hash(e.companion) for e in article if e.companion))
            self.told += article
        for number, e in enumerate(self.told):
            if len(e.words) > 1:
                self._full[e.called].append(number)
            elif e.words:
                self._short[e.words[0]].append(number)
        self._held = Counter(name for company in self._company for name in company)

    def __len__(self) -> int:
        return len(self.told)

    def alike(self) -> Iterator[tuple[int, int]]:
        for numbers in self._full.values():
            yield from ((numbers[0], n) for n in numbers[1:])
        first: dict[str, int] = {}
        for number, e in enumerate(self.told):
            for key in e.keys:
                yield first.setdefault(key, number), number

    def full(self) -> Iterator[Sequence[Person]]:
        blocks: dict[str, list[Person]] = defaultdict(list)
        for name, numbers in self._full.items():
            genders: set[str] = {g for n in numbers if (g := self.told[n].gender)}
            blocks[name.last].append(Person(name, numbers[0], len(numbers), genders))
        yield from blocks.values()

    def keep(self, group: Sequence[Person]) -> None:
        name = group[0].name
        for surname in {name.last, name.first} & self._short.keys():
            self._bearers[surname].append((name.last, len(self._bearers[surname]), group))

    def short(self) -> Iterator[tuple[str, Sequence[Person]]]:
        for surname, numbers in sorted(self._short.items()):
            yield surname, [self._person(self.told[n].called, (n,)) for n in numbers]

    def bearers(self, surname: str, marks: Set[object]) -> Iterator[Person]:
        for _, _, group in sorted(self._bearers[surname], key=lambda b: b[:2]):
            yield self._person(group[0].name, [n for p in group for n in self._full[p.name]])

    def _person(self, name: Name, numbers: Sequence[int]) -> Person:
        """What some entities tell together."""
        person = Person(name, numbers[0], len(numbers))
        for number in numbers:
            person.take(self.told[number], self._company[self.article(number)])
        return person

    def held(self, company: Set[int]) -> Mapping[int, int]:
        return {name: self._held[name] for name in company}

    def described(self) -> Iterator[tuple[int, Set[str], Sequence[int]]]:
        for number, e in enumerate(self.told):
            if e.kind == "unnamed" and e.offices:
                article = self.article(number)
                stop = self.starts[article + 1] if article + 1 < len(self.starts) else len(self)
                people = range(self.starts[article], stop)
                yield number, {*e.offices}, [n for n in people if self.told[n].kind == "person"]

    def offices(self, root: Callable[[int], int]) -> Callable[[int], Set[str]]:
        known: dict[int, set[str]] = defaultdict(set)
        for number, e in enumerate(self.told):
            if e.kind == "person":
                known[root(number)].update(e.offices)
        return lambda person: known[person]

    def groups(self) -> Iterator[tuple[int, Sequence[int]]]:
        for number, e in enumerate(self.told):
            if e.kind == "group" and e.members:
                start = self.starts[self.article(number)]
                yield number, [start + m for m in e.members]

    def article(self, number: int) -> int:
        """The article of an entity, counted in the order of keys."""
        return bisect_right(self.starts, number) - 1
