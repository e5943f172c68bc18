"""What goes to the terminal, said with fewer bytes: the same characters in the same colours.

Textual writes every run of characters with all of its style and a reset behind it. Over ssh most of what a key costs
are these. Here a style says only what is different from the one before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile("\x1b\\[([0-9;]*)m")
_MOVE = re.compile("\x1b\\[[0-9;]*H|[\n\r]")
"""What needs no style: the cursor is put somewhere else."""
INKLESS = frozenset(("1", "2", "3"))
"""Bold, dim and italic: nothing of them is seen on a blank."""


class Sgr(NamedTuple):
    """How characters are drawn: parameters of SGR (ECMA-48, 8.3.117)."""

    ink: str = ""
    paper: str = ""
    signs: frozenset[str] = frozenset()


PLAIN = Sgr()


def terse(data: str) -> str:
    """The same for the terminal, shorter. It begins and ends without a style, as what Textual writes at once does."""
    pieces = _STYLE.split(data)
    if len(pieces) == 1:
        return data
    said, now, wanted = [pieces[0]], PLAIN, PLAIN
    for at in range(1, len(pieces), 2):
        wanted = sgr_after(wanted, pieces[at])
        words = pieces[at + 1]
        if not words:
            continue
        if wanted is PLAIN and not _MOVE.sub("", words):
            said.append(words)
            continue
        then = wanted
        if not words.strip(" ") and then.signs <= INKLESS and now.signs <= INKLESS:
            then = Sgr(now.ink, then.paper, now.signs)
        if then != now:
            said.append(change(now, then))
            now = then
        said.append(words)
    if now != wanted:
        said.append(change(now, wanted))
    return "".join(said)


@lru_cache(maxsize=1024)
def sgr_after(style: Sgr, parameters: str) -> Sgr:
    """The style after a sequence."""
    ink, paper, signs = style
    codes = parameters.split(";")
    at = 0
    while at < len(codes):
        code = codes[at]
        size = 1
        if code in ("38", "48"):
            size = 5 if codes[at + 1 : at + 2] == ["2"] else 3
        whole = ";".join(codes[at : at + size])
        at += size
        number = int(code or 0)
        if number == 0:
            ink, paper, signs = "", "", frozenset()
        elif number == 38 or 30 <= number <= 37 or 90 <= number <= 97:
            ink = whole
        elif number == 48 or 40 <= number <= 47 or 100 <= number <= 107:
            paper = whole
        elif number == 39:
            ink = ""
        elif number == 49:
            paper = ""
        else:
            signs |= {whole}
    return Sgr(ink, paper, signs) if (ink, paper, signs) != PLAIN else PLAIN


@lru_cache(maxsize=4096)
def change(now: Sgr, then: Sgr) -> str:
    """The sequence that leads from one style to another."""
    codes: list[str] = []
    if not now.signs <= then.signs:
        codes.append("0")
        now = PLAIN
    codes += sorted(then.signs - now.signs)
    if then.ink != now.ink:
        codes.append(then.ink or "39")
    if then.paper != now.paper:
        codes.append(then.paper or "49")
    return f"\x1b[{';'.join(codes)}m" if then != PLAIN else "\x1b[0m"
