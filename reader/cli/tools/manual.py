"""The man page, made from the argument parsers; docs/make_reference.py writes it to docs/reader.1."""

from __future__ import annotations

from reader import __version__
from reader.cli.parsers import Option, usages
from reader.settings.config import FIELDS
from reader.tui.commands import COMMANDS, key_name

FILES = (
    ("~/.config/reader/config.yaml", "settings; `reader config --write` writes a commented one"),
    ("~/.config/reader/themes/*.yaml", "themes of your own"),
    (".reader/marks.yaml in the opened folder", "tags, notes, stars and corrections"),
    ("~/.local/state/reader", "sessions, widths, what was copied last"),
    ("~/.cache/reader", "what has been read before; deleting it loses nothing"),
)
VARIABLES = (
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where these folders lie"),
    ("NO_COLOR", "no colours, unless a theme is named by --theme or in the config"),
    ("COLORTERM, COLORFGBG", "what the terminal says of its colours"),
    ("VISUAL, EDITOR, PAGER", "the programs that are started"),
)


def manual() -> str:
    """The page, in the man macros."""
    lines = [
        f'.TH READER 1 "" "reader {__version__}" "User Commands"',
        ".SH NAME",
        "reader \\- read what many outlets wrote about one event, and keep straight who said what",
        ".SH SYNOPSIS",
    ]
    known = usages()
    for usage in known:
        lines += [f".B {_escaped(usage.line.split(' ')[0])}", _escaped(usage.line.partition(" ")[2]), ".br"]
    lines += [".SH DESCRIPTION", "reader opens files and folders of news articles in the terminal, without the debris "
              "that web pages leave, and gives every quote to its speaker, over all articles. With a command it prints "
              "instead. In the app, ? shows all keys.", ".SH OPTIONS"]  # fmt: skip
    lines += [line for option in known[0].options for line in _option(option)]
    lines.append(".SH COMMANDS")
    for usage in known[1:]:
        lines += [f".SS reader {usage.name}", _escaped(usage.help[:1].upper() + usage.help[1:]) + "."]
        lines += [line for option in usage.options for line in _option(option) if option.flags[:1] != ("-h",)]
    lines.append(".SH KEYS")
    for command in COMMANDS:
        if command.keys and command.scope == "app":
            lines += [".TP", f".B {_escaped(' '.join(map(key_name, command.keys)))}", _escaped(command.text)]
    lines.append(".SH SETTINGS")
    for field in FIELDS:
        lines += [".TP", f".B {field.name}", _escaped(f"{field.says} Values: {field.values}.")]
    for title, entries in (("FILES", FILES), ("ENVIRONMENT", VARIABLES)):
        lines.append(f".SH {title}")
        lines += [part for name, what in entries for part in (".TP", f".I {_escaped(name)}", _escaped(what))]
    lines += [".SH EXIT STATUS", "0: all is well. 1: some files could not be read, or something is wrong with the "
              "settings. 2: the command line is wrong, or there is no terminal where one is needed."]  # fmt: skip
    return "\n".join(lines) + "\n"


def _option(option: Option) -> list[str]:
    name = ", ".join(option.flags) or option.metavar
    value = f" {option.metavar}" if option.flags and option.metavar else ""
    extra = f" ({', '.join(option.choices)})" if option.choices else ""
    return [".TP", f".B {_escaped(name + value)}", _escaped(option.help + extra)]


def _escaped(text: str) -> str:
    """Text that the macros leave as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
