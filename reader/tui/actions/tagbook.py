"""One tag: where it is used, and what can be done to it everywhere: rename, merge, colour, take away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from reader.marks.history import Step
from reader.marks.marks import Acts, ArticleMark, TagColour
from reader.marks.tags import bears, clean_tag, lies_in, renamed
from reader.tui.actions.tagging import TagPicker, apply_filter, narrow
from reader.tui.commands import key_of
from reader.tui.fuzzy import fuzzy
from reader.tui.messages import Chosen
from reader.tui.rendering.lines import Run
from reader.tui.scene import Scene
from reader.tui.taginks import INKS, tag_ink
from reader.tui.widgets.asking import Answer, Asking
from reader.tui.widgets.chooser import Choice, Chooser
from reader.tui.widgets.sheet import Piece, Sheet

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


class Use(NamedTuple):
    """How often a tag is used, itself or one below it."""

    articles: int
    quotes: int
    below: tuple[str, ...]

    def __str__(self) -> str:
        parts = [(self.articles, "article"), (self.quotes, "quote")]
        return " and ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in parts if n) or "nothing"


def use_of(marks: Sequence[ArticleMark], tag: str) -> Use:
    """Where a tag is used, in articles that are not open too."""
    articles = sum(bears(mark.tags, tag) for mark in marks)
    quotes = sum(bears(quote.tags, tag) for mark in marks for quote in mark.quotes)
    names = {name for mark in marks for name in mark.all_tags}
    return Use(articles, quotes, tuple(sorted(n for n in names if lies_in(n, tag) and n.casefold() != tag.casefold())))


class TagPage(Sheet):
    """What there is to say of a tag; it follows the marks."""

    def __init__(self, room: ReadingRoom, tag: str) -> None:
        super().__init__(room.paint, f"#{tag}", ())
        self.scope = "tag"
        self.tag = tag
        self._room = room
        self._edition = -1
        self.look(room.scene)

    def look(self, scene: Scene) -> None:
        """Tell what holds now."""
        if self._edition != self._room.edition:
            self._edition = self._room.edition
            self.tell(f"#{self.tag}", self._told())

    def call(self, tag: str) -> None:
        """Tell of a tag, which may be this one under another name."""
        self.tag, self._edition = tag, -1
        self.look(self._room.scene)

    def _told(self) -> list[Piece]:
        marks, acts = tuple(self._room.marks.all().values()), self._room.marks.acts
        use = use_of(marks, self.tag)
        ink = tag_ink(self.tag, acts.colours)
        chosen = any(one.tag == self.tag for one in acts.colours)
        pieces = [
            Piece(),
            Piece("used on", str(use)),
            Piece("colour", f"{INKS[ink]}{', chosen' if chosen else ''}", ink=ink),
        ]
        for name in use.below:
            pieces.append(Piece("below", f"#{name}: {use_of(marks, name)}", ink=tag_ink(name, acts.colours)))
        return [*pieces, Piece()]

    def foot(self) -> list[Run]:
        """The keys that close it; the footer has the others."""
        return [(" esc goes back ", self.paint("muted", self.paper))]


def tag_page(room: ReadingRoom) -> None:
    """All about the tag under the cursor of the picker."""
    top = room.overlays[-1][0] if room.overlays else None
    tag = top.tag if isinstance(top, TagPicker) else ""
    if tag:
        room.open(TagPage(room, tag))
    else:
        room.say(f"No tag here: {key_of('filter')} lists the tags, → there tells more.", "warning")


def _shown(room: ReadingRoom) -> TagPage | None:
    """The tag's page that is open; says what to do where none is."""
    top = room.overlays[-1][0] if room.overlays else None
    if isinstance(top, TagPage):
        return top
    room.say(f"No tag here: {key_of('filter')} lists the tags, → there tells more.", "warning")
    return None


def tag_show(room: ReadingRoom) -> None:
    """List only the articles with the tag."""
    page = _shown(room)
    if page:
        while room.overlays:
            room.close()
        apply_filter(room, page.tag)


