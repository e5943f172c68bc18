"""What one language's data say about a word, as bits, ready for quick look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from reader.languages import first_names
from reader.mentions.inflect import english_plurals, russian_cases
from reader.mentions.phrasebook import Phrasebook, phrasebook
from reader.model.mentions import Gender

HONORIFIC, TITLE, ROLE, PLURAL, MODIFIER, BODY, DOCUMENT, DETERMINER = (1 << n for n in range(8))
POSSESSIVE, PRONOUN, FUNCTION, CALENDAR, ORGANISATION, FIRST, PLACE, PEOPLE = (1 << n for n in range(8, 16))
SAYING, PARTICLE, SUFFIX, INSTITUTION, NOT_NAME, ABBREVIATED, STANDALONE, NUMBER = (1 << n for n in range(16, 24))
SECOND_TITLE, ADJECTIVAL = 1 << 24, 1 << 25
"""The last word of a title of several words ("General" after "Attorney"); a role that often describes a noun."""
NOUN = ROLE | BODY | DOCUMENT
OWNER_NOUNS = ROLE | BODY


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up tables of one language."""

    code: str
    bits: Mapping[str, int]
    """Lower-case word -> what it can be."""
    genders: Mapping[str, Gender]
    """Honorific, role noun or pronoun -> gender."""
    first_names: Mapping[str, Gender]
    plurals: Mapping[str, str]
    """Plural role noun -> singular."""
    places: Phrasebook
    """Names of several words."""
    institutions: Phrasebook
    titles: Phrasebook
    countries: Mapping[str, str]
    """Country, people, adjective, capital, seat of power or state, lower case -> the country or state."""
    classes: Mapping[str, frozenset[str]]
    """Role noun -> the classes of roles it belongs to."""
    camps: frozenset[str]
    """Bodies that bear the name of a person: "administration", "campaign"."""
    endings: tuple[str, ...]
    """What makes a long word of no list a role ("Regierungssprecher"); empty in most languages."""
    capital_nouns: bool
    """True where every noun has a capital, so that a capital makes no name."""
    parties: frozenset[str]
    portfolios: frozenset[str]
    """Words that may follow "secretary of", "minister for"."""
    links: frozenset[str]
    """"of", "for": what joins a role to what it belongs to."""
    prepositions: frozenset[str]
    """What may lead from a noun to the rest of its phrase."""
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    possessives: frozenset[str]
    subjects: frozenset[str]

    def what(self, word: str) -> int:
        """What a lower-case word can be; a word of no list with the ending of a role is a role."""
        found = self.bits.get(word, 0)
        return found or (ROLE | TITLE if word.endswith(self.endings) else 0)


