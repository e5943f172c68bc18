"""What a search of the library found: a line to type in, and the places under it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from reader.library.queries import parse
from reader.model.problems import ReaderError
from reader.tui.commands import key_of
from reader.tui.rendering.lines import Run, clip, two_ends, width_of
from reader.tui.scene import Scene
from reader.tui.theming import Paint
from reader.tui.widgets.chooser import MOVES
from reader.tui.widgets.entry import Entry
from reader.tui.widgets.listing import Item, Listed, Listing

SMALL = 400
"""Articles up to which every letter searches; in a larger library enter does."""
AHEAD = 60
"""Entries behind the cursor that are looked for before it comes there."""
FIELDS = 'speaker: outlet: tag: date: kind: title: text: note: starred unread -not "a phrase"'


class Found(Listing):
    """Searches while something is typed; then a list like every other."""

    head_lines = 2

    def __init__(self, paint: Paint, source: Callable[[Scene], Listed], signs: Callable[[Item], list[Run]]) -> None:
        """Args: source: searches for the scene's `asked`, in a thread; signs: the marks of an entry."""
        super().__init__(paint, "Search", "search", source)
        self.scope = "found"
        self.entry = Entry()
        self.typing = True
        self.fresh = False
        """True while what stands there is from before: the first letter takes its place."""
        self.asked = ""
        """What was searched for."""
        self.fault = ""
        """Why what is typed is no search."""
        self._signs = signs
        self._growing = False
        """True while more is looked for."""

    # -- what it shows

    def look(self, scene: Scene) -> None:
        """Search again in another library; a filter that a search made does not hold here."""
        if scene.shelf is not None and scene.shelf.within is not None:
            scene = scene._replace(shelf=None)
        super().look(scene._replace(asked=self.asked))
        self.refresh()

    def ask(self, text: str) -> None:
        """Search for this."""
        self.asked, self.fault, self._growing = text, "", False
        if self.scene is not None and self.scene.asked != text:
            self.cursor = self.top = 0
            self.remake(self.scene._replace(asked=text))

    def take(self, content: Listed) -> None:
        """Show what has been found so far."""
        super().take(content)
        self._growing = False
        self.call_after_refresh(self._grow)  # what was found is on the screen first

    def go(self, place: int) -> None:
        """To an entry; more is looked for where few are left behind it."""
        super().go(place)
        self._grow()

    @property
    def more(self) -> bool:
        """True where not all is known that can be found."""
        return self.content is not None and self.content.more is not None

    def _grow(self) -> None:
        content, scene = self.content, self.scene
        if content and content.more and scene and not self._growing and self.cursor + AHEAD > len(content.items):
            self._growing = True
            Thread(target=self._make_from, args=(scene, content.more), name="viewing", daemon=True).start()

    def begin(self, text: str, *, typing: bool = True) -> None:
        """Show a search again; the first letter that is typed begins another one."""
        self.entry, self.typing, self.fresh = Entry().typed(text), typing, bool(text)
        self._judge()
        self.refresh()

    @property
    def live(self) -> bool:
        """True where every letter searches."""
        return self.scene is None or len(self.scene.whole.keys) <= SMALL

    def _judge(self) -> bool:
        """Say what is wrong with what is typed; True where it is a search."""
        try:
            parse(self.entry.text)
        except ReaderError as error:
            self.fault = str(error).removeprefix("search, ")
            return False
        self.fault = ""
        return True

    # -- drawing

    def count(self) -> str:
        """Place and number of what was found, and in how many articles."""
        if not self.items or not self.asked:
            return ""
        articles = len({item.target[0] for item in self.items if item.target})
        more = "+" if self.more else ""
        number = f"{self.cursor + 1:,}/{len(self.items):,}{more}"
        return f"{number} in {articles:,}{more} article{'' if articles == 1 and not more else 's'}"

    def line(self, y: int, width: int) -> list[Run]:
        """What is typed, what is said to it, then the entries."""
        if y == 0:
            return self._typed(width)
        if y == 1:
            return self._said(width)
        return super().line(y, width)

    def _typed(self, width: int) -> list[Run]:
        sign: Run = (" › ", self.paint("accent" if self.typing else "muted", bold=True))
        if not self.typing:
            return [sign, (clip(self.entry.text, width - 4), self.paint("title"))]
        if self.fresh:
            return [sign, (clip(self.entry.text, width - 4), self.paint("on_accent", "accent"))]
        over = max(0, self.entry.column - (width - 6))
        entry = self.entry if not over else Entry(self.entry.text[over:], self.entry.at - over)
        return [sign, *entry.runs(self.paint, self.paper)]

    def _said(self, width: int) -> list[Run]:
        """A rule, with what is wrong, or what can be typed."""
        border = self.paint("border")
        words, ink = "", "muted"
        if self.fault:
            words, ink = f"! {self.fault}", "warning"
        elif self.typing and not self.entry.text:
            words = FIELDS
        elif self.typing and self.entry.text != self.asked:
            words = "enter searches"
        if not words:
            return [("─" * width, border)]
        told: list[Run] = [("─ ", border), (clip(words, width - 4), self.paint(ink)), (" ", border)]
        return two_ends(told, [], width, border, "─")

    def _right(self, item: Item, width: int, paper: str) -> list[Run]:
        """The marks before the note."""
        signs = self._signs(item)
        room = width - sum(width_of(words) for words, _ in signs)
        return [*signs, *super()._right(item, room, paper)]

    def waiting(self) -> str:
        """What it says while there is nothing to show."""
        return self.problem or ("Searching…" if self.asked else "")

    def foot(self) -> list[Run]:
        """What its keys do while something is typed; else what narrows it down."""
        if not self.typing:
            return super().foot()
        words = f" enter search · ↓ ↑ go · {key_of('found_filter')} as filter · esc leave "
        return [(words, self.paint("muted", self.paper))]

    # -- keys

    def press(self, key: str, character: str | None) -> bool:
        """Type, or leave the key to the commands."""
        if not self.typing:
            return False
        if key in MOVES:
            self.go(self.cursor + MOVES[key])
        elif key == "enter":
            self._settle()
        elif key == "escape":
            return self._leave()
        elif key == "tab":
            return False
        else:
            self._type(key, character)
        return True

    def _leave(self) -> bool:
        """From typing to the list; False where there is none, so that the search closes."""
        if not self.items or not self.asked or self.fault:
            return False
        self.typing = False
        self.entry = Entry().typed(self.asked)
        self.refresh()
        return True

    def _settle(self) -> None:
        """Search, and give the keys to the list."""
        if not self.entry.text.strip():
            picked = self.item
            if picked is not None and picked.query:
                self.begin(picked.query)
                self._settle()
        elif self._judge():
            self.ask(self.entry.text)
            self.typing = self.fresh = False
        self.refresh()

    def _type(self, key: str, character: str | None) -> None:
        wiped = Entry() if self.fresh and (key == "backspace" or (character and character.isprintable())) else None
        entry = Entry() if wiped is not None and key == "backspace" else (wiped or self.entry).pressed(key, character)
        self.fresh = False
        if entry is not None:
            self._take(entry)

    def paste(self, text: str) -> None:
        """Type what was pasted."""
        self._take((Entry() if self.fresh else self.entry).typed(text))
        self.fresh = False

    def _take(self, entry: Entry) -> None:
        changed = entry.text != self.entry.text
        self.entry = entry
        if changed and self._judge() and (self.live or not entry.text.strip()):
            self.ask(entry.text)
        self.refresh()

    def clicked(self, x: int, y: int) -> None:
        """A click on the line begins to change it; one on an entry goes to it."""
        if y == 0:
            self.begin(self.entry.text)
        else:
            super().clicked(x, y)

    def cursor_row(self) -> int | None:
        """The line that is typed into, else that of the cursor."""
        return 0 if self.typing else super().cursor_row()
