"""What one language's data say about a word, as bits, ready for quick look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from msgspec import Struct

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


class Lexicon(Struct, frozen=True):
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


class _Data(Struct, frozen=True):
    """The data modules of one language."""

    code: str
    titles: ModuleType | None
    roles: ModuleType | None
    pronouns: ModuleType | None
    bodies: ModuleType | None
    places: ModuleType | None
    words: ModuleType | None
    names: ModuleType | None


@lru_cache(maxsize=8)
def lexicon(code: str | None) -> Lexicon:
    """The tables of a language by its ISO 639-1 code; those of English where there are none."""
    code = code if code and _module(code, "titles") else "en"
    data = _Data(
        code, *(_module(code, f) for f in ("titles", "roles", "pronouns", "bodies", "places", "words", "names"))
    )
    bits = _Bits()
    plurals = _role_bits(bits, data)
    _body_bits(bits, data.bodies, code)
    _word_bits(bits, data)
    names = _first_names(data.names, code)
    bits.add(FIRST, names)
    countries, of_several = _places(bits, data.places)

    def some(module: ModuleType | None, name: str) -> frozenset[str]:
        return frozenset(_list(module, name))

    return Lexicon(
        code=code, bits=bits.of, genders=_genders(data), first_names=names, plurals=plurals, countries=countries,
        places=_phrases(of_several), institutions=_phrases(_list(data.bodies, "INSTITUTION_PHRASES")),
        titles=_phrases(_list(data.titles, "COMPOUNDS")), classes=_classes(_map(data.roles, "CLASSES")),
        camps=some(data.bodies, "CAMPS"), endings=tuple(_list(data.roles, "ENDINGS")),
        capital_nouns=bool(getattr(data.words, "CAPITAL_NOUNS", False)), parties=some(data.roles, "PARTIES"),
        portfolios=some(data.titles, "PORTFOLIOS"), links=some(data.words, "LINKS"),
        prepositions=some(data.words, "PREPOSITIONS"), conjunctions=some(data.words, "CONJUNCTIONS"),
        relatives=some(data.pronouns, "RELATIVES"), subjects=some(data.pronouns, "SUBJECTS"),
        possessives=frozenset(_map(data.pronouns, "POSSESSIVES")),
    )  # fmt: skip


def _role_bits(bits: _Bits, data: _Data) -> dict[str, str]:
    """Adds what the data say of titles and roles; plural role noun -> singular."""
    bits.add(HONORIFIC, _map(data.titles, "HONORIFICS"))
    bits.add(TITLE, (form for word in _list(data.titles, "TITLES") for form in _forms(word, data.code)))
    bits.add(SUFFIX, _list(data.titles, "SUFFIXES"))
    bits.add(ABBREVIATED, _list(data.titles, "ABBREVIATED"))
    bits.add(SECOND_TITLE, (c.split()[-1] for c in _list(data.titles, "COMPOUNDS")))
    singular = _list(data.roles, "ROLES")
    plurals = _map(data.roles, "PLURALS")
    if data.code == "en":
        plurals = {**english_plurals(singular, {}), **plurals}
    bits.add(ROLE, (form for word in singular for form in _forms(word, data.code)))
    bits.add(ROLE | PLURAL, plurals.keys() - set(singular))
    bits.add(ADJECTIVAL, _list(data.roles, "ADJECTIVAL"))
    bits.add(MODIFIER, _list(data.roles, "MODIFIERS"))
    return plurals


def _word_bits(bits: _Bits, data: _Data) -> None:
    """Adds what the data say of pronouns, function words and particles."""
    table: dict[str, tuple[str, bool]] = getattr(data.pronouns, "PRONOUNS", {})
    bits.add(PRONOUN, table)
    bits.add(PRONOUN, (p + c for p in table for c in getattr(data.pronouns, "CONTRACTIONS", ())))
    bits.add(POSSESSIVE, _map(data.pronouns, "POSSESSIVES"))
    for bit, name in ((DETERMINER, "DETERMINERS"), (NUMBER, "NUMBERS"), (STANDALONE, "STANDALONE")):
        bits.add(bit, _list(data.pronouns, name))
    for bit, name in (
        (FUNCTION, "FUNCTION_WORDS"), (CALENDAR, "CALENDAR"), (NOT_NAME, "NOT_NAMES"), (PARTICLE, "PARTICLES"),
    ):  # fmt: skip
        bits.add(bit, _list(data.words, name))


def _genders(data: _Data) -> dict[str, Gender]:
    """Role noun, honorific or pronoun -> gender."""
    found: dict[str, Gender] = {}
    for name, gender in (("MALE", "m"), ("FEMALE", "f")):
        found.update((form, _gender(gender)) for w in _list(data.roles, name) for form in _forms(w, data.code))
    found.update({w: _gender(g) for w, g in _map(data.titles, "HONORIFICS").items()})
    table: dict[str, tuple[str, bool]] = getattr(data.pronouns, "PRONOUNS", {})
    found.update({p: _gender(t[0]) for p, t in table.items()})
    return found


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
