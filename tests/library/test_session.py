"""Coming back to where one was, whatever happened to the files meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from reader import open_library
from reader.library.session import MOST, Session, Spot, load_session, offset_of, save_session, session_file, spot_of
from reader.model.articles import Article
from reader.settings.folders import state_folder


@pytest.fixture
def article(folder: Path) -> Article:
    library = open_library([str(folder)])
    return library.analysis(library.keys[0]).article


def test_what_was_saved_is_there_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spots = {"a.txt#1": Spot(3, "He said", 7)}
    session = Session("a.txt#1", "quotes", "war", "speaker:peskov", (("B", "Lena Hartwig"),), spots)
    save_session([str(folder)], session)
    assert load_session([str(folder)]) == (session, "")
    monkeypatch.chdir(folder.parent)
    assert load_session([folder.name])[0] == session  # the same folder by another path


def test_another_folder_has_another_session(folder: Path, tmp_path: Path) -> None:
    save_session([str(folder)], Session("a.txt#1"))
    assert load_session([str(tmp_path)]) == (Session(), "")


def test_a_place_is_found_again_in_its_paragraph(article: Article) -> None:
    at = article.text.index("patch this old")
    spot = spot_of(article, at)
    assert offset_of(article, spot) == at
    moved = "A new first paragraph.\n\n"
    blocks = tuple(replace(b, span=b.span.shifted(len(moved))) for b in article.blocks)
    first = replace(article.blocks[0], span=article.blocks[0].span._replace(start=0, end=len(moved) - 2))
    edited = replace(article, text=moved + article.text, blocks=(first, *blocks))
    assert edited.text[offset_of(edited, spot) :].startswith("patch this old")


def test_a_place_in_a_paragraph_that_is_gone_stays_in_the_text(article: Article) -> None:
    assert 0 <= offset_of(article, Spot(999, "no such words", 10_000)) < len(article.text)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"article": 1}', b"\xff\xfe", b"[" * 200_000, b'{"article":"","pane":"",'
             b'"filter":"","follows":[["A"]],"places":{}}', b" " * 1_000_001]
)  # fmt: skip
def test_a_broken_file_is_passed_over_with_a_sentence(folder: Path, data: bytes) -> None:
    file = session_file([str(folder)])
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    session, problem = load_session([str(folder)])
    assert session == Session()
    assert "cannot be understood" in problem
    assert "\n" not in problem


def test_only_so_many_places_are_kept(folder: Path) -> None:
    spots = {f"{n}.txt#1": Spot(1, "x" * 48, 2) for n in range(MOST + 50)}
    save_session([str(folder)], Session(spots=spots))
    kept = load_session([str(folder)])[0].spots
    assert len(kept) == MOST
    assert f"{MOST + 49}.txt#1" in kept
    assert session_file([str(folder)]).is_relative_to(state_folder())
