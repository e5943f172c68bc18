"""Searching the library: the list of what was found, walking it, keeping it as a filter, searches under a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.library.library import Library, from_index
from reader.library.queries import parse
from reader.library.searching import Hit, excerpt
from reader.library.searching import search as found_by
from reader.marks.history import Step
from reader.marks.marks import SavedSearch
from reader.model.spans import Span
from reader.tui.actions.tagging import search_filter
from reader.tui.actions.viewing import go_to_place, go_to_quote
from reader.tui.answers import outlet_of, speaker_of_quote
from reader.tui.commands import key_of
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import Run
from reader.tui.rendering.page import long_date
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.state import Target, Within
from reader.tui.taginks import short_tag, tag_ink
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.found import Found
from reader.tui.widgets.listing import Item, Listed

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def find(room: ReadingRoom) -> None:
    """Search the whole library; what was searched last stands there again."""
    view = room.view
    if isinstance(view, Found):
        view.begin(view.entry.text)
        return
    if not room.marks.ready:
        room.waiting.append(find)
        return
    show(room, room.looked)


def show(room: ReadingRoom, text: str, *, typing: bool = True) -> None:
    """Open the search with this typed in it. Args: typing: what is typed next goes into it, not to the list."""

    def signs(item: Item) -> list[Run]:
        return _signs(room, item)

    view = Found(room.paint, lambda scene: listed(room, scene), signs)
    view.asked = text
    view.begin(text, typing=typing)
    room.open(view)


# -- what is found

FIRST, MORE = 12, 200
"""How many are looked for in an index before they are shown, and with every further look."""
COLUMNS = ("article", "outlet", "date", "speaker", "words", "file")


def listed(room: ReadingRoom, scene: Scene) -> Listed:
    """What the scene asks for; the saved searches where it asks for nothing."""
    if not scene.asked.strip():
        return _saved(room)
    shelf = scene.shelf
    hits = found_by(scene.whole, parse(scene.asked), room.marks.known)
    if shelf is not None:
        hits = (hit for hit in hits if hit.key in shelf.places)
    empty = f"Nothing found. {key_of('search')} changes the search, esc goes back."
    return _grown(scene, hits, Listed((), Table(COLUMNS, ()), empty), FIRST)


def _grown(scene: Scene, hits: Iterator[Hit], before: Listed, number: int) -> Listed:
    """What was found so far and some more; of a library in memory, all."""
    found = list(islice(hits, number) if from_index(scene.whole) else hits)
    items = (*before.items, *(_item(scene, hit) for hit in found))
    table = Table(COLUMNS, (*before.table.rows, *(_row(scene.whole, hit) for hit in found)))
    content = before._replace(items=items, table=table, more=None)
    if not from_index(scene.whole) or len(found) < number:
        return content
    return content._replace(more=lambda: _grown(scene, hits, content, MORE))


def _item(scene: Scene, hit: Hit) -> Item:
    library = scene.whole
    row, analysis = library.row_by_key[hit.key], library.analysis(hit.key)
    words, lit = excerpt(analysis.article, hit)
    quote = analysis.quotes[hit.quote] if hit.quote is not None else None
    speaker = speaker_of_quote(library, hit.key, quote) if quote else None
    head = speaker.name if speaker else "nobody named" if hit.kind == "quote" else "the article"
    if hit.kind == "passage" and speaker is None:
        block = analysis.article.blocks[analysis.article.block_at(hit.span.start)]
        head = {"title": "headline", "summary": "summary", "caption": "caption"}.get(block.kind, "text")
    note = quote.kind if quote and hit.kind == "quote" else ""
    day = long_date(row.date) if row.date else "no date"
    return Item(
        head, words, note, letter=scene.letter(speaker.id if speaker else None),
        group=f"{row.title} · {outlet_of(row)} · {day}", speaker=speaker.id if speaker else None,
        place=(hit.key, hit.quote) if hit.kind == "quote" and hit.quote is not None else None,
        target=(hit.key, hit.place), lit=lit,
    )  # fmt: skip


def _row(library: Library, hit: Hit) -> tuple[str, ...]:
    row, analysis = library.row_by_key[hit.key], library.analysis(hit.key)
    speaker = speaker_of_quote(library, hit.key, analysis.quotes[hit.quote]) if hit.quote is not None else None
    words = " ".join(hit.span.of(analysis.article.text).split())
    return row.title, outlet_of(row), row.date or "", speaker.name if speaker else "", words, row.path


def _signs(room: ReadingRoom, item: Item) -> list[Run]:
    """Star, note and tags of an entry, as they are now."""
    from reader.tui.actions.targets import mark_at

    key = item.place[0] if item.place else item.target[0] if item.target else ""
    if key not in room.library.row_by_key or room.marks.known(key) is None:
        return []
    mark = mark_at(room, Target(*item.place) if item.place else Target(key))
    signs = ("✎ " if mark.note else "") + ("★ " if mark.star else "")
    tags = [(f"{short_tag(tag)} ", room.paint(tag_ink(tag, room.marks.acts.colours))) for tag in mark.tags]
    return [(signs, room.paint("warning")), *tags]


# -- what one does with it


def _hits(view: Found) -> tuple[tuple[str, Span], ...]:
    """The places that were found, as (article key, stretch of its text)."""
    return tuple(item.target for item in view.items if item.target)


def found_open(room: ReadingRoom) -> None:
    """Open the article at what is under the cursor; n and N then walk all that was found."""
    view = room.view
    if not isinstance(view, Found) or view.item is None:
        room.say("There is nothing to open here.", "warning")
    elif view.item.query:
        view.begin(view.item.query, typing=False)
        view.ask(view.item.query)
    else:
        item = view.item
        room.looked, room.hits, room.hit, room.more_hits = view.asked, _hits(view), view.cursor, view.more
        room.change(search="", looked=view.asked, walk="found", hit=_count(room))
        if item.place:
            go_to_quote(room, item.place)
        elif item.target:
            go_to_place(room, *item.target)


def found_filter(room: ReadingRoom) -> None:
    """List only the articles that were found, so that J and K stay among them."""
    view = room.view
    if not isinstance(view, Found) or not view.asked or not view.items:
        room.say(f"Nothing was found yet: {key_of('find')} searches.", "warning")
        return
    room.looked, room.hits, room.hit, room.more_hits = view.asked, _hits(view), -1, view.more
    room.close()
    if room.more_hits:
        room.state = room.state._replace(search="", looked=view.asked, walk="found", hit="", within=None)
        room.say("Looking for all of it; the list is narrowed down once it is found.")
        room.memory.search(view.asked)
        return
    keys = frozenset(key for key, _ in room.hits)
    room.state = room.state._replace(search="", looked=view.asked, walk="found", hit="")
    search_filter(room, Within(view.asked, keys))


def walk_found(room: ReadingRoom, step: int) -> None:
    """To the next place that the search found, across articles."""
    shelf = room.shelf
    places = [i for i, (key, _) in enumerate(room.hits) if shelf and key in shelf.places]
    if not places:
        room.say(f"Nothing of “{room.state.looked}” is listed. {key_of('close')} shows all.", "warning")
        return
    ahead = [i for i in places if (i > room.hit if step > 0 else i < room.hit)]
    wrapped = not ahead and room.hit >= 0
    if step > 0:
        room.hit = ahead[0] if ahead else places[0]
    else:
        room.hit = ahead[-1] if ahead else places[-1]
    key, span = room.hits[room.hit]
    room.change(hit=_count(room))
    room.visit(key, span)
    if wrapped and room.more_hits:
        room.say(f"From the first again: {key_of('find')} lists more.")
    elif wrapped:
        room.say("From the first again." if step > 0 else "From the last again.")


def _count(room: ReadingRoom) -> str:
    return f"{room.hit + 1:,}/{len(room.hits):,}{'+' if room.more_hits else ''}"


# -- searches under a name


def saved_searches(room: ReadingRoom) -> tuple[SavedSearch, ...]:
    """The searches that have a name: those saved here, then those of the settings."""
    own = {one.name: one for one in room.marks.acts.searches}
    settings = {name: SavedSearch(name, query) for name, query in room.settings.searches.items() if name not in own}
    return (*own.values(), *settings.values())


def _saved(room: ReadingRoom) -> Listed:
    searches = saved_searches(room)
    own = {one.name for one in room.marks.acts.searches}
    items = [
        Item(one.name, one.query, "" if one.name in own else "config.yaml", group="Saved searches", query=one.query)
        for one in searches
    ]
    table = Table(("name", "search"), [(one.name, one.query) for one in searches])
    return Listed(items, table, f"Type what to look for. {key_of('found_save')} gives a search a name.")


def found_save(room: ReadingRoom) -> None:
    """Give the search a name, under which it is offered while nothing is typed."""
    view = room.view
    if not isinstance(view, Found) or not view.asked.strip():
        room.say(f"There is no search to save: {key_of('find')} searches.", "warning")
        return
    query = view.asked
    known = {one.name: one.query for one in saved_searches(room)}

    def judge(typed: str) -> Answer:
        name = " ".join(typed.split())
        if not name:
            return Answer(False, (("A name is needed.", "warning"),))
        if name in known and known[name] != query:
            return Answer(True, ((f"! {name} is {known[name]} now; it will be this search.", "warning"),))
        return Answer(True, ((query, "muted"),))

    def then(chosen: Chosen) -> None:
        name = " ".join(chosen.typed.split())
        acts = room.marks.acts
        others = tuple(one for one in acts.searches if one.name != name)
        after = replace(acts, searches=(*others, SavedSearch(name, query)))
        room.do(Step(f"search “{name}” saved", (), (acts, after)))
        room.say(f"Saved as “{name}”: offered by {key_of('find')} while nothing is typed, and by {key_of('jump')}.")

    room.open(Asking(room.paint, "Save this search as", "", judge), then)


def found_forget(room: ReadingRoom) -> None:
    """Take the name of a saved search away."""
    view = room.view
    item = view.item if isinstance(view, Found) else None
    acts = room.marks.acts
    if item is None or not item.query:
        room.say("No saved search here: they are listed while nothing is typed.", "warning")
    elif all(one.name != item.head for one in acts.searches):
        room.say(f"“{item.head}” stands in config.yaml: take it out there.", "warning")
    else:
        kept: Sequence[SavedSearch] = [one for one in acts.searches if one.name != item.head]
        room.do(Step(f"saved search “{item.head}” taken away", (), (acts, replace(acts, searches=tuple(kept)))))
        room.say(f"“{item.head}” is gone. u undoes.")
        if isinstance(view, Found) and view.scene:
            view.remake(view.scene)
