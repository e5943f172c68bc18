"""All that is known of one speaker, to be read and acted upon."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.model.speakers import Speaker
from reader.tui.rendering.lines import Run
from reader.tui.scene import Scene
from reader.tui.theming import Paint
from reader.tui.widgets.sheet import Piece, Sheet

Told = tuple[Speaker | None, Sequence[Piece]]
"""The speaker as the library has them now, and what there is to say."""


class Portrait(Sheet):
    """A sheet that is made anew when the library changes."""

    def __init__(self, paint: Paint, source: Callable[[Scene], Told], scene: Scene) -> None:
        super().__init__(paint, "", ())
        self.scope = "speaker"
        self._source = source
        self._scene: Scene | None = None
        self.speaker: Speaker | None = None
        self.look(scene)

    def look(self, scene: Scene) -> None:
        """Tell what is known now."""
        if scene != self._scene:
            self._scene = scene
            self.speaker, pieces = self._source(scene)
            self.tell(self.speaker.name if self.speaker else "Nobody of that name", pieces)

    def foot(self) -> list[Run]:
        """The keys that close it; the footer has the others."""
        return [(" esc goes back ", self.paint("muted", self.paper))]
