"""One utterance in several outlets, side by side."""

from __future__ import annotations

from pathlib import Path

from reader.library.comparison import compare, comparisons, find_statements
from reader.library.open import open_library


def test_the_versions_are_held_against_the_fullest(folder: Path) -> None:
    library = open_library([str(folder)])
    (statement,) = find_statements(library, "old iron bridge")
    comparison = compare(library, statement)
    assert comparison.speaker is not None
    assert comparison.speaker.name == "Lena Hartwig"
    assert [v.outlet for v in comparison.versions] == ["The Eastport Courier", "coastalpost.example"]
    full = max(comparison.versions, key=lambda v: len(v.words))
    assert {d.kind for d in full.differences} == {"same"}
    other = min(comparison.versions, key=lambda v: len(v.words))
    assert {d.kind for d in other.differences} > {"same"}
    assert comparison.without == ()
    assert comparison.silent == ()


def test_outlets_without_the_utterance_or_the_speaker_are_named(folder: Path) -> None:
    (folder / "c-weather.txt").write_text(
        "Rain over the coast\n\nRain will reach the coast on Monday night and stay until Wednesday, the weather office "
        'said. "Take a coat," said Olaf Brandt, who has forecast the weather here for twenty years.\n'
    )
    (folder / "d-mayor.txt").write_text(
        "Mayor opens fair\n\nMayor Lena Hartwig opened the spring fair in Eastport on Saturday before a crowd of some "
        'four thousand. "I have never seen so many cakes," Hartwig said.\n'
    )
    library = open_library([str(folder)])
    (statement,) = find_statements(library, "old iron bridge")
    comparison = compare(library, statement)
    assert comparison.without == ("d-mayor.txt",)
    assert comparison.silent == ("c-weather.txt",)


def test_words_that_nobody_said_find_nothing(folder: Path) -> None:
    assert find_statements(open_library([str(folder)]), "submarines in the vineyard") == ()


def test_a_changed_meaning_comes_first(tmp_path: Path) -> None:
    text = (
        "{title}\n\nThe council met on Tuesday evening to talk about the budget and its many holes.\n\n"
        '"{one}," said Mayor Lena Hartwig. "{two}," she said later, to some laughter in the room.\n'
    )
    calm = "We will repair the roof of the swimming hall before the winter comes"
    (tmp_path / "a.txt").write_text(
        text.format(title="Council meets", one="We shall close four schools this autumn", two=calm)
    )
    (tmp_path / "b.txt").write_text(
        text.format(title="Schools at risk", one="We shall not close four schools this autumn", two=calm)
    )
    first, *rest = comparisons(open_library([str(tmp_path)]))
    assert first.meaning == ("negation",)
    assert [c.meaning for c in rest] == [()]


def test_wire_copy_is_folded_into_one_version(folder: Path) -> None:
    wire = (folder / "a-harbour.txt").read_text().replace("The Eastport Courier", "Norwick Evening News")
    (folder / "c-copy.txt").write_text(wire.replace("Share this article", "Print this page"))
    library = open_library([str(folder)])
    (statement,) = find_statements(library, "old iron bridge")
    comparison = compare(library, statement)
    assert [(v.outlet, v.copies) for v in comparison.versions] == [
        ("The Eastport Courier", ("Norwick Evening News",)),
        ("coastalpost.example", ()),
    ]
    assert comparison.without == ()
