"""The command that exports: what, in which format, into which file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from reader.exporting.contract import MarkOf
from reader.exporting.files import export_to
from reader.exporting.formats import EXPORTS, ExportFormat, export_format
from reader.exporting.selection import Selection
from reader.library.corrections import quote_of
from reader.marks.marks import ArticleMark
from reader.model.analysis import Analysis
from reader.settings.folders import short
from reader.tui.messages import Chosen, Said
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.chooser import Choice, Chooser, matching
from reader.tui.widgets.confirming import Confirming, Reply
from reader.tui.widgets.sheet import Piece

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

Places = frozenset[tuple[str, int]]
FIRST = ("markdown", "csv", "bibtex", "html", "json")
"""Formats that stand first in the list."""


class Part(NamedTuple):
    """Something that can be exported."""

    name: str
    note: str
    stem: str
    """What its file is called."""
    selection: Selection


def export(room: ReadingRoom) -> None:
    """Ask what is wanted, then the format, then the file."""
    if not room.marks.ready or not room.state.resolved:
        room.say("The library is still being read; try again in a moment.", "warning")
        return
    found = list(parts(room))
    choices = [Choice(str(number), part.name, note=part.note) for number, part in enumerate(found)]

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _ask_format(room, found[int(chosen.choice.value)])

    room.open(Chooser(room.paint, "Export what?", "enter choose · esc leave", lambda typed: matching(choices, typed)),
              then)  # fmt: skip


def parts(room: ReadingRoom) -> Iterator[Part]:
    """What can be exported now, the most likely first."""
    library, marks = room.library, room.marks.all()
    mark_of = _lookup(marks)
    folder = _stem(os.path.basename(os.path.abspath(room.paths[0] if room.paths else ".")))
    places = _of_view(room)
    if room.view and places:
        yield Part(room.view.caption, _quotes(len(places)), _stem(room.view.caption),
                   Selection(library, mark_of, places=places))  # fmt: skip
    yield from _selected(room, mark_of)
    if room.state.filtered and room.shelf:
        keys = frozenset(room.shelf.places)
        yield Part(f"What is listed: {room.shelf.label}", _articles(len(keys)), _stem(room.shelf.label),
                   Selection(library, mark_of, keys=keys))  # fmt: skip
    row = room.readable
    if row is not None:
        yield Part(f"This article: {row.title}", _quotes(row.quotes), _stem(row.title),
                   Selection(library, mark_of, keys=frozenset((row.key,))))  # fmt: skip
    yield from _starred(room, marks)
    yield Part("The whole library", _articles(len(library.keys)), folder, Selection(library, mark_of))


def _of_view(room: ReadingRoom) -> Places:
    """The quotes that the view on top shows."""
    return frozenset(room.view.places()) if room.view else frozenset()


def _selected(room: ReadingRoom, mark_of: MarkOf) -> Iterator[Part]:
    """What the person selected: articles, and quotes."""
    chosen = room.state.selected
    keys = frozenset(target.key for target in chosen if target.quote is None)
    places = frozenset((target.key, target.quote) for target in chosen if target.quote is not None)
    if keys:
        yield Part("The articles selected", _articles(len(keys)), "selected",
                   Selection(room.library, mark_of, keys=keys))  # fmt: skip
    if places:
        yield Part("The quotes selected", _quotes(len(places)), "selected-quotes",
                   Selection(room.library, mark_of, places=places))  # fmt: skip


def _starred(room: ReadingRoom, marks: dict[str, ArticleMark]) -> Iterator[Part]:
    """What bears a star: articles, and quotes."""
    library, mark_of = room.library, _lookup(marks)
    keys = frozenset(key for key in library.keys if key in marks and marks[key].star)
    if keys:
        yield Part("Articles with a star", _articles(len(keys)), "starred", Selection(library, mark_of, keys=keys))
    places = set()
    for key in library.keys:
        for mark in marks[key].quotes if key in marks else ():
            index = quote_of(library.analysis(key), mark) if mark.star else None
            if index is not None:
                places.add((key, index))
    if places:
        yield Part("Quotes with a star", _quotes(len(places)), "starred-quotes",
                   Selection(library, mark_of, places=frozenset(places)))  # fmt: skip


def _lookup(marks: dict[str, ArticleMark]) -> MarkOf:
    def mark_of(key: str, analysis: Analysis) -> ArticleMark | None:
        return marks.get(key)

    return mark_of


def _quotes(number: int) -> str:
    return f"{number:,} quote{'' if number == 1 else 's'}"


def _articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"


def _stem(words: str) -> str:
    """Words as the name of a file: "putin-trump-meeting-date"."""
    plain = "-".join(re.findall(r"\w+", words.lower()))[:48].strip("-")
    return plain or "export"


def _ask_format(room: ReadingRoom, part: Part) -> None:
    order = sorted(EXPORTS, key=lambda f: FIRST.index(f.name) if f.name in FIRST else len(FIRST))
    order.sort(key=lambda f: f.name != room.exported_as)
    choices = [Choice(form.name, form.name, note=form.what) for form in order]

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            room.exported_as = chosen.choice.value
            _ask_file(room, part, export_format(chosen.choice.value))

    room.open(Chooser(room.paint, f"Format for {part.note}", "enter choose · esc leave",
                      lambda typed: matching(choices, typed)), then)  # fmt: skip


def _ask_file(room: ReadingRoom, part: Part, form: ExportFormat) -> None:
    def then(chosen: Chosen) -> None:
        path = Path(chosen.typed.strip()).expanduser().absolute()
        if path.exists():
            _ask_over(room, part, form, path)
        else:
            write(room, part, form, path)

    room.open(Asking(room.paint, f"Export {part.note} as {form.name} to", part.stem + form.ending, judge_file), then)


def judge_file(typed: str) -> Answer:
    """What there is to say to the name of a file to write."""
    path = Path(typed.strip()).expanduser()
    if not typed.strip() or path.is_dir() or typed.strip().endswith("/"):
        return Answer(False, (("! The name of a file is needed.", "warning"),))
    folder = path.absolute().parent
    if not folder.is_dir():
        return Answer(False, ((f"! There is no folder {folder}.", "warning"),))
    if path.exists():
        return Answer(True, ((f"{path.name} is there already; you will be asked once more.", "warning"),))
    return Answer(True, ((f"In {short(folder)}", "muted"),))


def _ask_over(room: ReadingRoom, part: Part, form: ExportFormat, path: Path) -> None:
    pieces = [Piece(), Piece(words=f"{short(path)} is there already.", ink="warning"), Piece()]

    def then(chosen: Chosen) -> None:
        write(room, part, form, path)

    room.open(Confirming(room.paint, "Write over it?", pieces, [Reply("y", "write over it", "over")]), then)


def write(room: ReadingRoom, part: Part, form: ExportFormat, path: Path) -> None:
    """Write the file in a thread, and say so."""
    room.say(f"Writing {path.name}…")
    Thread(target=_write, args=(room.post_message, part, form, path), name="exporting", daemon=True).start()


def _write(post: Callable[[Said], object], part: Part, form: ExportFormat, path: Path) -> None:
    try:
        number = export_to(path, form, part.selection)
    except OSError as error:
        post(Said(f"{short(path)} could not be written: {(error.strerror or 'unknown').lower()}.", "error"))
    except Exception as error:
        post(Said(f"{short(path)} could not be made: {type(error).__name__}: {error}", "error"))
    else:
        post(Said(f"Written: {short(path)} ({number})."))
