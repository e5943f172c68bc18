"""The command line: `reader PATH...` opens the app, `reader COMMAND PATH...` prints."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reader import __version__
from reader.cli.exits import BROKEN_PIPE, CRASHED, INTERRUPTED, UNWRITTEN, USAGE
from reader.cli.streams import forget_output, output_fault, prepared

if TYPE_CHECKING:
    import argparse

    from reader.tui.firstframe import Shown


class Command(Struct, frozen=True):
    """A headless command, done by the function of its name in reader.cli.headless."""

    name: str
    help: str
    """What it does, in a line."""
    formats: tuple[str, ...]


class Tool(Struct, frozen=True):
    """A command that prints no articles: serve, or one that the module of its name in reader.cli.tools does."""

    name: str
    help: str


class Opened(Struct, frozen=True):
    """What the app is opened with."""

    paths: Sequence[str]
    theme: str | None = None
    plain: bool = False
    safe: bool = False
    fresh: bool = False
    no_mouse: bool = False


def main(argv: Sequence[str] | None = None, *, shown: Shown | None = None) -> int:
    """Run the command line and return the exit code.

    Args: argv: without the program's name; None: the process's; shown: the first frame, where it is on the screen.
    """
    if argv is None:
        prepared()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv), shown)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        forget_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # a fault of ours: a sentence and a report, no traceback
        if shown:
            shown.leave()
        told = output_fault(error) if isinstance(error, OSError) else ""
        if told:
            print(f"reader: {told}", file=sys.stderr)
            return UNWRITTEN
        from reader.settings.crashes import report

        print(f"reader: {report(error)}", file=sys.stderr)
        return CRASHED


def _run(words: Sequence[str], shown: Shown | None) -> int:
    """Do what the words of the command line say; the exit code."""
    at = _first_word(words)
    try:
        if at < len(words) and words[at] == "serve":
            return _serve([*words[:at], *words[at + 1 :]])
        if at < len(words) and words[at] in {c.name for c in COMMANDS}:
            return _headless([words[at], *words[:at], *words[at + 1 :]])
        if at < len(words) and words[at] in {t.name for t in TOOLS}:
            return _tool([words[at], *words[:at], *words[at + 1 :]])
        return _open_app(words, shown)
    except SystemExit as exit_:  # argparse has said what is wrong
        return exit_.code if isinstance(exit_.code, int) else USAGE


def _first_word(words: Sequence[str]) -> int:
    """Index of the first word that is no option and no option's value; the number of words where there is none."""
    at = 0
    while at < len(words) and words[at].startswith("-") and words[at] != "--":
        at += 2 if words[at] in WITH_VALUE else 1
    return at


def app_parser() -> argparse.ArgumentParser:
    """Of `reader [--theme NAME] [PATH...]`."""
    from reader.cli.arguments import Parser  # not for paths alone

    parser = Parser(
        prog="reader",
        description="Read news articles in the terminal and see who said what.",
        epilog="commands: " + "; ".join(f"{c.name}: {c.help}" for c in (*COMMANDS, *TOOLS))
        + ". `reader COMMAND --help` tells more; ./quotes opens a folder of that name.",
    )  # fmt: skip
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; the current folder without any")
    parser.add_argument("--theme", metavar="NAME", help="colours: the name of a theme file")
    parser.add_argument("--plain", action="store_true", help="typed commands and lines, for screen readers and pipes")
    parser.add_argument("--safe", action="store_true", help="start nothing else: no browser, no command, no editor")
    parser.add_argument("--fresh", action="store_true", help="begin anew, not where the last session ended")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"reader {__version__}")
    return parser


