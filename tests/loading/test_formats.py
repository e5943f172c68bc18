"""Every format, on files made by real writers of it: title, date and text come through, and nothing stands twice."""

from __future__ import annotations

import builtins
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest
from ebooklib import epub
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reader.cleaning.clean import clean
from reader.loading.formats import FORMATS, format_of
from reader.loading.load import load, read_here
from reader.model.articles import Article
from reader.model.problems import Problem

TITLE = "Lighthouse of Norrby to be sold after all"
DAY = "2024-05-12"
URL = "https://courier.example/2024/05/12/lighthouse"
PARAGRAPHS = (
    "The council of Norrby voted on Sunday to sell the old lighthouse, whose lamp went out eleven years ago, to the "
    "highest bidder.",
    "“We have painted it three times, and three times the sea has washed it off again,” said the mayor, Lena Hartwig, "
    "after the vote. “Let somebody else buy the paint.”",
    "The keeper's grandson, who still has a key, told the council that he would not hand it over to a stranger without "
    "a fight.",
)
FURNITURE = ("Sign up for our newsletter", "Most read in Norrby")
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Norrby Courier</title>
<meta property="og:site_name" content="The Norrby Courier"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="{DAY}T08:00:00+02:00"><link rel="canonical" href="{URL}">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
<article><h1>{TITLE}</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS * 1)}</article>
<aside><p>{FURNITURE[0]}</p><h3>{FURNITURE[1]}</h3></aside><script>alert("no")</script></body></html>"""


def plain() -> bytes:
    return "\n\n".join((TITLE, "12 May 2024", *PARAGRAPHS)).encode()


def markdown() -> bytes:
    head = f'---\ntitle: "{TITLE}"\ndate: {DAY}\n---\n\n'
    return (head + "\n\n".join(PARAGRAPHS)).encode()


def html() -> bytes:
    return PAGE.encode()


def mhtml() -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["Snapshot-Content-Location"] = URL
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.make_related()
    return bytes(message)


def letter() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "The Norrby Courier <news@courier.example>"
    message["Date"] = "Sun, 12 May 2024 08:00:00 +0200"
    return message


def plain_mail() -> bytes:
    message = letter()
    message.set_content("\n\n".join(PARAGRAPHS))
    return bytes(message)


def page_mail() -> bytes:
    message = letter()
    message.set_content("Your program shows no pages.")
    message.add_alternative(PAGE, subtype="html")
    return bytes(message)


def book() -> bytes:
    made = epub.EpubBook()
    made.set_title("The Norrby Courier")
    made.set_language("en")
    made.add_metadata("DC", "date", DAY)
    chapter = epub.EpubHtml(title=TITLE, file_name="a.xhtml", lang="en")
    chapter.content = f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    made.add_item(chapter)
    made.toc = (epub.Link("a.xhtml", TITLE, "a"),)
    made.add_item(epub.EpubNcx())
    made.add_item(epub.EpubNav())
    made.spine = ["nav", chapter]
    out = io.BytesIO()
    epub.write_epub(out, made)
    return out.getvalue()


def pdf() -> bytes:
    out, styles = io.BytesIO(), getSampleStyleSheet()
    dated = Paragraph("12 May 2024", styles["Normal"])
    told = [Paragraph(p, styles["BodyText"]) for p in PARAGRAPHS]
    SimpleDocTemplate(out, title=TITLE).build([Paragraph(TITLE, styles["Title"]), dated, *told])
    return out.getvalue()


def word() -> bytes:
    made = docx.Document()
    made.add_heading(TITLE, 0)
    made.add_paragraph("12 May 2024")
    for paragraph in PARAGRAPHS:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rss() -> bytes:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Norrby Courier</title>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Sun, 12 May 2024 08:00:00 +0200</pubDate>
<description>short</description><content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>""".encode()


