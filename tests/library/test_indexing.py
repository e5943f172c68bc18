"""The index: the same as without one, kept up to date, and never the truth."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.cli.exits import UNWRITTEN
from reader.cli.main import main
from reader.exporting.contract import export
from reader.library.belonging import line_of
from reader.library.corrections import mark_of_quote
from reader.library.current import is_current
from reader.library.indexed import IndexedLibrary
from reader.library.indexing import Indexing, open_index
from reader.library.open import open_library, wants_index
from reader.library.queries import parse
from reader.library.searching import search
from reader.library.store import Store, cache_folder, is_indexed, snapshot_file
from reader.library.workers import _Crew
from reader.marks.book import MarkBook

SAYS = """\
{who} wants {what}

{day} June 2024

EASTPORT - {who}, the head of the port, asked for {what} on Monday and got little more than a nod from the council.

"We have waited nine years for {what}," {last} said. "Nobody here will wait for a tenth."

Mayor Lena Hartwig answered that the money was not there. "{what}? Ask me again in spring," she told reporters.
"""
PEOPLE = ("Ada Corwin", "Ben Ullmar", "Clara Ferngard", "Ben Ullmar", "Dora Quillan", "Ada Corwin")


def old(folder: Path) -> None:
    """Let no file be so young that it may change again without another stamp."""
    for file in folder.rglob("*"):
        if file.is_file() and file.stat().st_mtime > 1_700_000_000:
            os.utime(file, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def archive(folder: Path) -> Path:
    """The two articles on one event, some more in folders, a copy, and a file that cannot be read."""
    for n, who in enumerate(PEOPLE):
        below = folder / ("a" if n % 2 else "z")
        below.mkdir(exist_ok=True)
        words = SAYS.format(
            who=who, last=who.split()[-1], what=f"a quay {('crane', 'light', 'wall')[n % 3]}", day=n + 1
        )
        (below / f"{n}.txt").write_text(words)
    (folder / "copy.txt").write_bytes((folder / "a-harbour.txt").read_bytes())
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    old(folder)
    return folder


def indexed(folder: Path, **options: object) -> IndexedLibrary:
    return open_index([str(folder)], **options)  # type: ignore[arg-type]


def everything(command: str, folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = main([command, str(folder), *more])
    return code, *capsys.readouterr()


@pytest.mark.parametrize(
    ("command", "form"),
    [(c, "json") for c in ("articles", "quotes", "speakers", "statements", "matrix")]
    + [("export", f) for f in ("json", "jsonl", "csv", "markdown", "qdc", "bibtex")],
)
def test_commands_print_the_same_bytes_with_an_index(
    command: str, form: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = everything(command, archive, capsys, "--format", form)
    assert main(["index", str(archive), "--jobs", "1"]) == 1  # one file cannot be read
    capsys.readouterr()
    assert wants_index([str(archive)])
    assert everything(command, archive, capsys, "--format", form) == without


def test_the_seeds_are_the_same_with_an_index(seeds: Path) -> None:
    assert export(open_index([str(seeds)])) == export(open_library([str(seeds)]))


def test_workers_and_one_process_give_the_same(archive: Path) -> None:
    assert export(indexed(archive, jobs=2)) == export(open_library([str(archive)], jobs=2))
    assert export(indexed(archive)) == export(open_library([str(archive)]))


def test_the_library_answers_as_one_in_memory_does(archive: Path) -> None:
    library, memory = indexed(archive), open_library([str(archive)])
    assert list(library.rows) == list(memory.rows)
    assert list(library.keys) == list(memory.keys)
    assert list(library.items()) == list(memory.items())
    assert library.problems == memory.problems
    assert len(library.speakers) == len(memory.speakers)
    for ours, theirs in zip(library.speakers, memory.speakers, strict=True):
        assert replace(ours, entities=tuple(ours.entities)) == theirs
        assert list(library.occurrences(ours.id)) == list(memory.occurrences(theirs.id))
        assert library.by_id[ours.id] == ours
    for tally, other in zip(library.tallies, memory.tallies, strict=True):
        assert (tally.speaker.id, tally.quotes, tally.mentions) == (other.speaker.id, other.quotes, other.mentions)
        assert tuple(tally.articles) == other.articles
    assert tuple(library.statements) == memory.statements
    assert dict(library.copies) == dict(memory.copies)
    assert len(library.copies) > 1
    for key, analysis in memory.items():
        assert library.row_by_key[key] == memory.row_by_key[key]
        assert library.rows[library.places[key]].key == key
        for number in range(len(analysis.quotes)):
            assert library.statements_of(key, number) == memory.statements_of(key, number)
        for number in range(len(analysis.entities)):
            one, same = library.speaker_of(key, number), memory.speaker_of(key, number)
            assert (one and one.id) == (same and same.id)
    with pytest.raises(KeyError):
        library.analysis("nothing")


def test_only_what_changed_is_read_again(archive: Path) -> None:
    indexed(archive)
    broken = str(archive / "broken.txt")
    assert Indexing([str(archive)]).pending == (broken,)
    (archive / "a" / "1.txt").write_text(SAYS.format(who="Eve Norr", last="Norr", what="a tram", day=3))
    (archive / "new.txt").write_text(SAYS.format(who="Eve Norr", last="Norr", what="a bell", day=4))
    (archive / "z" / "0.txt").unlink()
    old(archive)
    assert set(Indexing([str(archive)]).pending) == {broken, str(archive / "a" / "1.txt"), str(archive / "new.txt")}
    assert export(indexed(archive)) == export(open_library([str(archive)]))


def test_a_file_that_was_written_just_now_is_looked_at_again(archive: Path) -> None:
    young = archive / "young.txt"
    young.write_text(SAYS.format(who="Eve Norr", last="Norr", what="a bell", day=4))
    indexed(archive)
    assert str(young) in Indexing([str(archive)]).pending


def test_a_run_that_is_stopped_goes_on_where_it_was(archive: Path) -> None:
    run = Indexing([str(archive)])
    all_of_them = len(run.pending)
    steps = run.analyse()
    for _ in range(4):
        next(steps)
    steps.close()
    assert len(Indexing([str(archive)]).pending) <= all_of_them - 3
    assert not is_indexed([str(archive)])
    assert export(indexed(archive)) == export(open_library([str(archive)]))


def test_a_run_that_is_killed_leaves_no_process_and_nothing_torn(archive: Path) -> None:
    for n in range(200):
        words = SAYS.format(who=PEOPLE[n % 5], last="Norr", what=f"quay number {n}", day=1 + n % 28)
        (archive / f"more{n}.txt").write_text(words * 3)
    old(archive)
    run = subprocess.Popen(
        [sys.executable, "-m", "reader", "index", str(archive), "--jobs", "2"], stderr=subprocess.DEVNULL
    )
    store = Store.of_person()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (store.file.exists() and list(store.stamped(True))):
        time.sleep(0.05)
    children = [int(pid) for pid in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert len(list(store.stamped(True))) > 0
    while time.monotonic() < deadline and any(_alive(pid) for pid in children):
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in children)
    assert len(list(indexed(archive).rows)) == len(open_library([str(archive)]).rows)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_that_dies_takes_no_file_with_it(archive: Path) -> None:
    files = [str(f) for f in sorted(archive.rglob("*.txt"))]
    crew = _Crew(True, None)
    done = []
    try:
        for one in crew.work(files, 2):
            if not done:
                crew._workers[-1].process.kill()
            done.append(one.path)
    finally:
        crew.dismiss()
    assert sorted(done) == sorted(files)


@pytest.mark.parametrize("damage", [b"no database at all" * 500, b""])
def test_a_damaged_cache_is_set_aside_and_made_anew(archive: Path, damage: bytes) -> None:
    before = export(indexed(archive))
    gc.collect()  # the library that was opened lets go of its files
    for file in cache_folder().rglob("*.sqlite*"):
        if file.name.endswith(".sqlite"):
            file.write_bytes(damage)
        else:
            file.unlink()
    assert export(indexed(archive)) == before


def test_a_deleted_cache_loses_nothing(archive: Path) -> None:
    before = export(indexed(archive))
    gc.collect()  # the library that was opened lets go of its files
    for file in cache_folder().rglob("*.sqlite*"):
        file.unlink()
    assert export(indexed(archive)) == before


def test_what_the_person_corrected_is_in_the_index(archive: Path) -> None:
    indexed(archive)
    book = MarkBook.open([str(archive)])
    key, analysis = next((k, a) for k, a in open_library([str(archive)]).items() if len(a.quotes) > 1)
    wrong = replace(mark_of_quote(analysis, 0), speaker="Wanda Pell")
    book.change(replace(book.mark(book.ref(analysis.article, key)), quotes=(wrong,)))
    block = next(n for n, b in enumerate(analysis.article.blocks) if b.kind == "paragraph")
    other, there = list(open_library([str(archive)]).items())[-1]
    gone = line_of(there.article, block, belongs=False)
    book.change(replace(book.mark(book.ref(there.article, other)), lines=(gone,)))
    ours, theirs = indexed(archive, book=book), open_library([str(archive)], book=book)
    assert export(ours) == export(theirs)
    assert "Wanda Pell" in {s.name for s in ours.speakers}


def test_a_mark_follows_its_article_into_the_index(archive: Path) -> None:
    book = MarkBook.open([str(archive)])
    key, analysis = next(iter(open_library([str(archive)]).items()))
    book.change(replace(book.mark(book.ref(analysis.article, key)), tags=("kept",)))
    file = archive / "a-harbour.txt"
    file.write_text(file.read_text() + "\nAn afterthought that was added on Tuesday.\n")
    (archive / "copy.txt").unlink()
    indexed(archive, book=book)
    assert [mark.tags for mark in book.marks()] == [("kept",)]
    assert book.marks()[0].ref.id == indexed(archive).row_by_key[book.marks()[0].ref.id].key


def test_paths_are_shown_as_they_were_given(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(archive)
    monkeypatch.chdir(archive.parent)
    library = open_index([archive.name])
    assert library.rows[0].path == os.path.join(archive.name, "a-harbour.txt")
    assert export(library) == export(open_library([archive.name]))


def test_a_cache_that_cannot_be_written_is_told(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = archive.parent / "blocked"
    blocked.write_text("a file where a folder is wanted")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert main(["index", str(archive)]) == UNWRITTEN
    assert "the index cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [
        "quay", "QUÁY crane", '"quay crane"', "nine -crane", "title:quay", "text:quay", "speaker:corwin", "kind:mixed",
        "speaker:ada cran", "outlet:coastal", "outlet:courier", "date:2024-05", "date:2024-06-03..", "tag:*",
        "tag:kept", "unread", "unread quay", "note:*", "-quay", "nothingofthis", "a", "_", "speaker:nobody", "brücke",
        "桥", "tag:kept speaker:hartwig", "starred", '"it will close on"', "coast", "-tag:kept ferry", "straß", "i’ll",
    ],
)  # fmt: skip
def test_a_search_finds_what_it_finds_in_memory(archive: Path, typed: str) -> None:
    (archive / "b.txt").write_text(
        "Die Brücke bleibt zu\n\n3. Juni 2024\n\nDie Straße zur alten Brücke bleibt gesperrt, sagte Ada Corwin. "
        "„I’ll wait, E\u0301cole ou non“, sagte sie, 桥 und foo_bar.\n"
    )
    book = MarkBook.open([str(archive)])
    for name, tag in (("a-harbour.txt", "kept"), ("1.txt", "other")):
        library = open_library([str(archive)])
        key, analysis = next((k, a) for k, a in library.items() if a.article.path.endswith(name))
        book.change(replace(book.mark(book.ref(analysis.article, key)), tags=(tag,), note="Ask about the quay"))
    memory, ours = open_library([str(archive)], book=book), indexed(archive, book=book)
    query = parse(typed)
    assert list(search(ours, query, book.marked)) == list(search(memory, query, book.marked))


@pytest.mark.parametrize(
    "typed", ["the", "quay", "a", "quay ferry", '"it will close on"', "the speaker:corwin", "title:quay"]
)
def test_words_that_many_hold_are_found_in_the_same_order(
    archive: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.candidates.FEW", 0)
    monkeypatch.setattr("reader.library.candidates.FIRST", 1)
    monkeypatch.setattr("reader.library.candidates.LONGER", 2)
    memory, ours = open_library([str(archive)]), indexed(archive)
    query = parse(typed)
    assert list(search(ours, query, lambda key: None)) == list(search(memory, query, lambda key: None))


def tagged(archive: Path) -> MarkBook:
    """A book in which one article has a tag."""
    book = MarkBook.open([str(archive)])
    key, analysis = next(
        (k, a) for k, a in open_library([str(archive)]).items() if a.article.path.endswith("a-harbour.txt")
    )
    book.change(replace(book.mark(book.ref(analysis.article, key)), tags=("kept",)))
    return book


def test_a_mark_whose_article_is_gone_makes_nobody_read_all_again(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tagged(archive)
    (archive / "a-harbour.txt").unlink()
    (archive / "copy.txt").unlink()
    read: list[str] = []
    everything = IndexedLibrary.items
    monkeypatch.setattr(IndexedLibrary, "items", lambda self: read.append("all") or everything(self))
    indexed(archive).attach(book)
    assert read == ["all"]
    indexed(archive).attach(book)
    assert read == ["all"]
    (archive / "new.txt").write_text("Another one\n\n3. June 2024\n\nNobody said anything about the weather.\n")
    indexed(archive).attach(book)
    assert read == ["all", "all"]


def test_a_mark_finds_its_article_by_its_file_without_looking_into_all(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tagged(archive)
    (archive / "copy.txt").unlink()
    file = archive / "a-harbour.txt"
    file.write_text(file.read_text() + "\nAn afterthought that was added on Tuesday.\n")
    monkeypatch.setattr(IndexedLibrary, "items", lambda self: pytest.fail("all articles were looked into"))
    ours = indexed(archive)
    ours.attach(book)
    assert [mark.tags for mark in book.marks()] == [("kept",)]
    assert book.marks()[0].ref.id in ours.row_by_key


def test_an_index_that_is_whole_is_known_without_reading_anything(archive: Path) -> None:
    (archive / "broken.txt").unlink()
    (archive / "picture.bin").write_bytes(b"\x00")
    indexed(archive)

    def current(book: MarkBook | None = None) -> bool:
        return is_current(snapshot_file([str(archive)]), [str(archive)], True, Store.of_person(), book)

    assert current()
    (archive / "a" / "young.txt").write_text(SAYS.format(who="Eve Norr", last="Norr", what="a bell", day=4))
    assert not current()
    (archive / "a" / "young.txt").unlink()
    assert current()
    os.utime(archive / "z" / "0.txt", (1_600_000_000, 1_600_000_000))
    assert not current()
    indexed(archive)
    assert current()
    (archive / "picture.bin").unlink()
    assert not current()


def test_the_first_lines_do_not_wait_for_the_last(archive: Path) -> None:
    indexed(archive)
    for n in range(60):
        words = SAYS.format(who=PEOPLE[n % 5], last="Norr", what=f"quay number {n}", day=1 + n % 28)
        (archive / f"more{n}.txt").write_text(words * 20)
    old(archive)
    indexed(archive, jobs=2)
    command = (
        f"{sys.executable} -m reader quotes {archive} 2>{archive.parent}/said | head -n 2; echo ${{PIPESTATUS[0]}}"
    )
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True, timeout=60, env=env)
    assert len(done.stdout.splitlines()) == 3
    assert "Traceback" not in (archive.parent / "said").read_text()
