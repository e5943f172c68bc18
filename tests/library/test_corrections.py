"""What the person corrects is applied on every opening, outlives edits of the file, and can be taken back."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from reader.library.corrections import mark_of_quote, quote_of
from reader.library.library import Library
from reader.library.open import open_library
from reader.marks.book import MarkBook
from reader.marks.history import History, Step
from reader.marks.marks import NOBODY, Acts, ArticleMark, QuoteMark, SpeakerAct

BOAT = "Nobody buys a sofa and takes it home by boat,"


def opened(folder: Path) -> tuple[Library, MarkBook]:
    book = MarkBook.open([str(folder)])
    return open_library([str(folder)], book=book), book


def speaker_of(library: Library, words: str) -> str | None:
    for key, analysis in library.items():
        for quote in analysis.quotes:
            if quote.span.of(analysis.article.text) == words:
                speaker = library.speaker_of(key, quote.entity)
                return speaker.name if speaker else None
    raise AssertionError(f"no quote {words!r}")


def correct(folder: Path, words: str, **fields: object) -> History:
    """Correct the quote of these words as the app does, and keep it."""
    library, book = opened(folder)
    for _, analysis in library.items():
        for index, quote in enumerate(analysis.quotes):
            if quote.span.of(analysis.article.text) == words:
                before = book.mark(book.ref(analysis.article))
                after = replace(before, quotes=(replace(mark_of_quote(analysis, index), **fields),))  # type: ignore[arg-type]
                history = History(book)
                history.do(Step("corrected a quote", ((before, after),)))
                return history
    raise AssertionError(f"no quote {words!r}")


def test_another_speaker_of_the_article(folder: Path) -> None:
    correct(folder, BOAT, speaker="Lena Hartwig")
    library, _ = opened(folder)
    assert speaker_of(library, BOAT) == "Lena Hartwig"
    assert [s.name for s in library.speakers].count("Lena Hartwig") == 1


def test_a_speaker_nobody_had_found(folder: Path) -> None:
    correct(folder, BOAT, speaker="Greta Osterman")
    library, _ = opened(folder)
    assert speaker_of(library, BOAT) == "Greta Osterman"


def test_given_to_nobody_and_not_a_quote(folder: Path) -> None:
    correct(folder, BOAT, speaker=NOBODY)
    assert speaker_of(opened(folder)[0], BOAT) is None
    correct(folder, BOAT, quote=False)
    library, _ = opened(folder)
    kinds = {q.span.of(a.article.text): q.kind for _, a in library.items() for q in a.quotes}
    assert kinds[BOAT] == "unspoken"


def test_another_kind_and_other_ends(folder: Path) -> None:
    correct(folder, BOAT, kind="mixed", ends="Nobody buys a sofa")
    library, _ = opened(folder)
    quotes = {q.span.of(a.article.text): q for _, a in library.items() for q in a.quotes}
    assert quotes["Nobody buys a sofa"].kind == "mixed"
    assert quotes["Nobody buys a sofa"].confidence == 1.0
    assert quotes["Nobody buys a sofa"].rule == "by hand"


def test_a_correction_outlives_an_edit_of_the_file(folder: Path) -> None:
    correct(folder, BOAT, speaker="Greta Osterman")
    file = folder / "b-ferry.txt"
    file.write_text(
        file.read_text().replace("May 13, 2024\n", "May 13, 2024\n\nA new first paragraph was added here.\n")
    )
    assert speaker_of(opened(folder)[0], BOAT) == "Greta Osterman"


def test_undo_and_redo(folder: Path) -> None:
    history = correct(folder, BOAT, speaker="Greta Osterman")
    undone = history.undo()
    assert undone is not None
    assert undone.what == "corrected a quote"
    assert speaker_of(opened(folder)[0], BOAT) == "Tomas Reiter"
    assert history.undo() is None
    history.redo()
    assert speaker_of(opened(folder)[0], BOAT) == "Greta Osterman"
    assert history.redo() is None


def act(folder: Path, *acts: SpeakerAct) -> Library:
    _, book = opened(folder)
    book.change_all((), Acts(speakers=acts))
    return opened(folder)[0]


def test_two_speakers_are_one(folder: Path) -> None:
    library = act(folder, SpeakerAct("same", "Lena Hartwig", "Tomas Reiter"))
    assert speaker_of(library, BOAT) == "Lena Hartwig"
    assert "Tomas Reiter" not in [s.name for s in library.speakers]
    assert "Tomas Reiter" in next(s for s in library.speakers if s.name == "Lena Hartwig").aliases


def test_one_speaker_is_two(folder: Path) -> None:
    library = act(folder, SpeakerAct("apart", "Lena Hartwig", "Another Hartwig", "b-ferry.txt"))
    assert speaker_of(library, "It will close on June 3.") == "Lena Hartwig"
    assert speaker_of(library, "This old iron bridge cannot be patched for ever,") == "Another Hartwig"


def test_a_new_name(folder: Path) -> None:
    library = act(folder, SpeakerAct("name", "Lena Hartwig", "Helena Hartwig"))
    assert speaker_of(library, "It will close on June 3.") == "Helena Hartwig"


def test_the_same_words_twice_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        'The debate\n\n"No," said Anna Bell, who runs the mill at the river and has done so for thirty years.\n\n'
        '"No," said Carl Dorn, who rents the meadow beside it and would like to go on doing so.\n'
    )
    library, book = opened(tmp_path)
    (key, analysis), *_ = library.items()
    quotes = [i for i, q in enumerate(analysis.quotes) if q.span.of(analysis.article.text) == "No,"]
    marks = [mark_of_quote(analysis, i) for i in quotes]
    assert [m.nth for m in marks] == [1, 2]
    assert [quote_of(analysis, m) for m in marks] == quotes
    before = ArticleMark(book.ref(analysis.article))
    book.change(replace(before, quotes=(replace(marks[1], speaker="Eve Frank"),)))
    library, _ = opened(tmp_path)
    named = [library.speaker_of(key, library.analysis(key).quotes[i].entity) for i in quotes]
    assert [s.name for s in named if s] == ["Anna Bell", "Eve Frank"]


def test_words_that_were_no_quote_become_one(folder: Path) -> None:
    library, book = opened(folder)
    _, analysis = library.items()[1]
    mark = ArticleMark(
        book.ref(analysis.article), quotes=(QuoteMark("furniture shop near the quay", speaker="Tomas Reiter"),)
    )
    book.change(mark)
    assert speaker_of(opened(folder)[0], "furniture shop near the quay") == "Tomas Reiter"


def test_byte_identical_twins_have_marks_of_their_own(folder: Path) -> None:
    (folder / "a-copy.txt").write_bytes((folder / "a-harbour.txt").read_bytes())
    library, book = opened(folder)
    first, second, _ = library.keys
    ref = book.ref(library.analysis(second).article, second)
    book.change(replace(book.mark(ref), tags=("second",)))
    library, book = opened(folder)
    assert book.marked(first) is None
    mark = book.marked(second)
    assert mark is not None
    assert mark.tags == ("second",)
