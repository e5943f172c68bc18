"""What stands next to a place in an indexed library: the occurrences of a speaker around an article.

A speaker may occur a hundred thousand times; nothing here looks at more of them than it must.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.library.indexed import IndexedLibrary
from reader.library.indexed_speakers import occurrence_of
from reader.library.library import Occurrence

FEW = 1000
"""Articles up to which all that name a speaker are put in order; of more, the list is walked until one is met."""


def occurrences_within(library: IndexedLibrary, speaker: str, key: str) -> list[tuple[int, Occurrence]]:
    """(index among all occurrences of the speaker, occurrence) of one article, in text order."""
    who, article = _numbers(library, speaker, key)
    if who is None:  # a speaker of one article, while others are still to be read
        return [(n, place) for n, place in enumerate(library.occurrences(speaker)) if place.key == key]
    if article is None:
        return []
    rows = library.ask(
        "SELECT start, stop, quote FROM occurrences WHERE speaker = ? AND article = ? ORDER BY nth", who, article
    )
    if not rows:
        return []
    before = library.ask("SELECT count(*) FROM occurrences WHERE speaker = ? AND article < ?", who, article)[0][0]
    return [(before + n, occurrence_of(key, *row)) for n, row in enumerate(rows)]


def next_article(library: IndexedLibrary, speaker: str, key: str, step: int) -> tuple[str, bool] | None:
    """The next article in the order of reading in which a speaker occurs (the one before, for -1), and whether it is
    past the end, at the other one; None where the speaker occurs nowhere."""
    who, _ = _numbers(library, speaker, key)
    here = library.ask("SELECT report, nth FROM rows WHERE key = ?", key)
    if who is None:
        places = library.occurrences(speaker)
        return (places[0].key, True) if places else None
    sign, order = (">", "ASC") if step > 0 else ("<", "DESC")
    if here and (found := _first(library, who, f"(report, nth) {sign} (?, ?)", order, *here[0])):
        return found, False
    found = _first(library, who, "1", order)
    return (found, bool(here)) if found else None


def _first(library: IndexedLibrary, who: int, where: str, order: str, *values: object) -> str | None:
    """Key of the first article in some order in which a speaker occurs."""
    spread = library.ask("SELECT articles FROM speakers WHERE number = ?", who)[0][0]
    if spread > FEW:
        query = (
            f"SELECT key FROM rows WHERE {where} AND EXISTS (SELECT 1 FROM occurrences WHERE speaker = ? AND "
            f"article = number) ORDER BY report {order}, nth {order} LIMIT 1"
        )
        found = library.ask(query, *values, who)
    else:
        query = (
            f"SELECT key FROM (SELECT DISTINCT article FROM occurrences WHERE speaker = ?) CROSS JOIN rows "
            f"ON number = article WHERE {where} ORDER BY report {order}, nth {order} LIMIT 1"
        )
        found = library.ask(query, who, *values)
    return found[0][0] if found else None


def first_of(library: IndexedLibrary, speaker: str, keys: Iterable[str]) -> str | None:
    """The first of some articles in which a speaker occurs."""
    number, _ = _numbers(library, speaker, "")
    query = "SELECT 1 FROM occurrences WHERE speaker = ? AND article = (SELECT number FROM rows WHERE key = ?) LIMIT 1"
    return next((key for key in keys if library.ask(query, number, key)), None)


def _numbers(library: IndexedLibrary, speaker: str, key: str) -> tuple[int | None, int | None]:
    """The numbers that the index has for a speaker and an article."""
    query = "SELECT (SELECT number FROM speakers WHERE id = ?), (SELECT number FROM rows WHERE key = ?)"
    who, article = library.ask(query, speaker, key)[0]
    return who, article
