"""Two versions of one utterance, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from reader.languages.meaning import NEGATIONS, NUMBERS

DifferenceKind = Literal["same", "added", "dropped", "changed", "cut", "inserted"]
_PIECE = re.compile(r"\[[^\[\]]*\]|\w+(?:['’.,-]\w+)*|…|\.{3}|[^\w\s]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
Code = tuple[str, int, int, int, int]
"""An operation of difflib: its tag, and the pieces of the full and of the other version that it is about."""
LONGEST = 4000
"""Words compared one by one; the rest of a longer text counts as cut."""


class Difference(Struct, frozen=True):
    """A run of words of one version, held against the fullest one."""

    kind: DifferenceKind
    """same: in both. added: only here. dropped: left out within. cut: left out at an end, or where an ellipsis says
    so. changed: other words in the same place. inserted: the outlet's own words in square brackets."""
    words: str
    """What this version has; empty where it has nothing."""
    instead: str = ""
    """What the fullest version has there; empty for what was added."""


def differences(full: str, version: str) -> tuple[Difference, ...]:
    """What a version changed of the fullest one, in order; both texts can be put together again from it.

    Capitals, the form of quotation marks and apostrophes, and commas and stops make no difference.
    """
    old, new = _pieces(full), _pieces(version)
    matcher = SequenceMatcher(None, [p.key for p in old], [p.key for p in new], autojunk=False)
    found: list[Difference] = []
    for tag, a, b, c, d in _cut_apart(matcher.get_opcodes(), len(old)):
        here, there = _text(version, new[c:d]), _text(full, old[a:b])
        if tag == "equal":
            found.append(Difference("same", here, there))
        elif tag == "delete":
            ends = a == 0 or b == len(old)
            found.append(Difference("cut" if ends or _elided(new, c) else "dropped", "", there))
        elif tag == "insert":
            found.append(Difference("inserted" if here.startswith("[") else "added", here))
        elif {p.key for p in new[c:d]} == {"…"}:
            found.append(Difference("cut", here, there))
        else:
            inserted = here.startswith("[") and here.endswith("]")
            found.append(Difference("inserted" if inserted else "changed", here, there))
    return tuple(found)


def _cut_apart(codes: Iterable[Code], length: int) -> Iterator[Code]:
    """The operations; where a long end gives way to a few words, the cut and the changed words one by one."""
    for tag, a, b, c, d in codes:
        few = d - c
        if tag != "replace" or b - a <= 2 * few + 2 or (a > 0 and b < length):
            yield tag, a, b, c, d
        elif a == 0:
            yield "delete", a, b - few, c, c
            yield tag, b - few, b, c, d
        else:
            yield tag, a, a + few, c, d
            yield "delete", a + few, b, d, d


class _Piece(Struct, frozen=True):
    """A word or bracket of a text and what it is compared by."""

    key: str
    start: int
    end: int


def _pieces(text: str) -> list[_Piece]:
    """The words of a text, each with the punctuation after it; ellipses and brackets stand alone."""
    pieces: list[_Piece] = []
    for match in _PIECE.finditer(text):
        words = match.group()
        if words in ("…", "..."):
            pieces.append(_Piece("…", match.start(), match.end()))
        elif words[0].isalnum() or words[0] in "[_":
            pieces.append(_Piece(words.casefold().translate(_APOSTROPHES), match.start(), match.end()))
        if len(pieces) == LONGEST:
            break
    return pieces


def _text(text: str, pieces: Sequence[_Piece]) -> str:
    """The stretch of the text from the first of some pieces to the last, the punctuation after it included."""
    if not pieces:
        return ""
    end = pieces[-1].end
    while end < len(text) and not text[end].isspace() and not text[end].isalnum() and text[end] not in "[…":
        end += 1
    return text[pieces[0].start : end]


def _elided(new: Sequence[_Piece], at: int) -> bool:
    """True where the version shows by an ellipsis that something is left out."""
    return any(piece.key == "…" for piece in new[max(0, at - 1) : at + 1])


_NUMBER = re.compile(r"\d")


def changed_meaning(found: Sequence[Difference]) -> tuple[str, ...]:
    """Why the versions may mean different things: "negation", "number", "name"; empty where nothing points to it.

    Only what stands between words that both versions have counts: a cut end changes no meaning by itself.
    """
    changed = [
        difference
        for place, difference in enumerate(found)
        if difference.kind in ("added", "dropped", "changed") and _between(found, place)
    ]
    reasons: list[str] = []
    # over all changes together: "we cannot" and "it cannot be" only moved their negation
    if _negated(_words(" ".join(d.words for d in changed))) != _negated(_words(" ".join(d.instead for d in changed))):
        reasons.append("negation")
    for difference in changed:
        here, there = _words(difference.words), _words(difference.instead)
        if {w for w in here if _counts(w)} != {w for w in there if _counts(w)}:
            reasons.append("number")
        if difference.kind == "changed" and _named(difference.words) and _named(difference.instead):
            reasons.append("name")
    return tuple(dict.fromkeys(reasons))


def _between(found: Sequence[Difference], place: int) -> bool:
    return any(d.kind == "same" for d in found[:place]) and any(d.kind == "same" for d in found[place + 1 :])


def _words(text: str) -> list[str]:
    return [w.casefold().translate(_APOSTROPHES) for w in re.findall(r"\w+(?:['’]\w+)*", text)]


def _negated(words: Sequence[str]) -> bool:
    return sum(w in NEGATIONS or w.endswith("n't") for w in words) % 2 == 1


def _counts(word: str) -> bool:
    return bool(_NUMBER.search(word)) or word in NUMBERS


def _named(text: str) -> bool:
    """True where a word in the text, not its first, begins with a capital, or the only one does."""
    words = re.findall(r"\w+", text)
    return any(w[0].isupper() and len(w) > 1 for w in (words[1:] or words))
