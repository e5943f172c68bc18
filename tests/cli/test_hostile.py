"""A folder that somebody else prepared cannot act on the terminal of who prints it: names, texts, marks, arguments."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.cli.main import COMMANDS, EXPORTED, main
from reader.library.open import open_library
from reader.marks.book import MarkBook
from reader.marks.marks import Acts, ArticleMark, ArticleRef, QuoteMark, SpeakerAct
from reader.settings.themes import own_folder, theme_folder

POISON = "\x1b]0;RSX\x07\x9b31m\u202egni\u2066[@click=app.quit]x[ nope]\x7f"
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
COLOURS = re.compile(r"\x1b\[[\d;]*m")
"""What `read --format ansi` writes itself."""


@pytest.fixture
def poisoned(folder: Path) -> Path:
    """Articles, a file and marks that hold what a terminal acts on; the marks as a prepared folder brings them."""
    (folder / f"c{POISON}.txt").write_text(f"Ferry {POISON}\n\nIt will run all night, the office {POISON} said.\n")
    library = open_library([str(folder)])
    book = MarkBook.open([str(folder)])
    for _, analysis in library.items():
        mark = book.mark(book.ref(analysis.article))
        quotes = tuple(
            QuoteMark(q.span.of(analysis.article.text), note=f"{POISON}\rq", tags=(POISON,), speaker=f"Eve {POISON}")
            for q in analysis.quotes[:1]
        )
        book.change(replace(mark, tags=(f"a\r{POISON}",), note=f"{POISON}\n\n\r{POISON}", quotes=quotes))
    book.change(ArticleMark(ArticleRef("0" * 16, f"{POISON}.txt", title=POISON), note=POISON))
    book.change_all((), Acts(speakers=(SpeakerAct("name", "Lena Hartwig", f"Hart {POISON}"),)))
    book.close()
    return folder


def forms() -> list[tuple[str, str]]:
    """Every command in each of its formats; archives are shown to no terminal."""
    return [(c.name, form) for c in COMMANDS for form in c.formats or ("",) if form != "qdpx"]


def words_of(command: str, form: str, folder: Path) -> list[str]:
    asked = {"search": ["closed"], "compare": ["patch this old iron bridge"]}.get(command, [])
    return [command, *(["--format", form] if form else []), *asked, str(folder)]


@pytest.mark.parametrize(("command", "form"), forms())
def test_no_command_prints_what_acts(
    command: str, form: str, poisoned: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    main(words_of(command, form, poisoned))
    told = capsysbinary.readouterr()
    text = COLOURS.sub("", told.out.decode()) if form == "ansi" else told.out.decode()
    assert not STEERING.search(text + told.err.decode())


def test_every_export_has_been_asked_for() -> None:
    assert {form for name, form in forms() if name == "export"} == set(EXPORTED) - {"qdpx"}


@pytest.mark.parametrize("words", [("notes",), ("export", "--format", "markdown"), ("articles", "--format", "json")])
def test_without_the_guard_they_would(words: tuple[str, ...], poisoned: Path) -> None:
    bare = (
        "import sys; from reader.text import guard\n"
        "guard.visible = guard.visible_line = guard.harmless = guard.harmless_lines = lambda text: text\n"
        "from reader.cli.main import main; sys.exit(main())"
    )
    path = os.pathsep.join(filter(None, sys.path))
    told = subprocess.run(
        [sys.executable, "-c", bare, *words, str(poisoned)], capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    assert STEERING.search(told.stdout.decode())


@pytest.mark.parametrize(
    "words",
    [
        (f"--x{POISON}",), (f"{POISON}.txt",), ("quotes", f"--x{POISON}"), ("quotes", "--format", POISON, "a"),
        ("quotes", "--jobs", POISON, "a"), ("config", POISON), ("completion", POISON), ("serve", "--port", POISON),
        ("serve", POISON), ("read", f"/nowhere/{POISON}"), ("export", "-o", f"/nowhere/{POISON}", "."),
        ("search", f"speeker:{POISON}", "."), ("--plain", POISON), ("--theme", POISON, "."),
    ],
)  # fmt: skip
def test_a_name_on_the_command_line_does_not_act(
    words: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert main(words) != 0
    told = capsys.readouterr()
    assert told.err
    assert not STEERING.search(told.out + told.err)


@pytest.mark.parametrize("command", ["config", "doctor"])
def test_the_name_of_a_theme_does_not_act(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    own_folder().mkdir(parents=True)
    shipped = (theme_folder() / "dark.yaml").read_text()
    (own_folder() / f"good{POISON}.yaml").write_text(shipped)
    (own_folder() / f"bad{POISON}.yaml").write_text(f"dark: true\n{POISON}: [x\n", errors="replace")
    main([command])
    told = capsys.readouterr()
    assert "good" in told.out
    assert not STEERING.search(told.out + told.err)


WATCHED = """
import os, sys
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "http.client.connect"):
        open(os.environ["CALLED"], "a").write(f"{event} {args}\\n")
sys.addaudithook(watch)
"""
CALLING = {
    "page.html": '<base href="http://calls.example/"><link rel="stylesheet" href="http://calls.example/a.css"><title>A</title>'
    '<img src="http://calls.example/a.png"><script src="//calls.example/a.js"></script><article><p>The bridge, which '
    "was closed in May, will open to the public again in June, Ann Lee said.</p></article>",
    "feed.xml": '<!DOCTYPE r [<!ENTITY x SYSTEM "http://calls.example/x">]><rss version="2.0"><channel><item><title>&x;'
    "</title></item></channel></rss>",
    "dtd.xml": '<!DOCTYPE rss SYSTEM "http://calls.example/a.dtd"><rss version="2.0"><channel><item><title>A</title>'
    "<description>The bridge will open again.</description></item></channel></rss>",
    "text.md": "---\nurl: http://calls.example/\n---\n# Bridge\n\n![a](http://calls.example/b.png) It will open.\n",
    "saved.mhtml": "MIME-Version: 1.0\r\nContent-Location: http://calls.example/\r\nContent-Type: text/html\r\n\r\n"
    '<html><head><meta http-equiv="refresh" content="0;url=http://calls.example/"></head><p>It will open again.</p>',
}


def test_nothing_is_connected_to(tmp_path: Path) -> None:
    """Neither by the program nor by what parses for it, whatever a file names."""
    news, hook, called = tmp_path / "news", tmp_path / "hook", tmp_path / "called"
    news.mkdir()
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(WATCHED)
    for name, text in CALLING.items():
        (news / name).write_text(text)
    settings = os.environ | {"PYTHONPATH": f"{hook}:{Path(__file__).parent.parent.parent}", "CALLED": str(called)}
    for words in (["articles", str(news)], ["export", str(news)], ["index", str(news)]):
        subprocess.run([sys.executable, "-m", "reader", *words], env=settings, capture_output=True, check=False)
    assert not called.exists(), called.read_text()
    code = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", code], env=settings, check=True)
    assert called.exists()  # the watch sees what it is to see
