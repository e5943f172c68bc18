"""The first of an indexed library that match what is typed: speakers by their names, articles by their headlines.

Every typed word begins a word of the name; a library of a hundred thousand articles answers a letter at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import islice

from reader.library.candidates import with_words
from reader.library.growing import is_growing
from reader.library.indexed import IndexedLibrary
from reader.library.library import Row, Tally
from reader.text.folding import folded_words

NEAR, SHORT = 1500, 3
"""Articles at the beginning of the list that are looked at one by one for words of so few letters."""


def speakers_like(library: IndexedLibrary, typed: str, most: int) -> list[Tally]:
    """The speakers of such a name or alias, the most quoted first; all where nothing is typed."""
    words = folded_words(typed)
    if not words:
        return library.tallied("rank < ? ORDER BY rank", most)
    return library.tallied(
        "speakers.number IN (SELECT speaker FROM bearers WHERE number IN "
        "(SELECT rowid FROM names WHERE names MATCH ?)) ORDER BY rank LIMIT ?", _begun(words), most,
    )  # fmt: skip


def articles_like(library: IndexedLibrary, typed: str, most: int) -> list[Row]:
    """The articles of such a headline in list order, then files of such a name that wait; all where nothing is
    typed."""
    words = folded_words(typed)
    if not words:
        return [row for row in islice(library.rows, most) if row.problem is None]
    near = _near(library, words) if max(map(len, words)) <= SHORT else iter(())
    first = list(islice(near, most))
    if len(first) == most:  # very many begin so: looking at the list is quicker than asking for all of them
        return [library.row_by_key[key] for key in first]
    with closing(library.connection()) as base:
        condition, values = with_words(base, f"title : ({_begun(words)})")
        query = f"SELECT key FROM rows WHERE problem IS NULL AND {condition} ORDER BY place LIMIT ?"
        rows = [library.row_by_key[key] for (key,) in base.execute(query, (*values, most))]
    return [*rows, *library.waiting_like(words, most - len(rows))] if is_growing(library) else rows


def _near(library: IndexedLibrary, words: tuple[str, ...]) -> Iterator[str]:
    """Keys of the articles of such a headline among the first ones of the list."""
    query = "SELECT key, title FROM rows WHERE problem IS NULL AND place < ? ORDER BY place"
    for key, title in library.stream(query, NEAR):
        begun = [one for word in folded_words(title) for one in word.split("_")]
        if all(any(one.startswith(word) for one in begun) for word in words):
            yield key


def _begun(words: tuple[str, ...]) -> str:
    """Words that begin so, in the language of the full-text index."""
    return " AND ".join(f'"{word}" *' for word in words)
