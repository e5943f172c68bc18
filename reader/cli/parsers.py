"""The argument parsers as data: what completion, the man page and the reference are made from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.cli.main import COMMANDS, TOOLS, app_parser, command_parser, tool_parser
from reader.settings.themes import theme_folder


class Option(NamedTuple):
    """An option or a place of a command line."""

    flags: tuple[str, ...]
    """Empty for what is given by its place."""
    help: str
    metavar: str
    """Empty for an option without a value."""
    choices: tuple[str, ...]


class Usage(NamedTuple):
    """A command with its options; the first one has no name: it opens the app."""

    name: str
    help: str
    line: str
    """How it is called, on one line."""
    options: tuple[Option, ...]


def usages() -> tuple[Usage, ...]:
    """The app's options, then every command with its own."""
    parsers = [("", "open the app", app_parser())]
    parsers += [(command.name, command.help, command_parser(command)) for command in COMMANDS]
    parsers += [(tool.name, tool.help, tool_parser(tool)) for tool in TOOLS]
    return tuple(Usage(name, help_, _line(parser), tuple(_options(parser))) for name, help_, parser in parsers)


def _line(parser: argparse.ArgumentParser) -> str:
    parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=10_000)
    return parser.format_usage().removeprefix("usage: ").strip()


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    actions: Sequence[argparse.Action] = parser._actions
    for action in actions:
        if action.help == argparse.SUPPRESS:
            continue  # between the program's own processes
        takes = action.nargs != 0
        metavar = action.metavar if isinstance(action.metavar, str) else (action.dest.upper() if takes else "")
        choices = tuple(str(choice) for choice in action.choices) if action.choices else ()
        if "--theme" in action.option_strings:
            choices = ("auto", *sorted(path.stem for path in theme_folder().glob("*.yaml")))
        yield Option(tuple(action.option_strings), action.help or "", metavar if takes else "", choices)
