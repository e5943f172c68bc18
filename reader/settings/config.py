"""What the person set in config.yaml, as one frozen value: every field has a default, a check and a line of help."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model.problems import Problem, ReaderError
from reader.settings.keys import PRESETS, Binding, bound, clashes, key_of
from reader.text.guard import visible_line

if TYPE_CHECKING:
    from reader.strictyaml import Node

PANE_NAMES = ("sources", "article", "quotes")
STYLES = ("chicago", "apa", "mla")
"""Those of reader.exporting.citing; a test holds the two together."""
TEMPLATE = "“{quote}” — {speaker}, in {citation}"
"""The same."""
TEMPLATE_FIELDS = ("quote", "speaker", "outlet", "date", "title", "url", "authors", "agency", "file", "citation")
"""The same."""
NARROWEST, WIDEST = 30, 200
"""Cells that a line of prose may have."""
MOST = 400
"""Cells that a pane at the side may have."""


class Settings(NamedTuple):
    """What holds while the program runs. FIELDS says what each field means."""

    theme: str = "auto"
    theme_dark: str = "dark"
    theme_light: str = "light"
    preset: str = "default"
    keys: Mapping[str, tuple[str, ...]] = {}
    width: int = 76
    sources_width: int = 0
    quotes_width: int = 0
    hide: tuple[str, ...] = ()
    indirect: bool = False
    mouse: bool = True
    first_frame: bool = True
    citation: str = "chicago"
    template: str = TEMPLATE
    searches: Mapping[str, str] = {}
    editor: str = ""
    open_links: bool = True
    pipe: bool = True

    def bindings(self, own: Sequence[Binding]) -> tuple[Binding, ...]:
        """The keys in force: the commands' own, the preset over them, the person's over both."""
        return bound(own, PRESETS[self.preset], self.keys)


class Field(NamedTuple):
    """One key of config.yaml."""

    name: str
    """As in Settings."""
    says: str
    """What it does, in a line; shown in the commented default and in docs/config.md."""
    values: str
    """What may stand there, in words."""
    read: Callable[[Node], Any]
    """Its value from the file. Raises ReaderError with file, line and what to do."""
    example: str = ""
    """As written in the file, where the default says too little."""


class Loaded(NamedTuple):
    """What a config file gave."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    """Of fields that were refused; those have their defaults."""
    path: str = ""
    """The file, empty where there is none."""


def config_folder() -> str:
    """Where the person's config.yaml and themes lie, after the XDG rules."""
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.config"), "reader")


def config_file() -> str:
    """The person's config.yaml, whether it is there or not."""
    return os.path.join(config_folder(), "config.yaml")


def load_config(own: Sequence[Binding], path: str = "") -> Loaded:
    """What the person set. Never raises: what cannot be used is a problem, and its field has its default.

    Args: own: the commands with their own keys; path: another file than the person's.
    """
    path = path or config_file()
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        return Loaded(Settings(), (Problem(path, f"cannot be read: {reason}"),), path)
    settings, problems = parse_config(text, path, own)
    return Loaded(settings, problems, path)


def parse_config(text: str, path: str, own: Sequence[Binding]) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from a file's text, and what was refused in it."""
    if all(not line.strip() or line.startswith("#") for line in text.splitlines()):
        return Settings(), ()  # the commented default: no YAML reader is needed
    from reader.strictyaml import load

    problems: list[Problem] = []
    values: dict[str, Any] = {}
    try:
        nodes = load(text, path).fields()
    except ReaderError as error:
        return Settings(), (error.problem,)
    for name, node in nodes.items():
        try:
            field = BY_NAME.get(name)
            if field is None:
                raise _unknown(name, node, text)
            values[name] = field.read(node)
        except ReaderError as error:
            problems.append(error.problem)
    settings = Settings(**values)
    faults = _key_faults(settings, nodes["keys"], own) if "keys" in values else []
    if faults:
        settings = settings._replace(keys={})
    return settings, (*problems, *faults)


