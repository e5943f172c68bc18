"""Names of people taken apart, and whether two of them can be one person's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from reader.languages import nicknames
from reader.mentions.inflect import uninflected

_WORD = re.compile(r"[^\W_]+(?:['’.\-‐‑][^\W_]+)*\.?")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "kc", "qc", "mp"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ENDINGS = re.compile(r"(?:iy|yy|yi|ii|ij|iï|i)$")


class Name(Struct, frozen=True):
    """A person's name in the words that matter for comparing."""

    words: tuple[str, ...]
    """Lower case, without accents, full stops and suffixes."""
    suffix: str = ""
    """"jr", "sr", "ii", "iii" or "iv"."""

    @property
    def last(self) -> str:
        """The surname in most languages; the only word of a short form."""
        return self.words[-1] if self.words else ""

    @property
    def first(self) -> str:
        """The first name; empty for a short form."""
        return self.words[0] if len(self.words) > 1 else ""


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word in lower case without accents, full stops and apostrophes, spellings of Slavic endings made one."""
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(c for c in plain if c.isalnum() or c == "-")
    if "а" <= plain[:1] <= "я":
        return uninflected(plain)
    return _ENDINGS.sub("y", plain) if len(plain) > 5 else plain


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name:
    """The parts of a name as it stands in an article."""
    words = [fold(w) for w in _WORD.findall(text)]
    words = [w for w in words if w]
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        last = words.pop()
        suffix = last if last in _GENERATIONS else suffix
    return Name(tuple(words), suffix)


def first_names_agree(one: str, other: str) -> bool:
    """True where two first names can be one person's: equal, an initial, a short form, one spelling of another."""
    if one == other or not one or not other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if families().get(one, frozenset()) & families().get(other, frozenset()):
        return True
    return one.replace("-", "") == other.replace("-", "") or _close(one, other)


def _close(one: str, other: str) -> bool:
    """True for two spellings of one transliterated name: the same consonants and the same beginning."""
    if one[:2] != other[:2] or min(len(one), len(other)) < 5:
        return False
    return _skeleton(one) == _skeleton(other)


@lru_cache(maxsize=20_000)
def _skeleton(word: str) -> str:
    """Consonants of a name, doubled ones once."""
    bare = re.sub(r"[aeiouyj-]", "", word.replace("kh", "h").replace("zh", "z"))
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=1)
def families() -> dict[str, frozenset[int]]:
    """First name -> the families of names it belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(nicknames.FAMILIES.replace("\n", "|").strip("|").split("|")):
        for word in line.split():
            found.setdefault(fold(word), set()).add(number)
    return {w: frozenset(n) for w, n in found.items()}


def same_person(one: Name, other: Name) -> bool:
    """True where two full names can be one person's: surname and middle initials equal, first names alike."""
    if one.suffix != other.suffix:
        return False
    if one.words == other.words:
        return True
    if "".join(one.words).replace("-", "") == "".join(other.words).replace("-", ""):
        return True
    if one.last != other.last:
        return _longer_by_surname(one, other) or _longer_by_surname(other, one)
    if not first_names_agree(one.first, other.first):
        return one.first in other.words[1:-1] or other.first in one.words[1:-1]
    return _middles_agree(one, other)


def _longer_by_surname(long: Name, short: Name) -> bool:
    """True for "Xiomara Castro Sarmiento" and "Xiomara Castro": a second surname left out."""
    return len(long.words) > len(short.words) > 1 and long.words[: len(short.words)] == short.words


def _middles_agree(one: Name, other: Name) -> bool:
    """False where both have middle names that begin with other letters ("George W." and "George H. W.")."""
    mine, theirs = one.words[1:-1], other.words[1:-1]
    if not mine or not theirs:
        return True
    return mine[0][0] == theirs[0][0]
