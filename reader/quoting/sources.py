"""Sources that stand right beside a quote and that no mention covers: "…," said one shopper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from reader.model.mentions import Gender, Mention
from reader.model.spans import Span
from reader.quoting.cues import Lexicon
from reader.text.quotationmarks import Marked

_WORD = re.compile(r"[\s,—–]*([^\W_][\w’'.\-]*)")
_BOUNDARY = re.compile(r"[,.;:!?()\"“”—–\n]")
_ENOUGH = frozenset(
    """who whom which that with from of in at on after before as during while when to and or but about for by into
    last this next earlier later then monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that end the phrase of a source."""
_TIED = re.compile(r"-(?:t-)?(ils?|elles?)\b")
"""A French pronoun tied to its verb."""
_LONGEST = 6
_REACH = 90
"""Letters after a closing mark within which a source is looked for."""


def missing_sources(
    text: str, within: Span, marked: Sequence[Marked], mentions: Sequence[Span], words: Lexicon
) -> Iterator[Mention]:
    """Mentions of the sources that stand after a quote where none of `mentions` (ascending) begins."""
    outer = [m for m in marked if m.depth == 0]
    for n, one in enumerate(outer):
        end = one.marks.end
        limit = min(within.end, end + _REACH, outer[n + 1].marks.start if n + 1 < len(outer) else within.end)
        phrase = _phrase(text, end, max(end, limit), words)
        if phrase and not _covered(phrase, mentions):
            yield _mention(text, phrase, words)


def named_after_source(text: str, within: Span, mentions: Sequence[Span], words: Lexicon) -> Iterator[Mention]:
    """Mentions of the names that "according to" brings in where none of `mentions` (ascending) stands."""
    for match in _according(words).finditer(text, within.start, within.end):
        name = Span(*match.span(1))
        if text[name.start].isupper() and not _covered(name, mentions):
            yield Mention(name, name, "name", "person")


@cache
def _according(words: Lexicon) -> re.Pattern[str]:
    """Finds up to three words with a capital behind a word for "according to"."""
    phrases = "|".join(re.escape(" ".join(s)) for s in words.sources)
    return re.compile(rf"\b(?i:{phrases})\s((?:[^\W\d_a-zà-ÿа-яё][\w’'-]+)(?:\s[^\W\d_a-zà-ÿа-яё][\w’'-]+){{0,2}})")


def _mention(text: str, phrase: Span, words: Lexicon) -> Mention:
    """The phrase as a mention: a pronoun, a name by its capital, else a description."""
    sort = words.pronouns.get(phrase.of(text).lower(), "")
    if sort:
        gender: Gender = "m" if sort == "m" else "f" if sort == "f" else ""
        return Mention(phrase, phrase, "pronoun", "person", gender, sort in "pw")
    capital = text[phrase.start].isupper()
    return Mention(phrase, phrase, "name" if capital else "role", "person" if capital else "unnamed")


def _covered(phrase: Span, mentions: Sequence[Span]) -> bool:
    at = bisect_left(mentions, (phrase.start, 0))
    return any(m.start < phrase.end and phrase.start < m.end for m in mentions[max(0, at - 2) : at + 2])


def _phrase(text: str, start: int, limit: int, words: Lexicon) -> Span | None:
    """The phrase in `said one shopper` or `one shopper said`."""
    seen: list[tuple[int, int]] = []
    at = start
    while len(seen) < _LONGEST + 1:
        match = _WORD.match(text, at, limit)
        if not match or (seen and _BOUNDARY.search(text, at, match.start(1))):
            break
        seen.append(match.span(1))
        at = match.end()
    for a, b in seen[:2]:
        tied = _TIED.search(text, a, b) if words.code == "fr" else None
        if tied:
            return Span(*tied.span(1))
    while len(seen) > 1 and text[slice(*seen[0])].lower() in words.auxiliary:  # "a déclaré X", "hat X gesagt"
        seen.pop(0)
    said = [n for n, (a, b) in enumerate(seen) if _says(text[a:b].rstrip(".").lower(), words)]
    if not said or said[0] > _LONGEST - 1:
        return None
    part = _until_enough(text, seen[1:]) if said[0] == 0 else seen[: said[0]]
    if part and words.pronouns.get(text[slice(*part[0])].rstrip(".").lower(), "o") in "mfpw":
        return Span(part[0][0], part[0][0] + len(text[slice(*part[0])].rstrip(".")))
    if not part or not _begins(text[part[0][0] : part[0][1]], words):
        return None
    return Span(part[0][0], part[-1][1] - (text[part[-1][1] - 1] == "."))


def _until_enough(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words up to the first that cannot belong to the phrase, or that a full stop ends."""
    kept = []
    for a, b in spans:
        if text[a:b].lower().rstrip(".") in _ENOUGH:
            break
        kept.append((a, b))
    return kept


def _says(word: str, words: Lexicon) -> bool:
    cue = words.verbs.get(word)
    plain = ("say", "write") if words.code == "en" else ("say", "write", "claim", "tell")
    return cue is not None and cue.sort in plain and cue.form in ("past", "s")


def _begins(word: str, words: Lexicon) -> bool:
    """True where a phrase that names a source can begin with this word."""
    lower = word.lower()
    if lower in _COUNTS:
        return True
    if lower in words.pronouns or lower in words.prepositions or lower in words.conjunctions:
        return False
    return word[0].isupper() or lower in words.determiners


_COUNTS = frozenset(
    "one two three another several many both others critics supporters officials experts analysts".split()
)
