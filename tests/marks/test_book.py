"""Tags and notes stay, whatever happens to the article's file."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.cleaning.clean import clean
from reader.loading.load import load
from reader.marks.book import MarkBook
from reader.marks.marks import Acts, ArticleMark, ArticleRef, QuoteMark, SavedSearch, TagColour
from reader.marks.tags import bears, renamed
from reader.model.articles import Article
from reader.model.problems import Problem, ReaderError


def article(path: Path) -> Article:
    loaded = load(str(path))
    assert not isinstance(loaded, Problem)
    return clean(loaded[0])


def tag(folder: Path, name: str, *tags: str) -> None:
    book = MarkBook.open([str(folder)])
    mark = book.mark(book.ref(article(folder / name)))
    book.change(replace(mark, tags=tags))


def tags_of(folder: Path, name: str) -> tuple[str, ...]:
    book = MarkBook.open([str(folder)])
    refs = {path.name: book.ref(article(path)) for path in folder.glob("*.txt")}
    book.attach(refs.values())
    return book.mark(refs[name]).tags


def test_tags_are_there_again(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up", "city/bridge")
    assert tags_of(folder, "a-harbour.txt") == ("follow-up", "city/bridge")
    assert tags_of(folder, "b-ferry.txt") == ()


def test_the_file_is_yaml_that_a_person_can_read(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    lines = (folder / ".reader" / "marks.yaml").read_text(encoding="utf-8").splitlines()
    assert "  - title: Harbour bridge to close for a year, mayor says" in lines
    assert "    path: a-harbour.txt" in lines
    assert "    tags: [follow-up]" in lines


def test_tags_survive_renaming(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    (folder / "a-harbour.txt").rename(folder / "z-moved.txt")
    assert tags_of(folder, "z-moved.txt") == ("follow-up",)


def test_tags_survive_editing(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    path = folder / "a-harbour.txt"
    path.write_text(path.read_text() + "\nA paragraph that was added the next morning.\n")
    assert tags_of(folder, "a-harbour.txt") == ("follow-up",)


def test_tags_survive_renaming_with_a_new_headline_and_an_edit(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    text = (folder / "a-harbour.txt").read_text()
    (folder / "a-harbour.txt").unlink()
    text = text.replace("Harbour bridge to close for a year, mayor says", "Bridge over harbour shuts next month")
    (folder / "c-new.txt").write_text(text.replace("free ferry", "ferry without charge"))
    assert tags_of(folder, "c-new.txt") == ("follow-up",)
    assert tags_of(folder, "b-ferry.txt") == ()


def test_a_mark_whose_article_is_gone_is_kept(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    (folder / "a-harbour.txt").unlink()
    tag(folder, "b-ferry.txt", "other")
    assert "follow-up" in (folder / ".reader" / "marks.yaml").read_text()


def test_two_open_books_do_not_lose_each_others_changes(folder: Path) -> None:
    one, other = MarkBook.open([str(folder)]), MarkBook.open([str(folder)])

    def write(book: MarkBook, who: str) -> None:
        for n in range(40):
            book.change(replace(book.mark(ArticleRef(f"{who}{n}", f"{who}{n}.txt")), tags=(who,)))

    threads = [threading.Thread(target=write, args=pair) for pair in ((one, "a"), (other, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert dict(MarkBook.open([str(folder)]).tags()) == {"a": 40, "b": 40}


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda text: text[: len(text) // 2], "marks.yaml"),
        (lambda text: text.replace("end: of marks\n", ""), "was cut off"),
        (lambda text: "[" * 50, "nested deeper"),
    ],
)
def test_a_damaged_file_is_named_and_never_written_over(folder: Path, damage, what: str) -> None:  # type: ignore[no-untyped-def]
    tag(folder, "a-harbour.txt", "follow-up")
    file = folder / ".reader" / "marks.yaml"
    file.write_text(damage(file.read_text()))
    before = file.read_bytes()
    book = MarkBook.open([str(folder)])
    assert book.problem is not None
    assert what in str(book.problem)
    mark = replace(book.mark(book.ref(article(folder / "b-ferry.txt"))), tags=("new",))
    with pytest.raises(ReaderError):
        book.change(mark)
    assert file.read_bytes() == before
    assert book.mark(mark.ref).tags == ("new",)


def test_a_failed_save_leaves_the_old_file_and_no_litter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    file = folder / ".reader" / "marks.yaml"
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    book = MarkBook.open([str(folder)])
    with pytest.raises(ReaderError, match="no space left on device"):
        book.change(replace(book.mark(book.ref(article(folder / "b-ferry.txt"))), tags=("x",)))
    assert file.read_bytes() == before
    assert sorted(p.name for p in file.parent.iterdir()) == ["marks.yaml", "marks.yaml.lock"]
    monkeypatch.undo()
    book.save()
    assert tags_of(folder, "b-ferry.txt") == ("x",)


def test_marks_of_a_folder_that_cannot_be_written_go_to_the_data_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.marks.place._writable", lambda root: False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    tag(folder, "a-harbour.txt", "follow-up")
    assert not (folder / ".reader").exists()
    assert tags_of(folder, "a-harbour.txt") == ("follow-up",)
    assert "cannot be written" in str(MarkBook.open([str(folder)]).problem)


def big(folder: Path, monkeypatch: pytest.MonkeyPatch) -> MarkBook:
    """A book whose YAML follows only when it is told to, as that of a large archive does."""
    monkeypatch.setattr("reader.marks.book.SMALL", 0)
    return MarkBook.open([str(folder)])


def test_an_act_is_on_disk_before_the_yaml_follows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = big(folder, monkeypatch)
    ref = book.ref(article(folder / "a-harbour.txt"))
    book.change(replace(book.mark(ref), tags=("one",)))
    book.change(replace(book.mark(ref), tags=("one", "two")))
    assert not book.where.exists()
    assert MarkBook.open([str(folder)]).mark(ref).tags == ("one", "two")
    book.close()
    assert sorted(p.name for p in book.where.parent.iterdir()) == ["marks.yaml", "marks.yaml.lock"]
    assert MarkBook.open([str(folder)]).mark(ref).tags == ("one", "two")


@pytest.mark.parametrize("cut", [1, 5, 60, 200])
def test_a_journal_that_was_cut_off_keeps_what_was_acknowledged(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    book = big(folder, monkeypatch)
    ref = book.ref(article(folder / "a-harbour.txt"))
    book.change(replace(book.mark(ref), tags=("one",)))
    journal = book.where.with_suffix(".journal")
    whole = journal.read_bytes()
    book.change(replace(book.mark(ref), tags=("one", "two")))
    second = journal.read_bytes()[len(whole) :]
    journal.write_bytes(whole + second[: -min(cut, len(second))])
    again = MarkBook.open([str(folder)])
    assert again.mark(ref).tags == ("one",)
    again.change(replace(again.mark(ref), tags=("one", "three")))
    assert MarkBook.open([str(folder)]).mark(ref).tags == ("one", "three")


def test_instances_with_a_journal_see_each_others_acts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = big(folder, monkeypatch), big(folder, monkeypatch)
    refs = [ArticleRef(f"{n}", f"{n}.txt") for n in range(12)]
    for n, ref in enumerate(refs):
        book = (one, other)[n % 2]
        book.change(replace(book.mark(ref), tags=(f"t{n}",)))
        if n == 5:
            one.follow()
        if n == 8:
            other.close()
    assert len(MarkBook.open([str(folder)]).tags()) == 12


def test_tags_given_to_one_article_in_two_instances_are_all_kept(folder: Path) -> None:
    one, other = MarkBook.open([str(folder)]), MarkBook.open([str(folder)])
    ref = one.ref(article(folder / "a-harbour.txt"))
    one.change(replace(one.mark(ref), tags=("mine",)))
    other.change(replace(other.mark(ref), tags=("theirs",), read=True))
    one.change(replace(one.mark(ref), note="seen"))
    mark = MarkBook.open([str(folder)]).mark(ref)
    assert set(mark.tags) == {"mine", "theirs"}
    assert mark.read
    assert mark.note == "seen"


def test_what_an_editor_wrote_meanwhile_is_kept(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "mine")
    book = MarkBook.open([str(folder)])
    file = book.where
    file.write_text(file.read_text().replace("tags: [mine]", "tags: [mine, by-editor]"))
    ref = book.ref(article(folder / "b-ferry.txt"))
    book.change(replace(book.mark(ref), tags=("ferry",)))
    assert tags_of(folder, "a-harbour.txt") == ("mine", "by-editor")
    assert tags_of(folder, "b-ferry.txt") == ("ferry",)


def test_the_marks_of_earlier_sessions_are_kept_as_backups(folder: Path) -> None:
    for n in range(5):
        tag(folder, "a-harbour.txt", f"session-{n}")
    there = sorted((folder / ".reader").glob("marks.backup-*.yaml"))
    assert ["session-3" in there[0].read_text(), "session-2" in there[1].read_text(), len(there)] == [True, True, 3]


def test_what_cannot_be_saved_is_rescued_on_leaving(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = MarkBook.open([str(folder)])
    ref = book.ref(article(folder / "a-harbour.txt"))
    with monkeypatch.context() as broken:
        broken.setattr("reader.marks.book.locked", _refused)
        with pytest.raises(ReaderError, match="read-only file system"):
            book.change(replace(book.mark(ref), tags=("precious",)))
        copy = book.close()
    assert copy is not None
    assert "precious" in copy.read_text()


def _refused(_: Path) -> None:
    raise OSError(30, "Read-only file system")


def test_colours_searches_and_recent_tags_are_there_again(tmp_path: Path) -> None:
    acts = Acts(
        colours=(TagColour("war/talks", "good"),),
        searches=(SavedSearch("open: points", 'tag:follow-up "root causes" #1'),),
        recent=("war/talks", "yes"),
    )
    MarkBook.open([str(tmp_path)]).change_all((), acts)
    assert MarkBook.open([str(tmp_path)]).acts == acts
    assert "tag colours:" in (tmp_path / ".reader" / "marks.yaml").read_text(encoding="utf-8")


def test_a_tag_is_renamed_with_all_below_it() -> None:
    tags = ("war", "war/talks", "warm", "peace")
    assert renamed(tags, "war", "conflict") == ("conflict", "conflict/talks", "warm", "peace")
    assert renamed(tags, "war", "peace") == ("peace", "peace/talks", "warm")
    assert renamed(tags, "war", "") == ("warm", "peace")
    assert bears(tags, "WAR")
    assert not bears(("warm",), "war")


def test_unknown_keys_are_warned_of_and_kept(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    file = folder / ".reader" / "marks.yaml"
    text = file.read_text().replace("tags:", "tgas:").replace("end: of", "later: {colour: [red, '1']}\nend: of")
    file.write_text(text)
    book = MarkBook.open([str(folder)])
    assert book.problem is not None
    assert "unknown key 'later'" in str(book.problem) or "unknown key 'tgas' (and 1 more)" in str(book.problem)
    assert not book.problem.fatal
    assert book.problem.line > 0
    tag(folder, "b-ferry.txt", "new")
    kept = file.read_text()
    assert "    tgas: [follow-up]" in kept
    assert 'later:\n  colour: [red, "1"]' in kept
    assert tags_of(folder, "b-ferry.txt") == ("new",)


def test_comments_are_warned_of_and_kept(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "follow-up")
    file = folder / ".reader" / "marks.yaml"
    text = file.read_text().replace("    tags: [follow-up]", "    # ask Lena\n    tags: [follow-up]  # '#2' twice")
    file.write_text(text.replace("end: of", "# at the end\nend: of"))
    book = MarkBook.open([str(folder)])
    assert "has comments" in str(book.problem)
    tag(folder, "b-ferry.txt", "#no comment", "new")
    kept = file.read_text()
    assert kept.split("\n")[1:4] == ["# ask Lena", "# '#2' twice", "# at the end"]
    assert tags_of(folder, "b-ferry.txt") == ("#no comment", "new")
    again = MarkBook.open([str(folder)])
    assert again.problem is None
    tag(folder, "a-harbour.txt", "third")
    assert file.read_text().count("# ask Lena") == 1


@pytest.mark.parametrize("name", ["marks.journal", "marks.yaml.lock", "marks.yaml"])
def test_a_link_under_our_names_leads_us_nowhere(folder: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious\n" * 100)
    (folder / ".reader").mkdir()
    (folder / ".reader" / name).symlink_to(victim)
    book = MarkBook.open([str(folder)])
    with pytest.raises(ReaderError):
        book.change(ArticleMark(ArticleRef("1", "a-harbour.txt"), ("x",)))
    assert victim.read_text() == "precious\n" * 100


@pytest.mark.parametrize("name", ["marks.journal", "marks.yaml.lock", "marks.yaml"])
def test_a_pipe_under_our_names_hangs_nothing(folder: Path, name: str) -> None:
    (folder / ".reader").mkdir()
    os.mkfifo(folder / ".reader" / name)
    book = MarkBook.open([str(folder)])
    with pytest.raises(ReaderError):
        book.change(ArticleMark(ArticleRef("1", "a-harbour.txt"), ("x",)))


def test_a_folder_of_marks_that_leads_out_is_not_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "elsewhere").mkdir()
    (folder / ".reader").symlink_to(tmp_path / "elsewhere")
    tag(folder, "a-harbour.txt", "follow-up")
    assert not list((tmp_path / "elsewhere").iterdir())
    assert tags_of(folder, "a-harbour.txt") == ("follow-up",)
    assert "leads out of it" in str(MarkBook.open([str(folder)]).problem)


def test_one_byte_at_a_time_is_written_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.pwrite
    monkeypatch.setattr("reader.marks.journal.os.pwrite", lambda number, data, at: real(number, data[:1], at))
    monkeypatch.setattr("reader.marks.book.SMALL", 0)
    tag(folder, "a-harbour.txt", "follow-up")
    assert tags_of(folder, "a-harbour.txt") == ("follow-up",)


@given(st.lists(st.text(st.characters(codec=None), min_size=1, max_size=20), max_size=8, unique=True), st.booleans())
@settings(max_examples=25)
def test_any_text_comes_back_as_tag_and_note(texts: list[str], journal: bool) -> None:
    with tempfile.TemporaryDirectory() as place:
        book = MarkBook.open([place])
        for n, text in enumerate(texts):
            quote = QuoteMark(text, tags=(text,), note=text)
            book.change_all([ArticleMark(ArticleRef(f"{n}", f"{n}.txt"), (text,), note=text, quotes=(quote,))])
        if not journal:
            book.close()
        again = MarkBook.open([place])
        assert again.problem is None
        for n, text in enumerate(texts):
            mark = again.mark(ArticleRef(f"{n}", f"{n}.txt"))
            assert (mark.tags, mark.note, mark.quotes[0].words, mark.quotes[0].note) == ((text,), text, text, text)


@pytest.mark.parametrize("small", [300, 0])
def test_an_editor_that_saves_over_what_it_never_saw_takes_nothing_away(
    folder: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    book = MarkBook.open([str(folder)])
    refs = [ArticleRef(name, f"{name}.txt") for name in "ab"]
    book.change_all([ArticleMark(ref, ("first", "gone"), note="mine") for ref in refs])
    monkeypatch.setattr("reader.marks.book.SMALL", small)
    in_editor = book.where.read_text()
    book.change(replace(book.mark(refs[0]), tags=("first", "gone", "by-app")))
    book.where.write_text(in_editor.replace("[first, gone]", "[first, by-editor]", 1).replace("mine", "theirs", 1))
    book.change(replace(book.mark(refs[1]), note="later"))
    book.close()
    again = MarkBook.open([str(folder)])
    assert set(again.mark(refs[0]).tags) == {"first", "by-editor", "by-app"}
    assert again.mark(refs[0]).note == "theirs"
    assert again.mark(refs[1]).note == "later"


def test_a_file_replaced_from_elsewhere_leaves_both_on_disk(folder: Path) -> None:
    tag(folder, "a-harbour.txt", "theirs")
    file = folder / ".reader" / "marks.yaml"
    other = file.read_text().replace("[theirs]", "[from-elsewhere]").replace("written: v", "written: v0")
    file.unlink()
    book = MarkBook.open([str(folder)])
    ref = book.ref(article(folder / "b-ferry.txt"))
    book.change(replace(book.mark(ref), tags=("mine",)))
    file.write_text(other[: other.index("written")] + "end: of marks\n")
    book.change(replace(book.mark(ref), note="after"))
    everything = "".join(p.read_text() for p in file.parent.iterdir())
    assert "from-elsewhere" in everything
    assert "mine" in everything
    assert "was replaced by another program" in str(book.problem)
