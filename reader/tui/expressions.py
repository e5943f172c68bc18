"""What a person searches in an article, where looking for it holds up nothing.

Regular expressions are looked for in a process of their own, which is ended after a second: Python's `re` can take
years over some patterns. Words in a long article are looked for in a thread, a piece of the text at a time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from threading import Lock, Thread
from typing import NamedTuple

from reader.model.articles import Article
from reader.model.spans import Span
from reader.tui.messages import Matched

SIGN = "/"
"""What a search begins with that is a regular expression: `//colou?r`."""
LIMIT = 1.0
"""Seconds that a search may take."""
MOST = 10_000
"""Places that it finds at most."""
LONG = 400_000
"""Characters from which on words are looked for in a thread too."""
PIECE = 50_000
"""Characters that are searched in one go: so long nothing else is done."""
MEMORY = 512 * 1024 * 1024
"""Bytes that the process may take."""
PROGRAM = """
import json, re, resource, sys, warnings
warnings.simplefilter("ignore")
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
pattern, text, most = json.loads(sys.stdin.buffer.read())
try:
    flags = re.MULTILINE | (0 if any(c.isupper() for c in re.sub(r"\\\\\\\\.", "", pattern)) else re.IGNORECASE)
    found = []
    for match in re.compile(pattern, flags).finditer(text):
        if match.end() > match.start():
            found.append(match.span())
        if len(found) >= most:
            break
    answer = {"found": found}
except re.error as error:
    answer = {"fault": error.msg}
except (RecursionError, OverflowError, MemoryError):
    answer = {"fault": "it is too large"}
sys.stdout.write(json.dumps(answer))
"""


class Result(NamedTuple):
    """What came of looking for an expression."""

    places: tuple[Span, ...] = ()
    fault: str = ""
    """Why there is nothing, in words."""


def look_for(pattern: str, text: str, limit: float = LIMIT) -> Result:
    """Where an expression matches in a text; capitals count where it has one, `^` and `$` stand at lines.

    Takes at most `limit` seconds; never raises.
    """
    import json  # the first screen looks for nothing
    import subprocess

    command = [sys.executable, "-I", "-S", "-c", PROGRAM, str(MEMORY)]
    data = json.dumps([pattern, text, MOST]).encode()
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limit, check=False)
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Result(fault="it takes too long")
    except (OSError, ValueError):
        return Result(fault="it could not be looked for")
    if "fault" in answer:
        return Result(fault=answer["fault"])
    return Result(tuple(Span(*place) for place in answer["found"]))


def words_in(text: str, search: str, start: int = 0) -> Iterator[Span]:
    """Where words stand in a text; capitals count where one is typed, blanks stand for any blanks."""
    words = r"\s++".join(re.escape(word) for word in re.split(" +", search))
    if search.startswith(" "):
        words = r"(?<!\s)" + words  # else a run of blanks is looked through from each of them
    wanted = re.compile(words, re.NOFLAG if any(c.isupper() for c in search) else re.IGNORECASE)
    while start < len(text):
        end = start + PIECE
        for match in wanted.finditer(text, start, end + len(search) * 4):
            if match.start() < end and match.group():
                yield Span(*match.span())
                start = match.end()
        start = max(start, end)


def looks_apart(article: Article, search: str) -> bool:
    """True where a search is looked for apart, so that what it finds comes later."""
    return search.startswith(SIGN) or len(article.text) > LONG


class Expressions:
    """Looks for one search after the other in a thread; only the one asked for last counts."""

    def __init__(self, post: Callable[[Matched], object]) -> None:
        self._post = post
        self._lock = Lock()
        self._wanted: tuple[str, str, str] | None = None
        self._running = False
        self.known: dict[tuple[str, str], Result] = {}
        """What came of (article key, search), the latest few."""

    def ask(self, key: str, search: str, text: str) -> Result | None:
        """What is known; None where it is being looked for, which ends in a Matched."""
        known = self.known.get((key, search))
        if known is None:
            with self._lock:
                self._wanted = (key, search, text)
                if not self._running:
                    self._running = True
                    Thread(target=self._run, name="expressions", daemon=True).start()
        return known

    def _run(self) -> None:
        while True:
            with self._lock:
                wanted, self._wanted = self._wanted, None
                if wanted is None:
                    self._running = False
                    return
            key, search, text = wanted
            result = look_for(search[1:], text) if search.startswith(SIGN) else self._words(text, search)
            if result is None:
                continue
            while len(self.known) > 8:
                del self.known[next(iter(self.known))]
            self.known[key, search] = result
            self._post(Matched(key, search))

    def _words(self, text: str, search: str) -> Result | None:
        """What is found; None where something else is wanted meanwhile."""
        found: list[Span] = []
        for span in words_in(text, search):
            found.append(span)
            if self._wanted is not None:
                return None
            if len(found) == MOST:
                break
        return Result(tuple(found))
