"""Files that were made to hang a reader or to fill its memory: one row with a reason, and the rest opens."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from reader.library.open import open_library
from reader.loading import apart, child
from reader.loading.load import load
from reader.model.documents import RawDocument
from reader.model.problems import Problem

PAGE = (b"<html><head><title>Ferry to run all night</title></head><body><article><h1>Ferry to run all night</h1>"
        b"<p>The ferry will run all night from June on, the harbour office said on Monday in a letter to residents.</p>"
        b"<p>Nobody had asked for it, and nobody will complain, a spokeswoman of the office told the newspaper.</p>"
        b"</article></body></html>")  # fmt: skip


@pytest.fixture(autouse=True)
def own_helper() -> Iterator[None]:
    apart.dismiss()
    yield
    apart.dismiss()


def deep_page() -> bytes:
    return b"<html><body>" + b"<div><b><i>" * 60_000 + b"word" + b"</body></html>"


def wide_page() -> bytes:
    return b"<html><body><table" + b" a=b" * 200_000 + b"><td>word</table></body></html>"


def zip_of_blanks() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * 40_000_000)
    return out.getvalue()


def zip_in_zip() -> bytes:
    data = zip_of_blanks()
    for _ in range(5):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.zip", data)
        data = out.getvalue()
    return data


def laughing_word() -> bytes:
    """A .docx of entities that stand for ten others each."""
    names = "abcdefghij"
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names))
    text = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<!DOCTYPE d [{entities}]><w:document xmlns:w="{text}"><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


def hollow_book() -> bytes:
    """An .epub whose one chapter unfolds to a thousand times its size."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="p.opf"/></container>')
        opf = 'xmlns="http://www.idpf.org/2007/opf"'
        item = '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        archive.writestr("p.opf", f'<package {opf}>{item}<spine><itemref idref="c"/></spine></package>')
        archive.writestr("c.xhtml", b"<p>" + b"a" * 60_000_000)
    return out.getvalue()