def told(problems: Sequence[Problem]) -> str:
    """What was refused, in a sentence or two."""
    more = f" And {len(problems) - 1} more: `reader config` lists them." if len(problems) > 1 else ""
    return f"{problems[0]}. The default holds.{more}"


def _unknown(name: str, node: Node, text: str) -> ReaderError:
    """An error at an unknown key; its own line is looked for, since a node knows where its value begins."""
    near = get_close_matches(name, BY_NAME, 1)
    advice = f"did you mean {near[0]!r}?" if near else "known keys: " + ", ".join(BY_NAME)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith(name)]
    place = (lines[0], 1) if lines else (node.line, node.column)
    return ReaderError(Problem(node.path, f"unknown key {visible_line(name)!r}", advice, *place))


# -- how the kinds of value are read


def _flag(node: Node) -> bool:
    said = node.text().lower()
    if said in ("on", "true", "yes"):
        return True
    if said in ("off", "false", "no"):
        return False
    raise node.fault(f"{visible_line(node.text())!r} is neither on nor off", "write 'on' or 'off'")


def _number(least: int, most: int, zero: bool = False) -> Callable[[Node], int]:
    def read(node: Node) -> int:
        said = node.text()
        number = int(said) if said.isdecimal() and len(said) < 7 else -1
        if least <= number <= most or (zero and number == 0):
            return number
        raise node.fault(
            f"{visible_line(said)!r} is no number from {least} to {most}", "0 means: after the screen" if zero else ""
        )

    return read


def _one_of(known: Sequence[str]) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        if node.text() in known:
            return node.text()
        raise _no_such(node, known)

    return read


def _some_of(known: Sequence[str]) -> Callable[[Node], tuple[str, ...]]:
    def read(node: Node) -> tuple[str, ...]:
        members = (node,) if isinstance(node.value, str) and node.value else node.items()
        for member in members:
            if member.text() not in known:
                raise _no_such(member, known)
        return tuple(dict.fromkeys(member.text() for member in members))

    return read


def _no_such(node: Node, known: Sequence[str]) -> ReaderError:
    near = get_close_matches(node.text(), known, 1)
    advice = f"did you mean {near[0]!r}?" if near else "there are " + ", ".join(known)
    return node.fault(f"there is no {visible_line(node.text())!r} here", advice)


def _theme(node: Node) -> str:
    from reader.settings.themes import theme_names

    name = node.text()
    if name != "auto" and name not in theme_names():
        raise _no_such(node, ("auto", *theme_names()))
    return name


def _text(node: Node) -> str:
    return node.text()


def _template(node: Node) -> str:
    from string import Formatter

    try:
        fields = [
            (name, form or change) for _, name, form, change in Formatter().parse(node.text()) if name is not None
        ]
    except ValueError as fault:
        raise node.fault(f"the template cannot be read: {fault}", "write {{ or }} for a bracket") from fault
    for name, extra in fields:
        if name not in TEMPLATE_FIELDS or extra:
            what = f"the template names {visible_line(name + (extra or ''))!r}, which there is not"
            raise node.fault(what, "there are " + ", ".join(TEMPLATE_FIELDS))
    return node.text()


def _searches(node: Node) -> dict[str, str]:
    return {visible_line(name): visible_line(words.text()) for name, words in node.fields().items()}


def _keys(node: Node) -> dict[str, tuple[str, ...]]:
    """Keys as the app knows them; whether the ids are known and the keys free is looked at by `_key_faults`."""
    found = {}
    for id_, value in node.fields().items():
        members = (value,) if isinstance(value.value, str) and value.value else value.items()
        keys = []
        for member in members:
            try:
                keys.append(key_of(member.text()))
            except ValueError as fault:
                raise member.fault(str(fault), "write it like s, ctrl+d, alt+v, f2 or pagedown") from fault
        found[id_] = tuple(dict.fromkeys(keys))
    return found


