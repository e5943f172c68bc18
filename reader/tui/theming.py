"""A theme's colours as styles to draw with."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.style import Style

from reader.settings.builtin import DARK
from reader.settings.themes import SHOWN_REVERSED, Theme


class Look(NamedTuple):
    """How words are drawn: names of theme colours, and signs that need no colour."""

    ink: str = "text"
    paper: str = "background"
    bold: bool = False
    italic: bool = False
    underline: bool = False

    def under(self, over: Over) -> Look:
        """This look with another laid over it."""
        return Look(
            over.ink or self.ink,
            over.paper or self.paper,
            self.bold or over.bold,
            self.italic or over.italic,
            self.underline or over.underline,
        )


class Over(NamedTuple):
    """What a layer changes of the look beneath; empty names leave it."""

    ink: str = ""
    paper: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False


class Paint:
    """Styles of one theme, made when first asked for."""

    def __init__(self, theme: Theme = DARK) -> None:
        self.theme = theme
        self._known: dict[tuple[str, str, bool, bool], Style] = {}
        self.style = lru_cache(maxsize=1024)(self._style)

    def _style(self, look: Look) -> Style:
        ink, paper = getattr(self.theme, look.ink), getattr(self.theme, look.paper)
        turned = paper == "default" and look.paper in SHOWN_REVERSED
        return Style(
            color=Color.parse("default" if turned else ink),
            bgcolor=Color.parse(paper),
            reverse=turned or None,
            bold=look.bold or None,
            italic=look.italic or None,
            underline=look.underline or None,
        )

    @property
    def flat(self) -> bool:
        """True where colour cannot tell the border of the pane that has the keys from the others."""
        return self.theme.accent == self.theme.border

    def __call__(
        self, ink: str = "text", paper: str = "background", *, bold: bool = False, italic: bool = False
    ) -> Style:
        """The style of words in `ink` on `paper`, both names of theme colours."""
        known = self._known.get((ink, paper, bold, italic))
        if known is None:
            known = self._known[ink, paper, bold, italic] = self.style(Look(ink, paper, bold, italic))
        return known


def follow_ink(letter: str) -> str:
    """The theme colour of a followed speaker's letter."""
    return f"follow_{letter.lower()}"
