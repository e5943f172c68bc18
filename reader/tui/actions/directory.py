"""The speaker directory: everybody who speaks, what is known of each, and acts upon them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.library.comparison import outlet_of
from reader.library.corrections import bearer
from reader.library.library import Library, Row, Tally, from_index
from reader.library.matrix import called_by
from reader.marks.history import Step
from reader.marks.marks import SpeakerAct
from reader.model.speakers import Speaker
from reader.tui import answers
from reader.tui.actions.following import toggle
from reader.tui.actions.meaning import found_again
from reader.tui.commands import in_force, key_of
from reader.tui.messages import Chosen
from reader.tui.rendering.page import long_date, short_date
from reader.tui.scene import Scene
from reader.tui.theming import follow_ink
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.chooser import Choice, Chooser, matching
from reader.tui.widgets.listing import ROOMY
from reader.tui.widgets.portrait import Portrait, Told
from reader.tui.widgets.sheet import Piece

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.tui.screens.room import ReadingRoom

MOST = 100
"""Speakers of an index that are offered."""
NAMES = 6
"""Names that an outlet's line shows."""


class Directory(Chooser):
    """The list of speakers; it follows the library."""

    def __init__(self, room: ReadingRoom) -> None:
        super().__init__(
            room.paint, "Speakers", "enter follow · tab follow several · → more", lambda typed: _offer(room, typed),
            stays=True, apart=from_index(room.library),
        )  # fmt: skip
        self.scope = "directory"
        self._scene = room.scene

    def look(self, scene: Scene) -> None:
        """List the speakers there are now."""
        if scene != self._scene:
            self._scene = scene
            self.ask_again()

    def press(self, key: str, character: str | None) -> bool:
        """As in every list; at the end of what is typed, → is the command's."""
        if ("directory", key) in in_force().by_key and self.entry.at == len(self.entry.text):
            return False
        return super().press(key, character)


def speakers(room: ReadingRoom) -> None:
    """Everybody who speaks, with counts for every outlet."""

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            toggle(room, room.library.by_id[chosen.choice.value])

    room.open(Directory(room), then)


def _offer(room: ReadingRoom, typed: str) -> list[Choice]:
    """The speakers that match what is typed, letters of the followed ones before them."""
    letters = {follow.speaker: follow.letter for follow in room.state.follows}
    library = room.scene.library
    if from_index(library):
        found = _offer_indexed(library, typed)
    else:
        found = matching(_entries(library, room.size.width >= ROOMY), typed)
    return [c._replace(mark=letters[c.value], ink=follow_ink(letters[c.value])) if c.value in letters else c
            for c in found]  # fmt: skip


def _offer_indexed(library: IndexedLibrary, typed: str) -> list[Choice]:
    """The same of an index, the first of them; what each outlet has is told on a speaker's own page."""
    from reader.library.offering import speakers_like

    return [
        Choice(t.speaker.id, t.speaker.name, f"{t.quotes:,}q {t.mentions:,}n", more=f"in {len(t.articles):,} articles")
        for t in speakers_like(library, typed, MOST)
    ]


@lru_cache(maxsize=2)
def _entries(library: Library, dated: bool) -> tuple[Choice, ...]:
    """A line a speaker: name, counts of every outlet, dates where there is room, quotes and names."""
    rows = library.row_by_key
    choices = []
    for tally in library.tallies:
        counts: dict[str, int] = {}
        for key, number in tally.articles:
            name = answers.outlet_of(rows[key])
            counts[name] = counts.get(name, 0) + number
        days = f"{_days(rows, tally, short_date)}  " if dated else ""
        more = " · ".join(f"{outlet} {number}" for outlet, number in counts.items())
        note = f"{days}{tally.quotes}q {tally.mentions}n"
        choices.append(Choice(tally.speaker.id, tally.speaker.name, note=note, more=more))
    return tuple(choices)


def _days(rows: Mapping[str, Row], tally: Tally, shown: Callable[[str], str]) -> str:
    """The first and the last date of the articles that have a speaker."""
    days = sorted(day for key, _ in tally.articles if (day := rows[key].date))
    if not days:
        return ""
    return shown(days[0]) if days[0] == days[-1] else f"{shown(days[0])} – {shown(days[-1])}"


# -- one speaker


