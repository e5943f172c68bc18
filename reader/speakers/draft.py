"""An entity while its mentions are being gathered."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct, field

from reader.mentions.inflect import nominative
from reader.model.mentions import Gender, SpeakerKind
from reader.model.speakers import Entity, Link
from reader.speakers.people import Name


def _counts() -> defaultdict[str, int]:
    return defaultdict(int)


class Draft(Struct):
    """What the mentions linked so far say about one person or body."""

    kind: SpeakerKind
    name: Name | None = None
    """The fullest name of a person."""
    forms: defaultdict[str, int] = field(default_factory=_counts)
    """Names as written -> how often."""
    roles: defaultdict[str, int] = field(default_factory=_counts)
    """Titles and descriptions as written."""
    nouns: set[str] = field(default_factory=set)
    """Role nouns, singular and lower case."""
    owners: set[str] = field(default_factory=set)
    """Countries, bodies and surnames in its descriptions, lower case."""
    links: list[Link] = field(default_factory=list)
    men: int = 0
    women: int = 0
    plural: bool = False
    members: tuple[int, ...] = ()
    quoted: bool = False
    first: int = 0
    """Offset of its first mention."""
    phrase: str = ""
    """What an entity without a name is called."""
    moves_to: int | None = None
    """The number of the draft that swallowed this one."""

    def vote(self, gender: Gender) -> None:
        """Counts one sign of gender."""
        if gender == "m":
            self.men += 1
        elif gender == "f":
            self.women += 1

    @property
    def gender(self) -> Gender:
        """What most signs say; "" where they balance or there are none."""
        return "m" if self.men > self.women else "f" if self.women > self.men else ""

    @property
    def named(self) -> bool:
        """True where at least one mention gives a name."""
        return bool(self.forms)

    def best_name(self) -> str:
        """The fullest plain name: the commonest of those with the most to tell."""
        if not self.forms:
            return self.phrase
        if self.kind != "person":
            return min(self.forms, key=lambda f: (-self.forms[f], -len(f), f))
        if len(self.forms) == 1:
            return nominative(next(iter(self.forms)))
        full = [f for f in self.forms if len(f.split()) > 1] or list(self.forms)
        return nominative(min(full, key=lambda f: (nominative(f) != f, f.isupper(), -self.forms[f], -len(f), f)))

    def entity(self) -> Entity:
        """The finished entity."""
        aliases = list(self.forms)
        if len(aliases) > 1:
            aliases.sort(key=lambda f: (-len(f.split()), -self.forms[f], f))
        kind = self.kind if self.forms or self.kind == "group" else "unnamed"
        links = self.links if len(self.links) == 1 else sorted(self.links, key=lambda x: (x.span, x.rule))
        roles = tuple(sorted(self.roles, key=self.roles.__getitem__, reverse=True))
        return Entity(self.best_name(), kind, tuple(links), tuple(aliases), roles, self.gender, self.members)
