"""Which articles of an indexed library a query can find anything in, told by the index before any is looked into.

Never too few: what the index cannot tell (marks that are being made, scripts without blanks) is left to the search
itself, which holds every candidate against the query.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from reader.library.indexed import IndexedLibrary
from reader.library.library import Row
from reader.library.queries import Query, Term
from reader.library.searching import LATEST, spans_of, unspaced
from reader.text.folding import folded_words

FEW = 2000
"""Articles up to which those that hold the words are put in order first; of more, the list is walked."""
SAMPLE = 32
"""Rows of which the index is asked one by one whether they hold words that many hold."""
FIRST, LONGER = 1000, 8
"""Rows of the first stretch in which many are looked for, and how many times longer each is than the one before."""


def candidates(library: IndexedLibrary, query: Query) -> Iterator[Row]:
    """The rows of articles in which the query may find something, in list order, the first of them at once."""
    with closing(library.connection()) as base:
        conditions, values = ["problem IS NULL"], list[object]()
        for term in query.terms:
            if not term.negated and (told := _condition(base, library, term)):
                conditions.append(told[0])
                values += told[1]
        words = " AND ".join(filter(None, (_words(term, library.belonging) for term in query.terms)))
        few = holding(base, words) if words else None
        if few is not None:
            conditions.append(f"stored IN ({','.join('?' * len(few))})")
            values += few
        elif not words and query.wanted("tag", "starred", "note") and not query.wanted("unread"):
            keys = library.marked_keys()
            if keys is not None and len(keys) <= FEW:
                conditions.append(f"key IN ({','.join('?' * len(keys))})")
                values += keys
        where = " AND ".join(conditions)
        if words and few is None:
            found = _in_turn(base, words, where, values)
        else:
            found = (key for (key,) in base.execute(f"SELECT key FROM rows WHERE {where} ORDER BY place", values))
        for key in found:
            yield library.row_by_key[key]


def _in_turn(base: sqlite3.Connection, words: str, where: str, values: Sequence[object]) -> Iterator[str]:
    """Keys of the articles that hold words which many hold, in list order: a stretch of the list at a time, each
    longer than the last, since the index takes as long to begin with a stretch as to look through a short one."""
    first, length = 0, FIRST
    query = f"SELECT key, stored FROM rows WHERE {where} AND place >= ? AND place < ? ORDER BY place"
    if _in_most(base, words, [stored for _, stored in base.execute(query, (*values, 0, SAMPLE))]):
        yield from (key for (key,) in base.execute(f"SELECT key FROM rows WHERE {where} ORDER BY place", values))
        return
    held = "SELECT rowid FROM store.words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
    (end,) = base.execute("SELECT max(place) FROM rows").fetchone()
    while first <= (end or 0):
        rows = base.execute(query, (*values, first, first + length)).fetchall()
        if rows:
            numbers = [stored for _, stored in rows]
            holding = {number for (number,) in base.execute(held, (words, min(numbers), max(numbers)))}
            yield from (key for key, stored in rows if stored in holding)
        first, length = first + length, length * LONGER


def _in_most(base: sqlite3.Connection, words: str, numbers: Sequence[int]) -> bool:
    """True where most of these articles hold the words, none as the beginning of a longer one: asking the index for
    all that begin so takes longer than looking into articles of which every other one is found."""
    held, whole = "SELECT 1 FROM store.words WHERE words MATCH ? AND rowid = ?", words.replace('" *', '"')
    return sum(base.execute(held, (whole, number)).fetchone() is not None for number in numbers) > len(numbers) / 2


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


def holding(base: sqlite3.Connection, words: str) -> list[int] | None:
    """Numbers in the store of the articles that hold these words; None where they are many."""
    query = "SELECT rowid FROM store.words WHERE words MATCH ? LIMIT ?"
    alone = all(" " not in phrase for phrase in re.findall('"([^"]*)"', words))
    for asked in (words.replace('" *', '"'), words) if alone else (words,):  # whole words are found in no time
        few = [number for (number,) in base.execute(query, (asked, FEW + 1))]
        if len(few) > FEW:
            return None
    return few


def with_words(base: sqlite3.Connection, words: str) -> tuple[str, list[object]]:
    """The condition that an article holds these words."""
    few = holding(base, words)
    if few is None:
        return "+stored IN (SELECT rowid FROM store.words WHERE words MATCH ?)", [words]
    return f"stored IN ({','.join('?' * len(few))})", list(few)


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
