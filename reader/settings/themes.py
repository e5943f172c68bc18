"""Themes as plain data: one YAML file a theme, every colour tried when it is loaded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Theme(NamedTuple):
    """The colours of the whole screen, each as #rrggbb."""

    name: str
    dark: bool
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
    muted: str
    """Second lines, counts, captions."""
    faint: str
    """What cleaning took away, rows without the followed speaker."""
    title: str
    heading: str
    quote: str
    """Quoted words."""
    speaker: str
    """The phrase to which a quote is given."""
    on_accent: str
    """Words on the accent colour."""
    on_match: str
    """Words on the match colour."""
    good: str
    warning: str
    error: str
    follow_a: str
    follow_b: str
    follow_c: str
    follow_d: str
    follow_e: str
    follow_f: str

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


def theme_names() -> tuple[str, ...]:
    """Names of the shipped themes, in alphabetical order."""
    return tuple(sorted(path.stem for path in theme_folder().glob("*.yaml")))


def load_theme(name: str) -> Theme:
    """A shipped theme by its name. Raises ReaderError that says which there are, or what is wrong with its file."""
    if name not in theme_names():
        raise ReaderError(
            Problem(visible_line(name), "there is no such theme", f"there are {', '.join(theme_names())}")
        )
    path = theme_folder() / f"{name}.yaml"
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
        if not _COLOUR.fullmatch(fields_[key].text()):
            raise fields_[key].fault(
                f"'{key}' is no colour: {visible_line(fields_[key].text())}", "write it as '#rrggbb'"
            )
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
