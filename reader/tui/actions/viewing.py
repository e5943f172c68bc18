"""Commands on views: matrix, timeline, who with whom, a speaker's quotes; opening what they show, writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.library.comparison import outlet_of
from reader.library.corrections import BY_HAND
from reader.library.library import Library, Row
from reader.library.matrix import Dated, Matrix
from reader.library.matrix import matrix as counted
from reader.library.matrix import timeline as dated
from reader.library.matrix import together as paired
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.text.guard import harmless_lines
from reader.tui.actions.comparing import show_versions
from reader.tui.actions.meaning import Place, found_again, meant_speaker
from reader.tui.actions.moving import go_to
from reader.tui.answers import whole
from reader.tui.commands import key_of
from reader.tui.messages import Chosen, Said
from reader.tui.rendering.page import long_date
from reader.tui.rendering.written import Table, as_csv, as_markdown
from reader.tui.scene import Scene
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.grid import Grid, plain_outlet
from reader.tui.widgets.listing import Item, Listed, Listing

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

NO_DATE = "No date"
BAR = 24
"""Cells of the longest bar."""


def _nobody() -> str:
    return f"No followed speaker here. {key_of('view_only')} shows all."


def _no_view() -> str:
    keys = ", ".join(key_of(name) for name in ("matrix", "timeline", "together", "comparisons"))
    return f"No view is open: {keys} and {key_of('speaker_quotes')} open one."


# -- the views


class _Survey(Listing):
    """A list that is made from whole articles."""

    surveys = True


def matrix(room: ReadingRoom) -> None:
    """Speakers by outlets."""
    room.open(Grid(room.paint, "Matrix", "matrix", matrix_of))


def matrix_of(scene: Scene) -> Matrix:
    """The matrix under the filter."""
    whole_matrix = counted(scene.surveyed)
    return Matrix(whole_matrix.outlets, tuple(row for row in whole_matrix.rows if scene.wants(row[0].id)))


def timeline(room: ReadingRoom) -> None:
    """Statements by date."""
    room.open(_Survey(room.paint, "Timeline", "timeline", timeline_of))


def timeline_of(scene: Scene) -> Listed:
    """An entry a statement, or a quote that no other article has."""
    items, rows = [], []
    for entry in _once(dated(scene.surveyed)):
        speaker = entry.speaker.id if entry.speaker else None
        if not scene.wants(speaker):
            continue
        name = entry.speaker.name if entry.speaker else "nobody named"
        outlets = [plain_outlet(outlet) for outlet in entry.outlets]
        note = f"only {outlets[0]}" if len(outlets) == 1 else f"{len(outlets)} outlets"
        day = long_date(entry.date) if entry.date else NO_DATE
        items.append(Item(name, entry.words, note, "", scene.letter(speaker), day, speaker, entry.place))
        rows.append((entry.date or "", name, entry.words, ", ".join(outlets)))
    table = Table(("date", "speaker", "words", "outlets"), rows)
    return Listed(items, table, _nobody() if scene.only else "No statements here. esc goes back.")


def _once(entries: Iterable[Dated]) -> Iterator[Dated]:
    """The entries without those whose fullest version another one has too: parts of a statement that is there."""
    kept: dict[Place, Dated] = {}
    for entry in entries:
        before = kept.get(entry.place)
        outlets = tuple(dict.fromkeys((*before.outlets, *entry.outlets))) if before else entry.outlets
        kept[entry.place] = replace(before or entry, outlets=outlets)
    yield from kept.values()


def together(room: ReadingRoom) -> None:
    """Who is named together with whom."""
    room.open(_Survey(room.paint, "With whom", "with-whom", pairs_of))


def pairs_of(scene: Scene) -> Listed:
    """An entry a pair of speakers, with a bar for the number of paragraphs that name both."""
    found = [(a, b, n) for a, b, n in paired(scene.surveyed) if scene.wants(a.id, b.id)]
    most = found[0][2] if found else 1
    items = []
    for pair in found:
        number = pair[2]
        one, other = sorted(pair[:2], key=lambda speaker: not scene.letter(speaker.id))
        letter = scene.letter(one.id)
        bar = "▇" * max(1, number * BAR // most)
        items.append(
            Item(
                f"{one.name} + {other.name}",
                note=f"{number:,} {bar:<{BAR}}",
                letter=letter,
                speaker=one.id,
                other=other.id,
            )
        )
    table = Table(("speaker", "with", "paragraphs"), [(a.name, b.name, str(n)) for a, b, n in found])
    return Listed(items, table, _nobody() if scene.only else "Nobody is named together here. esc goes back.")


def speaker_quotes(room: ReadingRoom) -> None:
    """All quotes of the speaker under the cursor."""
    speaker = meant_speaker(room)
    if speaker is None:
        room.say(f"No speaker here: go to a quote or a name. {key_of('speakers')} lists all speakers.", "warning")
    else:
        show_quotes(room, speaker)


def show_quotes(room: ReadingRoom, speaker: Speaker, outlet: str = "") -> None:
    """Open a speaker's quotes. Args: outlet: only those it has."""
    caption = f"{speaker.name} in {plain_outlet(outlet)}" if outlet else f"{speaker.name}: all quotes"
    listing = Listing(room.paint, caption, "quotes", lambda scene: quotes_of(scene, speaker, outlet))
    listing.ordered = not outlet
    room.open(listing)


