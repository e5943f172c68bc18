"""Theme files: every colour tried, every fault named, everything readable."""

from __future__ import annotations

import pytest

from reader.model.problems import ReaderError
from reader.settings import builtin, generate
from reader.settings.config import Settings
from reader.settings.themes import (
    COLOURS,
    contrast,
    load_theme,
    own_folder,
    parse_theme,
    theme_folder,
    theme_names,
)
from reader.tui.app import load, named_theme, theme_after
from reader.tui.background import light_background

GOOD = (theme_folder() / "dark.yaml").read_text(encoding="utf-8")


def test_there_is_a_dark_and_a_light_theme() -> None:
    assert {"dark", "light"} <= set(theme_names())
    assert load_theme("dark").dark
    assert not load_theme("light").dark


@pytest.mark.parametrize("name", theme_names())
def test_every_pair_of_ink_and_paper_can_be_read(name: str) -> None:
    theme = load_theme(name)
    if not theme.own:
        assert name in ("ansi", "plain")
        return
    faint = [
        (ink, paper, round(contrast(getattr(theme, ink), getattr(theme, paper)), 2))
        for ink, paper in theme.pairs
        if contrast(getattr(theme, ink), getattr(theme, paper)) < 4.5
    ]
    assert not faint


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_literals_are_those_of_the_files() -> None:
    assert generate.TARGET.read_text(encoding="utf-8") == generate.source(), "run python -m reader.settings.generate"
    assert {name: load_theme(name) for name in ("dark", "light")} == builtin.BUILTIN


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("accent:", "acent:"), "unknown key 'acent'; did you mean 'accent'?"),
        (("'#7fb4f5'", "'teal'"), "'accent' is no colour: teal; write it as '#rrggbb', or as default, blue"),
        (("'#7fb4f5'", "'#7fb4f'"), "'accent' is no colour"),
        (("dark: true", "dark: perhaps"), "'dark' is neither true nor false"),
        (("muted:", "text:"), "stands twice"),
    ],
)
def test_a_fault_is_named_with_file_and_line(change: tuple[str, str], says: str) -> None:
    text = GOOD.replace(*change)
    line = next(n for n, (a, b) in enumerate(zip(text.split("\n"), GOOD.split("\n"), strict=True), 1) if a != b)
    with pytest.raises(ReaderError) as caught:
        parse_theme(text, "mine", "mine.yaml")
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"mine.yaml, line {line},")


def test_a_missing_key_is_named() -> None:
    text = "\n".join(line for line in GOOD.split("\n") if not line.startswith("quote:"))
    with pytest.raises(ReaderError, match="the key 'quote' is missing"):
        parse_theme(text, "mine", "mine.yaml")


def test_no_such_theme_says_which_there_are() -> None:
    with pytest.raises(ReaderError, match="there is no such theme; did you mean 'dark'"):
        load_theme("drak")
    with pytest.raises(ReaderError, match="there are ansi, contrast-dark, "):
        load_theme("zzz")


def test_every_colour_is_one() -> None:
    assert len(COLOURS) == len(set(COLOURS)) == 25


@pytest.mark.parametrize(("says", "light"), [("0;15", True), ("15;0", False), ("", False), ("0;default;15", True)])
def test_light_or_dark_after_the_terminal(says: str, light: bool) -> None:
    assert light_background(says) is light
    settings = Settings(theme_dark="velvet", theme_light="sepia")
    assert theme_after(None, settings, {"COLORFGBG": says}) == ("sepia" if light else "velvet")
    assert theme_after(True, settings, {"COLORFGBG": says}) == "sepia"


@pytest.mark.parametrize(
    ("asked", "config", "environment", "theme"),
    [
        (None, "auto", {"TERM": "xterm-256color"}, ""),
        (None, "auto", {"TERM": "xterm"}, "ansi"),
        (None, "auto", {"TERM": "linux"}, "ansi"),
        (None, "auto", {"TERM": "screen", "COLORTERM": "truecolor"}, ""),
        (None, "auto", {"TERM": "xterm-256color", "NO_COLOR": "1"}, "plain"),
        (None, "auto", {"TERM": "xterm-256color", "NO_COLOR": ""}, ""),
        (None, "velvet", {"TERM": "xterm", "NO_COLOR": "1"}, "velvet"),
        ("sepia", "velvet", {"TERM": "xterm"}, "sepia"),
        ("auto", "velvet", {"TERM": "xterm"}, "velvet"),
    ],
)
def test_who_names_a_theme_gets_it(asked: str | None, config: str, environment: dict[str, str], theme: str) -> None:
    assert named_theme(asked, Settings(theme=config), environment) == theme


def test_the_usual_themes_are_read_from_no_file_unless_the_person_has_them() -> None:
    assert load("dark") is builtin.DARK
    own_folder().mkdir(parents=True)
    (own_folder() / "dark.yaml").write_text(GOOD.replace("#7fb4f5", "#abcdef"), encoding="utf-8")
    assert load("dark").accent == "#abcdef"


def test_ten_themes_or_more_are_shipped() -> None:
    names = theme_names()
    assert len(names) >= 10
    assert {"contrast-dark", "contrast-light", "ansi", "plain"} <= set(names)
    assert sum(load_theme(name).dark for name in names) >= 4
    assert sum(not load_theme(name).dark for name in names) >= 4


def test_the_contrast_themes_have_more_of_it() -> None:
    for name in ("contrast-dark", "contrast-light"):
        theme = load_theme(name)
        assert min(contrast(getattr(theme, ink), getattr(theme, paper)) for ink, paper in theme.pairs) >= 7


def test_the_plain_theme_has_no_colour() -> None:
    assert {getattr(load_theme("plain"), key) for key in COLOURS} == {"default"}


def test_an_own_theme_comes_before_a_shipped_one_of_its_name() -> None:
    folder = own_folder()
    folder.mkdir(parents=True)
    (folder / "dark.yaml").write_text(GOOD.replace("#7fb4f5", "#abcdef"), encoding="utf-8")
    (folder / "mine.yaml").write_text(GOOD.replace("accent:", "acent:"), encoding="utf-8")
    assert "mine" in theme_names()
    assert load_theme("dark").accent == "#abcdef"
    with pytest.raises(ReaderError, match=r"themes/mine\.yaml, line 10, .*did you mean 'accent'"):
        load_theme("mine")
