"""Keys as people write them, and keys that two commands would share."""

from __future__ import annotations

import pytest

from reader.settings.keys import PRESETS, Binding, bound, clashes, key_of
from reader.tui.commands import BY_ID, COMMANDS, Table, bindings

TMUX = {"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+j", "ctrl+o"}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("s", "s"), ("S", "S"), ("/", "/"), ("+", "+"), ("-", "-"), (" ", "space"), ("SPC", "space"), ("^d", "ctrl+d"),
        ("C-d", "ctrl+d"), ("Ctrl+D", "ctrl+d"), ("M-v", "alt+v"), ("alt+v", "alt+v"), ("PgDn", "pagedown"),
        ("page down", "pagedown"), ("F2", "f2"), ("esc", "escape"), ("Return", "enter"), ("shift+s", "S"),
        ("shift+tab", "shift+tab"), ("C-_", "ctrl+underscore"), ("ctrl+left", "ctrl+left"),
    ],
)  # fmt: skip
def test_keys_as_people_write_them(written: str, key: str) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize("written", ["", "foo", "hyper+x", "ctrl+", "ctrl+foo", "ab", "ctrl+c", "ctrl+i", "\x1b"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no key|always quits|sends"):
        key_of(written)


def test_two_commands_clash_only_where_both_can_be_asked_for() -> None:
    here, there = Binding("a", ("x",), frozenset({"article"})), Binding("b", ("x",), frozenset({"quotes"}))
    assert not clashes([here, there])
    assert [c[:3] for c in clashes([here, Binding("c", ("x",), frozenset({"article", "quotes"}))])] == [("x", "a", "c")]


def test_a_later_change_holds_over_an_earlier() -> None:
    own = [Binding("a", ("x",), frozenset()), Binding("b", ("y",), frozenset())]
    assert [one.keys for one in bound(own, {"a": ("1",), "b": ("2",)}, {"a": ()})] == [(), ("2",)]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_commands_that_are_there_and_gives_no_key_twice(preset: str) -> None:
    assert set(PRESETS[preset]) <= set(BY_ID)
    table = Table.of(PRESETS[preset])
    keys = {key for command in table.commands for key in command.keys}
    assert not keys & TMUX
    assert {c.id for c in table.commands if not c.keys} <= {c.id for c in COMMANDS if not c.keys} | set(PRESETS[preset])
    assert all(key_of(key) == key for key in keys - {"ctrl+c"})


def test_every_key_of_a_command_can_be_written_in_a_config() -> None:
    assert all(key_of(key) == key for command in COMMANDS for key in command.keys if key != "ctrl+c")
    assert not clashes(bindings())


def test_a_key_is_named_as_it_is_in_force() -> None:
    table = Table.of({"follow": ("f2",), "next": ()})
    assert table.key("follow") == "f2"
    assert table.key("next") == ": “Next occurrence”"
    assert Table().key("follow") == "s"
