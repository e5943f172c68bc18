"""Themes as plain data: one YAML file a theme, every colour tried when it is loaded."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from reader.model.problems import Problem, ReaderError
from reader.settings.config import config_folder
from reader.text.guard import visible_line

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_BASIC = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
TERMINAL = ("default", *_BASIC, *(f"bright_{name}" for name in _BASIC))
"""Colours that are the terminal's own: its default one and its sixteen."""
SHOWN_REVERSED = ("cursor", "match", "accent")
"""Papers that, where they are the terminal's default, are shown by words in reverse."""


class Theme(NamedTuple):
    """The colours of the whole screen, each as #rrggbb, or one of the terminal's own by its name."""

    name: str
    dark: bool
    """True where it is made for dark backgrounds."""
    background: str
    """Of the page."""
    raised: str
    """Behind dialogs and toasts."""
    cursor: str
    """Behind the row under the cursor in the pane that has the keys."""
    resting: str
    """The same in the other panes."""
    match: str
    """Behind what a search found."""
    accent: str
    """Cursor, key letters, the border of the pane that has the keys."""
    border: str
    """Borders of the other panes."""
    text: str
    """Prose."""
    muted: str
    """Second lines, counts, captions."""
    faint: str
    """What cleaning took away, rows without the followed speaker."""
    title: str
    """Headlines."""
    heading: str
    """Headings within an article, of groups, of help."""
    quote: str
    """Quoted words."""
    speaker: str
    """The phrase to which a quote is given."""
    on_accent: str
    """Words on the accent colour."""
    on_match: str
    """Words on the match colour."""
    good: str
    """Tags, what was done."""
    warning: str
    """Doubt, what could not be done."""
    error: str
    """Files that did not open, faults."""
    follow_a: str
    """The first followed speaker."""
    follow_b: str
    """The second, and so on."""
    follow_c: str
    follow_d: str
    follow_e: str
    follow_f: str

    @property
    def own(self) -> bool:
        """True where all its colours are its own, none the terminal's."""
        return all(getattr(self, name).startswith("#") for name in COLOURS)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """(ink, paper) names of all that the app ever puts on each other."""
        papers = ("background", "raised", "cursor", "resting")
        inks = ("text", "muted", "faint", "title", "heading", "quote", "speaker", "accent", "good", "warning", "error")
        follows = tuple(f"follow_{letter}" for letter in "abcdef")
        pairs = [(ink, paper) for paper in papers for ink in inks + follows]
        return (*pairs, ("on_accent", "accent"), ("on_match", "match"))


COLOURS = tuple(name for name in Theme._fields if name not in ("name", "dark"))
"""The colour keys of a theme file."""


def theme_folder() -> Path:
    """Where the shipped themes lie: beside the package's code, in a checkout at its top."""
    packaged = Path(__file__).parent.parent / "themes"
    return packaged if packaged.is_dir() else packaged.parent.parent / "themes"


def own_folder() -> Path:
    """Where the person's themes lie, whether it is there or not."""
    return Path(config_folder()) / "themes"


def own_theme(name: str) -> bool:
    """True where the person has a theme of that name."""
    return os.path.isfile(os.path.join(config_folder(), "themes", f"{name}.yaml"))


def theme_names() -> tuple[str, ...]:
    """Names of the shipped themes and the person's own, in alphabetical order."""
    return tuple(sorted({path.stem for folder in (theme_folder(), own_folder()) for path in folder.glob("*.yaml")}))


def theme_file(name: str) -> Path:
    """The file of a theme: the person's own where there is one of that name, else the shipped one."""
    return (own_folder() if own_theme(name) else theme_folder()) / f"{name}.yaml"


def load_theme(name: str) -> Theme:
    """A theme by its name. Raises ReaderError that says which there are, or what is wrong with its file."""
    if name not in theme_names():
        near = get_close_matches(name, theme_names(), 1)
        advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(theme_names())}"
        raise ReaderError(Problem(visible_line(name), "there is no such theme", advice))
    path = theme_file(name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as fault:
        raise ReaderError(Problem(str(path), f"cannot be read: {fault}")) from fault
    return parse_theme(text, name, str(path))


def parse_theme(text: str, name: str, path: str) -> Theme:
    """A theme from its file's text, every colour tried. Raises ReaderError with file, line and what to do."""
    from reader.strictyaml import load

    root = load(text, path)
    fields_ = root.fields(("dark", *COLOURS))
    for key in ("dark", *COLOURS):
        if key not in fields_:
            raise root.fault(f"the key '{key}' is missing", "add it")
    for key in COLOURS:
        said = fields_[key].text()
        if not _COLOUR.fullmatch(said) and said not in TERMINAL:
            advice = "write it as '#rrggbb', or as default, blue, bright_blue ... for the terminal's own"
            raise fields_[key].fault(f"'{key}' is no colour: {visible_line(said)}", advice)
    dark = fields_["dark"].text().lower()
    if dark not in ("true", "false"):
        raise fields_["dark"].fault("'dark' is neither true nor false")
    return Theme(name=name, dark=dark == "true", **{key: fields_[key].text().lower() for key in COLOURS})


def contrast(ink: str, paper: str) -> float:
    """WCAG 2.1 contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG relative luminance, 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
