"""Text without case and accents, so that a search finds what a person means."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ACCENTS = ("\u0300", "\u036f")
"""The first and the last accent that stands after its letter."""
WORD = re.compile(r"\w+")
_SAME = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "ʼ": "'", "й": "й"}
"""Letters that Unicode does not take apart, or that are letters of their own."""


def folded(text: str) -> str:
    """The text in lower case and without accents, one code point for one: offsets in it are those of the text.

    An accent that stands by itself after its letter stays; see `plain`.
    """
    if text.isascii():
        return text.lower()
    lower = text.replace("İ", "i").lower()
    for character in set(lower):
        if not character.isascii():
            bare = _bare(character)
            if bare != character:
                lower = lower.replace(character, bare)
    return lower


def plain(text: str) -> str:
    """The same without accents that stand by themselves; its length may differ."""
    return text.lower() if text.isascii() else folded(unicodedata.normalize("NFC", text))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(WORD.findall(plain(text)))


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    """A character without its accents: é as e, ё as е."""
    if character in _SAME:
        return _SAME[character]
    apart = unicodedata.normalize("NFD", character)
    accents = all(ACCENTS[0] <= mark <= ACCENTS[1] for mark in apart[1:])
    return apart[0] if len(apart) > 1 and accents else character