def _open_app(words: Sequence[str], shown: Shown | None) -> int:
    """`reader [--theme NAME] [PATH...]`."""
    options = any(word.startswith("-") for word in words)
    args = Opened(**vars(app_parser().parse_args(words))) if options else Opened(tuple(words))
    piped = not (sys.stdin.isatty() and sys.stdout.isatty())
    if piped and not args.plain and not os.environ.get("TEXTUAL_DRIVER"):
        print(
            "reader: the app needs a terminal; `reader --plain`, `read`, `quotes` and `export` work in pipes",
            file=sys.stderr,
        )
        return USAGE
    missing = [p for p in args.paths if not os.path.lexists(p)]
    if missing:
        if shown:
            shown.leave()
        print(f"reader: {_shown(missing[0])}: there is no such file, folder or command", file=sys.stderr)
        return USAGE
    if args.plain:
        return _plain(args.paths or ["."], safe=args.safe)
    from reader.tui.app import run

    return run(
        args.paths or ["."],
        theme=args.theme,
        safe=args.safe,
        mouse=not args.no_mouse,
        fresh=args.fresh,
        shown=shown,
    )


def _plain(paths: Sequence[str], *, safe: bool) -> int:
    """`reader --plain [PATH...]`."""
    from reader.cli.plain.run import run, say
    from reader.settings.config import load_config

    _print_utf8()
    from reader.tui.commands import bindings

    loaded = load_config(bindings())
    say(str(problem) for problem in loaded.problems)
    return run(paths, settings=loaded.settings, safe=safe)


def _serve(words: Sequence[str]) -> int:
    """`reader serve [--port N] [PATH...]`."""
    args = tool_parser(next(t for t in TOOLS if t.name == "serve")).parse_args(words)
    args.paths = args.paths or ["."]
    missing = [p for p in args.paths if not os.path.lexists(p)]
    if missing:
        print(f"reader: {_shown(missing[0])}: there is no such file or folder", file=sys.stderr)
        return USAGE
    from reader.cli.serving import serve

    return serve(args)


