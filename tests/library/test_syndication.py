"""One report in several outlets is known as one, and what each changed."""

from __future__ import annotations

import random
from pathlib import Path

from tui import wire

from reader.library.library import Library
from reader.library.open import analyse, open_library
from reader.library.syndication import changes
from reader.model.analysis import Analysis


def by_name(library: Library) -> dict[str, str]:
    return {row.path.rsplit("/", 1)[-1].removesuffix(".txt"): row.key for row in library.rows}


def test_copies_are_one_family_and_the_fullest_leads(tmp_path: Path) -> None:
    library = open_library([str(wire.folder(tmp_path))])
    names = by_name(library)
    family = (names["c-post"], names["b-wire"], names["a-daily"])
    assert {library.copies[key] for key in family} == {family}
    assert names["d-own"] not in library.copies


def test_what_a_copy_left_out_and_reworded(tmp_path: Path) -> None:
    library = open_library([str(wire.folder(tmp_path))])
    names = by_name(library)
    full, copy = (library.analysis(names[name]).article for name in ("b-wire", "a-daily"))
    found = changes(full, copy)
    assert [c.kind for c in found] == ["same", "changed", "same", "cut"]
    (changed,) = (c for c in found if c.kind == "changed")
    assert [(d.words, d.instead) for d in changed.differences if d.kind == "changed"] == [
        ("at noon,", "within the hour,")
    ]
    (cut,) = (c for c in found if c.kind == "cut")
    assert cut.instead.startswith("Local businesses")
    assert cut.paragraphs == 2
    assert "".join(c.words for c in found if c.kind == "added") == ""


def test_what_a_copy_added(tmp_path: Path) -> None:
    library = open_library([str(wire.folder(tmp_path))])
    names = by_name(library)
    wired, post = (library.analysis(names[name]).article for name in ("b-wire", "c-post"))
    (added,) = (c for c in changes(wired, post) if c.kind != "same")
    assert (added.kind, added.paragraphs) == ("added", 1)
    assert added.span is not None
    assert added.span.of(post.text) == added.words == "The Post's own readers reported cracks last autumn."


def test_other_paragraphs_are_no_change() -> None:
    one, two = wire.PARAGRAPHS[:2]
    full = analyse(wire.page("Northwire", "Corroded bridge", "May 14, 2024", (one, two)))
    first, second = two.split(". ", 1)
    other = analyse(wire.page("Northwire", "Corroded bridge", "May 14, 2024", (one, f"{first}.", second)))
    assert {c.kind for c in changes(full, other)} == {"same"}


def test_a_box_under_every_article_makes_no_family(tmp_path: Path) -> None:
    box = ("About this correspondent: an experienced journalist covering transportation, infrastructure and "
           "municipal administration throughout the northern provinces since nineteen ninety-eight.")  # fmt: skip
    for number, paragraphs in enumerate((wire.PARAGRAPHS[:2], wire.OWN)):
        (tmp_path / f"{number}.txt").write_text(
            wire.page("Valley Echo", f"Article number {number}", "May 14, 2024", (*paragraphs, box)), encoding="utf-8"
        )
    assert not open_library([str(tmp_path)]).copies


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path) -> None:
    library = open_library([str(wire.folder(tmp_path))])
    items: list[tuple[str, Analysis]] = list(library.items())
    for seed in range(4):
        random.Random(seed).shuffle(items)
        families = {frozenset(family) for family in Library(items).copies.values()}
        assert families == {frozenset(family) for family in library.copies.values()}
