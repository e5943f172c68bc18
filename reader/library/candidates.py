"""Which articles of an indexed library a query can find anything in, told by the index before any is looked into.

Never too few: what the index cannot tell (marks that are being made, scripts without blanks) is left to the search
itself, which holds every candidate against the query.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from reader.library.indexed import IndexedLibrary
from reader.library.library import Row
from reader.library.queries import Query, Term
from reader.library.searching import LATEST, spans_of, unspaced
from reader.text.folding import folded_words

FEW = 2000
"""Articles up to which those that hold the words are put in order first; of more, the list is walked."""


def candidates(library: IndexedLibrary, query: Query) -> Iterator[Row]:
    """The rows of articles in which the query may find something, in list order, the first of them at once."""
    with closing(library.connection()) as base:
        conditions, values = ["problem IS NULL"], list[object]()
        for term in query.terms:
            if not term.negated and (told := _condition(base, library, term)):
                conditions.append(told[0])
                values += told[1]
        words = " AND ".join(filter(None, (_words(term, library.belonging) for term in query.terms)))
        if words:
            condition, found = holding(base, words)
            conditions.append(condition)
            values += found
        elif query.wanted("tag", "starred", "note") and not query.wanted("unread"):
            keys = library.marked_keys()
            if keys is not None and len(keys) <= FEW:
                conditions.append(f"key IN ({','.join('?' * len(keys))})")
                values += keys
        query_text = f"SELECT key FROM rows WHERE {' AND '.join(conditions)} ORDER BY place"
        for (key,) in base.execute(query_text, values):
            yield library.row_by_key[key]


def _words(term: Term, belonging: bool) -> str:
    """What the words of a term are in the language of the full-text index; empty where it cannot tell.

    Args: belonging: the person said of lines that they belong to an article, so what was hidden may be shown.
    """
    if term.negated or term.field not in ("words", "text", "title"):
        return ""
    if not term.words or any(unspaced(letter) for word in term.words for letter in word):
        return ""
    if not all(any(letter.isalnum() for letter in word) for word in term.words):
        return ""
    shown = "" if belonging else "{title text} : "
    columns = {"title": "title : ", "text": "{text hidden} : " if belonging else "text : "}.get(term.field, shown)
    phrase = " ".join(word.replace('"', "") for word in term.words)
    return f'({columns}"{phrase}"{"" if term.whole else " *"})'


def holding(base: sqlite3.Connection, words: str) -> tuple[str, list[object]]:
    """The condition that an article holds these words."""
    few = base.execute("SELECT rowid FROM store.words WHERE words MATCH ? LIMIT ?", (words, FEW + 1)).fetchall()
    if len(few) <= FEW:
        return f"stored IN ({','.join('?' * len(few))})", [number for (number,) in few]
    return "+stored IN (SELECT rowid FROM store.words WHERE words MATCH ?)", [words]


def _condition(base: sqlite3.Connection, library: IndexedLibrary, term: Term) -> tuple[str, list[object]] | None:
    """What else the index tells of a term."""
    if term.field == "date" and term.days:
        return "date BETWEEN ? AND ?", [term.days.first, term.days.last or LATEST]
    if term.field == "outlet":
        names = {name for pair in library.outlets for name in pair if name}
        fits = sorted(name for name in names if spans_of(term, name) or spans_of(term, f"via {name}"))
        places = ",".join("?" * len(fits))
        return f"(outlet IN ({places}) OR agency IN ({places}) OR (outlet IS NULL AND agency IS NULL))", [*fits, *fits]
    if term.field == "speaker":
        return _speaking(base, library, term)
    return None


def _speaking(base: sqlite3.Connection, library: IndexedLibrary, term: Term) -> tuple[str, list[object]] | None:
    """The condition that somebody of that name is in an article, or the person said something of it."""
    words = [word for typed in term.words for word in folded_words(typed)]
    if not words or any(unspaced(letter) for word in words for letter in word):
        return None
    names = " AND ".join(f'"{word}" *' for word in words)
    marked = library.marked_keys()
    if marked is None or len(marked) > FEW:
        return None
    condition = (
        "(number IN (SELECT article FROM entities WHERE speaker IN (SELECT speaker FROM bearers "
        "WHERE number IN (SELECT rowid FROM names WHERE names MATCH ?)))"
    )
    more = f" OR key IN ({','.join('?' * len(marked))})" if marked else ""
    return f"{condition}{more})", [names, *marked]
