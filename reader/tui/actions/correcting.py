"""Commands that correct: what a quote is and whose, and undo and redo of every act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from reader.library.annotated import quote_marks, with_quote
from reader.library.corrections import mark_of_quote, name_for, words_in
from reader.library.library import Library, Row
from reader.marks.history import Step
from reader.marks.marks import NOBODY, QuoteMark
from reader.model.analysis import Analysis
from reader.model.quotes import QuoteKind
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.tui.actions.meaning import Place, meant_quote
from reader.tui.actions.tagging import markable
from reader.tui.answers import speaker_of_quote
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import clip
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.chooser import Choice, Chooser, matching

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

KINDS: dict[QuoteKind, str] = {
    "direct": "direct: all of it their own words",
    "mixed": "mixed: some of their words within the outlet's sentence",
    "indirect": "indirect: reported without quotation marks",
}
AROUND = 90
"""Characters shown on either side of words whose ends are being moved."""


# -- undo and redo


def undo(room: ReadingRoom) -> None:
    """Take back what was done last."""
    step = room.history.undo()
    _after(room, f"Undone: {step.what}. ^r does it again." if step else "Nothing to undo.")


def redo(room: ReadingRoom) -> None:
    """Do again what was taken back."""
    step = room.history.redo()
    _after(room, f"Done again: {step.what}." if step else "Nothing to do again.")


def _after(room: ReadingRoom, said: str) -> None:
    room.edition += 1
    if room.state.filtered:
        room.restock()
    room.push()
    room.say(said)


# -- correcting a quote


def correct(room: ReadingRoom) -> None:
    """Offer everything that can be corrected of a quote; typing names a speaker."""
    place = meant_quote(room)
    if place is None:
        room.say("There is no quote here to correct. ] goes to the next.", "warning")
        return
    if markable(room, correct) is None:
        return
    quote = room.library.analysis(place[0]).quotes[place[1]]

    def offer(typed: str) -> Sequence[Choice]:
        acts = matching(_acts(room, place), typed)
        return [*acts, *_names(room.library, place[0], typed)] if typed.strip() else acts

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _take(room, place, chosen.choice.value)

    words = clip(quote.span.of(room.library.analysis(place[0]).article.text), 40)
    room.open(Chooser(room.paint, f"Correct “{words}”", "type a name · enter take · esc leave", offer), then)


def _acts(room: ReadingRoom, place: Place) -> list[Choice]:
    """What can be said of a quote besides whose it is."""
    quote = room.library.analysis(place[0]).quotes[place[1]]
    speaker = speaker_of_quote(room.library, place[0], quote)
    name = speaker.name if speaker else "nobody"
    choices = [
        Choice("?", "Another speaker", note="or type the name", mark="›"),
        Choice("right", "It is right", note=f"{name}, {quote.kind}", mark="✓"),
        Choice("nobody", "Nobody is named", mark="–"),
        *(Choice(f"kind {kind}", f"It is {text}", mark="·") for kind, text in KINDS.items() if kind != quote.kind),
        Choice("ends", "Other words: it begins or ends elsewhere", mark="↔"),
        Choice("none", "Not a quote", mark="✗"),
    ]
    if quote.kind == "unspoken":
        choices = [c for c in choices if c.value not in ("right", "none", "nobody")]
    known = _known(room, place)
    if known is not None and known.corrects:
        choices.append(Choice("found", "As the program found it", note="takes your corrections away", mark="↺"))
    return choices


def _names(library: Library, key: str, typed: str) -> list[Choice]:
    """Speakers that a typed name may mean, those of the article first, and the typed name as a new one."""
    own = [s for s in library.speakers if any(where == key for where, _ in s.entities)]
    others = [s for s in library.speakers if s not in own] if len(library.speakers) < 5000 else _like(library, typed)
    found: list[Choice] = []
    for speakers, note in ((own, "in this article"), (others, "")):
        found += [
            c._replace(mark="›")
            for c in matching([Choice(f"id {s.id}", s.name, note=note, more=", ".join(s.roles[:2])) for s in speakers],
                              typed)[:30]
        ]  # fmt: skip
    name = " ".join(typed.split())
    if name and name.casefold() not in {s.name.casefold() for s in library.speakers}:
        found.append(Choice(f"new {name}", f"new speaker “{name}”", mark="+", ink="accent"))
    return found


def _like(library: Library, typed: str) -> list[Speaker]:
    words = typed.casefold().split()
    return [s for s in library.speakers if all(word in s.name.casefold() for word in words)]


def _take(room: ReadingRoom, place: Place, value: str) -> None:
    """Do what was chosen."""
    act, _, rest = value.partition(" ")
    library = room.library
    analysis = library.analysis(place[0])
    quote = analysis.quotes[place[1]]
    match act:
        case "?":
            _ask_speaker(room, place)
        case "right":
            speaker = speaker_of_quote(library, place[0], quote)
            name = name_for(library, place[0], speaker) if speaker else NOBODY
            keep(room, place, "confirmed", speaker=name, kind=quote.kind)
        case "nobody":
            keep(room, place, "given to nobody", speaker=NOBODY)
        case "kind":
            keep(room, place, f"now {rest}", kind=rest)
        case "ends":
            _ask_ends(room, place)
        case "none":
            keep(room, place, "not a quote", quote=False, speaker=None, kind=None)
        case "found":
            forget(room, place)
        case "id":
            speaker = library.by_id[rest]
            keep(room, place, f"now {speaker.name}", speaker=name_for(library, place[0], speaker), quote=True)
        case "new":
            keep(room, place, f"now {rest}", speaker=rest, quote=True)


def _ask_speaker(room: ReadingRoom, place: Place) -> None:
    """Who it is, completed from the known ones."""

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _take(room, place, chosen.choice.value)

    def offer(typed: str) -> list[Choice]:
        return _names(room.library, place[0], typed)

    room.open(Chooser(room.paint, "Who says it?", "type a name · enter take · esc leave", offer), then)


# -- other ends


def _ask_ends(room: ReadingRoom, place: Place) -> None:
    """Which words it holds; they must stand in the article."""
    analysis = room.library.analysis(place[0])
    quote = analysis.quotes[place[1]]
    words = " ".join(quote.span.of(analysis.article.text).split())

    def judge(typed: str) -> Answer:
        span = words_in(analysis, typed, quote.span)
        if span is None:
            return Answer(False, (("! These words do not stand in this article.", "warning"),))
        return Answer(True, _in_place(analysis, span))

    def then(chosen: Chosen) -> None:
        span = words_in(analysis, chosen.typed, quote.span)
        if span is not None:
            keep(room, place, "other words", ends=span.of(analysis.article.text))

    room.open(Asking(room.paint, "The words of this quote", words, judge), then)


def _in_place(analysis: Analysis, span: Span) -> tuple[tuple[str, str], ...]:
    """The words among those around them, cut between words."""
    text = analysis.article.text
    block = analysis.article.blocks[analysis.article.block_at(span.start)].span
    before = text[max(block.start, span.start - AROUND) : span.start]
    after = text[span.end : min(block.end, span.end + AROUND)]
    if span.start - AROUND > block.start:
        before = f"…{before.partition(' ')[2]}"
    if span.end + AROUND < block.end:
        after = f"{after.rpartition(' ')[0]}…"
    return ((before, "muted"), (span.of(text), "quote"), (after, "muted"))


# -- keeping


def _row(room: ReadingRoom, key: str) -> Row:
    """The row whose marks hold the corrections of an article: of twins, which are the same text, the first."""
    wanted = room.library.analysis(key).article.id
    return next(row for row in room.library.rows if row.key == wanted)


def _known(room: ReadingRoom, place: Place) -> QuoteMark | None:
    """What the person said of a quote before."""
    analysis = room.library.analysis(place[0])
    mark = room.marks.of(room.library, _row(room, place[0]))
    return quote_marks(analysis, mark).get(place[1])


def keep(room: ReadingRoom, place: Place, what: str, **fields: Any) -> None:
    """Keep a correction of a quote. Args: what: the outcome in words."""
    known = _known(room, place) or mark_of_quote(room.library.analysis(place[0]), place[1])
    _change(room, place, replace(known, **fields), what)


def forget(room: ReadingRoom, place: Place) -> None:
    """Take all corrections of a quote away; star, tags and note stay."""
    known = _known(room, place)
    if known is not None:
        _change(room, place, replace(known, speaker=None, kind=None, ends=None, quote=True), "as the program found it")


def _change(room: ReadingRoom, place: Place, mark: QuoteMark, what: str) -> None:
    row = _row(room, place[0])
    before = room.marks.of(room.library, row)
    after = with_quote(room.library.analysis(place[0]), before, place[1], mark)
    if after == before:
        room.say("That is how it was already.")
        return
    words = clip(mark.words, 32)
    room.do(Step(f"“{words}” {what}", ((before, after),)))
    room.say(f"“{words}” {what}, by hand. u undoes.")
