"""Commands that hold an utterance's versions against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.exporting.citing import chicago, source_of
from reader.library.comparison import Comparison, Version, comparisons, outlet_of
from reader.library.comparison import compare as compared
from reader.library.library import Library
from reader.model.speakers import Statement
from reader.statements.differences import Difference
from reader.tui.actions.meaning import Place, meant_quote
from reader.tui.answers import speaker_of_quote
from reader.tui.commands import key_of
from reader.tui.rendering.page import long_date
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene
from reader.tui.widgets.grid import plain_outlet
from reader.tui.widgets.listing import Item, Listed, Listing
from reader.tui.widgets.versions import Compared, Telling, Versions, Word

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def compare(room: ReadingRoom) -> None:
    """Every outlet's version of what the quote under the cursor says."""
    place = meant_quote(room)
    if place is None:
        room.say(
            f"No quote here to compare. {key_of('next_quote')} goes to the next; {key_of('comparisons')} lists all.",
            "warning",
        )
    else:
        show_versions(room, place)


def show_versions(room: ReadingRoom, place: Place) -> None:
    """Open the comparison of a quote."""
    room.open(Versions(room.paint, "Comparison", lambda scene: versions_of(scene, place), place))


def versions_of(scene: Scene, place: Place) -> Compared:
    """The versions of all utterances that a quote is part of; the one most widely reported first."""
    library = scene.library if place[0] in scene.library.keys else scene.whole
    quote = library.analysis(place[0]).quotes[place[1]]
    speaker = speaker_of_quote(library, place[0], quote)
    alone = Statement("", speaker.id if speaker else None, (place,))
    statements = library.statements_of(*place) or (alone,)
    found = [compared(library, s if s.speaker else replace(s, speaker=alone.speaker)) for s in statements]
    found.sort(key=lambda c: -len({v.outlet for v in c.versions}))
    tellings = [telling for comparison in found for telling in _tellings(library, comparison)]
    return Compared(tellings, _table(library, found), speaker.id if speaker else None)


def _tellings(library: Library, comparison: Comparison) -> Iterator[Telling]:
    """A comparison as the view shows it: its versions, the fullest first, then who is without it."""
    versions = comparison.versions
    full = max(versions, key=lambda v: len(v.words))
    having = tuple(dict.fromkeys(outlet for v in versions for outlet in (v.outlet, *v.copies)))
    outlets = dict.fromkeys(outlet_of(row) for row in library.rows if row.problem is None)
    name = comparison.speaker.name if comparison.speaker else "Nobody named"
    day = min((v.date for v in versions if v.date), default=None)
    heading = f"{name}{f', {long_date(day)}' if day else ''} · reported by {len(having)} of {len(outlets)} outlets"
    for number, version in enumerate([full, *(v for v in versions if v is not full)]):
        yield _telling(library, version, "fullest" if version is full and len(versions) > 1 else "",
                       "" if number else heading)  # fmt: skip
    if len(having) == 1:
        yield Telling(words=(Word(f"= In one outlet only: {plain_outlet(having[0])}.", "warning", bold=True),))
    if comparison.speaker:
        without = [outlet for outlet in dict.fromkeys(comparison.without) if outlet not in having]
        silent = [o for o in dict.fromkeys(comparison.silent) if o not in having and o not in without]
        yield from _absent(f"Has {name}, not this", without)
        yield from _absent(f"Does not have {name}", silent)


def _absent(label: str, outlets: list[str]) -> Iterator[Telling]:
    if outlets:
        yield Telling(words=(Word(f"{label}: ", "muted"), Word(", ".join(map(plain_outlet, outlets)), "text")))


