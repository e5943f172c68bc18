"""Descriptions without a name ("the Kremlin leader", "his spokesman") led back to the people they describe."""

from __future__ import annotations

from reader.mentions.lexicon import DETERMINER, Lexicon
from reader.model.mentions import Mention
from reader.speakers.descriptions import Description, describe, kinship
from reader.speakers.scene import Scene

_DEFINITE = frozenset(["the", "this", "that", "his", "her", "their", "its", "our"])
_LATELY = 4  # sentences
_FIRM = 3.0  # the same noun, seen lately; or a kindred one with the same owner
_LOOKED_AT = 40  # drafts with roles tried for one description


def definite(text: str, words: Lexicon) -> bool:
    """True for a phrase that means somebody known: "the senator", "his spokesman", "Harlow's envoy"."""
    first = text.split(" ", 1)[0].lower()
    if first in _DEFINITE:
        return True
    if words.bits.get(first, 0) & DETERMINER:
        return False
    return "'s " in text or "’s " in text or text[:1].isupper()


class Roles:
    """The described people of one article by what their descriptions have in common."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.by_key: dict[str, list[int]] = {}
        for number, draft in enumerate(scene.drafts):
            self.add(number, draft.nouns)

    def add(self, number: int, nouns: set[str]) -> None:
        """Makes a draft known under its role nouns and their classes."""
        for noun in nouns:
            for key in (noun, *self.words.classes.get(noun, ()), *self.words.classes.get(noun.split()[-1], ())):
                held = self.by_key.setdefault(key, [])
                if number not in held[-_LOOKED_AT:]:
                    held.append(number)

    def resolve(self, mention: Mention, owner: int | None) -> tuple[int | None, float]:
        """The draft a description means and how sure that is; None where it means nobody known. `owner` is the draft
        of its possessor ("his", "Harlow's")."""
        text = mention.span.of(self.scene.article.text)
        if not definite(text, self.words) or mention.plural:
            return None, 0.0
        found = describe(text, self.words.code)
        head = found.head
        if not head:
            return None, 0.0
        keys = {head, *self.words.classes.get(head, ()), *self.words.classes.get(head.split()[-1], ())}
        numbers = {n for k in sorted(keys) for n in self.by_key.get(k, ())[-_LOOKED_AT:]}
        scored = sorted(((self._score(n, mention, text, found, owner), n) for n in numbers), reverse=True)
        if not scored or scored[0][0] < 2.0:
            return None, 0.0
        best, number = scored[0]
        rival = scored[1][0] if len(scored) > 1 else 0.0
        sure = 0.85 if best - rival >= 1.5 else 0.7 if best - rival >= 0.5 else 0.55
        return number, sure if best >= _FIRM else sure - 0.1

    def _score(self, number: int, mention: Mention, text: str, found: Description, owner: int | None) -> float:
        """How well a draft fits a description; below 2 it does not."""
        draft = self.scene.drafts[number]
        if mention.gender and draft.gender and mention.gender != draft.gender:
            return 0.0
        if owner == number:
            return 0.0
        kin = max((kinship(found.head, noun, self.words) for noun in draft.nouns), default=0)
        if not kin:
            return 0.0
        score = 1.0 + kin
        parties = found.owners & self.words.parties
        owners = found.owners - parties
        if owner is not None:
            name = self.scene.drafts[owner].name
            owners = owners | ({name.last} if name is not None else frozenset())
        elif text.split(" ", 1)[0].lower() in self.words.possessives:
            return 0.0  # "its chief" of nobody known
        if owners:
            shared = owners & draft.owners
            score += 2.0 * bool(shared) - 2.5 * (not shared)
        if parties:
            score += 1.0 if parties & draft.owners else -2.0 if draft.owners & self.words.parties else -0.5
        seen = self.scene.seen.get(number)
        if seen is None:
            return score - 1.5 if owners else 0.0
        if kin == 1 and not owners and self.scene.sentence(mention.span.start) - seen.sentence > _LATELY:
            return 0.0
        apart = self.scene.sentence(mention.span.start) - seen.sentence
        score += 0.8 if apart <= 2 else 0.4 if apart <= 6 else 0.0
        return score + 0.05 * min(seen.count, 10)