def speaker_page(room: ReadingRoom) -> None:
    """All that is known of the speaker under the directory's cursor."""
    top = room.overlays[-1][0] if room.overlays else None
    if not isinstance(top, Directory):
        room.say(f"{key_of('speakers')} lists the speakers; {key_of('speaker_page')} there tells more.", "warning")
    elif not top.choices:
        room.say("Nobody of that name.", "warning")
    else:
        show_speaker(room, room.library.by_id[top.choices[top.cursor].value])


def show_speaker(room: ReadingRoom, speaker: Speaker) -> None:
    """Open a speaker's page."""
    room.open(Portrait(room.paint, lambda scene: told(scene, speaker, room.marks.acts.speakers), room.scene))


def told(scene: Scene, speaker: Speaker, acts: Sequence[SpeakerAct]) -> Told:
    """What there is to say of a speaker."""
    library = scene.library
    now = found_again(library, speaker)
    tally = library.tally(now.id) if now else None
    if now is None or tally is None:
        return None, [Piece(), Piece(words=f"{speaker.name} does not occur here any more. u undoes.")]
    letter = scene.letter(now.id)
    pieces = [Piece(), Piece("kind", now.kind + (f", followed as {letter}" if letter else ""))]
    pieces += [Piece("roles", ", ".join(now.roles[:8]))] if now.roles else []
    names = [name for name in now.aliases if name != now.name]
    pieces += [Piece("also", ", ".join(names[:12]))] if names else []
    pieces.append(Piece("in all", f"{tally.quotes:,} quotes, {tally.mentions:,} mentions, "
                                  f"{len(tally.articles):,} of {len(library.keys):,} articles"))  # fmt: skip
    days = _days(library.row_by_key, tally, long_date)
    pieces += [Piece("dates", days or "none known"), Piece()]
    pieces += _outlets(library, tally)
    mine = [_act_words(act) for act in acts if now.name in (act.speaker, act.other)]
    return now, [*pieces, Piece(), *(Piece("by hand", f"✓ {words}", ink="good") for words in mine)]


def _outlets(library: Library, tally: Tally) -> list[Piece]:
    """A line an outlet: counts, and what it calls the speaker."""
    rows = library.row_by_key
    counts: dict[str, list[int]] = {}
    for place in library.occurrences(tally.speaker.id):
        counts.setdefault(outlet_of(rows[place.key]), [0, 0])[place.kind == "mention"] += 1
    called = called_by(library, tally)
    pieces = []
    for outlet, (quotes, mentions) in counts.items():
        names = called.get(outlet) or Counter[str]()
        shown = sorted(names, key=lambda name: -names[name])
        calls = ", ".join(f"{name} {names[name]}" for name in shown[:NAMES]) + (" …" if len(shown) > NAMES else "")
        words = f"{quotes}q {mentions}n" + (f" · {calls}" if calls else "")
        pieces.append(Piece(outlet, words, lead_ink="accent"))
    return pieces


def _act_words(act: SpeakerAct) -> str:
    match act.act:
        case "same":
            return f"{act.other} is the same as {act.speaker}"
        case "apart":
            return f"in {act.path}, {act.speaker} is {act.other}"
        case "name":
            return f"{act.speaker} is called {act.other}"


def _shown(room: ReadingRoom) -> Speaker | None:
    """The speaker whose page is open; says what to do where none is."""
    top = room.overlays[-1][0] if room.overlays else None
    speaker = top.speaker if isinstance(top, Portrait) else None
    if speaker is None:
        room.say(
            f"{key_of('speakers')} lists the speakers; {key_of('speaker_page')} there opens one to act upon.", "warning"
        )
    return speaker


def speaker_follow(room: ReadingRoom) -> None:
    """Follow or unfollow the speaker whose page is open."""
    speaker = _shown(room)
    if speaker:
        toggle(room, speaker)


# -- acts upon speakers


def _actable(room: ReadingRoom) -> Speaker | None:
    """The speaker whose page is open if acts upon them can be kept and found again now."""
    speaker = _shown(room)
    if speaker is None:
        return None
    if not room.marks.ready or not room.state.resolved:
        room.say("The library is still being read; try again in a moment.", "warning")
        return None
    if called(room.library, speaker) is None:
        room.say(f"Another speaker bears the name {speaker.name} too; correct the quotes one by one with e.", "warning")
        return None
    return speaker