def _key_faults(settings: Settings, node: Node, own: Sequence[Binding]) -> list[Problem]:
    """Ids that no command has, and keys that two commands would have in one place."""
    known = [one.id for one in own]
    nodes = node.fields()
    faults = []
    for id_, place in nodes.items():
        if id_ not in known:
            near = get_close_matches(id_, known, 1)
            advice = f"did you mean {near[0]!r}?" if near else "docs/keys.md lists the ids"
            faults.append(place.fault(f"there is no command {visible_line(id_)!r}", advice).problem)
    texts = {one.id: one.text for one in own}
    for clash in clashes(settings.bindings(own)):
        mine, other = (clash.one, clash.other) if clash.one in nodes else (clash.other, clash.one)
        advice = f"give {other!r} another key too" if other not in nodes else "give one of them another key"
        what = f"{clash.key!r} would be both {mine!r} and {other!r} ({texts.get(other, other)})"
        faults.append(nodes.get(mine, node).fault(what, advice).problem)
    return faults


FIELDS: tuple[Field, ...] = (
    Field("theme", "The colours; auto takes theme_dark or theme_light after the terminal's background.",
          "auto or the name of a theme", _theme),
    Field("theme_dark", "The colours on a dark background.", "the name of a theme", _theme),
    Field("theme_light", "The colours on a light background.", "the name of a theme", _theme),
    Field("preset", "The keys to begin with.", ", ".join(PRESETS), _one_of(tuple(PRESETS))),
    Field("keys", "Other keys for single commands, by the ids in docs/keys.md; an empty list takes a key away.",
          "command id: key, or a list of keys", _keys, "\n  follow: F2\n  page_down: [space, ctrl+f]"),
    Field("width", "Cells of a line of prose at most; `<` and `>` change it.", f"{NARROWEST} to {WIDEST}",
          _number(NARROWEST, WIDEST)),
    Field("sources_width", "Cells of the list of articles; 0: after the screen. `{` and `}` change it.",
          f"0, or 12 to {MOST}", _number(12, MOST, zero=True)),
    Field("quotes_width", "Cells of the quotes; 0: after the screen. `{` and `}` change it.", f"0, or 12 to {MOST}",
          _number(12, MOST, zero=True)),
    Field("hide", "Panes that are hidden at first; `(` and `)` show them.", "a list of sources and quotes",
          _some_of(("sources", "quotes")), "[quotes]"),
    Field("indirect", "Reported speech without quotation marks is listed too; `i` changes it.", "on or off", _flag),
    Field("mouse", "The mouse is listened to; off leaves it to the terminal.", "on or off", _flag),
    Field("first_frame", "The screen is kept on leaving, in the cache folder, and shown at once the next time.",
          "on or off", _flag),
    Field("citation", "The style of citations.", ", ".join(STYLES), _one_of(STYLES)),
    Field("template", "How a copied quote is written.", "a text with {quote}, {speaker} and so on",
          _template, "'\"{quote}\" ({speaker}, {outlet}, {date})'"),
    Field("searches", "Searches by name, to be taken from a list.", "name: search", _searches,
          "\n  talks: 'tag:follow-up \"root causes\"'"),
    Field("editor", "The command that notes are written in; empty: $VISUAL, $EDITOR, else in place.",
          "a command", _text, "nano -w"),
    Field("open_links", "An article's address may be opened in the browser, after it was shown.", "on or off", _flag),
    Field("pipe", "A quote or article may be piped to a command.", "on or off", _flag),
)  # fmt: skip
"""In the order of the commented default."""
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}


def commented() -> str:
    """A config.yaml with every field, its default and what it means, all commented out."""
    lines = ["# The settings of reader. Take the sign and the blank before a line away to set it.", ""]
    for field in FIELDS:
        lines += [f"# {field.says}", f"# Values: {field.values}."]
        lines += [f"# {line}" for line in f"{field.name}: {field.example or shown_default(field)}".split("\n")] + [""]
    return "\n".join(lines)


def shown_default(field: Field) -> str:
    """The default of a field as it is written in the file."""
    value = getattr(Settings(), field.name)
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    if isinstance(value, Mapping):
        return "{}"
    return f"'{value}'" if isinstance(value, str) and not value.isalpha() else str(value)
