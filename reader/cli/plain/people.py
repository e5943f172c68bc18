"""Commands of the linear mode on speakers and on what several articles report."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli.listings import marked
from reader.cli.plain.desk import Desk, Place, TypingError
from reader.cli.plain.looking import said
from reader.exporting.citing import STYLES, source_of
from reader.library.comparison import Comparison, compare, comparisons, outlet_of
from reader.library.matrix import called_by, matrix, timeline, together
from reader.library.syndication import changes
from reader.model.speakers import Speaker, Statement

NAMES = {"cut": "Left out", "added": "Added", "changed": "Reworded"}


def speakers(desk: Desk, words: str) -> Iterator[str]:
    """Everybody who speaks, the most quoted first; with words, those whose names have them."""
    wanted = words.casefold().split()
    for tally in desk.library.tallies:
        name = tally.speaker.name
        if all(w in f"{name} {' '.join(tally.speaker.aliases)}".casefold() for w in wanted):
            followed = ", followed" if name in desk.follows else ""
            yield f"{name}{followed}: {tally.quotes} quotes, {tally.mentions} mentions, {len(tally.articles)} articles."


def speaker(desk: Desk, words: str) -> Iterator[str]:
    """What is known of a speaker: roles, other names, and what each outlet says."""
    found = desk.speaker(words)
    tally = next(t for t in desk.library.tallies if t.speaker.id == found.id)
    yield f"{found.name}, {found.kind}."
    if found.roles:
        yield f"Roles: {', '.join(found.roles[:8])}."
    others = [name for name in found.aliases if name != found.name]
    if others:
        yield f"Also: {', '.join(others[:12])}."
    yield f"{tally.quotes} quotes and {tally.mentions} mentions in {len(tally.articles)} articles."
    for outlet, names in called_by(desk.library, tally).items():
        yield f"{outlet} says {', '.join(f'{name} ({number})' for name, number in names.most_common(6))}."
    for act in desk.book.acts.speakers:
        if found.name in (act.speaker, act.other):
            yield f"By hand: {act.act}, {act.speaker}, {act.other}."


def follow(desk: Desk, words: str) -> Iterator[str]:
    """Follow a speaker; next and previous then walk every place."""
    found = desk.speaker(words)
    if found.name in desk.follows:
        desk.follows.remove(found.name)
    elif len(desk.follows) >= 6:
        raise TypingError("Six are followed already. Type unfollow and a name.")
    desk.follows.append(found.name)
    desk.search, desk.walked = "", -1
    _, places = desk.occurrences()
    yield f"Following {found.name}: {len(places)} places in {len({p.key for p in places})} articles. Type next."


def unfollow(desk: Desk, words: str) -> Iterator[str]:
    """Follow a speaker no longer; without a name, nobody."""
    if not words:
        desk.follows.clear()
        yield "Nobody is followed."
        return
    found = desk.speaker(words)
    if found.name not in desk.follows:
        raise TypingError(f"{found.name} is not followed.")
    desk.follows.remove(found.name)
    desk.walked = -1
    yield f"No longer following {found.name}."


def names(desk: Desk, words: str) -> Iterator[str]:
    """Everybody whom the open article names, with how often."""
    row = desk.row
    for found in desk.library.speakers:
        number = sum(o.key == row.key for o in desk.library.occurrences(found.id))
        if number:
            yield f"{found.name}: {number} places."


def all_said(desk: Desk, words: str) -> Iterator[str]:
    """All quotes of a speaker, by date; "said NAME by outlet" by outlet."""
    name, _, order = words.partition(" by ")
    found = desk.speaker(name.strip())
    rows = desk.library.row_by_key
    places = [(o.key, o.quote) for o in desk.library.occurrences(found.id) if o.quote is not None]
    if order.strip() == "outlet":
        places.sort(key=lambda place: outlet_of(rows[place[0]]))
    else:
        places.sort(key=lambda place: rows[place[0]].date or "9999")
    desk.listed = tuple(places)
    for number, place in enumerate(places, 1):
        row = rows[place[0]]
        yield f"{number}. {row.date or 'no date'}, {outlet_of(row)}: “{desk.words_at(place)}”"
    yield f"{len(places)} quotes of {found.name}."


def why(desk: Desk, words: str) -> Iterator[str]:
    """Where the attribution of a quote comes from."""
    place = desk.place(words)
    quote, text = desk.quote_at(place), desk.library.analysis(place[0]).article.text
    yield said(desk, place)
    yield f"Named by: {quote.source.span.of(text) if quote.source else 'nothing in the text'}."
    yield f"Cue: {quote.cue.of(text) if quote.cue else 'none'}."
    yield f"Rule: {quote.rule or 'none named'}. Confidence: {quote.confidence:.0%}."
    for rival in quote.runners_up:
        yield f"Or else: {rival.mention.of(text)}, {rival.score:.0%}."


# -- comparing


def compared(desk: Desk, words: str) -> Iterator[str]:
    """Every version of what a quote says, with what differs: -dropped-, +added+, cut."""
    place = desk.place(words)
    library = desk.library
    found = desk.speaker_at(place)
    statements = library.statements_of(*place) or (Statement("", found.id if found else None, (place,)),)
    desk.listed = tuple(p for statement in statements for p in statement.quotes)
    for statement in statements:
        yield from versions(desk, compare(library, statement))


def versions(desk: Desk, comparison: Comparison) -> Iterator[str]:
    """A comparison, a line a version, with its citation."""
    style = STYLES[desk.settings.citation]
    who = comparison.speaker.name if comparison.speaker else "Nobody named"
    yield f"{who}: {len(comparison.versions)} versions in {len(comparison.outlets)} outlets."
    for version in comparison.versions:
        copies = f", the same in {', '.join(version.copies)}" if version.copies else ""
        yield f"{version.outlet}, {version.date or 'no date'}{copies}: {marked(version)}"
        if version.meaning:
            yield f"May change the meaning: {', '.join(version.meaning)}."
        yield f"Source: {style(source_of(desk.library.analysis(version.key).article))}"
    if comparison.without:
        yield f"Has {who}, not this: {', '.join(dict.fromkeys(comparison.without))}."
    if comparison.silent:
        yield f"Does not have {who}: {', '.join(dict.fromkeys(comparison.silent))}."


def all_comparisons(desk: Desk, words: str) -> Iterator[str]:
    """What several articles report, changed meanings first; with "followed", of followed speakers only."""
    places: list[Place] = []
    for comparison in comparisons(desk.library):
        found = comparison.speaker
        if words == "followed" and (found is None or found.name not in desk.follows):
            continue
        full = max(comparison.versions, key=lambda v: len(v.words))
        places.append((full.key, full.quote))
        warning = f" May change the meaning: {', '.join(comparison.meaning)}." if comparison.meaning else ""
        name = found.name if found else "Nobody named"
        text = " ".join(full.words.split())
        yield f"{len(places)}. {name}, {len(comparison.outlets)} outlets: “{text}”{warning}"
    desk.listed = tuple(places)
    yield "Type compare and a number." if places else "No utterance is reported by two articles here."


def table(desk: Desk, words: str) -> Iterator[str]:
    """How often each outlet quotes and names each speaker; with "followed", followed speakers only."""
    counted = matrix(desk.library)
    for found, cells in counted.rows:
        if words != "followed" or found.name in desk.follows:
            parts = [
                f"{outlet} {cell.quotes} quotes {cell.mentions} mentions"
                for outlet, cell in zip(counted.outlets, cells, strict=True)
                if cell.total
            ]
            yield f"{found.name}: {'; '.join(parts)}."


def dated(desk: Desk, words: str) -> Iterator[str]:
    """Statements by date, with the outlets that have each; with "followed", of followed speakers only."""
    places: list[Place] = []
    for entry in timeline(desk.library):
        if words == "followed" and not desk.wanted(entry):
            continue
        places.append(entry.place)
        name = entry.speaker.name if entry.speaker else "nobody named"
        text = " ".join(entry.words.split())
        yield f"{len(places)}. {entry.date or 'No date'}, {name}, in {', '.join(entry.outlets)}: “{text}”"
    desk.listed = tuple(places)


def with_whom(desk: Desk, words: str) -> Iterator[str]:
    """Pairs of speakers named in the same paragraphs; with "followed", of followed speakers only."""
    for one, other, number in together(desk.library):
        if words != "followed" or _either(desk, one, other):
            yield f"{one.name} and {other.name}: {number} paragraphs."


def _either(desk: Desk, one: Speaker, other: Speaker) -> bool:
    return one.name in desk.follows or other.name in desk.follows


def copies(desk: Desk, words: str) -> Iterator[str]:
    """The same report in other outlets, and what each changed."""
    row = desk.row
    keys = desk.library.copies.get(row.key, ())
    full = desk.library.analysis(keys[0]).article if keys else None
    for key in keys:
        other = desk.library.row_by_key[key]
        yield f"{outlet_of(other)}: {other.title}{' (the fullest)' if key == keys[0] else ''}."
        for change in changes(full, desk.library.analysis(key).article) if full and key != keys[0] else ():
            if change.kind != "same":
                yield f"{NAMES[change.kind]}: {' '.join((change.words or change.instead).split())}"
    if not keys:
        yield "No other article here carries this report."