class _Bits:
    """Collects the bits of words."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def add(self, bit: int, words: Iterable[str]) -> None:
        for word in words:
            lower = word.lower()
            self.of[lower] = self.of.get(lower, 0) | bit


def _phrases(texts: Iterable[str]) -> Phrasebook:
    """Phrases written with blanks."""
    return phrasebook(tuple(text.lower().split()) for text in texts)


def _module(code: str, name: str) -> ModuleType | None:
    """A data module of a language, None where the language has none of that name."""
    path = f"reader.languages.{code}"
    if find_spec(path) is None or find_spec(f"{path}.{name}") is None:
        return None
    return import_module(f"{path}.{name}")


def _list(module: ModuleType | None, name: str) -> list[str]:
    """The words of a table: a string of words, or of phrases with | between them."""
    value = getattr(module, name, "")
    if not isinstance(value, str):
        return list(value)
    if "|" in value:
        return [part.strip() for line in value.strip().splitlines() for part in line.split("|")]
    return value.split()


def _map(module: ModuleType | None, name: str) -> dict[str, str]:
    return dict(getattr(module, name, {}) or {})


@lru_cache(maxsize=8)
def lexicon(code: str | None) -> Lexicon:
    """The tables of a language by its ISO 639-1 code; those of English where there are none."""
    code = code if code and _module(code, "titles") else "en"
    titles, roles, pronouns, bodies, places, words = (
        _module(code, n) for n in ("titles", "roles", "pronouns", "bodies", "places", "words")
    )
    bits = _Bits()
    honorifics = _map(titles, "HONORIFICS")
    bits.add(HONORIFIC, honorifics)
    bits.add(TITLE, (form for word in _list(titles, "TITLES") for form in _forms(word, code)))
    bits.add(SUFFIX, _list(titles, "SUFFIXES"))
    bits.add(ABBREVIATED, _list(titles, "ABBREVIATED"))
    compounds = _list(titles, "COMPOUNDS")
    bits.add(SECOND_TITLE, (c.split()[-1] for c in compounds))
    singular = _list(roles, "ROLES")
    plurals = _map(roles, "PLURALS")
    if code == "en":
        plurals = {**english_plurals(singular, {}), **plurals}
    bits.add(ROLE, (form for word in singular for form in _forms(word, code)))
    bits.add(ROLE | PLURAL, (p for p in plurals if p not in set(singular)))
    bits.add(ADJECTIVAL, _list(roles, "ADJECTIVAL"))
    bits.add(MODIFIER, _list(roles, "MODIFIERS"))
    _body_bits(bits, bodies, code)
    table: dict[str, tuple[str, bool]] = getattr(pronouns, "PRONOUNS", {})
    bits.add(PRONOUN, table)
    bits.add(PRONOUN, (p + c for p in table for c in getattr(pronouns, "CONTRACTIONS", ())))
    bits.add(POSSESSIVE, _map(pronouns, "POSSESSIVES"))
    bits.add(DETERMINER, _list(pronouns, "DETERMINERS"))
    bits.add(NUMBER, _list(pronouns, "NUMBERS"))
    bits.add(STANDALONE, _list(pronouns, "STANDALONE"))
    bits.add(FUNCTION, _list(words, "FUNCTION_WORDS"))
    bits.add(CALENDAR, _list(words, "CALENDAR"))
    bits.add(NOT_NAME, _list(words, "NOT_NAMES"))
    bits.add(PARTICLE, _list(words, "PARTICLES"))
    names = _first_names(_module(code, "names"), code)
    bits.add(FIRST, names)
    countries, of_several = _places(bits, places)
    genders: dict[str, Gender] = dict.fromkeys(_list(roles, "MALE"), "m")
    genders.update(dict.fromkeys(_list(roles, "FEMALE"), "f"))
    genders.update({w: _gender(g) for w, g in honorifics.items()})
    genders.update({p: _gender(t[0]) for p, t in table.items()})
    return Lexicon(
        code=code, bits=bits.of, genders=genders, first_names=names, plurals=plurals, places=_phrases(of_several),
        institutions=_phrases(_list(bodies, "INSTITUTION_PHRASES")), titles=_phrases(compounds), countries=countries,
        classes=_classes(_map(roles, "CLASSES")), camps=frozenset(_list(bodies, "CAMPS")),
        endings=tuple(_list(roles, "ENDINGS")),
        capital_nouns=bool(getattr(words, "CAPITAL_NOUNS", False)),
        parties=frozenset(_list(roles, "PARTIES")),
        portfolios=frozenset(_list(titles, "PORTFOLIOS")),
        links=frozenset(_list(words, "LINKS")),
        prepositions=frozenset(_list(words, "PREPOSITIONS")), conjunctions=frozenset(_list(words, "CONJUNCTIONS")),
        relatives=frozenset(_list(pronouns, "RELATIVES")),
        possessives=frozenset(_map(pronouns, "POSSESSIVES")), subjects=frozenset(_list(pronouns, "SUBJECTS")),
    )  # fmt: skip


def _body_bits(bits: _Bits, bodies: ModuleType | None, code: str) -> None:
    """Adds what the data say of organisations and documents."""
    bits.add(ORGANISATION, _list(bodies, "ORGANISATION_WORDS"))
    bits.add(INSTITUTION, _list(bodies, "INSTITUTION_NAMES"))
    for bit, name in ((BODY, "BODY_NOUNS"), (DOCUMENT, "DOCUMENTS")):
        nouns = _list(bodies, name)
        bits.add(bit, nouns)
        if code == "en":
            bits.add(bit | PLURAL, (p for p in english_plurals(nouns, {}) if p not in set(nouns)))
    bits.add(SAYING, _list(bodies, "SAYING"))


def _gender(text: str) -> Gender:
    return "m" if text == "m" else "f" if text == "f" else ""


def _forms(word: str, code: str) -> Iterable[str]:
    """The cases in which a noun or name stands in texts of a language."""
    return russian_cases(word) if code == "ru" else (word,)


def _first_names(own: ModuleType | None, code: str) -> dict[str, Gender]:
    """First name -> gender, "" where both bear it."""
    found: dict[str, Gender] = dict.fromkeys(first_names.EITHER.split(), "")
    found.update(dict.fromkeys(first_names.MALE.split(), "m"))
    found.update(dict.fromkeys(first_names.FEMALE.split(), "f"))
    if own is not None:
        found.update((form, "f") for name in _list(own, "FEMALE") for form in _forms(name, code))
        found.update((form, "m") for name in _list(own, "MALE") for form in _forms(name, code))
    return found


def _classes(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Role noun -> its classes."""
    found: dict[str, set[str]] = {}
    for name, members in table.items():
        for word in members.split():
            found.setdefault(word, set()).add(name)
    return {w: frozenset(c) for w, c in found.items()}


def _places(bits: _Bits, places: ModuleType | None) -> tuple[dict[str, str], list[str]]:
    """(what stands for a country -> the country, places of several words); adds the bits of the rest."""
    countries: dict[str, str] = {}
    several: list[str] = []
    for line in getattr(places, "COUNTRIES", "").strip().splitlines():
        name, peoples, capitals = line.split("|")
        key = {"united kingdom": "britain"}.get(name.lower(), name.lower())
        for people in peoples.lower().split():
            countries[people.replace("-", " ")] = key
            bits.add(PEOPLE, [people.replace("-", " ")])
        cities = _capitals(capitals)
        for place in (name, *cities):
            countries[place.lower()] = key
            bits.add(PLACE, [place])
            several.append(place)
    for line in getattr(places, "STATES", "").strip().splitlines():
        name, short = line.split("|")
        several.append(name)
        for word in (name, *short.split()):
            countries.setdefault(word.lower(), name.lower())
            if len(word) > 2:
                bits.add(PLACE, [word])
    cities = _list(places, "CITIES")
    bits.add(PLACE, cities)
    bits.add(PEOPLE, _list(places, "MORE_PEOPLES"))
    several += cities
    countries.update(_map(places, "SEATS"))
    return countries, several


_TWO_WORDS = {"buenos", "la", "phnom", "addis", "san", "santo", "new", "tel", "kuwait", "mexico", "panama", "sri",
              "guatemala", "abu", "cape", "the", "kuala", "gaza"}  # fmt: skip


def _capitals(text: str) -> list[str]:
    """ "New Delhi Delhi" as its cities: some capitals have two words."""
    found: list[str] = []
    words = text.split()
    at = 0
    while at < len(words):
        size = 2 if words[at].lower() in _TWO_WORDS and at + 1 < len(words) else 1
        found.append(" ".join(words[at : at + size]))
        at += size
    return found
