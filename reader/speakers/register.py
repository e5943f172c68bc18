"""What is asked of the entities of a library, wherever they are held: in memory, or in a database. Entities go by their
numbers, which count in the order of their articles' keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Protocol

from msgspec import Struct, field

from reader.speakers.evidence import Evidence
from reader.speakers.people import Name


class Person(Struct):
    """Somebody of one full name, of several that are one person's, or of a surname alone in one article."""

    name: Name
    first: int
    """The first entity of that name."""
    count: int = 1
    """Entities that bear it."""
    genders: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    company: set[int] = field(default_factory=set)
    """Hashes of the full names and bodies that its articles name too."""

    def take(self, told: Evidence, company: Iterable[int]) -> None:
        """Adds what one entity tells. Args: company: whom its article names."""
        if told.gender:
            self.genders.add(told.gender)
        self.nouns.update(told.nouns)
        self.owners.update(told.owners)
        own = hash(" ".join(told.words))
        self.company.update(name for name in company if name != own)


class Register(Protocol):
    """All entities of a library."""

    def __len__(self) -> int: ...

    def alike(self) -> Iterable[tuple[int, int]]:
        """Pairs of people with one full name, and of bodies with one of their names in common."""

    def full(self) -> Iterable[Sequence[Person]]:
        """The full names, those of one surname together, without what is known of their bearers."""

    def keep(self, group: Sequence[Person]) -> None:
        """Takes note that the full names of a surname's next person are these."""

    def short(self) -> Iterable[tuple[str, Iterable[Person]]]:
        """The people known by a surname alone, those of one surname together, in the order of their numbers; may be
        gone through twice."""

    def bearers(self, surname: str, marks: Set[Any]) -> Iterator[Person]:
        """Everybody noted who has it as surname, or as first name ("Kim", "Xi"), in the order of their surnames; of
        their company, at least what is in `marks`."""

    def held(self, company: Set[Any]) -> Mapping[Any, int]:
        """How many articles name each of some companions."""

    def described(self) -> Iterable[tuple[int, Set[str], Sequence[int]]]:
        """Everybody without a name who has an office, the offices, and the people whom the article names."""

    def offices(self, root: Callable[[int], int]) -> Callable[[int], Set[str]]:
        """Tells which of the offices just asked for the person of a root has."""

    def groups(self) -> Iterable[tuple[int, Sequence[int]]]:
        """Groups ("A and B") and their members."""