def _telling(library: Library, version: Version, note: str, heading: str) -> Telling:
    """One version: the outlet, the words among those around them, what may have changed."""
    quote = library.analysis(version.key).quotes[version.quote]
    marks = ("“", "”") if quote.kind in ("direct", "mixed") else ("", "")
    head = [plain_outlet(version.outlet), long_date(version.date) if version.date else "no date"]
    head += [version.cue] if version.cue else []
    head += [f"the same copy in {', '.join(map(plain_outlet, version.copies))}"] if version.copies else []
    warning = f"may change the meaning: {', '.join(version.meaning)}" if version.meaning else ""
    before = (Word(f"{version.before} ", "muted"),) if version.before else ()
    gap = "" if version.after[:1] in tuple(".,;:!?…") else " "
    after = (Word(gap + version.after, "muted"),) if version.after else ()
    words = (*before, Word(marks[0], "quote"), *differing(version), Word(marks[1], "quote"), *after)
    return Telling(" · ".join(head), note, words, warning, heading, (version.key, version.quote))


def differing(version: Version) -> tuple[Word, ...]:
    """The words of a version with what differs marked by signs and colours."""
    return differing_words(version.differences)


def differing_words(differences: Sequence[Difference], ink: str = "quote") -> tuple[Word, ...]:
    """Words with what differs marked by signs and colours. Args: ink: the colour of what is the same."""
    words: list[Word] = []
    for difference in differences:
        here, there = " ".join(difference.words.split()), " ".join(difference.instead.split())
        found: list[Word] = []
        match difference.kind:
            case "same":
                found.append(Word(here, ink))
            case "cut":
                found.append(Word(f"⟨cut⟩{f' {here}' if here else ''}", "warning"))
            case "inserted":
                found += [Word(f"[-{there}-] ", "error")] if there else []
                found.append(Word(here, "accent", italic=True))
            case _:
                found += [Word(f"[-{there}-]", "error")] if there else []
                found += [Word(f"{{+{here}+}}", "good", bold=True)] if here else []
        words += [Word(" ", ink), *found] if words else found
    return tuple(words)


def _table(library: Library, found: list[Comparison]) -> Table:
    """A row a version, with the citation of its article; then who is without it."""
    rows = []
    for comparison in found:
        name = comparison.speaker.name if comparison.speaker else ""
        for version in comparison.versions:
            text = "".join(word.text for word in differing(version))
            rows.append((name, version.outlet, version.date or "", version.cue, text, ", ".join(version.meaning),
                         chicago(source_of(library.analysis(version.key).article))))  # fmt: skip
        rows += [(name, outlet, "", "", "", "not this", "") for outlet in comparison.without]
        rows += [(name, outlet, "", "", "", "no speaker", "") for outlet in comparison.silent]
    return Table(("speaker", "outlet", "date", "cue", "words", "remark", "citation"), rows)


def comparison_list(room: ReadingRoom) -> None:
    """All that several articles report, changed meanings first."""
    room.open(Listing(room.paint, "Comparisons", "comparisons", all_comparisons))


def all_comparisons(scene: Scene) -> Listed:
    """An entry a comparison: who, how many outlets, the fullest words."""
    items, rows = [], []
    for comparison in comparisons(scene.library):
        speaker = comparison.speaker
        if not scene.wants(speaker.id if speaker else None):
            continue
        full = max(comparison.versions, key=lambda v: len(v.words))
        outlets = tuple(dict.fromkeys(plain_outlet(v.outlet) for v in comparison.versions))
        name = speaker.name if speaker else "nobody named"
        meaning = ", ".join(comparison.meaning)
        note = f"{len(outlets)} outlets" if len(outlets) > 1 else f"only {outlets[0]}"
        items.append(
            Item(
                name, full.words, note, meaning, scene.letter(speaker.id if speaker else None),
                "The meaning may have changed" if meaning else "Other wording, cuts, or the same",
                speaker.id if speaker else None, (full.key, full.quote), compares=True,
            )
        )  # fmt: skip
        rows.append((name, meaning, ", ".join(outlets), full.words))
    empty = f"No utterance is reported by two articles here. {key_of('timeline')} shows all statements."
    if scene.only:
        empty = f"No followed speaker here. {key_of('view_only')} shows all."
    return Listed(items, Table(("speaker", "may change", "outlets", "words"), rows), empty)
