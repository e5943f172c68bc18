"""The command line as a script sees it: output, problems, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader import __version__
from reader.cli.main import main
from reader.library.pipeline import analyse_document
from reader.loading.load import load
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleMark, ArticleRef, QuoteMark
from reader.model.articles import Article


def load_article(path: Path) -> Article:
    """The article of a file, as the library has it."""
    (document,) = load(str(path))
    return analyse_document(document).article


def lines(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_articles_in_a_pipe_are_tab_separated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["articles", str(folder)]) == 0
    head, first, second = lines(capsys)
    assert head == ["date", "outlet", "title", "words", "quotes", "tags", "path"]
    assert first[0] == "2024-05-12"
    assert first[2] == "Harbour bridge to close for a year, mayor says"
    assert second[1] == "coastalpost.example"


def test_quotes_name_their_speakers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(folder)]) == 0
    said = {row[6]: row[0] for row in lines(capsys)[1:]}
    assert said["It will close on June 3."] == "Lena Hartwig"
    assert said["Nobody buys a sofa and takes it home by boat,"] == "Tomas Reiter"


def test_speakers_are_one_over_all_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speakers", str(folder), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    mayor = [row for row in rows if row["name"] == "Lena Hartwig"]
    assert len(mayor) == 1
    assert mayor[0]["articles"] == 2


def test_a_table_fits_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(folder), "--format", "table"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].startswith("SPEAKER")
    assert max(map(len, table)) <= 120


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c-broken.txt").write_bytes(b"\x00\x01\x02" * 500)
    assert main(["articles", str(folder)]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 3
    assert "c-broken.txt: holds binary data, not text" in captured.err


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["articles", "no/such/folder"]) == 1
    assert "no/such/folder: there is no such file or folder" in capsys.readouterr().err


def test_files_of_unknown_kinds_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "photo.xyz").write_bytes(b"\xff\xd8\xff")
    assert main(["articles", str(folder)]) == 0
    assert "1 files of unknown kinds were passed over" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["export"], ["quotes", "--jobs", "0", "."], ["export", "--format", "nonsense", "."]])
def test_wrong_usage_is_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "usage: reader" in capsys.readouterr().err


def test_the_app_without_a_terminal_says_so(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr


def test_options_may_stand_before_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--jobs", "1", "--no-clean", "articles", str(folder)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reader {__version__}\n"


def test_a_reader_that_closes_the_pipe_ends_it_quietly(folder: Path) -> None:
    for n in range(40):
        (folder / f"copy{n}.txt").write_text(
            (folder / "a-harbour.txt").read_text() + f"\n\nNumber {n} of the copies.\n"
        )
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reader", "quotes", str(folder)],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_hidden_files_are_left_out_and_subfolders_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".secret.txt").write_text("Nobody should see this line of text at all.")
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "c.txt").write_text((folder / "b-ferry.txt").read_text().replace("sofa", "piano"))
    assert main(["articles", str(folder)]) == 0
    paths = [row[6] for row in lines(capsys)[1:]]
    assert [Path(p).name for p in paths] == ["a-harbour.txt", "b-ferry.txt", "c.txt"]
    assert paths[2] == f"{folder}/deep/deeper/c.txt"


def test_statements_compare_and_matrix(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements", str(folder)]) == 0
    head, *rows = lines(capsys)
    assert head[:3] == ["speaker", "outlets", "articles"]
    assert ["Lena Hartwig", "The Eastport Courier, coastalpost.example", "2"] in [row[:3] for row in rows]
    assert main(["compare", "old iron bridge", str(folder)]) == 0
    words = [row[4] for row in lines(capsys)[1:]]
    assert "This old iron bridge cannot be patched for ever," in words
    assert "[-" in " ".join(words)
    assert main(["matrix", str(folder)]) == 0
    head, *rows = lines(capsys)
    assert head == ["speaker", "The Eastport Courier", "coastalpost.example", "all"]
    assert "Lena Hartwig" in [row[0] for row in rows]


@pytest.mark.parametrize("command", ["articles", "quotes", "speakers", "statements", "matrix"])
def test_every_listing_in_every_format(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("table", "tsv", "json", "jsonl", "csv", "markdown"):
        assert main([command, str(folder), "--format", form]) == 0
        text = capsys.readouterr().out
        assert "artwig" in text or command == "articles"
        if form == "json":
            assert json.loads(text)
        elif form == "jsonl":
            assert all(json.loads(line) for line in text.splitlines())


def test_a_spreadsheet_takes_no_cell_for_a_formula(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.txt").write_text(
        "=1+cmd()\n\nA paragraph that is long enough to be the body of this article, and ends.\n"
    )
    assert main(["articles", str(folder), "--format", "csv"]) == 0
    assert not any(cell.startswith("=") for line in capsys.readouterr().out.splitlines() for cell in line.split(","))


def test_search_lists_what_a_query_finds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", 'speaker:hartwig "June 3"', str(folder)]) == 0
    rows = lines(capsys)
    assert rows[0] == ["date", "outlet", "title", "speaker", "found", "words", "path"]
    assert [(row[3], row[4]) for row in rows[1:]] == [("Lena Hartwig", "quote")] * 2
    assert main(["search", "--json", "sofa", str(folder)]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["lit"] == ["sofa"]
    assert found["end"] - found["start"] == 4


def test_search_refuses_what_is_no_query(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for query, said in (("speeker:x", "column 1: there is no field 'speeker'"), (" ", "nothing is looked for")):
        assert main(["search", query, str(folder)]) == 2
        captured = capsys.readouterr()
        assert said in captured.err
        assert not captured.out


def test_notes_are_a_report_or_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", str(folder)]) == 0
    assert "No notes yet." in capsys.readouterr().out
    book = MarkBook.open([str(folder)])
    article = load_article(folder / "a-harbour.txt")
    gone = QuoteMark("These words are nowhere in it.", note="Lost [sight] of")
    quote = QuoteMark("It will close on June 3.", note="First line\nsecond *line*", tags=("dates",))
    book.change(replace(book.mark(book.ref(article)), note="Check\n\ntwice", quotes=(quote, gone)))
    book.change(ArticleMark(ArticleRef("0" * 16, "away.txt", title="Moved away"), note="Where is it?"))
    assert main(["notes", str(folder)]) == 0
    report = capsys.readouterr().out
    assert "## Harbour bridge to close for a year, mayor says\n\nQuill, Ada. “Harbour bridge" in report
    assert "\n\nCheck\n\ntwice\n\n" in report
    assert "> “It will close on June 3.” (Lena Hartwig, direct)\n\nFirst line  \nsecond \\*line\\*\n" in report
    assert "these words are no longer in the article)\n\nLost \\[sight\\] of" in report
    assert "## Articles that are not here\n\n### Moved away\n\naway.txt\n\nWhere is it?" in report
    assert main(["notes", "--format", "tsv", str(folder)]) == 0
    assert [row[5] for row in lines(capsys)[1:]] == ["Check␊␊twice", "First line␊second *line*", "Lost [sight] of"]
