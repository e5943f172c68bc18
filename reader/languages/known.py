"""The languages there is data for, and their basics by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType

CODES = ("en", "de", "fr", "es", "ru")
"""ISO 639-1, English first: what is taken where the language is not known."""


@cache
def basics(code: str | None) -> ModuleType:
    """MONTHS, WEEKDAYS, ABBREVIATIONS, CLOSING_ABBREVIATIONS, STARTERS and COMMON of a language; else English's."""
    return import_module(f"reader.languages.{code if code in CODES else 'en'}.basics")


@cache
def months() -> Mapping[str, int]:
    """Month names and their short forms of all languages, in lower case, to 1..12; English wins where two differ."""
    found: dict[str, int] = {}
    for code in reversed(CODES):
        found.update(basics(code).MONTHS)
    return found


@cache
def boilerplate() -> tuple[Mapping[str, str], ...]:
    """The words of page furniture of every language: class -> words between blanks."""
    return tuple(import_module(f"reader.languages.{code}.boilerplate").WORDS for code in CODES)


@cache
def weekdays() -> frozenset[str]:
    """Names of the days of all languages and their short forms, in lower case."""
    return frozenset(name for code in CODES for name in basics(code).WEEKDAYS if len(name) > 2)