def quotes_of(scene: Scene, speaker: Speaker, outlet: str = "") -> Listed:
    """An entry a quote, by date or by outlet."""
    library = scene.library
    now = found_again(library, speaker)
    places = [(p.key, p.quote) for p in library.occurrences(now.id) if p.quote is not None] if now else []
    rows = library.row_by_key
    kept = [(rows[key], quote) for key, quote in places if not outlet or outlet_of(rows[key]) == outlet]
    if scene.order == "date":
        kept.sort(key=lambda place: (place[0].date is None, place[0].date or ""))
    else:
        order = {name: number for number, name in enumerate(dict.fromkeys(outlet_of(row) for row in library.rows))}
        kept.sort(key=lambda place: order[outlet_of(place[0])])
    items = [_quote_item(scene, now, row, quote) for row, quote in kept if now]
    about = [(row.date or "", outlet_of(row), row.title) for row, _ in kept]
    table = [(*facts, item.words) for facts, item in zip(about, items, strict=True)]
    return Listed(items, Table(("date", "outlet", "article", "words"), table), "No quotes here. esc goes back.")


def _quote_item(scene: Scene, speaker: Speaker, row: Row, index: int) -> Item:
    analysis = scene.library.analysis(row.key)
    quote = analysis.quotes[index]
    day = long_date(row.date) if row.date else NO_DATE
    outlet = plain_outlet(outlet_of(row))
    here, other = (day, outlet) if scene.order == "date" else (outlet, day)
    words = " ".join(whole(quote).of(analysis.article.text).split())
    note = f"✓ {quote.kind}" if quote.rule == BY_HAND else quote.kind
    return Item(other, words, note, "", scene.letter(speaker.id), here, speaker.id, (row.key, index))


def _paragraphs_of(scene: Scene, one: str, other: str) -> Listed:
    """An entry a paragraph that names both of two speakers."""
    library = scene.surveyed
    items, rows = [], []
    for key, analysis in library.items():
        blocks: list[dict[int, Span]] = []
        for speaker in (one, other):
            links = [link.span for i, entity in enumerate(analysis.entities) if _is(library, key, i, speaker)
                     for link in entity.links]  # fmt: skip
            blocks.append({analysis.article.block_at(span.start): span for span in sorted(links, reverse=True)})
        row = library.row_by_key[key] if blocks[0].keys() & blocks[1].keys() else None
        for block in sorted(blocks[0].keys() & blocks[1].keys()) if row else ():
            words = " ".join(analysis.article.blocks[block].span.of(analysis.article.text).split())
            span = min(blocks[0][block], blocks[1][block])
            head = plain_outlet(outlet_of(row)) if row else ""
            items.append(Item(head, words, row.title if row else "", speaker=one, target=(key, span)))
            rows.append((head, row.title if row else "", words))
    return Listed(items, Table(("outlet", "article", "paragraph"), rows), "No paragraph names both here.")


def _is(library: Library, key: str, entity: int, speaker: str) -> bool:
    found = library.speaker_of(key, entity)
    return found is not None and found.id == speaker


# -- what one does in them


def view_open(room: ReadingRoom) -> None:
    """Open what is under the view's cursor."""
    view = room.view
    if view is None:
        room.say(_no_view(), "warning")
    elif isinstance(view, Grid):
        _open_cell(room, view)
    elif isinstance(view, Listing) and view.item and view.item.compares and view.place:
        show_versions(room, view.place)
    elif isinstance(view, Listing) and view.item and view.item.other:
        one, other = view.item.speaker or "", view.item.other
        listing = _Survey(room.paint, view.item.head, "paragraphs", lambda scene: _paragraphs_of(scene, one, other))
        listing.only = view.only
        room.open(listing)
    elif view.place:
        go_to_quote(room, view.place)
    elif view.target:
        go_to_place(room, *view.target)
    else:
        room.say("There is nothing to open here.", "warning")


