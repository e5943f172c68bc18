"""Rows of a snapshot's tables, for all that write one."""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
from collections.abc import Callable

from msgspec.structs import asdict

from reader.library.digest import Digest
from reader.library.library import Row
from reader.library.plan import Source
from reader.library.reading import sound
from reader.model.problems import Problem
from reader.model.speakers import Speaker


def free_key(base: sqlite3.Connection, name: str, key_of: Callable[[str, int], str]) -> str:
    """The key of another article of an id, or of another problem of a path."""
    keys = (key_of(name, count) for count in itertools.count(1))
    query = "SELECT 1 FROM rows WHERE key = ?"
    return next(key for key in keys if base.execute(query, (key,)).fetchone() is None)


def put_article(
    base: sqlite3.Connection, number: int, key: str, source: Source, row: Row | Digest, stored: int
) -> None:
    """Write an article, without its places in the lists. Args: source: its file; stored: its number in the store."""
    base.execute(
        "INSERT INTO rows (number, key, root, below, part, title, outlet, date, agency, words, quotes, stored, "
        "nth, more) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        (
            number, key, source.root, os.fsencode(source.below), row.part, sound(row.title),
            *(sound(word) if word else word for word in (row.outlet, row.date, row.agency)),
            row.words, row.quotes, stored,
        ),
    )  # fmt: skip


def put_problem(base: sqlite3.Connection, number: int, key: str, problem: Problem) -> None:
    """Write a file that did not open, without its places in the lists."""
    base.execute(
        "INSERT INTO rows (number, key, part, title, words, quotes, problem, nth, more) "
        "VALUES (?, ?, 1, ?, 0, 0, ?, 0, 0)",
        (number, key, sound(problem.path), json.dumps(asdict(problem))),
    )


def put_speaker(base: sqlite3.Connection, number: int, id_: str, speaker: Speaker) -> None:
    """Write a speaker under an id, without what they are called and how often they occur."""
    base.execute(
        "INSERT INTO speakers (number, id, name, kind, aliases, roles) VALUES (?, ?, ?, ?, ?, ?)",
        (number, id_, sound(speaker.name), speaker.kind, json.dumps(speaker.aliases), json.dumps(speaker.roles)),
    )