def tag_rename(room: ReadingRoom) -> None:
    """Give a tag another name everywhere; a name that is there already makes the two one."""
    page = _shown(room)
    if page is None:
        return
    names = {name for name, _ in room.marks.tags()}

    def judge(typed: str) -> Answer:
        name = clean_tag(typed)
        if not name:
            return Answer(False, (("A name is needed.", "warning"),))
        if name in names and name != page.tag:
            return Answer(True, ((f"#{name} is there already: the two become one. u undoes.", "warning"),))
        return Answer(True, (("Everywhere, with the tags below it. A / makes levels: war/ceasefire.", "muted"),))

    def then(chosen: Chosen) -> None:
        _retag(room, page, clean_tag(chosen.typed))

    room.open(Asking(room.paint, f"Rename #{page.tag}", page.tag, judge), then)


def tag_merge(room: ReadingRoom) -> None:
    """Make a tag the same as another one, whose name is kept."""
    page = _shown(room)
    if page is None:
        return
    colours = room.marks.acts.colours
    others = [Choice(name, name, f"{number:,}", ink=tag_ink(name, colours))
              for name, number in room.marks.tags() if not lies_in(name, page.tag)]  # fmt: skip
    if not others:
        room.say("There is no other tag. e renames this one.", "warning")
        return

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            _retag(room, page, chosen.choice.value)

    room.open(Chooser(room.paint, f"#{page.tag} is the same as", "enter merge · esc leave",
                      lambda typed: fuzzy(others, typed)), then)  # fmt: skip


def tag_remove(room: ReadingRoom) -> None:
    """Take a tag, and all below it, away everywhere."""
    page = _shown(room)
    if page:
        _retag(room, page, "")


def _retag(room: ReadingRoom, page: TagPage, new: str) -> None:
    """Put another tag in a tag's place everywhere, as one act."""
    old = page.tag
    if new == old:
        room.say("That is its name already.")
        return
    marks = tuple(room.marks.all().values())
    use = use_of(marks, old)
    pairs = tuple((mark, after) for mark in marks if (after := _with_other(mark, old, new)) != mark)
    acts = room.marks.acts
    others = replace(acts, colours=_recoloured(acts, old, new), recent=renamed(acts.recent, old, new))
    what = f"#{old} is #{new}" if new else f"#{old} taken away"
    room.do(Step(f"{what}, on {use}", pairs, (acts, others) if others != acts else None))
    if room.state.tag and lies_in(room.state.tag, old):
        narrow(room, tag=(new + room.state.tag[len(old) :]) if new else None)
    if new:
        page.call(new)
    elif room.overlays and room.overlays[-1][0] is page:
        room.close()
    for overlay, _ in room.overlays:
        if isinstance(overlay, TagPicker):
            overlay.ask_again()
    room.say(f"{what}, on {use}. u undoes.")


def _with_other(mark: ArticleMark, old: str, new: str) -> ArticleMark:
    quotes = tuple(replace(quote, tags=renamed(quote.tags, old, new)) for quote in mark.quotes)
    return replace(mark, tags=renamed(mark.tags, old, new), quotes=tuple(q for q in quotes if not q.empty))


def _recoloured(acts: Acts, old: str, new: str) -> tuple[TagColour, ...]:
    """The chosen colours after a tag has got another name; one that the new name has already is kept."""
    kept = [one for one in acts.colours if not lies_in(one.tag, old)]
    moved = [replace(one, tag=new + one.tag[len(old) :]) for one in acts.colours if new and lies_in(one.tag, old)]
    return (*kept, *(one for one in moved if all(one.tag != other.tag for other in kept)))


def tag_colour(room: ReadingRoom) -> None:
    """Choose a tag's colour."""
    page = _shown(room)
    if page is None:
        return
    now = tag_ink(page.tag, room.marks.acts.colours)
    choices = [Choice(ink, f"#{page.tag}  {name}", mark="✓" if ink == now else "", ink=ink)
               for ink, name in INKS.items()]  # fmt: skip
    choices.append(Choice("", "As it comes by itself", mark="↺"))

    def then(chosen: Chosen) -> None:
        if chosen.choice:
            acts = room.marks.acts
            others = tuple(one for one in acts.colours if one.tag != page.tag)
            theirs = (TagColour(page.tag, chosen.choice.value),) if chosen.choice.value else ()
            what = f"#{page.tag} in {INKS.get(chosen.choice.value, 'its own colour')}"
            room.do(Step(what, (), (acts, replace(acts, colours=(*others, *theirs)))))
            room.say(f"{what}. u undoes.")

    room.open(Chooser(room.paint, f"Colour of #{page.tag}", "enter choose · esc leave",
                      lambda typed: fuzzy(choices, typed)), then)  # fmt: skip
