"""Analysis on a Dask cluster gives the same index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.library.store import cache_folder, snapshot_file

TABLES = {
    "rows": "number, place, key, root, below, part, title, outlet, date, agency, words, quotes, problem, report, nth",
    "speakers": "*", "entities": "*", "occurrences": "*", "statements": "*", "reported": "*", "copies": "*",
    "called": "*",
}  # fmt: skip


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the index of a folder says; where each analysis lies in the store is of no account."""
    base = sqlite3.connect(snapshot_file([str(folder)]))
    return {name: sorted(base.execute(f"SELECT {columns} FROM {name}"), key=repr) for name, columns in TABLES.items()}


def test_a_cluster_of_two_workers_gives_the_same_index(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed")
    for n in range(40):
        text = (folder / "b-ferry.txt").read_text().replace("sofa", f"sofa number {n}")
        (folder / f"c{n}.txt").write_text(text)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    assert main(["index", str(folder), "--jobs", "2"]) == 1
    without, told = dump(folder), capsys.readouterr().err.splitlines()[0]
    for file in cache_folder().rglob("*.sqlite*"):
        file.unlink()
    assert main(["index", str(folder), "--engine", "dask", "--jobs", "2"]) == 1
    assert told in capsys.readouterr().err
    assert dump(folder) == without
