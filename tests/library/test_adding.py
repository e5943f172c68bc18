"""Files worked into an index: what is said of them is true, and all of it is there once names are compared."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import FERRY, HARBOUR

from reader.cli.main import main
from reader.exporting.contract import export
from reader.library.changes import FEW, changes_in, waiting_in, work_in
from reader.library.indexed import IndexedLibrary
from reader.library.indexing import Indexing, open_index
from reader.library.library import Library
from reader.library.open import open_library
from reader.library.store import Store, snapshot_file

WHO = ("Ada Corwin", "Ben Ullmar", "Clara Ferngard", "Dora Quillan")
SAYS = """\
{who} wants a {what}

{day} June 2024

EASTPORT - {who}, the head of the port, asked for a {what} on Monday and got a nod from the council.

"We have waited {day} years for a {what}," {last} said. "Nobody here will wait for another."

The Eastport Harbour Authority declined to comment, and Mayor Lena Hartwig answered that there was no money.
"""


def says(who: str, what: str, day: int = 3) -> str:
    return SAYS.format(who=who, last=who.rsplit(maxsplit=1)[-1], what=what, day=day)


@pytest.fixture
def archive(folder: Path) -> Path:
    """Sixteen articles in three folders, two of them one report, and a file that cannot be read; indexed."""
    for n in range(12):
        below = folder / ("a" if n % 2 else "z")
        below.mkdir(exist_ok=True)
        (below / f"{n:02}.txt").write_text(says(WHO[n % 4], ("crane", "light", "wall")[n % 3], n + 1))
    (folder / "z" / "copy.txt").write_text(HARBOUR.replace("The Eastport Courier", "The Norwick Mail"))
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    old(folder)
    open_index([str(folder)])
    return folder


def old(folder: Path) -> None:
    """Let no file be so young that it may change again without another stamp."""
    for file in folder.rglob("*"):
        if file.is_file() and file.stat().st_mtime > 1_700_000_000:
            os.utime(file, (1_700_000_000, 1_700_000_000))


def worked_in(archive: Path, *folders: str) -> IndexedLibrary:
    old(archive)
    assert work_in([str(archive / f) if f else str(archive) for f in folders], [str(archive)], True, None)
    return opened(archive)


def opened(archive: Path) -> IndexedLibrary:
    return IndexedLibrary(snapshot_file([str(archive)]), [str(archive)], Store.of_person())


def agrees(ours: IndexedLibrary, memory: Library) -> None:
    """What both say of articles is the same, and what the index says of a speaker by full name too."""
    assert [(r.path, r.part, r.title, r.quotes, r.problem) for r in ours.rows] == [
        (r.path, r.part, r.title, r.quotes, r.problem) for r in memory.rows
    ]
    assert ours.totals == memory.totals
    assert {r.key for r in ours.rows} == {r.key for r in memory.rows}
    assert set(ours.keys) == set(memory.keys)
    assert dict(ours.items()) == dict(memory.items())
    assert set(ours.problems) == set(memory.problems)
    for key in ours.keys:
        assert ours.rows[ours.places[key]].key == key
    stands = [ours.standing[row.key] for row in ours.rows]
    assert sorted(s.reading for s in stands) == list(range(len(stands)))
    assert {s.report for s in stands} == set(range(len(ours.leads)))
    assert [ours.standing[row.key].report for row in ours.leads] == list(range(len(ours.leads)))
    consistent(ours)


def consistent(library: IndexedLibrary) -> None:
    """Numbers, counts and orders of the speakers hold among themselves."""
    tallies = list(library.tallies)
    assert len(tallies) == len(library.speakers) == len({t.speaker.id for t in tallies})
    assert tallies == sorted(tallies, key=lambda t: (-t.quotes, -t.mentions, t.speaker.name, t.speaker.id))
    for tally in tallies:
        places = library.occurrences(tally.speaker.id)
        assert len(places) == tally.quotes + tally.mentions
        assert sum(place.kind == "quote" for place in places) == tally.quotes
        assert len({place.key for place in places}) == len(tally.articles)
        for place in places:
            if place.quote is not None:
                entity = library.analysis(place.key).quotes[place.quote].entity
                assert library.speaker_of(place.key, entity) == tally.speaker
        for name in tally.speaker.aliases:
            assert library.named(name) is not None
    for statement in library.statements:
        assert len({key for key, _ in statement.quotes}) > 1
        assert all(statement in library.statements_of(*place) for place in statement.quotes)


def spoken(library: Library, name: str) -> Sequence[tuple[str, int, int]]:
    speaker = library.named(name)
    assert speaker is not None
    return sorted((p.key, p.span.start, p.span.end) for p in library.occurrences(speaker.id))


def test_ten_new_files_are_there_with_their_speakers(archive: Path) -> None:
    for n in range(10):
        place = archive / ("new" if n % 3 == 0 else "a" if n % 3 == 1 else "")
        place.mkdir(exist_ok=True)
        (place / f"0-new-{n}.txt").write_text(says((*WHO, "Eve Norr")[n % 5], f"bell number {n}", n + 1))
    ours, memory = worked_in(archive, "", "a", "new"), open_library([str(archive)])
    agrees(ours, memory)
    for name in (*WHO, "Eve Norr", "Lena Hartwig", "Eastport Harbour Authority"):
        assert spoken(ours, name) == spoken(memory, name)
    assert ours.waiting == 10
    assert ours.changes == (10, 0, 0)


def test_many_new_files_are_put_in_order_as_few_are(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.ordering.BRANCHES", 0)
    test_ten_new_files_are_there_with_their_speakers(archive)


def test_changed_and_gone_files(archive: Path) -> None:
    (archive / "a" / "01.txt").write_text(says("Eve Norr", "bell"))
    (archive / "a" / "03.txt").unlink()
    (archive / "z" / "copy.txt").unlink()
    (archive / "a-harbour.txt").write_text(FERRY.replace("Lena Hartwig", "Lena Hartwig-Soll"))
    ours, memory = worked_in(archive, "a", "z", ""), open_library([str(archive)])
    agrees(ours, memory)
    assert ours.changes == (0, 2, 2)
    assert spoken(ours, "Eve Norr") == spoken(memory, "Eve Norr")
    for name in WHO:
        assert spoken(ours, name) == spoken(memory, name)
    assert not ours.copies


def test_a_speaker_of_whom_nothing_is_left_goes(archive: Path) -> None:
    (archive / "b-ferry.txt").write_text(says("Ada Corwin", "ferry"))
    ours = worked_in(archive, "")
    assert ours.named("Tomas Reiter") is None
    agrees(ours, open_library([str(archive)]))


def test_files_that_do_not_open_come_and_go(archive: Path) -> None:
    (archive / "broken.txt").write_text(says("Ada Corwin", "door"))
    (archive / "a" / "bad.txt").write_bytes(b"\x00\x01\x02" * 400)
    (archive / "a" / "01.txt").write_bytes(b"\x00\x01\x02" * 400)
    ours = worked_in(archive, "", "a")
    agrees(ours, open_library([str(archive)]))
    assert {row.path.rsplit("/", 1)[1] for row in ours.rows if row.problem} == {"bad.txt", "01.txt"}
    (archive / "a" / "bad.txt").unlink()
    agrees(worked_in(archive, "a"), open_library([str(archive)]))


def test_a_whole_folder_that_is_gone(archive: Path) -> None:
    for file in (archive / "z").iterdir():
        file.unlink()
    (archive / "z").rmdir()
    agrees(worked_in(archive, "z"), open_library([str(archive)]))


def test_twins_have_keys_of_their_own(archive: Path) -> None:
    (archive / "z" / "twin.txt").write_text(says(WHO[1], "light", 2))
    ours = worked_in(archive, "z")
    assert len({row.key for row in ours.rows}) == len(ours.rows)
    consistent(ours)


def test_a_surname_alone_is_not_taken_for_its_bearer(archive: Path) -> None:
    (archive / "short.txt").write_text(
        'No to the wall\n\n9 June 2024\n\n"We will not pay for another wall this year," Corwin said.\n'
    )
    before = spoken(opened(archive), "Ada Corwin")
    ours = worked_in(archive, "")
    assert spoken(ours, "Ada Corwin") == before
    agrees(ours, open_library([str(archive)]))


def test_one_change_after_the_other(archive: Path) -> None:
    for n in range(6):
        (archive / f"new{n}.txt").write_text(says(("Eve Norr", "Finn Oakes")[n % 2], f"gate {n}"))
        if n > 2:
            (archive / f"new{n - 2}.txt").unlink()
        agrees(worked_in(archive, ""), open_library([str(archive)]))
    assert opened(archive).waiting == 6


def test_comparing_names_afterwards_gives_what_a_library_from_scratch_is(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "new.txt").write_text(says("Corwin", "bell"))
    (archive / "a" / "03.txt").unlink()
    worked_in(archive, "", "a")
    assert waiting_in(snapshot_file([str(archive)])).due
    assert main(["index", str(archive)]) == 1  # one file cannot be read
    assert waiting_in(snapshot_file([str(archive)])).articles == 0
    assert export(opened(archive)) == export(open_library([str(archive)]))


def test_commands_print_what_a_library_from_scratch_is(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "new.txt").write_text(says("Corwin", "bell"))
    worked_in(archive, "")
    main(["quotes", str(archive), "--format", "json"])
    indexed = capsys.readouterr().out
    for file in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.sqlite*"):
        file.unlink()
    main(["quotes", str(archive), "--format", "json"])
    assert capsys.readouterr().out == indexed


def test_opening_works_in_what_changed_meanwhile(archive: Path) -> None:
    (archive / "new.txt").write_text(says("Ben Ullmar", "bell"))
    (archive / "a" / "03.txt").unlink()
    (archive / "broken.txt").write_bytes(b"\x00\x03" * 400)
    old(archive)
    indexing = Indexing([str(archive)])
    list(indexing.analyse())
    assert indexing.finish(None, lambda *_: None, quick=True)
    agrees(opened(archive), open_library([str(archive)]))
    assert opened(archive).waiting
    again = Indexing([str(archive)])
    list(again.analyse())
    assert not again.finish(None, lambda *_: None, quick=True)


def test_too_much_is_not_worked_in(archive: Path) -> None:
    for n in range(FEW + 1):
        (archive / f"new{n}.txt").write_text(says("Ben Ullmar", f"bell {n}"))
    old(archive)
    assert not work_in([str(archive)], [str(archive)], True, None)


def test_what_did_not_change_is_not_written_anew(archive: Path) -> None:
    store = Store.of_person()
    changes = changes_in(snapshot_file([str(archive)]), [str(archive / "a")], [str(archive)], store, None, True)
    assert list(changes or ()) == []
