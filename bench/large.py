"""An indexed archive of a hundred thousand articles in minutes instead of hours, to measure the app over it.

    python bench/large.py FOLDER [--articles 100000] [--distinct 500]

A shortcut: only the distinct articles are analysed. The others are links to their files; their analyses are copied in
the store under keys of their own, and the snapshot of the distinct ones is copied block by block, so that each block
has its own speakers and statements, but for forty speakers whom all blocks share. What the app then reads has the size
and the shape of the real thing; what it took to make tells nothing of the time to index (see bench/indexing.py).
"""

from __future__ import annotations

import argparse
import os
import sqlite3
from pathlib import Path

from synthetic import archive

from reader.library.counts import write_counts
from reader.library.indexing import Indexing, open_index
from reader.library.plan import digest_of
from reader.library.store import Store, filed, snapshot_file, stamp_of

SHARED = 40
"""Speakers who occur in every block."""
OLD = 1_600_000_000
"""The time of all files: old enough to be trusted."""


def make(folder: Path, articles: int, distinct: int) -> None:
    """Write and index an archive."""
    base = folder / "000"
    for name, text in archive(distinct):
        file = base / name.rsplit("/", 1)[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, (OLD, OLD))
    open_index([str(folder)], jobs=os.cpu_count() or 1)
    blocks = articles // distinct
    names = sorted(os.listdir(base))
    for block in range(1, blocks):
        there = folder / f"{block:03}"
        there.mkdir()
        for name in names:
            os.link(base / name, there / name)
    store = Store.of_person()
    assert store.base is not None
    _copy_analyses(store.base, base, names, blocks)
    _copy_snapshot(snapshot_file([str(folder)]), distinct, blocks)
    _sign(folder)


def _copy_analyses(base: sqlite3.Connection, folder: Path, names: list[str], blocks: int) -> None:
    """The analyses, words and stamps of every block; store numbers of block b follow those of block b - 1."""
    from reader.library.packing import unpacked
    from reader.library.reading import searched
    from reader.library.store import unpressed

    rows = base.execute("SELECT id, key, part, article, data FROM analyses ORDER BY id").fetchall()
    texts = {row[0]: unpacked(unpressed(row[4]), "").article for row in rows}
    words = [(texts[row[0]].title.lower(), *searched(texts[row[0]])) for row in rows]
    last = rows[-1][0]
    keys = dict(base.execute("SELECT path, key FROM files"))
    for block in range(1, blocks):
        shift = block * last
        with base:
            base.executemany(
                "INSERT INTO analyses VALUES (?, ?, ?, ?, ?, 1)",
                ((i + shift, f"{key}~{block}", part, f"{article[:11]}{block:05}", data)
                 for i, key, part, article, data in rows),
            )  # fmt: skip
            base.execute("INSERT INTO digests SELECT id + ?, data, runs FROM digests WHERE id <= ?", (shift, last))
            base.executemany(
                "INSERT INTO words (rowid, title, text, hidden) VALUES (?, ?, ?, ?)",
                ((row[0] + shift, *said) for row, said in zip(rows, words, strict=True)),
            )
            for name in names:
                file = folder.parent / f"{block:03}" / name
                key = keys[filed(str(folder / name))]
                base.execute(
                    "INSERT INTO files VALUES (?, 1, ?, ?)",
                    (filed(str(file)), stamp_of(os.stat(file)), f"{key}~{block}"),
                )
    with base:  # links changed the times of the first block's files
        for name in names:
            path = str(folder / name)
            base.execute("UPDATE files SET stamp = ? WHERE path = ?", (stamp_of(os.stat(path)), filed(path)))


def _copy_snapshot(file: Path, distinct: int, blocks: int) -> None:
    """The tables of every block."""
    base = sqlite3.connect(file)
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA journal_mode = OFF")
    speakers, reports, statements, last = (
        base.execute(query).fetchone()[0]
        for query in ("SELECT count(*) FROM speakers", "SELECT max(report) + 1 FROM rows",
                      "SELECT count(*) FROM statements", "SELECT max(stored) FROM rows")
    )  # fmt: skip
    shared = f"(SELECT number FROM speakers WHERE rank < {SHARED})"
    own = "CASE WHEN speaker IN " + shared + " THEN speaker ELSE speaker + :s END"
    copies = (
        "INSERT INTO rows SELECT number + :n, place + :n, substr(key, 1, 11) || printf('%05d', :b), root, "
        "CAST(printf('%03d', :b) || substr(below, 4) AS BLOB), part, title, outlet, date, agency, words, quotes, "
        "stored + :t, problem, report + :r, nth, reading + :n, more FROM rows WHERE number < :first",
        f"INSERT INTO speakers SELECT number + :s, id || '-' || :b, name || ' ' || :b, kind, aliases, roles, quotes, "
        f"mentions, articles, rank FROM speakers WHERE number < :people AND number NOT IN {shared}",
        f"INSERT OR IGNORE INTO called SELECT name || ' ' || :b, speaker + :s FROM called WHERE speaker < :people "
        f"AND speaker NOT IN {shared}",
        f"INSERT INTO entities SELECT article + :n, entity, {own} FROM entities WHERE article < :first",
        f"INSERT INTO occurrences SELECT {own}, article + :n, nth, start, stop, quote FROM occurrences "
        "WHERE article < :first",
        "INSERT INTO statements SELECT number + :m, id || '-' || :b, speaker || '-' || :b FROM statements "
        "WHERE number < :m1",
        "INSERT INTO reported SELECT statement + :m, article + :n, quote FROM reported WHERE statement < :m1",
    )
    for block in range(1, blocks):
        values = {
            "n": block * distinct, "b": block, "t": block * last, "r": block * reports, "first": distinct,
            "s": block * speakers, "people": speakers, "m": block * statements, "m1": statements,
        }  # fmt: skip
        for query in copies:
            base.execute(query, values)
        base.commit()
    base.executescript(
        """
        CREATE TEMP TABLE found AS SELECT speaker, count(quote) AS quotes, count(*) - count(quote) AS mentions,
            count(DISTINCT article) AS articles FROM occurrences GROUP BY speaker;
        CREATE UNIQUE INDEX temp.by_speaker ON found (speaker);
        UPDATE speakers SET (quotes, mentions, articles) =
            (SELECT quotes, mentions, articles FROM found WHERE found.speaker = speakers.number);
        CREATE TEMP TABLE ranks AS SELECT number, row_number() OVER (ORDER BY quotes DESC, number) - 1 AS rank
            FROM speakers;
        CREATE UNIQUE INDEX temp.by_number ON ranks (number);
        UPDATE speakers SET rank = (SELECT rank FROM ranks WHERE ranks.number = speakers.number);
        DELETE FROM bearers;
        INSERT INTO names (names) VALUES ('delete-all');
        INSERT INTO bearers SELECT row_number() OVER (), speaker FROM called;
        INSERT INTO names (rowid, name) SELECT row_number() OVER (), lower(name) FROM called;
        """
    )
    base.commit()
    base.close()


def _sign(folder: Path) -> None:
    """Let the snapshot be known as that of the files which are there now."""
    indexing = Indexing([str(folder)])
    assert not indexing.pending, f"{len(indexing.pending)} files are not known"
    with sqlite3.connect(indexing.file) as base:
        base.execute("UPDATE meta SET value = ? WHERE name = 'digest'", (digest_of(indexing.plan(), None),))
        write_counts(base)


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--distinct", type=int, default=500)
    options = parser.parse_args()
    make(options.folder, options.articles, options.distinct)


if __name__ == "__main__":
    main()
