"""The config file: every fault named with its place, the rest in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.exporting import citing
from reader.settings import config
from reader.settings.config import FIELDS, Settings, commented, config_file, load_config, parse_config
from reader.tui.commands import bindings


def parsed(text: str) -> tuple[Settings, list[str]]:
    """Settings and problems of a text."""
    settings, problems = parse_config(text, "config.yaml", bindings())
    return settings, [str(problem) for problem in problems]


def test_without_a_file_the_defaults_hold() -> None:
    loaded = load_config(bindings())
    assert loaded == config.Loaded(Settings())
    assert config_file().endswith("/reader/config.yaml")


def test_every_field_can_be_set() -> None:
    settings, problems = parsed(
        "theme: light\ntheme_dark: dark\ntheme_light: light\npreset: vi\n"
        "keys:\n  follow: F2\n  tag: [T, f3]\n  filter: []\n"
        "width: 90\nsources_width: 30\nquotes_width: 0\nhide: [quotes]\nindirect: on\nmouse: no\ncitation: apa\n"
        "template: '{quote} ({speaker})'\nsearches:\n  talks: 'tag:x \"root causes\"'\neditor: nano -w\n"
        "open_links: off\npipe: 'false'\n"
    )
    assert not problems
    assert settings == Settings(
        theme="light", preset="vi", keys={"follow": ("f2",), "tag": ("T", "f3"), "filter": ()}, width=90,
        sources_width=30, hide=("quotes",), indirect=True, mouse=False, citation="apa",
        template="{quote} ({speaker})", searches={"talks": 'tag:x "root causes"'}, editor="nano -w", open_links=False,
        pipe=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("them: dark\n", "config.yaml, line 1, column 1: unknown key 'them'; did you mean 'theme'?"),
        ("width: 90\nkees:\n  follow: s\n", "config.yaml, line 2, column 1: unknown key 'kees'; did you mean 'keys'?"),
        ("theme: drak\n", "line 1, column 8: there is no 'drak' here; did you mean 'dark'?"),
        ("theme: nothing like it\n", "there are auto, "),
        ("width: wide\n", "line 1, column 8: 'wide' is no number from 30 to 200"),
        ("width: 3000\n", "'3000' is no number"),
        ("width: 99999999999999999999\n", "is no number"),
        ("sources_width: 5\n", "0 means: after the screen"),
        ("mouse: maybe\n", "'maybe' is neither on nor off"),
        ("hide: [quotes, sorces]\n", "line 1, column 16: there is no 'sorces' here; did you mean 'sources'?"),
        ("citation: harvard\n", "there are chicago, apa, mla"),
        ("template: '{quote} {author}'\n", "the template names 'author', which there is not"),
        ("template: '{quote.__class__}'\n", "the template names 'quote.__class__'"),
        ("template: '{quote:>99999999}'\n", "the template names"),
        ("template: '{quote'\n", "the template cannot be read"),
        ("keys:\n  folow: s\n", "line 2, column 10: there is no command 'folow'; did you mean 'follow'?"),
        ("keys:\n  follow: foo\n", "line 2, column 11: 'foo' is no key"),
        ("keys:\n  follow: ctrl+c\n", "ctrl+c always quits"),
        ("keys:\n  follow: t\n", "line 2, column 11: 't' would be both 'follow' and 'tag' (Tag this); "
                                 "give 'tag' another key too"),
        ("keys:\n  follow: f2\n  tag: f2\n", "'f2' would be both 'follow' and 'tag'"),
        ("keys:\n  next_name: j\n", "'j' would be both 'next_name' and 'down'"),
        ("theme: dark\ntheme: light\n", "line 2, column 1: the key 'theme' stands twice; keep one of them"),
        ("- a\n", "keys and values are expected here"),
        ("theme: &x dark\n", "anchors and aliases"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(text: str, says: str) -> None:
    settings, problems = parsed(text)
    assert settings in (Settings(), Settings(width=90))
    assert any(says in problem for problem in problems), problems


def test_one_fault_leaves_the_other_fields_in_force() -> None:
    settings, problems = parsed("width: 90\nmouse: maybe\nkeys:\n  follow: t\n")
    assert settings == Settings(width=90)
    assert len(problems) == 2
    assert "And 1 more" in config.told([config.Problem("a", "b"), config.Problem("c", "d")])


def test_keys_may_be_swapped() -> None:
    settings, problems = parsed("keys:\n  follow: t\n  tag: s\n")
    assert not problems
    assert settings.keys == {"follow": ("t",), "tag": ("s",)}


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    bad = tmp_path / "config.yaml"
    bad.write_bytes(b"theme: \xff")
    assert "it is not UTF-8" in str(load_config(bindings(), str(bad)).problems[0])
    assert "is a directory" in str(load_config(bindings(), str(tmp_path)).problems[0]).lower()


def test_the_commented_default_says_every_field_and_changes_nothing(tmp_path: Path) -> None:
    text = commented()
    assert parsed(text) == (Settings(), [])
    live = "".join(f"{line[2:]}\n" for line in text.split("\n") if line.startswith("# ") and _is_code(line[2:]))
    settings, problems = parsed(live)
    assert not problems
    assert settings._replace(keys={}, searches={}, hide=(), template=Settings().template, editor="") == Settings()
    assert all(f"# {field.name}:" in text for field in FIELDS)


def _is_code(line: str) -> bool:
    return line.startswith("  ") or line.split(":", maxsplit=1)[0] in config.BY_NAME


def test_fields_are_those_of_the_value() -> None:
    assert tuple(field.name for field in FIELDS) == tuple(sorted(Settings._fields, key=list(config.BY_NAME).index))
    assert set(config.BY_NAME) == set(Settings._fields)


def test_citations_are_those_of_exporting() -> None:
    assert tuple(citing.STYLES) == config.STYLES
    assert citing.TEMPLATE == config.TEMPLATE
