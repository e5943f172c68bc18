"""What a title or a description says: its nouns, and the countries, bodies and people it names."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from reader.mentions.lexicon import BODY, FIRST, FUNCTION, HONORIFIC, INSTITUTION, PLACE, ROLE, TITLE, Lexicon, lexicon
from reader.speakers.people import fold

_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|\w+(?:['’](?!s\b)\w+)*)(?:['’]s\b)?")
_SHORT = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
    "govs": "governor", "gen": "general", "sec": "secretary", "dr": "doctor", "prof": "professor", "lt": "lieutenant",
    "col": "colonel", "capt": "captain", "sgt": "sergeant", "amb": "ambassador", "rev": "reverend", "pres": "president",
    "adm": "admiral", "cmdr": "commander", "atty": "attorney", "advisor": "adviser", "spokesperson": "spokesman",
    "spokeswoman": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "congresswoman": "representative", "congressman": "representative", "pm": "prime minister", "vp": "vice president",
    "councilwoman": "councilman", "businesswoman": "businessman", "frontrunner": "front-runner", "ceo": "executive",
}  # fmt: skip
_TWO = {
    ("prime", "minister"): "prime minister", ("vice", "president"): "vice president", ("first", "lady"): "first lady",
    ("press", "secretary"): "spokesman", ("attorney", "general"): "attorney general",
    ("lieutenant", "governor"): "lieutenant governor", ("former", "president"): "president",
}  # fmt: skip
_PARTY = {"gop": "republican", "democratic": "democrat", "tory": "conservative"}
_ENDS = frozenset({"who", "whose", "that", "which", "to", "with", "in", "at", "on", "from", "of", "for", "and", "by"})


class Description(Struct, frozen=True):
    """The parts of a description that can be compared."""

    nouns: tuple[str, ...] = ()
    """Role nouns of its first phrase, singular, lower case, the last one the head."""
    owners: frozenset[str] = frozenset()
    """Countries, bodies and surnames it names, folded."""

    @property
    def head(self) -> str:
        """The noun that says what somebody is."""
        return self.nouns[-1] if self.nouns else ""


def describe(text: str, code: str | None) -> Description:
    """The parts of a description as it stands in an article of language `code`."""
    return _describe(text[:200], code)


@lru_cache(maxsize=20_000)
def _describe(text: str, code: str | None) -> Description:
    words = lexicon(code)
    countries = words.countries
    nouns: list[str] = []
    owners: set[str] = set()
    open_phrase = True
    before = ""
    found = _WORD.findall(text)
    for at, word in enumerate(found):
        small = word.lower()
        lower = small.strip(".").replace("’", "'")
        bits = words.what(lower) if lower == small else words.what(lower) | words.what(small)
        if nouns and lower in _ENDS:
            open_phrase = False
        if lower in ("who", "whose", "which"):
            break
        both = f"{lower} {found[at + 1].lower()}" if at + 1 < len(found) else lower
        country = countries.get(both) or countries.get(small) or countries.get(lower)
        if country:
            owners.add(country)
        elif _owns(word, lower, bits, words):
            owners.add(_PARTY.get(lower) or fold(lower))
        if open_phrase and bits & (ROLE | TITLE) and not bits & HONORIFIC:
            if (before, lower) in _TWO:
                if nouns:
                    nouns.pop()
                nouns.append(_TWO[before, lower])
            else:
                single = words.plurals.get(lower) or lower
                nouns.append(_SHORT.get(single, single))
        elif open_phrase and (before, lower) in _TWO:
            nouns.append(_TWO[before, lower])
        before = lower
    return Description(tuple(nouns), frozenset(owners))


def _owns(word: str, lower: str, bits: int, words: Lexicon) -> bool:
    """True where one word of a description, no country, says to whom somebody belongs."""
    return bool(
        bits & (PLACE | INSTITUTION)
        or (word[:1].isupper() and not bits & (ROLE | TITLE | FUNCTION | HONORIFIC | FIRST))
        or lower in words.parties
        or (bits & BODY and not bits & ROLE)
    )


def kinship(one: str, other: str, words: Lexicon) -> int:
    """2 where two role nouns are one, 1 where prose uses them by turns for one person, else 0."""
    if not one or not other:
        return 0
    if one == other:
        return 2
    mine = words.classes.get(one, frozenset()) | words.classes.get(one.rsplit(maxsplit=1)[-1], frozenset())
    theirs = words.classes.get(other, frozenset()) | words.classes.get(other.rsplit(maxsplit=1)[-1], frozenset())
    return 1 if mine & theirs else 0