def _port(text: str) -> int:
    import argparse

    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def _print_utf8() -> None:
    """Let everything be printed, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def command_parser(command: Command) -> argparse.ArgumentParser:
    """Of `reader COMMAND [options] PATH...`."""
    import argparse

    from reader.cli.arguments import Parser

    parser = Parser(prog=f"reader {command.name}", description=command.help.capitalize() + ".")
    if command.name == "compare":
        parser.add_argument("words", metavar="WORDS", help="words of the utterance, in quotation marks")
    if command.name == "search":
        parser.add_argument("query", metavar="QUERY", help="as in the app: 'speaker:hartwig tag:war \"old bridge\"'")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    if command.name in ("search", "notes"):
        parser.add_argument(
            "--json", action="store_const", const="json", dest="format", help="the same as --format json"
        )
    if command.formats:
        parser.add_argument("--format", choices=command.formats, help=_default(command))
    cores = os.cpu_count() or 1
    jobs = min(cores, 64) if command.name == "index" else 1
    parser.add_argument(
        "--jobs", type=_count, default=jobs, metavar="N", help=f"worker processes ({_default_jobs(command)})"
    )
    parser.add_argument("--no-clean", action="store_true", help="take every text whole, without cleaning")
    if command.name == "index":
        parser.add_argument(
            "--engine",
            choices=("processes", "dask"),
            default="processes",
            help="who analyses: processes of this machine, or a Dask cluster that sees the same files",
        )
        parser.add_argument("--scheduler", metavar="ADDRESS", help="of the Dask cluster (default: one started here)")
        # by the app, over pipes: --changed names folders to be looked into, --whole compares names even for one article
        for word in ("--watched", "--changed", "--whole"):
            parser.add_argument(word, action="store_true", help=argparse.SUPPRESS)
    if command.name == "export":
        parser.add_argument("-o", "--output", metavar="FILE", help="write into this file (default: standard output)")
    if command.name == "read":
        parser.add_argument("--width", type=_width, metavar="N", help="columns of prose; 0: a paragraph a line")
        parser.add_argument("--pager", action="store_true", help="show it in $PAGER, else in less")
    if command.name == "quotes":
        parser.add_argument("--indirect", action="store_true", help="reported speech without marks too")
    return parser


def _headless(words: Sequence[str]) -> int:
    """`reader COMMAND [options] PATH...`."""
    command = next(c for c in COMMANDS if c.name == words[0])
    args = command_parser(command).parse_args(words[1:])
    _print_utf8()
    gc.disable()  # what is made here lives until the end: looking for cycles in it costs a tenth of the time
    from reader.cli import headless

    run: Callable[[argparse.Namespace], int] = getattr(headless, command.name)
    try:
        return run(args)
    finally:
        gc.enable()


def tool_parser(tool: Tool) -> argparse.ArgumentParser:
    """Of a command about the program itself."""
    from reader.cli.arguments import Parser

    parser = Parser(prog=f"reader {tool.name}", description=tool.help.capitalize() + ".")
    if tool.name == "serve":
        parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; the current folder without any")
        parser.add_argument("--port", type=_port, default=8000, metavar="N", help="default: 8000")
    if tool.name == "config":
        parser.add_argument("--write", action="store_true", help="write a commented default, unless there is a file")
    if tool.name == "completion":
        parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")
    return parser


def _tool(words: Sequence[str]) -> int:
    """`reader config`, `reader doctor`, `reader completion SHELL`."""
    from importlib import import_module

    tool = next(t for t in TOOLS if t.name == words[0])
    args = tool_parser(tool).parse_args(words[1:])
    if tool.name != "doctor":  # which tells of the encoding as it is
        _print_utf8()
    run: Callable[[argparse.Namespace], int] = getattr(import_module(f"reader.cli.tools.{tool.name}"), tool.name)
    return run(args)


def _width(text: str) -> int:
    import argparse

    if not text.isdecimal() or len(text) > 4:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of columns")
    return int(text)


def _default_jobs(command: Command) -> str:
    return "default: all cores" if command.name == "index" else "default: 1"


def _default(command: Command) -> str:
    if command.name == "read":
        return "default: ansi on a terminal, else plain"
    if command.name == "notes":
        return "default: markdown, a report"
    return "default: json" if command.name == "export" else "default: a table on a terminal, else tsv"


def _count(text: str) -> int:
    import argparse

    if not text.isdecimal() or not 0 < int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _shown(path: str) -> str:
    from reader.loading.discover import shown
    from reader.text.guard import visible_line

    return visible_line(shown(path))


WITH_VALUE = ("--jobs", "--format", "--theme", "--output", "-o", "--width", "--port")
"""Options that may stand before the command and take the word after them."""
LISTED = ("table", "tsv", "json", "jsonl", "csv", "markdown")
EXPORTED = (
    "json", "jsonl", "yaml", "markdown", "obsidian", "html", "csv", "bibtex", "csl-json", "qdc", "qdpx",
)  # fmt: skip
"""The names in reader.exporting.formats, which is not imported to print a help text; a test holds the two together."""
COMMANDS = (
    Command("read", "print articles without their debris and with their quotes", ("plain", "ansi", "markdown")),
    Command("articles", "list the articles", LISTED),
    Command("quotes", "list the quotes with their speakers", LISTED),
    Command("speakers", "list everyone who is quoted or named", LISTED),
    Command("statements", "list what several articles report, changed meanings first", LISTED),
    Command("compare", "print every version of an utterance, by words that it has", LISTED),
    Command("search", "list what a search finds: words, phrases, fields", LISTED),
    Command("notes", "print the report of all your notes", LISTED),
    Command("matrix", "count how often each outlet has each speaker", LISTED),
    Command("index", "read everything ahead, so that it opens at once later", ()),
    Command("export", "write the whole library in a format for other programs", EXPORTED),
)
TOOLS = (
    Tool("serve", "show the app in a browser of this machine"),
    Tool("config", "print the settings in force and what is wrong with them"),
    Tool("doctor", "print what the terminal can do and where files are kept"),
    Tool("completion", "print the completion for a shell"),
)
