"""Commands of the linear mode that take things out: copies, exports, the original, other commands."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from reader.cli.plain.desk import Desk, Place, TypingError
from reader.exporting.citing import cited
from reader.exporting.files import export_to
from reader.exporting.formats import NAMES, export_format
from reader.exporting.passage import passage, whole_text
from reader.exporting.selection import Selection
from reader.text.addresses import address
from reader.text.lines import line_spans

PATIENCE = 60.0
"""Seconds that a command may take."""
MOST = 200_000
"""Bytes of its output that are taken."""
PARTS = "article, listed, quotes, library"


def cite(desk: Desk, words: str) -> Iterator[str]:
    """The current quote, or the one of a number, with its citation."""
    yield _cited(desk, desk.place(words))


def _cited(desk: Desk, place: Place) -> str:
    speaker, settings = desk.speaker_at(place), desk.settings
    article = desk.library.analysis(place[0]).article
    try:
        return cited(
            desk.words_at(place), speaker.name if speaker else "", article,
            template=settings.template, style=settings.citation,
        )  # fmt: skip
    except ValueError as error:
        raise TypingError(f"The citation cannot be written: {error}.") from error


def copy(desk: Desk, words: str) -> Iterator[str]:
    """Copy the current quote with its citation; "copy 3" paragraph 3, "copy article" all of it."""
    if not words:
        yield from _copy(desk, _cited(desk, desk.place()), "The quote with its citation")
    elif words == "article":
        yield from _copy(desk, whole_text(desk.article), "The article")
    else:
        shown = desk.shown(desk.article)
        if not words.isdecimal() or not 0 < int(words) <= len(shown):
            raise TypingError(f"There are paragraphs 1 to {len(shown)}.")
        block = desk.article.blocks[shown[int(words) - 1]]
        yield from _copy(desk, passage(desk.article, block.span), "The paragraph")


def _copy(desk: Desk, text: str, what: str) -> Iterator[str]:
    from reader.tui.clipboard import other_ways, sequence

    written = sequence(text, os.environ) if desk.terminal else ""
    if written:
        sys.stdout.write(written)
        sys.stdout.flush()
    yield f"{what} copied {other_ways(text, os.environ, sent=bool(written), safe=desk.safe)}"


def export(desk: Desk, words: str) -> Iterator[str]:
    """Write "export PART FORMAT FILE"; parts: article, listed, quotes (those listed last), library."""
    try:
        part, name, file = shlex.split(words)
    except ValueError as error:
        raise TypingError(f"Type export, what ({PARTS}), the format ({', '.join(NAMES)}) and the file.") from error
    if name not in NAMES:
        raise TypingError(f"There is no format {name}; there are {', '.join(NAMES)}.")
    path = Path(file).expanduser().absolute()
    if path.exists():
        raise TypingError(f"{path} is there already; give another name.")
    try:
        counted = export_to(path, export_format(name), _part(desk, part))
    except OSError as error:
        raise TypingError(f"{path} could not be written: {(error.strerror or 'unknown').lower()}.") from error
    yield f"Written: {path}, {counted}."


def _part(desk: Desk, part: str) -> Selection:
    match part:
        case "article":
            return desk.selection(frozenset((desk.row.key,)))
        case "listed":
            return desk.selection(frozenset(row.key for row in desk.rows))
        case "quotes":
            return desk.selection(places=frozenset(desk.listed))
        case "library":
            return desk.selection()
    raise TypingError(f"There is no part {part}; there are {PARTS}.")


def original(desk: Desk, words: str) -> Iterator[str]:
    """The address of the open article; "original open" opens it in a browser."""
    fact = desk.article.metadata.url
    if fact is None:
        raise TypingError("This article does not name its address.")
    try:
        found = address(fact.value)
    except ValueError as error:
        raise TypingError(f"The address of this article is not opened: {error}.") from error
    yield found.url
    yield f"Host: {found.host}{f', written {found.written}' if found.written else ''}."
    if words == "open":
        yield _opened(desk, found.url)


def _opened(desk: Desk, url: str) -> str:
    from reader.tui.opener import opened, opener_of

    if desk.safe or not desk.settings.open_links:
        raise TypingError(f"Opening is switched off {'by --safe' if desk.safe else 'in config.yaml'}.")
    opener = opener_of(os.environ)
    if not opener:
        raise TypingError("There is no display here to open it on.")
    try:
        code = opened(opener, url)
    except OSError as error:
        raise TypingError(f"{opener[0]} could not be started: {(error.strerror or 'unknown').lower()}.") from error
    return "Opened." if code == 0 else f"{opener[0]} failed with exit code {code}."


def pipe(desk: Desk, words: str) -> Iterator[str]:
    """Hand the current quote with its citation, or without one the article, to a command on its standard input."""
    if desk.safe or not desk.settings.pipe:
        raise TypingError(f"Piping is switched off {'by --safe' if desk.safe else 'in config.yaml'}.")
    try:
        arguments = shlex.split(words)
    except ValueError as error:
        raise TypingError(f"{error}.") from error
    if not arguments:
        raise TypingError("Type pipe and a command with its arguments; no shell reads it.")
    text = _cited(desk, desk.place()) if desk.quote is not None else whole_text(desk.article)
    code, output = _run(arguments, f"{text}\n")
    yield from (span.of(output) for span in line_spans(output.rstrip("\n")) if output.strip())
    yield f"Exit code {code}."


def _run(arguments: list[str], text: str) -> tuple[int, str]:
    """(exit code, output) of a command without a shell and without a terminal. Raises TypingError."""
    try:
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise TypingError(f"{arguments[0]} could not be started: {why.lower()}.") from error
    late = Timer(PATIENCE, _kill, [process])
    late.daemon = True
    late.start()
    Thread(target=_give, args=(process, text.encode("utf-8", "replace")), daemon=True).start()
    try:
        assert process.stdout
        output = process.stdout.read(MOST + 1)
        if len(output) <= MOST:
            process.wait()
    finally:
        in_time = late.is_alive()
        late.cancel()
        if process.poll() is None:
            _kill(process)
    if not in_time:
        raise TypingError(f"{arguments[0]} was stopped after {PATIENCE:.0f} seconds.")
    if len(output) > MOST:
        raise TypingError(f"{arguments[0]} was stopped after {MOST:,} bytes of output.")
    return process.returncode, output.decode("utf-8", "replace")


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Write a command's input; one that ends before it has read all is no fault."""
    with suppress(OSError, ValueError):
        assert process.stdin
        process.stdin.write(data)
        process.stdin.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it started."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
