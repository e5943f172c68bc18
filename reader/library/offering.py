"""The first of an indexed library that match what is typed: speakers by their names, articles by their headlines.

Every typed word begins a word of the name; a library of a hundred thousand articles answers a letter at once.
"""

from __future__ import annotations

from contextlib import closing
from itertools import islice

from reader.library.candidates import holding
from reader.library.growing import is_growing
from reader.library.indexed import IndexedLibrary
from reader.library.library import Row, Tally
from reader.text.folding import folded_words


def speakers_like(library: IndexedLibrary, typed: str, most: int) -> list[Tally]:
    """The speakers of such a name or alias, the most quoted first; all where nothing is typed."""
    words = folded_words(typed)
    if words:
        found = library.ask(
            "SELECT id FROM speakers WHERE number IN (SELECT speaker FROM bearers WHERE number IN "
            "(SELECT rowid FROM names WHERE names MATCH ?)) ORDER BY rank LIMIT ?", _begun(words), most,
        )  # fmt: skip
    else:
        found = library.ask("SELECT id FROM speakers WHERE rank < ? ORDER BY rank", most)
    return [tally for (one,) in found if (tally := library.tally(one))]


def articles_like(library: IndexedLibrary, typed: str, most: int) -> list[Row]:
    """The articles of such a headline in list order, then files of such a name that wait; all where nothing is
    typed."""
    words = folded_words(typed)
    if not words:
        return [row for row in islice(library.rows, most) if row.problem is None]
    with closing(library.connection()) as base:
        condition, values = holding(base, f"title : ({_begun(words)})")
        query = f"SELECT key FROM rows WHERE problem IS NULL AND {condition} ORDER BY place LIMIT ?"
        rows = [library.row_by_key[key] for (key,) in base.execute(query, (*values, most))]
    return [*rows, *library.waiting_like(words, most - len(rows))] if is_growing(library) else rows


def _begun(words: tuple[str, ...]) -> str:
    """Words that begin so, in the language of the full-text index."""
    return " AND ".join(f'"{word}" *' for word in words)
