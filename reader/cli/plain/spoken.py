"""Every command of the linear mode, declared once, and which commands of the app each of them does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reader.cli.plain import handing, looking, marking, people, searches
from reader.cli.plain.desk import Desk, TypingError

Do = Callable[[Desk, str], Iterator[str]]


class Spoken(NamedTuple):
    """One thing that can be typed."""

    name: str
    takes: str
    """What may stand after it, in words; in brackets what may be left out."""
    ids: tuple[str, ...]
    """Commands of the app (reader.tui.commands) whose work it does."""
    do: Do
    text: str = ""
    """What help says; empty: the first sentence of what it calls."""

    @property
    def help(self) -> str:
        """What help says."""
        return self.text or (self.do.__doc__ or "").strip()

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f"{self.name} {self.takes}".strip()


def _walk_next(desk: Desk, words: str) -> Iterator[str]:
    """The next place of the search, else of the speaker followed last, across articles."""
    yield from looking.walk(desk, 1)


def _walk_back(desk: Desk, words: str) -> Iterator[str]:
    """The place before."""
    yield from looking.walk(desk, -1)


def _forward(desk: Desk, words: str) -> Iterator[str]:
    """Open the next listed article."""
    yield from looking.step(desk, 1)


def _back(desk: Desk, words: str) -> Iterator[str]:
    """Open the listed article before."""
    yield from looking.step(desk, -1)


def tell(desk: Desk, words: str) -> Iterator[str]:
    """All commands; with the name of one, that one."""
    for spoken in SPOKEN:
        if not words or spoken.name == words:
            yield f"{spoken.usage}: {spoken.help}"
    if words and words not in BY_NAME:
        raise TypingError(f"There is no command {words}. Type help.")


def leave(desk: Desk, words: str) -> Iterator[str]:
    """Leave; all is saved."""
    raise EOFError
    yield


SPOKEN: tuple[Spoken, ...] = (
    Spoken("list", "", ("sources",), looking.articles),
    Spoken("open", "[number or words]", ("open", "article", "jump"), looking.open_article),
    Spoken("forward", "", ("next_article",), _forward),
    Spoken("back", "", ("previous_article",), _back),
    Spoken("read", "[number] [to number]", (), looking.read),
    Spoken("more", "[how many]", (), looking.more),
    Spoken("quotes", "", ("quotes",), looking.quotes),
    Spoken("quote", "[number, next or previous]", ("show_quote", "next_quote", "previous_quote", "view_open"),
           looking.quote),
    Spoken("search", "[words]", ("search",), looking.search),
    Spoken("next", "", ("next",), _walk_next),
    Spoken("previous", "", ("previous",), _walk_back),
    Spoken("find", "query", ("find", "found_open", "found_type", "found_filter"), looking.find),
    Spoken("searches", "[name]", (), searches.searches),
    Spoken("save-search", "name = query", ("found_save",), searches.save_search),
    Spoken("forget-search", "name", ("found_forget",), searches.forget_search),
    Spoken("filter", "[tag]", ("filter", "tag_show"), looking.filter_by),
    Spoken("speakers", "[words]", ("speakers",), people.speakers),
    Spoken("speaker", "[name]", ("speaker_page",), people.speaker),
    Spoken("follow", "[name]", ("follow", "speaker_follow"), people.follow),
    Spoken("unfollow", "[name]", (), people.unfollow),
    Spoken("names", "", ("next_name", "previous_name"), people.names),
    Spoken("said", "[name] [by outlet]", ("speaker_quotes", "view_order"), people.all_said),
    Spoken("why", "[number]", ("why",), people.why),
    Spoken("compare", "[number]", ("compare",), people.compared),
    Spoken("comparisons", "[followed]", ("comparisons", "view_only"), people.all_comparisons),
    Spoken("matrix", "[followed]", ("matrix",), people.table),
    Spoken("timeline", "[followed]", ("timeline",), people.dated),
    Spoken("together", "[followed]", ("together",), people.with_whom),
    Spoken("copies", "", ("copies", "unfold", "fold"), people.copies),
    Spoken("reported", "", ("indirect",), looking.reported),
    Spoken("cleaned", "", ("cleaned",), looking.cleaned),
    Spoken("belongs", "number or words", ("belongs",), marking.belongs),
    Spoken("tag", "name", ("tag",), marking.tag),
    Spoken("untag", "name", (), marking.untag),
    Spoken("tag-quote", "name", (), marking.tag_quote),
    Spoken("tag-listed", "name", ("select",), marking.tag_listed),
    Spoken("tags", "", ("tag_page",), marking.tags),
    Spoken("rename-tag", "name = new name", ("tag_rename", "tag_merge"), marking.rename_tag),
    Spoken("tag-colour", "name = colour", ("tag_colour",), marking.tag_colour),
    Spoken("remove-tag", "name", ("tag_remove",), marking.remove_tag),
    Spoken("follow-up", "", ("follow_up",), marking.follow_up),
    Spoken("star", "", ("star",), marking.star),
    Spoken("star-quote", "", (), marking.star_quote),
    Spoken("note", "[words]", ("note",), marking.note),
    Spoken("note-quote", "[words]", (), marking.note_quote),
    Spoken("notes", "", ("notes",), marking.notes),
    Spoken("unread", "", ("read",), marking.unread),
    Spoken("correct", "what", ("correct",), marking.correct),
    Spoken("rename", "name = new name", ("rename",), marking.rename),
    Spoken("merge", "name = name that is kept", ("merge",), marking.merge),
    Spoken("split", "name = who it is in this article", ("split",), marking.split),
    Spoken("undo", "", ("undo",), marking.undo),
    Spoken("redo", "", ("redo",), marking.redo),
    Spoken("cite", "[number]", (), handing.cite),
    Spoken("copy", "[paragraph or article]", ("copy_quote", "copy_text"), handing.copy),
    Spoken("export", "part format file", ("export", "view_export"), handing.export),
    Spoken("original", "[open]", ("open_url",), handing.original),
    Spoken("pipe", "command", ("pipe",), handing.pipe),
    Spoken("help", "[command]", ("help", "palette"), tell),
    Spoken("quit", "", ("quit",), leave),
)  # fmt: skip
BY_NAME: Mapping[str, Spoken] = {spoken.name: spoken for spoken in SPOKEN}
SCREEN_ONLY = frozenset(
    """down up page_down page_up half_down half_up top bottom next_pane previous_pane pane_left pane_right alone theme
    close view_left view_right redraw suspend pause hide_sources hide_quotes narrower wider pane_narrower
    pane_wider""".split()
)
"""Commands of the app that are about the screen alone: cursors, panes, colours."""
