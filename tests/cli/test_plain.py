"""The linear mode: everything that the app does, by typed commands, on the same marks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import open_library
from reader.cli.plain.desk import Desk
from reader.cli.plain.run import answer
from reader.cli.plain.spoken import SCREEN_ONLY, SPOKEN
from reader.marks.book import MarkBook
from reader.settings.config import Settings
from reader.tui.commands import BY_ID

ROOT = Path(__file__).parent.parent.parent
Ask = Callable[..., str]


def desk_of(folder: Path, **fields: object) -> Desk:
    book = MarkBook.open([str(folder)])
    return Desk([str(folder)], open_library([str(folder)], book=book), book, Settings(), **fields)


@pytest.fixture
def ask(folder: Path) -> Ask:
    """Types lines at one desk; gives the answer to the last."""
    desk = desk_of(folder)

    def asked(*lines: str) -> str:
        return ["\n".join(answer(desk, line)) for line in lines][-1]

    return asked


def test_every_command_of_the_app_can_be_typed_or_is_about_the_screen_alone() -> None:
    typed = {id_ for spoken in SPOKEN for id_ in spoken.ids}
    assert typed | SCREEN_ONLY == set(BY_ID)
    assert not typed & SCREEN_ONLY


def test_names_are_given_once_and_every_one_has_help() -> None:
    assert len({spoken.name for spoken in SPOKEN}) == len(SPOKEN)
    assert all(len(spoken.help) > 5 for spoken in SPOKEN)


def test_opening_and_reading(ask: Ask) -> None:
    listed = ask("list").splitlines()
    assert listed[0].startswith("1. Harbour bridge to close for a year, mayor says. ")
    assert "unread" in listed[0]
    assert ask("open 2").startswith("Eastport promises free ferry as bridge shuts")
    assert ask("read 1").startswith("1. The city of Eastport will pay")
    assert ask("more").startswith("2. ")
    assert "unread" not in ask("list").splitlines()[1]
    assert ask("back").startswith("Harbour bridge")
    assert ask("back") == "That was the first article."
    assert ask("open sofa") == "No listed article has “sofa”."


def test_quotes_why_and_comparing(ask: Ask) -> None:
    assert "Tomas Reiter, direct" in ask("open 2", "quotes")
    assert "Lena Hartwig" in ask("quote 1")
    assert "Named by: " in ask("why")
    compared = ask("compare")
    assert "Lena Hartwig: 2 versions in 2 outlets." in compared
    assert "Source: “Eastport promises free ferry" in compared
    assert "Lena Hartwig" in ask("comparisons")


def test_following_across_articles(ask: Ask) -> None:
    assert ask("follow hartwig").startswith("Following Lena Hartwig: ")
    seen = [ask("next") for _ in range(12)]
    assert any("Eastport promises free ferry" in text for text in seen)
    assert seen[0].splitlines()[-1].startswith("1 of ")
    assert ask("follow nobody at all") == "Nobody here is called nobody at all. Type speakers for all names."
    assert ask("unfollow hartwig") == "No longer following Lena Hartwig."


def test_searching_here_and_everywhere(ask: Ask) -> None:
    assert "2 places" in ask("open 2", "search ferry") or "places in Eastport" in ask("search ferry")
    assert re.match(r"1 of \d+\. Paragraph \d+: ", ask("next"))
    found = ask("find speaker:reiter kind:direct")
    assert "Nobody buys a sofa" in found
    assert "in 1 article." in found
    assert len(ask("list").splitlines()) == 1
    assert ask("filter") == "All 2 articles are listed."
    assert "date" in ask("find date:yesterday")


def test_marks_are_kept_undone_and_there_again(folder: Path) -> None:
    desk = desk_of(folder)

    def asked(line: str) -> str:
        return "\n".join(answer(desk, line))

    asked("open 2")
    asked("tag war/ferry")
    asked("star")
    asked("note ask the mayor")
    asked("quote 3")
    asked("tag-quote trade")
    asked("note-quote lovely")
    asked("star-quote")
    assert asked("undo").startswith("Undone: Star: “Nobody buys")
    assert asked("redo").startswith("Done again: Star: ")
    assert "war/ferry: 1." in asked("tags")
    desk.book.close()
    again = desk_of(folder)
    line = "\n".join(answer(again, "filter war")) + "\n".join(answer(again, "list"))
    assert "1 article with the tag war." in line
    assert "tags: war/ferry" in line
    list(answer(again, "open 1"))
    assert "starred, tags trade, note: lovely" in "\n".join(answer(again, "quotes"))
    assert "ask the mayor" in "\n".join(answer(again, "notes"))


def test_tags_are_renamed_and_taken_away_everywhere(ask: Ask) -> None:
    ask("open 1", "tag war", "open 2", "tag war/ferry")
    assert ask("rename-tag war = peace") == "Tag war is now peace, in 2 articles."
    assert "peace/ferry: 1." in ask("tags")
    assert ask("tag-colour peace = green") == "Tag peace has the colour green."
    assert "there are green" in ask("tag-colour peace = plaid")
    assert ask("tag-listed both") == "Tagged both: 2 articles."
    ask("undo", "undo")
    assert ask("remove-tag peace") == "Tag peace taken away, in 2 articles."
    assert "peace: 1." in ask("undo", "tags")


def test_corrections_change_the_library(ask: Ask) -> None:
    ask("open 2", "quote 3")
    ask("correct speaker Lena Hartwig")
    assert ask("quotes").splitlines()[2].startswith("3. Lena Hartwig, direct, by hand")
    ask("undo")
    assert "Tomas Reiter" in ask("quotes")
    ask("correct none")
    assert "Nobody buys" not in ask("quotes")
    ask("undo")
    assert "Type correct speaker" in ask("quote 1", "correct")
    assert ask("merge tomas = hartwig") == "Tomas Reiter is the same as Lena Hartwig."
    assert "Tomas Reiter" not in ask("speakers").replace("Also", "")
    ask("undo")
    assert ask("rename tomas = Tom Reiter") == "Tomas Reiter is now called Tom Reiter."
    assert "Tom Reiter" in ask("speakers")


def test_a_line_that_does_not_belong(ask: Ask) -> None:
    before = ask("open 1", "read")
    ask("belongs 2")
    assert ask("read") != before
    ask("undo")
    assert ask("read") == before
    assert "Share this article" in ask("cleaned")
    ask("belongs share this")
    assert "Share this article" in ask("read")


def test_taking_out(ask: Ask, tmp_path: Path) -> None:
    assert "“Nobody buys a sofa" in ask("open 2", "quote 3", "cite")
    out = tmp_path / "out.csv"
    assert ask(f"export article csv {out}").startswith(f"Written: {out}, 1 article, ")
    assert "Tomas Reiter" in out.read_text(encoding="utf-8")
    assert "is there already" in ask(f"export article csv {out}")
    assert "there are json" in ask(f"export article papyrus {out}")
    assert ask("original").splitlines()[0] == "https://www.coastalpost.example/2024/05/13/free-ferry"
    assert "Exit code 0." in ask("pipe wc -w")
    assert "could not be started" in ask("pipe no-such-command-here")
    assert ask("pipe yes") == "yes was stopped after 200,000 bytes of output."
    assert "copied" in ask("copy")


def test_safe_starts_nothing(folder: Path) -> None:
    desk = desk_of(folder, safe=True)
    list(answer(desk, "open 2"))
    assert "switched off by --safe" in "\n".join(answer(desk, "pipe wc"))
    assert "switched off by --safe" in "\n".join(answer(desk, "original open"))


def test_what_is_mistyped_is_told(ask: Ask) -> None:
    assert ask("opne 1") == "There is no command opne. Did you mean open?"
    assert ask("quote") == "No article is open. Type list, then open and a number."
    assert ask("help frob") == "There is no command frob. Type help."
    assert ask("") == ""
    for spoken in SPOKEN:
        if spoken.name not in ("quit",):
            for words in ("", "0", "999", "x = ", "\u202e\x1b[2J"):
                assert "went wrong" not in ask(f"{spoken.name} {words}"), (spoken.name, words)


def test_in_a_pipe_it_reads_lines_and_writes_nothing_but_lines(folder: Path) -> None:
    (folder / "c.txt").write_text(
        'A title\x1b]0;pwned\x07\n\n"Words\x1b[2J," Lena Hartwig said on Sunday in Eastport.\n'
    )
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--plain", str(folder)], input=b"list\nopen 3\nread\nquotes\nquit\nlist\n",
        capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"},
    )  # fmt: skip
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert done.stderr == b""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    assert text.startswith("reader: 3 articles")
    assert text.count("Harbour bridge to close") == 1  # nothing after quit


def test_it_needs_no_textual(folder: Path) -> None:
    code = (
        "import sys\nfrom reader.cli.main import main\n"
        f"main(['--plain', {str(folder)!r}])\nprint([m for m in sys.modules if m == 'textual'])"
    )
    lines = b"open 1\ntag x\ncorrect none\nundo\ncopy\n"
    done = subprocess.run([sys.executable, "-c", code], input=lines, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_searches_have_names(ask: Ask) -> None:
    assert "No search has a name" in ask("searches")
    assert ask("save-search mayor = speaker:hartwig ferry") == "mayor is the search speaker:hartwig ferry."
    assert ask("searches") == "mayor: speaker:hartwig ferry."
    assert ask("searches mayor") == ask("find speaker:hartwig ferry")
    assert "there is no field 'speeker'" in ask("save-search x = speeker:y")
    assert ask("forget-search mayor") == "mayor is no longer a search."
    assert "No search is called mayor" in ask("searches mayor")
