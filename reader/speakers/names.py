"""Mentions by name gathered into people and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.mentions.lexicon import Lexicon
from reader.model.mentions import Mention
from reader.model.speakers import Link
from reader.speakers.descriptions import describe
from reader.speakers.draft import Draft
from reader.speakers.people import Name, fold, name_of, same_person

_FROM_PLACE = re.compile(r" of ((?:[A-Z]\w+\.?)(?: [A-Z]\w+)?)")
_ARTICLE = re.compile(r"^(?:the|a|an|der|die|das|le|la|les|el|los|las)\s+", re.I)
_KEY_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_MOST_BEARERS = 8


class People:
    """The people of one article by their names."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.text = text
        self.words = words
        self.drafts: list[Draft] = []
        self.of: dict[Mention, int] = {}
        self.by_last: dict[str, list[int]] = {}
        self.by_first: dict[str, list[int]] = {}

    def add(self, mentions: Sequence[Mention]) -> None:
        """Links every mention of a person by name: full names first, then the short ones in reading order."""
        named = [(m, name_of(m.head.of(self.text))) for m in mentions if m.form == "name" and m.kind == "person"]
        for mention, name in named:
            if len(name.words) > 1:
                self._link(mention, self._full(name), "full name", 1.0)
        for mention, name in named:
            if len(name.words) == 1:
                self._short(mention, name)

    def _full(self, name: Name) -> int:
        """The draft that bears a full name; a new one where nobody does."""
        for number in self.by_last.get(name.last, ())[:_MOST_BEARERS]:
            held = self.drafts[number].name
            if held is not None and same_person(held, name):
                if len(name.words) > len(held.words):
                    self.drafts[number].name = name
                return number
        return self._new(name)

    def _new(self, name: Name) -> int:
        self.drafts.append(Draft("person", name))
        number = len(self.drafts) - 1
        self.by_last.setdefault(name.last, []).append(number)
        if name.first:
            self.by_first.setdefault(name.first, []).append(number)
        return number

    def _short(self, mention: Mention, name: Name) -> None:
        """A surname or a first name alone goes to its bearer."""
        bearers = self.by_last.get(name.last, [])
        if bearers:
            number, sure = self._best(mention, bearers[:_MOST_BEARERS])
            if number is not None:
                self._link(mention, number, "surname", sure)
                return
        given = self.by_first.get(name.last, [])
        if given and not bearers:
            number, sure = self._best(mention, given[:_MOST_BEARERS])
            if number is not None:
                self._link(mention, number, "first name", 0.95 * sure)
                return
        self._link(mention, self._new(name), "name", 0.9)

    def _best(self, mention: Mention, numbers: Sequence[int]) -> tuple[int | None, float]:
        """The likeliest bearer of a short form and how sure that is; None where its gender rules all out."""
        gender = mention.gender
        open_to = [n for n in numbers if not gender or self.drafts[n].gender in ("", gender)]
        if not open_to:
            return None, 0.0
        elders = [n for n in open_to if not self._suffix(n)]
        open_to = elders or open_to  # of a father and a son the son is named with his suffix
        if len(open_to) == 1:
            return open_to[0], 0.97
        title = describe(mention.role.of(self.text), self.words.code).head if mention.role else ""
        return max(open_to, key=lambda n: self._standing(n, mention, title)), 0.8

    def _suffix(self, number: int) -> str:
        name = self.drafts[number].name
        return name.suffix if name is not None else ""

    def _standing(self, number: int, mention: Mention, title: str) -> tuple[int, int, int, int]:
        """How well a bearer fits a short form: title, gender known, named just before, named often."""
        draft = self.drafts[number]
        before = [x.span.start for x in draft.links if x.span.start < mention.span.start]
        near = 1 if before and mention.span.start - before[-1] < 400 and not mention.gender else 0
        return (
            int(bool(title) and title in draft.nouns),
            int(bool(mention.gender) and draft.gender == mention.gender),
            int(bool(before)) + near,
            len(draft.links),
        )

    def _link(self, mention: Mention, number: int, rule: str, sure: float) -> None:
        draft = self.drafts[number]
        form = mention.head.of(self.text)
        if not draft.links:
            draft.first = mention.span.start
        draft.forms[form] += 1
        draft.links.append(Link(mention.head, rule, sure))
        draft.vote(mention.gender)
        self.of[mention] = number
        if mention.role is not None:
            self._describe(draft, mention)
        after = _FROM_PLACE.match(self.text, mention.head.end, mention.head.end + 40)
        if after:
            country = self.words.countries.get(after[1].lower()) or self.words.countries.get(
                after[1].split()[0].lower().strip(".")
            )
            if country:
                draft.owners.add(country)

    def _describe(self, draft: Draft, mention: Mention) -> None:
        """Takes over what the title or apposition beside a name says."""
        role = mention.role
        if role is None:
            return
        text = role.of(self.text)
        parts = [text]
        if role.end <= mention.head.start and mention.span.end > mention.head.end + 2:
            parts.append(self.text[mention.head.end : mention.span.end].strip(" ,("))
        for part in parts:
            found = describe(part, self.words.code)
            draft.nouns.update(found.nouns)
            draft.owners.update(found.owners)
            shown = _ARTICLE.sub("", part).strip(" ,()")
            if found.nouns and len(shown) < 120:
                draft.roles[shown] += 1


@lru_cache(maxsize=20_000)
def body_key(text: str) -> str:
    """What the names of one body have in common: lower case, no article, no full stops."""
    return " ".join(fold(w) for w in _KEY_WORD.findall(_ARTICLE.sub("", text)))


def acronym(text: str) -> str:
    """First letters of the capitalised words of a name."""
    letters = [w[0] for w in re.findall(r"[^\W\d_][\w.]*", text) if w[0].isupper()]
    return "".join(letters).lower() if len(letters) > 1 else ""