def _open_cell(room: ReadingRoom, grid: Grid) -> None:
    """The quotes that an outlet has of a speaker."""
    speaker = room.library.by_id.get(grid.speaker or "")
    cell = grid.cell
    if speaker is None or cell is None:
        room.say("There is nobody here.", "warning")
    elif not cell.quotes:
        room.say(f"{plain_outlet(grid.outlet)} has no quote of {speaker.name}: {cell.mentions:,} mentions.")
    else:
        show_quotes(room, speaker, grid.outlet)


def go_to_quote(room: ReadingRoom, place: Place) -> None:
    """Leave all views for a quote in its article."""
    quote = room.library.analysis(place[0]).quotes[place[1]]
    if quote.kind == "indirect" and not room.state.indirect:
        room.change(indirect=True)
    go_to_place(room, place[0], whole(quote))


def go_to_place(room: ReadingRoom, key: str, span: Span) -> None:
    """Leave all views for a place in an article."""
    while room.overlays:
        room.close()
    room.visit(key, span)
    go_to(room, "article")


def view_left(room: ReadingRoom) -> None:
    """A column to the left."""
    _shift(room, -1)


def view_right(room: ReadingRoom) -> None:
    """A column to the right."""
    _shift(room, 1)


def _shift(room: ReadingRoom, step: int) -> None:
    view = room.view
    before = view.outlet if isinstance(view, Grid) else ""
    if isinstance(view, Grid) and view.shift(step) and view.outlet == before:
        room.say("This is the last outlet." if step > 0 else "This is the first outlet.")
    elif not isinstance(view, Grid):
        room.say(f"Only the matrix has columns: {key_of('matrix')} opens it.")


def view_order(room: ReadingRoom) -> None:
    """By date or by outlet."""
    view = room.view
    if view is None or not view.ordered or view.scene is None:
        room.say(f"Only a speaker's quotes have two orders: {key_of('speaker_quotes')} opens them.")
        return
    view.remake(view.scene._replace(order="outlet" if view.scene.order == "date" else "date"))
    room.say(f"By {view.scene.order}.")


def view_only(room: ReadingRoom) -> None:
    """Only followed speakers, or all."""
    view = room.view
    if view is None:
        room.say(_no_view(), "warning")
    elif not view.only and not room.state.follows:
        room.say(f"Nobody is followed yet: {key_of('follow')} follows the speaker under the cursor.")
    else:
        view.only = not view.only
        view.look(room.scene)
        room.say("Only followed speakers." if view.only else "All speakers.")


def step_lit(room: ReadingRoom, step: int) -> None:
    """To the next (before, for -1) row of a followed speaker in a view."""
    if not room.state.follows:
        room.say(f"Nobody is followed yet: {key_of('follow')} follows the speaker under the cursor.", "warning")
    elif room.view and not room.view.step_lit(step):
        room.say("No more of the followed speakers here.")


# -- writing it


def view_export(room: ReadingRoom) -> None:
    """Write the view to a file in the current folder, under a name that the person gives."""
    view = room.view
    if view is None:
        room.say(_no_view(), "warning")
        return
    table, page = view.table(), view.page()
    page = page or as_markdown(view.caption, table)

    def then(chosen: Chosen) -> None:
        Thread(target=_write, args=(room.post_message, chosen.typed, page, table), daemon=True).start()

    name = next(f for f in free_names(view.file_name) if not Path(f).exists())
    room.open(Asking(room.paint, f"Write {len(table.rows):,} rows to", name, _judge), then)


def free_names(stem: str) -> Iterable[str]:
    """ "matrix.md", "matrix-2.md", ..."""
    yield f"{stem}.md"
    yield from (f"{stem}-{number}.md" for number in range(2, 1000))


def _judge(typed: str) -> Answer:
    path = Path(typed.strip()).expanduser()
    if not typed.strip() or path.is_dir():
        return Answer(False, (("! The name of a file is needed.", "warning"),))
    if path.exists():
        return Answer(False, ((f"! {path.name} is there already; it will not be written over.", "warning"),))
    if not path.absolute().parent.is_dir():
        return Answer(False, ((f"! There is no folder {path.parent}.", "warning"),))
    form = "CSV" if path.suffix.lower() == ".csv" else "Markdown"
    return Answer(True, ((f"{form}, in {path.absolute().parent}", "muted"),))


def _write(post: Callable[[Said], object], typed: str, page: str, table: Table) -> None:
    from reader.exporting.files import write_whole  # brings all formats with it

    path = Path(typed).expanduser().absolute()
    text = as_csv(table) if path.suffix.lower() == ".csv" else page
    try:
        write_whole(path, [harmless_lines(text).encode("utf-8", "backslashreplace")], anew=True)
    except OSError as error:
        post(Said(f"{path} could not be written: {(error.strerror or 'unknown').lower()}.", "error"))
    else:
        post(Said(f"Written: {path}"))
