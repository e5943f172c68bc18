"""Inputs that could hurt, in any size: what `bench/growth.py` measures every stage with."""

from __future__ import annotations

import base64
import io
import itertools
import json
import zipfile
from collections.abc import Callable, Mapping

Make = Callable[[int], bytes]

SENTENCE = "The ferry will run all night from June on, the harbour office said. "
SPOKEN = (
    '"The bridge stays closed," Laura Finch said on Monday. '
    'Tom Reed, the head of the port, told Ann Lee it was "late". '
)
WRAPPED = "the harbour office said on Monday in a letter to all who live here and there\n"


def _times(piece: str, head: str = "", foot: str = "") -> Make:
    """So many of a piece that they have n characters."""
    return lambda n: (head + piece * (n // len(piece)) + foot).encode()


_used = itertools.count(100_000)


def _numbered(piece: str, head: str = "", foot: str = "") -> Make:
    """The same, each with a number in place of a # that was never used before: nothing of it is remembered."""
    each = len(piece) + 5 * piece.count("#")
    return lambda n: (head + "".join(piece.replace("#", str(next(_used))) for _ in range(n // each)) + foot).encode()


def _deep(open_: str, close: str, head: str = "", foot: str = "") -> Make:
    """One inside the other."""

    def made(n: int) -> bytes:
        count = n // (len(open_) + len(close))
        return (head + open_ * count + "word " + close * count + foot).encode()

    return made


def _packed(name: str, inner: Make, **others: str) -> Make:
    """A ZIP archive with one file of that many bytes."""

    def made(n: int) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(name, inner(n))
            for other, text in others.items():
                archive.writestr(other.replace("__", "/").replace("_", "."), text)
        return data.getvalue()

    return made


def _archive(ending: str = "txt") -> Make:
    """A ZIP archive of small files."""

    def made(n: int) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
            for k in range(n // 1000):
                archive.writestr(f"{k}.{ending}", f"Bridge {k}\n\n" + SENTENCE * 14)
        return data.getvalue()

    return made


CHAPTER = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>#</h1><p>{SENTENCE * 8}</p></body></html>"


def _book(n: int) -> bytes:
    """An EPUB of chapters."""
    count = n // len(CHAPTER)
    items = "".join(f"<item id='c{k}' href='{k}.xhtml' media-type='application/xhtml+xml'/>" for k in range(count))
    spine = "".join(f"<itemref idref='c{k}'/>" for k in range(count))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml", "<container><rootfiles><rootfile full-path='c.opf'/></rootfiles></container>"
        )
        archive.writestr("c.opf", f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for k in range(count):
            archive.writestr(f"{k}.xhtml", CHAPTER.replace("#", str(k)))
    return data.getvalue()


def _pdf(lines: int, pages: bool) -> Make:
    """A PDF: one page with lines, or many pages with some."""

    def made(n: int) -> bytes:
        count = n // (len(SENTENCE) + 12)
        each = lines if pages else count
        streams = [
            b"BT /F1 9 Tf 9 TL 30 800 Td " + b"".join(b"(%s) Tj T* " % SENTENCE.encode() for _ in range(each)) + b"ET"
            for _ in range(max(1, count // each))
        ]
        parts = [b"<</Type/Catalog/Pages 2 0 R>>"]
        kids = b" ".join(b"%d 0 R" % (4 + 2 * k) for k in range(len(streams)))
        parts.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(streams), kids))
        parts.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        for k, stream in enumerate(streams):
            page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            parts += [page % (5 + 2 * k), b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream)]
        data, places = bytearray(b"%PDF-1.4\n"), []
        for number, part in enumerate(parts, 1):
            places.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
        start = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
        data += b"".join(b"%010d 00000 n \n" % place for place in places)
        return bytes(data + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))

    return made


def _warc(n: int) -> bytes:
    page = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{SENTENCE * 10}</p></body></html>".encode()
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{}\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
    )
    return b"".join(head.format(k, len(page)).encode() + page + b"\r\n\r\n" for k in range(n // len(page)))


def _parts(n: int) -> bytes:
    """A letter of many parts."""
    piece = f"--b\r\nContent-Type: text/plain\r\n\r\n{SENTENCE}\r\n"
    head = "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    return f"{head}{piece * (n // len(piece))}--b--\r\n".encode()


LETTER = "Subject: Bridge\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
MHTML = ("Subject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
         "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ")  # fmt: skip
FEED, FEED_END = "<rss version='2.0'><channel>", "</channel></rss>"
SCRIPT = "<script type='application/ld+json'>["
PAGE = "<html><head><title>Bridge</title></head><body><article>"
DOCX = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"

LOADING: Mapping[str, Mapping[str, Make]] = {
    "text": {
        "prose": _times(SENTENCE * 4 + "\n\n"),
        "one line": _times(SENTENCE),
        "short lines": _numbered("#\n"),
        "titles and dates": _numbered("Bridge # to close\n\n12 May 2024\n\n" + SENTENCE * 4 + "\n\n"),
        "rules": _times("----------\n\nBridge\n\n"),
        "old encoding": lambda n: ("Le café sera fermé, déclaré. " * (n // 29)).encode("latin-1"),
        "UTF-16": lambda n: (SENTENCE * (n // 2 // len(SENTENCE))).encode("utf-16"),
        "escapes": _times("\x1b[31m\u202e\u200b\x07"),
    },
    "markdown": {
        "prose": _times(SENTENCE * 4 + "\n\n"),
        "one line": _times(SENTENCE),
        "quotes in quotes": _deep(">", ""),
        "lists in lists": lambda n: "".join("  " * (k % 100) + "- a\n" for k in range(n // 104)).encode(),
        "stars": _times("*a **b _c "),
        "brackets": _times("["),
        "links begun": _times("[a]("),
        "images": _times("![a](b) "),
        "backticks": lambda n: " ".join("`" * (k % 300) for k in range(n // 150)).encode(),
        "entities": _times("&amp;&#x41;&nosuch "),
        "references": _numbered("[a#]: /b#\n"),
        "angles": _times("<a <b <!-- "),
        "table": _times("| a | b | c |\n", "| a | b | c |\n|---|---|---|\n"),
        "front matter": _numbered("key#: value\n", "---\n", "---\n" + SENTENCE),
        "a list in front matter": _numbered("  - value #\n", "---\nauthors:\n", "---\n" + SENTENCE),
        "headings": _numbered("# Bridge #\n"),
        "headings underlined": _numbered("Bridge #\n---\n"),
        "one heading underlined": _times("Bridge to close\n", "", "===\n"),
        "emphasis in emphasis": _deep("*a **b ", "** c*"),
        "stars and bars": _times("*_"),
        "fences": _times("```\na\n```\n"),
        "fences never closed": _times("````a\n~~~\n"),
        "tabs": _times("\t- a\n"),
        "references used": _numbered("[a#]: /b#\n\n[a#] "),
        "references never given": _numbered("[a#][b#] "),
        "lists": _numbered("#. a\n"),
        "tags": _times("<b>a</b> "),
        "escapes": _times("\\*\\_\\["),
    },
    "html": {
        "prose": _times(f"<p>{SENTENCE * 4}</p>", PAGE),
        "one paragraph": _times(SENTENCE, PAGE + "<p>"),
        "short paragraphs": _numbered("<p>#</p>", PAGE),
        "tags in tags": _deep("<div>", "</div>", PAGE),
        "tags never closed": _times("<p><b><i>a", PAGE),
        "closed and never opened": _times("</b></i>a", PAGE),
        "line breaks": _times("a<br>", PAGE + "<p>"),
        "lists in lists": _deep("<ul><li>a", "</li></ul>", PAGE),
        "tables": _times("<table><tr><td>a</td></tr></table>", PAGE),
        "one table": _times("<tr><td>a<td>b", PAGE + "<table>"),
        "a long attribute": _times("x", PAGE + "<p title='", f"'>{SENTENCE * 9}"),
        "many attributes": _numbered(" a#=b", PAGE + "<p", f">{SENTENCE * 9}"),
        "anchors": _numbered("<a href='https://a.example/#'>here</a> ", PAGE + "<p>"),
        "names": _numbered("<a name=a#></a>", PAGE),
        "entities": _times("&amp;&#x41;&nosuch;", PAGE + "<p>"),
        "comments never closed": _times("<!-- a ", PAGE),
        "angles": _times("<", PAGE),
        "scripts": _times("<script>var a = '</scrip';</script>", PAGE),
        "what scripts say": _numbered('{"@type": "NewsArticle", "headline": "#"},', PAGE + SCRIPT, "{}]</script>"),
        "meta": _numbered("<meta name='author' content='Ada #'>", "<html><head>", f"</head><body><p>{SENTENCE * 9}"),
        "inline": _times("<b>a</b> ", PAGE + "<p>"),
        "comments": _times("<!-- a -->b", PAGE),
        "styles": _numbered(".a# > b:not(c) { d: e }\n", PAGE + "<style>", f"</style><p>{SENTENCE * 9}"),
        "many styles": _times("<style>a{}</style>", PAGE + f"<p>{SENTENCE * 9}"),
        "an image in the page": _times("QUJD", PAGE + "<img src='data:image/png;base64,", f"'><p>{SENTENCE * 9}"),
        "images in the page": _numbered("<img src='data:image/png;base64,QUJD#'>", PAGE + "<p>a"),
        "headings": _numbered("<h2>Bridge #</h2>", PAGE),
        "spans in spans": _deep("<span>", "</span>", PAGE + "<p>"),
        "quotes in quotes": _deep("<blockquote>", "</blockquote>", PAGE),
        "lists": _numbered("<li>Bridge #", PAGE + "<ul>"),
        "classes": _numbered("<div class='a# comment share'>a</div>", PAGE),
        "article in article": _deep("<article><p>a", "</article>", "<html><body>"),
        "titles": _numbered("<title>Bridge #</title>", "<html><head>", f"</head><body><p>{SENTENCE * 9}"),
        "preformatted": _times("a\n", PAGE + "<pre>", "</pre>"),
        "forms": _times("<form><input><select><option>a", PAGE),
    },
    "mhtml": {
        "quoted-printable": _times("caf=C3=A9 said=\r\n", MHTML + "quoted-printable\r\n\r\n" + PAGE, "\r\n--b--"),
        "base64": lambda n: (
            MHTML.encode()
            + b"base64\r\n\r\n"
            + base64.encodebytes((PAGE + f"<p>{SENTENCE}" * (n // 90)).encode())
            + b"--b--"
        ),
    },
    "mail": {
        "a long letter": _times(SENTENCE * 4 + "\r\n\r\n", LETTER + "\r\n"),
        "many heads": _numbered("X-A#: b\r\n", LETTER, "\r\n" + SENTENCE * 5),
        "a long subject": _times("Bridge closed ", "Subject: ", f"\r\nFrom: a@b.example\r\n\r\n{SENTENCE * 5}"),
        "a subject in pieces": _times(
            " =?utf-8?q?caf=C3=A9?=\r\n", "Subject: x\r\n", f"From: a@b.example\r\n\r\n{SENTENCE * 5}"
        ),
        "many senders": _numbered("Ada <a#@b.example>, ", "From: ", f"c@d.example\r\n\r\n{SENTENCE * 5}"),
        "brackets in the sender": _times("(", "From: ", f" c@d.example\r\n\r\n{SENTENCE * 5}"),
        "a long date": _times("May ", "Date: ", f"\r\n\r\n{SENTENCE * 5}"),
        "a long kind": _numbered("; a#=b", "Content-Type: text/plain", f"\r\n\r\n{SENTENCE * 5}"),
        "many parts": _parts,
        "parts in parts": lambda n: (
            "".join(
                f"Content-Type: multipart/mixed; boundary=b{k}\r\n\r\n--b{k}\r\n" for k in range(min(90, n // 60))
            ).encode()
            + f"\r\n{SENTENCE * (n // len(SENTENCE))}".encode()
        ),
    },
    "epub": {"chapters": _book},
    "pdf": {"one page": _pdf(0, False), "pages": _pdf(40, True)},
    "docx": {
        "paragraphs": _packed(
            "word/document.xml", _times(f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>", DOCX, "</w:body></w:document>")
        ),
        "one paragraph": _packed(
            "word/document.xml", _times("<w:r><w:t>a </w:t></w:r>", DOCX + "<w:p>", "</w:p></w:body></w:document>")
        ),
        "tables in tables": _packed(
            "word/document.xml", _deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", DOCX, "</w:body></w:document>")
        ),
        "entities": _packed(
            "word/document.xml",
            _times("&amp;&#65;", DOCX + "<w:p><w:r><w:t>", "</w:t></w:r></w:p></w:body></w:document>"),
        ),
    },
    "feed": {
        "items": _numbered(
            f"<item><title>Bridge #</title><description>{SENTENCE * 5}</description></item>", FEED, FEED_END
        ),
        "one item": _times(
            "&lt;p&gt;" + SENTENCE, FEED + "<item><title>a</title><description>", "</description></item>" + FEED_END
        ),
        "tags in tags": _deep("<a>", "</a>", FEED, FEED_END),
        "attributes": _numbered(
            " a#='b'", FEED + "<item", f"><title>a</title><description>{SENTENCE * 5}</description></item>" + FEED_END
        ),
    },
    "json": {
        "records": lambda n: json.dumps(
            [{"title": f"Bridge {k}", "text": SENTENCE * 5, "date": "2024-05-12"} for k in range(n // 400)]
        ).encode(),
        "lines": lambda n: "\n".join(
            json.dumps({"title": f"Bridge {k}", "text": SENTENCE * 5}) for k in range(n // 400)
        ).encode(),
        "lists in lists": _deep("[", "]"),
        "one text": lambda n: json.dumps({"title": "Bridge", "text": "\u00e9\n" * (n // 8)}).encode(),
        "keys": lambda n: json.dumps([{"text": SENTENCE * 5, **{f"k{k}": "v" for k in range(n // 14)}}]).encode(),
    },
    "warc": {"pages": _warc},
    "zip": {"files": _archive(), "pages": _archive("html")},
}

TEXTS: Mapping[str, Make] = {
    "prose": _times(SENTENCE * 4 + "\n\n"),
    "what is said": _times(SPOKEN * 4 + "\n\n"),
    "one line": _times(SPOKEN),
    "one line without stops": _times("word "),
    "one word": _times("a"),
    "one-letter lines": _times("a\n"),
    "different short lines": _numbered("#\n"),
    "wrapped prose": _times(WRAPPED * 6 + "\n"),
    "blanks": lambda n: (" " * (n // 2) + "\n" * (n // 2)).encode(),
    "quoted deep": _times("> " * 30 + "and so on\n"),
    "brackets and bars": _times("[1] | "),
    "marks": _times("“a” "),
    "marks that nothing closes": _times("“a "),
    "marks that nothing opens": _times("a” "),
    "straight marks": _times("\"a' "),
    "quotes in quotes": _deep("“a ‘b ", " c’ d”"),
    "guillemets": _times("«a» »b« ‹c› "),
    "apostrophes": _times("it's the '90s' "),
    "one name": _times("Laura Finch said so. "),
    "many names": _numbered("Laura Finch# told Tom Reed# so. "),
    "one long name": _times("Laura "),
    "roles": _times("the mayor of Eastport, the head of the port, "),
    "pronouns": _times("he said she said they said. "),
    "cues": _times("said told added "),
    "labels": _numbered("FINCH#: We close.\n\nREED: No.\n\n"),
    "dates": _times("12 May 2024 "),
    "addresses": _times("https://a.example/x?y=z "),
    "dashes": _times("— a — "),
    "short paragraphs": _numbered("The ferry # runs.\n\n"),
    "short quotes": _numbered('"We close #," he said.\n\n'),
    "single marks": _times("‘a "),
    "singles that cross": _times("“a ‘b” c’ "),
    "corners in corners": _deep("「", "」"),
    "marks in marks": _deep("“‘", "’”"),
    "marks alone": _times('"'),
    "mixed marks": _times("«„“‹「『'\"`’‘"),
    "a mark far before its end": _times("words go on. ", '"He left. ', '" he said.'),
    "initials": _numbered("J. R. R. Finch# said so. "),
    "surnames alone": _numbered("Finch# said so. "),
    "one first name": _numbered("Laura Finch# and Laura met. "),
    "names in a row": _numbered("Laura Finch#, Tom Reed#, "),
    "names joined": _numbered("Laura Finch# and "),
    "roles of names": _numbered("Laura Finch#, the head of the port, said so. The head of the port spoke. "),
    "a name of many parts": _times("de la Cruz Mc O'Brien "),
    "bodies": _numbered("the Ministry of Ferries# said so. "),
    "acronyms": _numbered("the Port Authority (PA#) said so. "),
    "possessives": _times("Finch's "),
    "appositions": _times("Finch, the mayor, who said that "),
    "according to": _times("according to Finch, "),
    "said that": _times("Finch said that "),
    "said": _times("said "),
    "capitals": _times("EASTPORT HARBOUR "),
    "initials alone": _times("A. B. "),
    "stops": _times("."),
    "dots and blanks": _times(". "),
    "commas": _times('"a",'),
    "hyphens": _times("a-"),
    "brackets never closed": _times("(a "),
    "datelines": _numbered("EASTPORT (Reuters) - The ferry # runs.\n\n"),
    "one long dateline": _times("EASTPORT, "),
    "bylines": _numbered("By Ada Quill#\n\n"),
    "one long byline": _times("Ada Quill and ", "By "),
    "dates in lines": _numbered("12 May 2024, #:30\n"),
    "comments": _numbered("user#\n2 hours ago\nI agree.\nReply\nShare\n"),
    "mail quoting": _times("> a\n>\n"),
    "bullets": _numbered("- Bridge #\n"),
    "numbers": _numbered("#. The ferry runs all night.\n"),
    "table rows": _numbered("Bridge #\tclosed\t12\n"),
    "links": _numbered("[here #](https://a.example/#) "),
    "tags": _times("<b>a</b> "),
    "one line with tags": _times(SENTENCE + "<b>a</b> "),
    "angles": _times("<a "),
    "questions": _times("Q: Why?\n\nA: Because it rained, the mayor said.\n\n"),
    "labels in capitals": _times("FINCH: "),
    "wrapped at different widths": lambda n: "".join("word " * (k % 17) + "\n" for k in range(n // 41)).encode(),
    "white space of all kinds": _times("\u2003\u3000\xa0\t a"),
    "Chinese": _times("市长说：“大桥将关闭。”"),
    "combining": _times("e\u0301"),
    "German": _numbered("„Wir schließen #“, sagte Laura Fink. "),
    "Russian": _numbered("«Мы закроем #», — заявила Лаура Финч. "),
    "copyright": _times("Copyright 2024 The Courier. All rights reserved.\n\n"),
}