def round_pdf() -> bytes:
    """A .pdf whose pages are their own parents and children, and whose tables of places follow each other."""
    pieces = [b"%PDF-1.4\n"]
    places = []
    for number, body in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>",
                                   b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 3 0 R >>",
                                   b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"), 1):  # fmt: skip
        places.append(sum(map(len, pieces)))
        pieces.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, pieces))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    pieces.append(b"xref\n0 4\n0000000000 65535 f \n" + table)
    pieces.append(b"trailer\n<< /Size 4 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (start, start))
    return b"".join(pieces)


def gzip_of_blanks() -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b" " * 30_000_000
    return gzip.compress(head + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n")


BOMBS = {
    "deep.html": deep_page, "wide.html": wide_page, "blanks.zip": zip_of_blanks, "nested.zip": zip_in_zip,
    "laughs.docx": laughing_word, "hollow.epub": hollow_book, "round.pdf": round_pdf, "blanks.warc.gz": gzip_of_blanks,
}  # fmt: skip


def test_a_folder_of_bombs_opens_with_a_reason_for_each(tmp_path: Path) -> None:
    for name, make in BOMBS.items():
        data = make()
        assert len(data) < 1_500_000
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.html").write_bytes(PAGE)
    (tmp_path / "good.txt").write_text("The ferry will run all night from June on, the harbour office said on Monday.")
    library = open_library([str(tmp_path)])
    first = len(str(tmp_path)) + 1
    opened = {row.path[first:] for row in library.rows if row.problem is None}
    refused = {row.path[first:].split("/")[0]: row.problem for row in library.rows if row.problem}
    assert {"good.html", "good.txt"} <= opened <= {"good.html", "good.txt", "deep.html", "wide.html"}
    assert opened | set(refused) == {*BOMBS, "good.html", "good.txt"}
    assert all(problem.what for problem in refused.values())


def test_what_takes_too_long_is_given_up_and_the_next_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    with monkeypatch.context() as patch:
        patch.setattr(apart, "SECONDS", 0.0)
        problem = load(str(tmp_path / "a.html"))
    assert isinstance(problem, Problem)
    assert "took longer than" in problem.what
    assert apart.helper() is None
    assert not isinstance(load(str(tmp_path / "a.html")), Problem)


def test_what_takes_too_much_memory_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 160 << 20)
    words = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 400_000
    text = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{text}">{words}</w:document>')
    problem = load(str(tmp_path / "a.docx"))
    assert isinstance(problem, Problem)
    assert "memory" in problem.what
    (tmp_path / "b.html").write_bytes(PAGE)
    assert not isinstance(load(str(tmp_path / "b.html")), Problem)


def test_a_process_that_died_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    load(str(tmp_path / "a.html"))
    number = apart.helper()
    assert number is not None
    os.kill(number, signal.SIGKILL)
    while _alive(number):
        time.sleep(0.02)
    assert not isinstance(load(str(tmp_path / "a.html")), Problem)
    assert apart.helper() not in (None, number)


def test_one_process_reads_them_all(tmp_path: Path) -> None:
    numbers = set()
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_bytes(PAGE.replace(b"all night", name.encode()))
        assert not isinstance(load(str(tmp_path / f"{name}.html")), Problem)
        numbers.add(apart.helper())
    assert len(numbers) == 1


def test_plain_text_needs_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry will run all night from June on, the harbour office said on Monday.")
    (tmp_path / "b.md").write_text("# Ferry\n\nThe ferry will run all night from June on.\n")
    open_library([str(tmp_path)])
    assert apart.helper() is None


def test_it_goes_when_the_program_goes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    program = (
        "import os, signal; from reader.loading import apart; from reader.loading.load import load;"
        f"load({str(tmp_path / 'a.html')!r}); print(apart.helper(), flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    path = os.pathsep.join(filter(None, sys.path))
    found = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, check=False, env={**os.environ, "PYTHONPATH": path}
    )
    number = int(found.stdout)
    for _ in range(200):
        if not _alive(number):
            return
        time.sleep(0.05)
    raise AssertionError("the helper is still there")


class Evil:
    """What a pickle can do: make a file while it is read."""

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, ("harmed", "w")


def framed(answer: bytes) -> bytes:
    return apart.LENGTH.pack(len(answer)) + answer


def of_document(**changed: object) -> bytes:
    """The answer of a helper that read one document."""
    told = {"path": "page.html", "text": "The ferry will run all night.", "id": "0" * 16, "format": "html"} | changed
    return framed(msgspec.msgpack.encode({"documents": [told]}))


def answering(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> apart.Outcome:
    """What is made of a helper that answers this to whatever it is asked."""
    program = f"import os, sys; os.write(1, {answer!r}); sys.stdin.buffer.read()"
    monkeypatch.setattr(apart, "_START", program)
    return apart.read_apart("html", PAGE, "page.html")


WRONG = {
    "garbage": framed(b"\x93\xff<html>"),
    "a pickle": framed(pickle.dumps(Evil())),
    "other types": of_document(text=7),
    "another file's path": of_document(path="/etc/passwd"),
    "a path beside it": of_document(path="page.html.txt"),
    "nothing": framed(msgspec.msgpack.encode({"documents": []})),
    "too much": apart.LENGTH.pack(1 << 62) + b"x",
    "a deep nest": framed(b"\x81\xa9documents" + b"\x91" * 20_000),
}


@pytest.mark.parametrize("answer", WRONG)
def test_what_no_file_can_give_is_refused(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problem = answering(WRONG[answer], monkeypatch)
    assert isinstance(problem, Problem)
    assert str(problem).startswith("page.html: made the process that read it answer what cannot be")
    assert not list(tmp_path.iterdir())
    assert apart.helper() is None


def test_the_pickle_would_have_acted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pickle.loads(pickle.dumps(Evil())).close()
    assert (tmp_path / "harmed").exists()


def test_an_answer_is_guarded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = {"path": "page\x1b[2J", "what": "is \x1b]0;x\x07 bad", "advice": "\x9b2J"}
    told = answering(of_document(text="a\x1b[2Jb", path="page.html/\x1bc", problems=[problem]), monkeypatch)
    assert not isinstance(told, Problem)
    assert (told[0].text, told[0].path) == ("a␛[2Jb", "page.html/␛c")
    assert str(told[0].problems[0]) == "page␛[2J: is ␛]0;x␇ bad; \ufffd2J"


def test_a_helper_that_reads_no_more_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "SECONDS", 0.2)
    monkeypatch.setattr(apart, "SECONDS_A_MB", 0.0)
    problem = apart.read_apart("html", b"x" * 3_000_000, "page.html")
    assert "took longer than" in str(problem)


def test_half_a_pair_in_a_document_is_a_problem() -> None:
    answer = child._packed(apart.Answer((RawDocument(path="a", text="\ud800", id="0"),)), "a")
    problem = msgspec.msgpack.decode(answer, type=apart.Answer).problem
    assert problem is not None
    assert "could not be read" in problem.what


def test_a_helper_that_nobody_stops_ends_by_itself() -> None:
    program = (
        "import signal; from reader.loading import child; child.SPARE = 0; child.limit_time(1.0)\nwhile True: pass"
    )
    path = os.pathsep.join(filter(None, sys.path))
    ended = subprocess.run([sys.executable, "-c", program], check=False, env={**os.environ, "PYTHONPATH": path})
    assert ended.returncode == -signal.SIGXCPU


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{number}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def test_time_is_the_processors_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A helper that has to wait longer than a file may take is waited for; one that works as long ends."""
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    monkeypatch.setattr(apart, "SECONDS_A_MB", 0.0)
    usual = apart._START.partition("serve(int")
    monkeypatch.setattr(apart, "_START", f"{usual[0]}import time; time.sleep(1.5); {''.join(usual[1:])}")
    letter = b"Subject: Ferry to run all night\r\n\r\nThe ferry will run all night, the harbour office said.\r\n"
    assert not isinstance(apart.read_apart("mail", letter, "a.eml"), Problem)
    apart.dismiss()
    busy = f"{usual[0]}from reader.loading import child; child.limit_time(0.0)\nwhile True: pass"
    monkeypatch.setattr(apart, "_START", busy)
    assert "took longer than 1 seconds" in str(apart.read_apart("mail", letter, "a.eml"))
