"""Every command of the app, declared once: key, palette entry, help line, footer hint and id for remapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from reader.settings.keys import Asked, Binding, bound, clashes

Scope = Literal["app", "sources", "article", "quotes", "directory", "speaker", "view", "found", "tags", "tag"]
"""A pane, or what lies over the panes: the list of speakers, one speaker, a view, what a search found, the list of
tags, one tag."""
SCOPE_NAMES: dict[Scope, str] = {
    "sources": "Sources", "article": "Article", "quotes": "Quotes", "directory": "Speakers", "speaker": "a speaker",
    "view": "a view", "found": "what a search found", "tags": "the list of tags", "tag": "a tag",
}  # fmt: skip
"""As help calls them."""


class Command(NamedTuple):
    """One thing the person can ask for."""

    id: str
    """For remapping; its handler has the same name in reader.tui.actions."""
    keys: tuple[str, ...]
    """A character as typed, or a name: "space", "ctrl+d", "pagedown"."""
    text: str
    """In the palette and in help."""
    help: str = ""
    """What help says besides."""
    hint: str = ""
    """Its label in the footer; empty: never there."""
    weight: int = 0
    """How important the hint is; the lightest go first where the screen is narrow."""
    scope: Scope = "app"
    """Where it belongs; "app": to all panes."""
    group: str = "Reading"
    """The heading it stands under in help."""


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", group="Moving"),
    Command("up", ("k", "up"), "Up", group="Moving"),
    Command("page_down", ("space", "pagedown"), "A page down", group="Moving"),
    Command("page_up", ("pageup",), "A page up", group="Moving"),
    Command("half_down", ("ctrl+d",), "Half a page down", group="Moving"),
    Command("half_up", ("ctrl+u",), "Half a page up", group="Moving"),
    Command("top", ("g", "home"), "To the top", group="Moving"),
    Command("bottom", ("G", "end"), "To the bottom", group="Moving"),
    Command("next_pane", ("tab",), "Next pane", group="Moving"),
    Command("previous_pane", ("shift+tab",), "Previous pane", group="Moving"),
    Command("pane_left", ("h",), "Pane to the left", group="Moving"),
    Command("pane_right", ("l",), "Pane to the right", group="Moving"),
    Command("sources", ("1",), "Sources", "Goes to the list of articles.", group="Moving"),
    Command("article", ("2",), "Article", "Goes to the text.", group="Moving"),
    Command("quotes", ("3",), "Quotes", "Goes to the quotes; on a middling screen they come up over the text.",
            "quotes", 35, group="Moving"),
    Command("open", ("enter",), "Read this article", "Goes to its text.", "read", 60, "sources"),
    Command("next_name", ("right",), "Next name or quote", "s follows the speaker under the cursor.",
            "next name", 45, "article"),
    Command("previous_name", ("left",), "Previous name or quote", scope="article"),
    Command("show_quote", ("enter",), "See this quote in the text", hint="in the text", weight=50, scope="quotes"),
    Command("next_article", ("J",), "Next article", "From any pane; stays inside the filter.", "next article", 30),
    Command("previous_article", ("K",), "Previous article", "From any pane; stays inside the filter."),
    Command("next_quote", ("]",), "Next quote", "From any pane.", "next quote", 25),
    Command("previous_quote", ("[",), "Previous quote", "From any pane."),
    Command("search", ("/",), "Search in the article",
            "Capitals count only where you type one; //colou?r is a regular expression. n and N walk what was found.",
            "search", 55, group="Finding"),
    Command("find", ("F",), "Search the library",
            "Words, \"phrases\", tag: speaker: outlet: date: kind: title: text: note: starred unread, - for not. "
            "n and N then walk all that was found.", "find", 52, group="Finding"),
    Command("jump", ("'",), "Jump to an article, speaker or tag", "Some letters of its name are enough.", "jump", 12,
            group="Finding"),
    Command("next", ("n",), "Next occurrence",
            "Of the search or of the speaker followed last, whichever came later; a speaker's go across articles.",
            "next", 90, group="Finding"),
    Command("previous", ("N",), "Previous occurrence", hint="previous", weight=40, group="Finding"),
    Command("follow", ("s",), "Follow or unfollow this speaker",
            "The speaker of the quote, or the name under the cursor. Up to six, each with a letter and a colour.",
            "follow", 85, group="Speakers"),
    Command("speakers", ("S",), "All speakers", "With counts for every outlet; typing filters, enter follows.",
            "speakers", 65, group="Speakers"),
    Command("compare", ("=",), "Compare this statement", "How other articles report what this quote says.",
            "compare", 70, group="Speakers"),
    Command("correct", ("e",), "Correct this quote",
            "Another speaker, kind or words, or no quote; or say that it is right. Kept, and shown as ✓ by hand.",
            "correct", 47, group="Speakers"),
    Command("why", ("w",), "Why? Where this attribution comes from",
            "The rule, the cue, the words that name the speaker, who else was considered; of a line, its rule.",
            "why", 38, group="Speakers"),
    Command("indirect", ("i",), "Show or hide reported speech", "What somebody said without quotation marks.",
            "reported speech", 20, group="Speakers"),
    Command("tag", ("t",), "Tag this",
            "The quote under the cursor in Quotes, else the article; with v several. A digit gives a recent tag, tab "
            "tags and goes on, war/ceasefire makes levels.", "tag", 75, group="Tags"),
    Command("follow_up", ("f",), "Follow up: tag or untag", "Toggles the tag follow-up.", "follow up", 42,
            group="Tags"),
    Command("star", ("*",), "Star: give or take away",
            "On the quote in Quotes, else on the article; with v on several.", "star", 21, group="Tags"),
    Command("note", ("m",), "Note: write or change it",
            "On the quote in Quotes, else on the article. escape keeps it, ^e opens your own editor.", "note", 31,
            group="Tags"),
    Command("select", ("v",), "Select several",
            "In Sources or Quotes; t, f, *, m and r then act on all. escape ends it.", "select", 14, group="Tags"),
    Command("filter", ("T",), "Show only articles with a tag",
            "Those with a tag below it too, and those with a quote that has it. escape shows all again.", "filter", 32,
            group="Tags"),
    Command("read", ("r",), "Mark as read or unread",
            "An article is read once you have moved in it, or after five seconds on it.", "read/unread", 22,
            group="Tags"),
    Command("undo", ("u",), "Undo", "Takes back what you did last: tags, read, corrections, speakers.", "undo", 26,
            group="Tags"),
    Command("redo", ("ctrl+r",), "Redo", "Does again what was taken back.", group="Tags"),
    Command("speaker_quotes", ("A",), "All quotes of this speaker", "In all articles, by date or by outlet.",
            "all quotes", 24, group="Views"),
    Command("comparisons", ("C",), "All comparisons",
            "What several articles report; where the meaning may have changed on top.", "comparisons", 23,
            group="Views"),
    Command("matrix", ("M",), "Matrix: speakers by outlets", "How often each outlet quotes and names each speaker.",
            "matrix", 19, group="Views"),
    Command("timeline", ("D",), "Timeline: statements by date", "Each with the outlets that have it.", "timeline", 18,
            group="Views"),
    Command("together", ("W",), "With whom: who is named together", "Pairs named in the same paragraphs.",
            "with whom", 17, group="Views"),
    Command("copy_quote", ("y",), "Copy this quote with its citation",
            "Speaker, outlet, date, title and address; says which way it went.", "copy", 44, group="Taking out"),
    Command("copy_text", ("Y",), "Copy the paragraph, or what is selected", "In the list the whole article.",
            group="Taking out"),
    Command("export", ("x",), "Export to a file", "What is shown or marked, in any format.", "export", 37,
            group="Taking out"),
    Command("open_url", ("o",), "Open the original", "Shows its address first.", "original", 21,
            group="Taking out"),
    Command("pipe", ("|",), "Hand to a command", "The quote or the article on its standard input.",
            group="Taking out"),
    Command("copies", ("V",), "Versions: what each outlet changed of this report",
            "Where several carry one report: what they left out, added, reworded.", "versions", 16, group="Views"),
    Command("unfold", ("right",), "List the copies of this report", "The same report in other outlets.",
            scope="sources", group="Views"),
    Command("fold", ("left",), "Fold the copies of this report into one", scope="sources", group="Views"),
    Command("notes", ("R",), "Report of all notes", "With article, quote and citation; X writes it to a file.",
            "notes", 13, group="Views"),
    Command("cleaned", ("c",), "Show or hide what cleaning took away", "In place, dim, each with its rule.",
            "cleaned away", 28, group="Showing"),
    Command("belongs", ("b",), "This belongs to the article, or does not",
            "The line under the cursor: here alone, or in every article of the outlet. c shows what was taken away.",
            "belongs or not", 15, group="Showing"),
    Command("alone", ("z",), "The article alone", "Gives it the whole screen, and back.", "alone", 27,
            group="Showing"),
    Command("narrower", ("<",), "Shorter lines", "Of prose; kept.", group="Showing"),
    Command("wider", (">",), "Longer lines", "Of prose; kept.", group="Showing"),
    Command("pane_narrower", ("{",), "This pane narrower", "Kept. The mouse drags the border too.", group="Showing"),
    Command("pane_wider", ("}",), "This pane wider", "Kept. The mouse drags the border too.", group="Showing"),
    Command("hide_sources", ("(",), "Hide or show the sources", "Kept.", group="Showing"),
    Command("hide_quotes", (")",), "Hide or show the quotes", "Kept.", group="Showing"),
    Command("theme", ("ctrl+t",), "Choose a theme", group="Showing"),
    Command("close", ("escape",), "Close the topmost thing",
            "A dialog, the quotes over the text, the search, the filter, the last follow.", "close", 80,
            group="Showing"),
    Command("help", ("?",), "Help", hint="help", weight=100, group="Showing"),
    Command("palette", (":", "ctrl+p"), "All commands", hint="commands", weight=33, group="Showing"),
    Command("pause", ("P",), "Stop the first reading of a large folder, or go on",
            "What was read stays; an article that you choose is read all the same.", group="Showing"),
    Command("redraw", ("ctrl+l",), "Draw the screen anew", "Where another program wrote over it.", group="Showing"),
    Command("suspend", ("ctrl+z",), "Back to the shell for a while", "`fg` in the shell returns.", group="Showing"),
    Command("quit", ("q", "ctrl+c"), "Quit", hint="quit", weight=100, group="Showing"),
    Command("speaker_page", ("right",), "More on this speaker", "Roles, names, outlets, dates; merge, split, rename.",
            scope="directory", group="Speakers"),
    Command("speaker_follow", ("enter",), "Follow or unfollow", hint="follow", weight=90, scope="speaker",
            group="Speakers"),
    Command("rename", ("e",), "Rename this speaker", hint="rename", weight=70, scope="speaker", group="Speakers"),
    Command("merge", ("+",), "Merge: the same as another", "Pick the one; that name is kept.", "same as another", 80,
            scope="speaker", group="Speakers"),
    Command("split", ("-",), "Split: in one article this is somebody else", "Pick the article, then name who it is.",
            "somebody else", 75, scope="speaker", group="Speakers"),
    Command("view_open", ("enter",), "Open what is under the cursor",
            "A quote in its article, a comparison, the quotes of a cell.", "open", 95, scope="view", group="Views"),
    Command("view_left", ("left", "h"), "Outlet to the left", scope="view", group="Views"),
    Command("view_right", ("right", "l"), "Outlet to the right", scope="view", group="Views"),
    Command("view_order", ("O",), "By date or by outlet", hint="by date/outlet", weight=16, scope="view",
            group="Views"),
    Command("view_only", ("a",), "Only followed speakers, or all", hint="only followed", weight=71, scope="view",
            group="Views"),
    Command("tag_page", ("right",), "More on this tag", "Where it is used; rename, merge, colour, take away.",
            scope="tags", group="Tags"),
    Command("tag_show", ("enter",), "Show only its articles", hint="show", weight=90, scope="tag", group="Tags"),
    Command("tag_rename", ("e",), "Rename this tag everywhere",
            "With the tags below it; a name that is there already makes the two one.", "rename", 80, scope="tag",
            group="Tags"),
    Command("tag_merge", ("+",), "Merge: the same as another", "Pick the one; that name is kept.",
            "same as another", 75, scope="tag", group="Tags"),
    Command("tag_colour", ("c",), "Choose its colour", "Tags below it take it too.", "colour", 70, scope="tag",
            group="Tags"),
    Command("tag_remove", ("-",), "Take this tag away everywhere", "With the tags below it. u undoes.", "take away", 60,
            scope="tag", group="Tags"),
    Command("found_open", ("enter",), "Open it in its article", hint="open", weight=95, scope="found", group="Finding"),
    Command("found_type", ("/",), "Change the search", hint="change", weight=93, scope="found", group="Finding"),
    Command("found_filter", ("tab",), "List only these articles",
            "next and previous article stay among them; escape shows all.", "as filter", 92, scope="found",
            group="Finding"),
    Command("found_save", ("+",), "Save the search under a name", "Offered while nothing is typed.", "save", 73,
            scope="found", group="Finding"),
    Command("found_forget", ("-",), "Take the name of a saved search away", scope="found", group="Finding"),
    Command("view_export", ("X",), "Write this view to a file", "Markdown, or CSV where the name ends in .csv.",
            "to a file", 74, scope="view", group="Views"),
)  # fmt: skip

IN_VIEWS = frozenset(
    """down up page_down page_up half_down half_up top bottom next previous follow speakers compare correct undo redo
    copy_quote copy_text export open_url pipe tag follow_up star note notes find jump filter speaker_quotes comparisons
    matrix timeline together theme help palette suspend close""".split()
)
"""Commands of the app that also work where a view lies over the panes."""
OVER_SPEAKER = frozenset("follow speaker_quotes undo redo theme help palette suspend close".split())
"""The same where a speaker lies there."""
OVER_TAG = frozenset("undo redo theme help palette suspend close".split())
"""The same where a tag lies there."""
ALLOWED: Mapping[Scope, frozenset[str]] = {
    "view": IN_VIEWS, "found": IN_VIEWS, "speaker": OVER_SPEAKER, "tag": OVER_TAG,
}  # fmt: skip
"""Commands of the app that work where something lies over the panes."""
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def key_map(commands: Iterable[Command] = COMMANDS) -> dict[tuple[str, str], Command]:
    """(scope, key) to command. Raises ValueError where two commands share a key in one place."""
    commands = tuple(commands)
    for clash in clashes(bindings(commands)):
        raise ValueError(f"{clash.key} is both {clash.one} and {clash.other}")
    return {(command.scope, key): command for command in commands for key in command.keys}


def bindings(commands: Iterable[Command] = COMMANDS) -> tuple[Binding, ...]:
    """The commands as far as their keys go, for settings to look at."""
    return tuple(Binding(c.id, c.keys, _places(c), c.text) for c in commands)


def _places(command: Command) -> frozenset[str]:
    """Where a command can be asked for."""
    if command.scope != "app":
        return frozenset((command.scope,))
    places = {"sources", "article", "quotes"}
    return frozenset(places | {scope for scope, allowed in ALLOWED.items() if command.id in allowed})


class Table:
    """The commands with the keys that are in force: theirs, or those the person gave them."""

    def __init__(self, commands: Sequence[Command] = COMMANDS) -> None:
        self.commands = tuple(commands)
        self.by_id: Mapping[str, Command] = {command.id: command for command in commands}
        self.by_key = key_map(commands)

    @classmethod
    def of(cls, *changes: Asked) -> Table:
        """The commands with other keys. Args: changes: command id to keys, a later one over an earlier."""
        keys = {one.id: one.keys for one in bound(bindings(), *changes)}
        return cls([command._replace(keys=keys[command.id]) for command in COMMANDS])

    def key(self, command_id: str) -> str:
        """The first key of a command as people write it; where it has none, the palette's with its name."""
        command = self.by_id[command_id]
        if command.keys:
            return key_name(command.keys[0])
        palette = self.by_id["palette"].keys
        return f"{key_name(palette[0]) if palette else 'the palette'} “{command.text}”"


class _InForce:
    """Holds the one table of this process."""

    table = Table()


def in_force() -> Table:
    """The commands with the keys in force: what the footer, help, the palette and toasts name."""
    return _InForce.table


def use(table: Table) -> None:
    """Put other keys in force, for the whole process: done once, when the app is made."""
    _InForce.table = table


def key_of(command_id: str) -> str:
    """The key in force of a command, as people write it: `f"{key_of('follow')} follows the speaker"`."""
    return _InForce.table.key(command_id)


def key_name(key: str) -> str:
    """A key as people write it."""
    names = {"pagedown": "page down", "pageup": "page up", "shift+tab": "shift tab", "down": "↓", "up": "↑"}
    names |= {"left": "←", "right": "→", "escape": "esc", "ctrl+underscore": "^_"}
    return names.get(key, key.replace("ctrl+", "^").replace("alt+", "alt "))
