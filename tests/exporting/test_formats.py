"""Every export opens in what it is for, and holds what the person marked."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from reader.cli.main import EXPORTED, main
from reader.exporting.citing import apa, chicago, cited, mla, source_of
from reader.exporting.formats import NAMES, export_format
from reader.exporting.selection import Selection
from reader.library.corrections import mark_of_quote
from reader.library.open import open_library
from reader.marks.book import MarkBook

NASTY = '"><script>alert(1)</script> [x](javascript:1) | `code` \\ {brace} & =1+1 \u00fc'


@pytest.fixture
def selection(folder: Path) -> Selection:
    """Two articles, one of them with tags and a note, and a note on one of its quotes."""
    book = MarkBook.open([str(folder)])
    library = open_library([str(folder)], book=book)
    _, analysis = library.items()[0]
    direct = next(index for index, quote in enumerate(analysis.quotes) if quote.kind == "direct")
    first = replace(mark_of_quote(analysis, direct), note=NASTY, tags=("strong",))
    mark = replace(book.mark(book.ref(analysis.article)), tags=("city/bridge", "2024"), note=NASTY, quotes=(first,))
    book.change(mark)
    return Selection(library, lambda key, analysis: book.marked(key))


def written(selection: Selection, name: str) -> bytes:
    return b"".join(export_format(name).write(selection))


def text(selection: Selection, name: str) -> str:
    return written(selection, name).decode("utf-8")


def test_the_command_line_knows_all_formats() -> None:
    assert EXPORTED == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_is_the_same_twice_and_written_by_the_command(name: str, folder: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    for file in files:
        assert main(["export", str(folder), "--format", name, "-o", str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert b"Hartwig" in files[0].read_bytes() or name == "qdpx"


def test_markdown_shows_what_was_written_and_nothing_acts(selection: Selection) -> None:
    for name in ("markdown", "obsidian"):
        source = text(selection, name)
        tokens = MarkdownIt("commonmark").parse(source.split("---\n\n", 1)[-1] if name == "obsidian" else source)
        inline = [child for token in tokens for child in token.children or ()]
        assert not [token for token in tokens if token.type == "html_block"]
        assert not [child for child in inline if child.type in ("html_inline", "image", "code_inline")]
        links = [str(child.attrs["href"]) for child in inline if child.type == "link_open"]
        assert all(link.startswith("https://www.coastalpost.example/") for link in links)
        assert any("alert(1)" in child.content for child in inline)


def test_obsidian_gets_tags_it_can_read(selection: Selection) -> None:
    source = text(selection, "obsidian")
    assert "tags: [city/bridge, " in source
    assert "#city/bridge #2024-" in source
    assert "[[Lena Hartwig]]" in source


def test_the_page_holds_no_foreign_markup(selection: Selection) -> None:
    page = text(selection, "html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<mark ") >= 4


def test_csv_is_a_row_a_quote(selection: Selection) -> None:
    head, *rows = csv.reader(io.StringIO(text(selection, "csv")))
    assert head[:3] == ["speaker", "quote", "kind"]
    assert len(rows) == sum(q.kind in ("direct", "mixed") for _, a in selection.library.items() for q in a.quotes)
    assert {len(row) for row in rows} == {len(head)}
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_bibtex_braces_balance_and_keys_are_unique(selection: Selection) -> None:
    entries = text(selection, "bibtex")
    plain = re.sub(r"\\[{}]|\\textbackslash\{\}", "", entries)
    depth = 0
    for character in plain:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    keys = re.findall(r"^@article\{([^,]+),$", entries, re.M)
    assert len(keys) == len(set(keys)) == 2


def test_csl_items_have_the_fields_of_the_schema(selection: Selection) -> None:
    items = json.loads(text(selection, "csl-json"))
    allowed = {
        "type", "id", "title", "container-title", "publisher", "issued", "author", "URL", "language", "keyword", "note",
    }  # fmt: skip
    assert all(set(item) <= allowed and item["type"] == "article-newspaper" for item in items)
    assert items[0]["issued"] == {"date-parts": [[2024, 5, 12]]}
    assert items[0]["author"] == [{"family": "Quill", "given": "Ada"}]


def test_the_project_archive_is_whole(selection: Selection) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(selection, "qdpx")))
    space = "{urn:QDA-XML:project:1.0}"
    root = ElementTree.fromstring(archive.read("project.qde"))
    codes = {code.get("guid") for code in root.iter(f"{space}Code")}
    targets = {ref.get("targetGUID") for ref in root.iter(f"{space}CodeRef")}
    assert targets <= codes
    notes = {note.get("guid"): note.findtext(f"{space}PlainTextContent") for note in root.iter(f"{space}Note")}
    assert set(notes.values()) == {NASTY}
    assert {ref.get("targetGUID") for ref in root.iter(f"{space}NoteRef")} == set(notes)
    sources = list(root.iter(f"{space}TextSource"))
    for source in sources:
        content = archive.read(f"sources/{source.get('guid')}.txt").decode("utf-8")
        for chosen in source.iter(f"{space}PlainTextSelection"):
            words = content[int(chosen.get("startPosition", "")) : int(chosen.get("endPosition", ""))]
            assert words.startswith(chosen.get("name", "")[:20])
    assert [code.get("name") for code in root.iter(f"{space}Code")][:1] == ["Speakers"]
    assert "bridge" in [code.get("name") for code in root.iter(f"{space}Code")]


def test_the_code_book_is_xml_with_a_code_a_speaker(selection: Selection) -> None:
    root = ElementTree.fromstring(text(selection, "qdc"))
    names = [code.get("name") for code in root.iter("{urn:QDA-XML:codebook:1.0}Code")]
    assert {"Lena Hartwig", "Tomas Reiter", "city", "bridge"} <= set(names)


def test_only_what_is_chosen_is_exported(selection: Selection) -> None:
    key, analysis = selection.library.items()[1]
    some = replace(selection, places=frozenset({(key, 0)}))
    rows = list(csv.reader(io.StringIO(text(some, "csv"))))
    assert [row[1] for row in rows[1:]] == [analysis.quotes[0].span.of(analysis.article.text)]


def test_citations_in_three_styles(selection: Selection) -> None:
    article = selection.library.items()[0][1].article
    source = source_of(article)
    title = "Harbour bridge to close for a year, mayor says"
    outlet = "The Eastport Courier (Reuters)"
    assert chicago(source) == f"Quill, Ada. “{title}.” {outlet}, May 12, 2024."
    assert apa(source) == f"Quill, A. (2024, May 12). {title}. {outlet}."
    assert mla(source) == f"Quill, Ada. “{title}.” {outlet}, 12 May 2024."


def test_a_quote_with_its_citation_by_a_template(selection: Selection) -> None:
    article = selection.library.items()[0][1].article
    assert cited("No.", "Ada", article, template="{speaker}: {quote} ({date})") == "Ada: No. (2024-05-12)"
    with pytest.raises(ValueError, match="is none of: quote, speaker"):
        cited("No.", "Ada", article, template="{sepaker}")
