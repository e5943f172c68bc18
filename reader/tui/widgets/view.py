"""A view over the panes: it fills the screen between status line and footer and has a cursor of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread
from typing import Generic, TypeVar

from textual import on

from reader.library.wanted import NotWantedError, while_wanted
from reader.model.spans import Span
from reader.tui.messages import Made
from reader.tui.rendering.lines import Run
from reader.tui.rendering.places import Box
from reader.tui.rendering.written import Table
from reader.tui.scene import Scene, TooManyError
from reader.tui.theming import Paint
from reader.tui.widgets.overlay import Overlay

Place = tuple[str, int]
"""(article key, index of a quote)."""
Content = TypeVar("Content")


class View(Overlay, Generic[Content]):
    """Content made from a scene in a thread, since on a large library that takes time."""

    paper = "background"
    marked = False
    """True where it shows marks, and so is made anew when one changes."""
    surveys = False
    """It is made from whole articles, so of a large library from some of them."""

    def __init__(self, paint: Paint, caption: str, name: str, source: Callable[[Scene], Content]) -> None:
        """Args: name: what a file of it is called; source: makes the content, in a thread."""
        super().__init__(paint, caption)
        self.scope = "view"
        self.file_name = name
        self.source = source
        self.scene: Scene | None = None
        self.content: Content | None = None
        self.only = False
        """Only followed speakers are shown."""
        self.ordered = False
        """True where it can be shown by date or by outlet."""
        self.cursor = 0

    def box(self, width: int, height: int) -> Box:
        """All between the status line and the footer."""
        return Box(0, 1, width, height - 2) if height >= 8 else Box(0, 0, width, max(1, height - 1))

    # -- what it shows

    def look(self, scene: Scene) -> None:
        """Be made from a scene, if it is another one."""
        scene = scene._replace(
            only=self.only,
            order=self.scene.order if self.scene else scene.order,
            edition=scene.edition if self.marked else 0,
        )
        if scene != self.scene:
            self.remake(scene)

    def remake(self, scene: Scene) -> None:
        """Be made from this scene."""
        self.scene = scene
        Thread(target=self._make, args=(scene,), name="viewing", daemon=True).start()

    def _make(self, scene: Scene) -> None:
        self._make_from(scene, lambda: self.source(scene))

    def _make_from(self, scene: Scene, make: Callable[[], Content]) -> None:
        try:
            with while_wanted(lambda: self.scene is scene and self.is_attached):
                self.post_message(Made(scene, make()))
        except NotWantedError:
            return
        except TooManyError as error:
            self.post_message(Made(scene, None, str(error)))
        except Exception as error:
            self.post_message(Made(scene, None, f"This could not be made: {type(error).__name__}: {error}"))

    @on(Made)
    def made(self, message: Made) -> None:
        """Show what was made, unless something else is wanted by now."""
        message.stop()
        if message.scene == self.scene:
            self.problem = message.problem
            if not message.problem:
                self.take(message.content)
            self.refresh()

    problem = ""
    """Why there is nothing to show."""

    def take(self, content: Content) -> None:
        """Show content; the cursor stays where it can."""
        self.content = content

    def waiting(self) -> str:
        """What it says while there is nothing to show."""
        return self.problem or "Looking through the library…"

    # -- what it tells the commands

    @property
    def place(self) -> Place | None:
        """The quote under the cursor."""
        return None

    def places(self) -> Iterable[Place]:
        """All quotes it shows."""
        return ()

    @property
    def speaker(self) -> str | None:
        """Id of the speaker under the cursor."""
        return None

    @property
    def target(self) -> tuple[str, Span] | None:
        """What enter goes to where it is no quote: (article key, stretch of its text)."""
        return None

    def table(self) -> Table:
        """All it shows, for a file."""
        raise NotImplementedError

    def page(self) -> str:
        """The same as a page of Markdown; empty where the table will do."""
        return ""

    # -- moving; counted in rows

    @property
    def last(self) -> int:
        """The last row the cursor can stand on."""
        return 0

    def move(self, step: int) -> None:
        """Some rows down or up."""
        self.go(self.cursor + step)

    def go(self, place: int) -> None:
        """To a row; it is scrolled into the screen."""
        self.cursor = max(0, min(place, self.last))
        self._keep_visible()
        self.refresh()

    def _keep_visible(self) -> None:
        """Scroll to the cursor."""

    def shift(self, step: int) -> bool:
        """A column to the right or left; False where there are none."""
        return False

    def page_step(self) -> int:
        """Rows on a page."""
        return max(1, self.inner_height - 2)

    def step_lit(self, step: int) -> bool:
        """To the next row of a followed speaker; False where there is none."""
        return False

    def scroll_lines(self, step: int) -> None:
        """The wheel moves the cursor."""
        self.move(1 if step > 0 else -1)

    def foot(self) -> list[Run]:
        """What narrows it down."""
        scene = self.scene
        parts = []
        if scene and scene.shelf is not None:
            parts.append(scene.shelf.label)
        if scene and self.surveys and scene.cut:
            parts.append(scene.cut)
        if self.only:
            parts.append("only followed")
        if scene and self.ordered:
            parts.append(f"by {scene.order}")
        return [(f" {' · '.join(parts)} ", self.paint("muted", self.paper))] if parts else []
