"""How much a snapshot holds: counted when it is written, since counting takes longer than opening may."""

from __future__ import annotations

import sqlite3

COUNTS = {
    "rows": "SELECT count(*) FROM rows",
    "leads": "SELECT count(*) FROM rows WHERE nth = 0",
    "articles": "SELECT count(*) FROM rows WHERE problem IS NULL",
    "quotes": "SELECT coalesce(sum(quotes), 0) FROM rows WHERE problem IS NULL",
    "problems": "SELECT count(*) FROM rows WHERE problem IS NOT NULL",
    "speakers": "SELECT count(*) FROM speakers",
    "statements": "SELECT count(*) FROM statements",
    "copies": "SELECT count(*) FROM copies",
}
"""By what is counted; in the table `meta` as "count of ..."."""


def write_counts(base: sqlite3.Connection) -> None:
    """Count everything anew; for all that write a snapshot, as the last thing they do."""
    counted = [(f"count of {name}", str(base.execute(query).fetchone()[0])) for name, query in COUNTS.items()]
    base.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", counted)
