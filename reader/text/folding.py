"""Text without case and accents, so that a search finds what a person means."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ACCENTS = ("\u0300", "\u036f")
"""The first and the last accent that stands after its letter."""
WORD = re.compile(r"\w+")
_SAME = {
    "ı": "i", "İ": "i", "ø": "o", "ł": "l", "đ": "d", "й": "й", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"',
    "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": ".", "\u00a0": " ",
}  # fmt: skip
"""Letters that Unicode does not take apart, or that are letters of their own; signs that have a plainer one."""
_BEYOND = re.compile(r"[^\x00-\x7f]")


def folded(text: str) -> str:
    """The text in lower case and without accents, one code point for one: offsets in it are those of the text.

    An accent that stands by itself after its letter stays; see `plain`.
    """
    if text.isascii():
        return text.lower()
    for character in set(_BEYOND.findall(text)):
        bare = _bare(character)
        if bare != character:
            text = text.replace(character, bare)
    return text.lower()


def plain(text: str) -> str:
    """The same without accents that stand by themselves; its length may differ."""
    return text.lower() if text.isascii() else folded(unicodedata.normalize("NFC", text))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(WORD.findall(plain(text)))


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    """A character in lower case without its accents: É as e, ё as е."""
    character = _SAME.get(character) or character.lower()
    if character in _SAME:
        return _SAME[character]
    apart = unicodedata.normalize("NFD", character)
    accents = all(ACCENTS[0] <= mark <= ACCENTS[1] for mark in apart[1:])
    return apart[0] if len(apart) > 1 and accents else character