def atom() -> bytes:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Norrby Courier</title><entry><title>{TITLE}</title>
<link href="{URL}"/><published>{DAY}T08:00:00Z</published><author><name>Ada Quill</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>""".encode()


RECORD = {
    "headline": TITLE,
    "published_at": f"{DAY}T08:00:00Z",
    "body": "\n\n".join(PARAGRAPHS),
    "source": {"name": "C"},
}


def record() -> bytes:
    return json.dumps({"status": "ok", "articles": [RECORD]}).encode()


def records() -> bytes:
    return (json.dumps(RECORD) + "\n" + json.dumps({"note": "no text"}) + "\n").encode()


def warc() -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(URL, "response", payload=io.BytesIO(html()), http_headers=head))
    return out.getvalue()


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.html", html())
        archive.writestr("folder/picture.png", b"\x89PNG")
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "a.txt": plain, "a.md": markdown, "a.html": html, "a.mhtml": mhtml, "plain.eml": plain_mail, "page.eml": page_mail,
    "a.epub": book, "a.pdf": pdf, "a.docx": word, "rss.xml": rss, "atom.xml": atom, "a.json": record,
    "a.jsonl": records, "a.warc.gz": warc, "a.zip": packed,
}  # fmt: skip


def opened(folder: Path, name: str, data: bytes) -> list[Article]:
    (folder / name).write_bytes(data)
    documents = load(str(folder / name))
    assert not isinstance(documents, Problem), str(documents)
    return [clean(document) for document in documents]


def body(article: Article) -> str:
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind == "paragraph")


@pytest.mark.parametrize("name", FILES)
def test_title_date_and_text_come_through(tmp_path: Path, name: str) -> None:
    (article,) = opened(tmp_path, name, FILES[name]())
    assert article.title == TITLE
    assert article.metadata.date is not None
    assert article.metadata.date.value == DAY
    kept = " ".join(body(article).split())
    for paragraph in PARAGRAPHS:
        assert kept.count(paragraph) == 1
    assert article.language == "en"


@pytest.mark.parametrize("name", ["a.html", "a.mhtml", "a.warc.gz", "a.zip"])
def test_what_a_page_shows_beside_is_dropped_and_not_hidden(tmp_path: Path, name: str) -> None:
    (article,) = opened(tmp_path, name, FILES[name]())
    dropped = [b.span.of(article.text) for b in article.blocks if b.kind not in ("paragraph", "heading", "title")]
    for line in (*FURNITURE, "Home", "Weather"):
        assert line in dropped
    assert "alert" not in article.text
    assert article.metadata.outlet is not None
    assert article.metadata.outlet.value == "The Norrby Courier"
    assert article.metadata.url is not None
    assert article.metadata.url.value == URL


def test_every_format_has_a_file_here() -> None:
    assert {f.name for f in FORMATS} == {kind.name for name in FILES if (kind := format_of(name))}


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    page = PAGE.replace(f'<meta property="article:published_time" content="{DAY}T08:00:00+02:00">', "")
    page = page.replace(URL, "https://courier.example/lighthouse")
    (article,) = opened(tmp_path, "a.html", page.encode())
    assert article.metadata.date is None


def test_a_tag_with_thousands_of_attributes_is_cut_down(tmp_path: Path) -> None:
    attributes = " ".join(f"a{n}=1" for n in range(5000))
    (article,) = opened(tmp_path, "a.html", PAGE.replace("<article>", f"<article {attributes}>").encode())
    assert PARAGRAPHS[0] in body(article)


def test_a_box_that_comes_up_under_the_mouse_is_no_part_of_its_paragraph(tmp_path: Path) -> None:
    words = PARAGRAPHS[0]
    first, rest = words.split(" ", 1)
    box = f'<span>{first}<span class="rollover-person-block"><a>Seven other stories</a></span></span>'
    (article,) = opened(tmp_path, "a.html", PAGE.replace(words, f"{box} {rest}").encode())
    assert words in body(article)
    assert "Seven other stories" not in body(article)


def test_a_page_in_an_old_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1252")
    (article,) = opened(tmp_path, "a.html", page.encode("cp1252"))
    assert "“Let somebody else buy the paint.”" in body(article)


def test_several_entries_are_several_articles(tmp_path: Path) -> None:
    words = "A second text that is long enough to be one. " * 4
    second = f"</item><item><title>Second</title><description>{words}</description></item>"
    twice = rss().decode().replace("</item>", second)
    articles = opened(tmp_path, "a.xml", twice.encode())
    assert [a.title for a in articles] == [TITLE, "Second"]
    assert [a.part for a in articles] == [1, 2]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.4 broken", "damaged PDF"),
        ("a.docx", b"PK\x03\x04 broken", "is damaged"),
        ("a.epub", b"no zip at all", "is damaged"),
        ("a.zip", b"no zip at all", "is damaged"),
        ("a.json", b"{", "is no JSON"),
        ("a.jsonl", b'{"text": "a"}\n{"text": }\n', "is no JSON"),
        ("a.json", b'{"a": 1}', "holds no record with a text"),
        ("a.json", b"[" * 100_000, "is"),
        ("a.xml", b"<a><b></a>", "is no XML"),
        ("a.xml", b"<a/>", "XML of an unknown kind"),
        ("a.html", b"<html></html>", "has no text on its page"),
        ("a.mhtml", b"Subject: x\n\nplain", "holds no saved page"),
        ("a.eml", b"Subject: x\n\n\n", "without text"),
        ("a.warc", b"nonsense nonsense", "web"),
        ("a.txt", b"\x00\x01\x02" * 500, "binary"),
        ("a.txt", b"  \n", "is empty"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    problem = load(str(tmp_path / name))
    assert isinstance(problem, Problem)
    assert said in str(problem)
    assert problem.path.endswith(name)


def test_an_archive_that_unfolds_to_a_trap_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 50_000_000)
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    problem = load(str(tmp_path / "a.zip"))
    assert isinstance(problem, Problem)
    assert "trap" in str(problem)


def test_one_bad_file_in_an_archive_does_not_lose_the_others(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", plain())
        archive.writestr("b.pdf", b"broken")
    (article,) = opened(tmp_path, "a.zip", out.getvalue())
    assert article.title == TITLE
    assert any("b.pdf" in p.path for p in article.problems)


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [("a.html", "trafilatura", "html"), ("a.pdf", "pypdf", "pdf"), ("a.warc.gz", "warcio", "warc")],
)
def test_a_missing_package_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    real = builtins.__import__

    def without(module: str, *args: Any, **kwargs: Any) -> Any:
        if module.split(".", maxsplit=1)[0] == package:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)
        return real(module, *args, **kwargs)

    data, form = FILES[name](), format_of(name)
    assert form is not None
    monkeypatch.setattr(builtins, "__import__", without)
    problem = read_here(form, data, name)
    assert isinstance(problem, Problem)
    assert package in problem.what
    assert f"quote-reader[{extra}]" in problem.advice