def called(library: Library, speaker: Speaker) -> str | None:
    """A name by which an act finds this speaker and no other."""
    for name in (speaker.name, *speaker.aliases):
        at = bearer(library.speakers, name)
        if at is not None and library.speakers[at].id == speaker.id:
            return name
    return None


def _act(room: ReadingRoom, act: SpeakerAct) -> None:
    before = room.marks.acts
    room.do(Step(_act_words(act), (), (before, replace(before, speakers=(*before.speakers, act)))))
    room.say(f"{_act_words(act)}, by hand. u undoes.")


def rename(room: ReadingRoom) -> None:
    """Give a speaker another name."""
    speaker = _actable(room)
    if speaker is None:
        return
    taken = {s.name.casefold() for s in room.library.speakers if s.id != speaker.id}

    def judge(typed: str) -> Answer:
        name = " ".join(typed.split())
        if not name:
            return Answer(False, (("A name is needed.", "warning"),))
        if name.casefold() in taken:
            return Answer(False, ((f"! {name} is another speaker; + makes the two one.", "warning"),))
        return Answer(True, ((f"Shown everywhere as {name}.", "muted"),))

    def then(chosen: Chosen) -> None:
        name = " ".join(chosen.typed.split())
        if name == speaker.name:
            room.say("That is the name already.")
        else:
            _act(room, SpeakerAct("name", called(room.library, speaker) or speaker.name, name))

    room.open(Asking(room.paint, f"Rename {speaker.name}", speaker.name, judge), then)


def merge(room: ReadingRoom) -> None:
    """Make a speaker the same as another, whose name is kept."""
    speaker = _actable(room)
    if speaker is None:
        return

    def offer(typed: str) -> Sequence[Choice]:
        tallies = room.library.tallies
        return matching(
            [
                Choice(t.speaker.id, t.speaker.name, f"{t.quotes}q {t.mentions}n", more=", ".join(t.speaker.roles[:2]))
                for t in tallies
                if t.speaker.id != speaker.id
            ],
            typed,
        )

    def then(chosen: Chosen) -> None:
        if not chosen.choice:
            return
        other = room.library.by_id[chosen.choice.value]
        kept, gone = called(room.library, other), called(room.library, speaker)
        if kept is None or gone is None:
            room.say(f"Several speakers are called {other.name}; rename one of them first.", "warning")
        else:
            _act(room, SpeakerAct("same", kept, gone))

    room.open(Chooser(room.paint, f"{speaker.name} is the same as", "enter merge · esc leave", offer), then)


def split(room: ReadingRoom) -> None:
    """Say that in one article a speaker is somebody else."""
    speaker = _actable(room)
    book = room.marks.book
    if speaker is None or book is None:
        return
    keys = dict.fromkeys(key for key, _ in speaker.entities)
    rows = [row for row in room.library.rows if row.key in keys]
    rows.sort(key=lambda row: row.key != room.state.key)

    def offer(typed: str) -> Sequence[Choice]:
        return matching([Choice(r.key, r.title, r.date or "", more=answers.outlet_of(r)) for r in rows], typed)

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            path = book.ref_path(room.library.analysis(chosen.choice.value).article)
            _name_other(room, speaker, path)

    if len(rows) == 1:
        room.say(f"{speaker.name} stands in one article only: e gives them another name.", "warning")
        return
    room.open(Chooser(room.paint, f"In which article is {speaker.name} somebody else?", "enter choose · esc leave",
                      offer), then)  # fmt: skip


def _name_other(room: ReadingRoom, speaker: Speaker, path: str) -> None:
    """Who it is in that article: another known speaker, or a new one."""

    def offer(typed: str) -> Sequence[Choice]:
        known = [Choice(s.name, s.name, more=", ".join(s.roles[:2])) for s in room.library.speakers
                 if s.id != speaker.id]  # fmt: skip
        found = matching(known, typed)
        name = " ".join(typed.split())
        if name and name.casefold() not in {s.name.casefold() for s in room.library.speakers}:
            found.append(Choice(name, f"new speaker “{name}”", mark="+", ink="accent"))
        return found

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            name = called(room.library, speaker) or speaker.name
            _act(room, SpeakerAct("apart", name, chosen.choice.value, path))

    room.open(Chooser(room.paint, "Who is it there?", "type a name · enter take · esc leave", offer), then)
