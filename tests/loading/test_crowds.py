"""Much of one kind in one place: nothing of the text is lost to what keeps the time in bounds."""

from __future__ import annotations

import io
import zipfile
from importlib import import_module

import pytest

from reader.loading.load import named, read_here
from reader.model.documents import RawDocument
from reader.model.problems import ReaderError

SENTENCE = "The ferry will run all night from June on, the harbour office said. "


def only(form: str, data: str) -> RawDocument:
    """The one document of a file."""
    found = read_here(named(form), data.encode(), f"x.{form}")
    assert isinstance(found, tuple)
    (document,) = found
    return document


def test_a_paragraph_of_thousands_of_links_is_read_whole() -> None:
    links = "".join(f"<a href='/{n}'>word{n}</a> and <b>{n}</b> " for n in range(3000))
    page = f"<html><body><article><p>{SENTENCE * 5}</p><p>{links}</p><p>{SENTENCE * 5}</p></article></body></html>"
    sections = only("html", page).sections or ()
    (found,) = (s.text for s in sections if "word1500" in s.text)
    assert found.split() == [w for n in range(3000) for w in (f"word{n}", "and", str(n))]


def test_a_subject_without_end_is_cut_and_the_letter_read() -> None:
    letter = only("mail", f"Subject: {'Bridge ' * 20_000}\n more\nFrom: Ada <ada@b.example>\n\n{SENTENCE * 5}\n")
    stated = dict(letter.stated)
    assert stated["title"].startswith("Bridge Bridge")
    assert len(stated["title"]) < 5000
    assert stated["outlet"] == "Ada"
    assert SENTENCE.strip() in letter.text


@pytest.mark.parametrize("kind", ["records", "feed", "archive"])
def test_more_articles_than_are_taken_are_refused_not_left_out(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", SENTENCE)
    items = f"<item><title>Bridge</title><description>{SENTENCE}</description></item>" * 4
    data = {
        "records": "\n".join([f'{{"title": "Bridge", "text": "{SENTENCE}"}}'] * 4).encode(),
        "feed": f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        "archive": out.getvalue(),
    }[kind]
    module = import_module(f"reader.loading.formats.{kind}")
    assert len(module.read(data, "a")) == 4
    monkeypatch.setattr(module, "MAX_PARTS", 3)
    with pytest.raises(ReaderError, match=r"holds more than .* articles; cut it into smaller files"):
        module.read(data, "a")
