"""The guard: text from outside made harmless to a terminal, one code point for one."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
STACK = 30
_KEPT = frozenset("\t\n\r")
_SIGNS: dict[int, str] = {n: chr(0x2400 + n) for n in range(0x20) if chr(n) not in _KEPT}
_SIGNS[0x7F] = "\u2421"
_SIGNS.update(dict.fromkeys(range(0x80, 0xA0), REPLACEMENT))
_SIGNS.update(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206D)), REPLACEMENT))
_SIGNS.update(dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT))
_SIGNS.update(dict.fromkeys(range(0xE0000, 0xE0080), REPLACEMENT))
_SIGNS.update(dict.fromkeys((0xFFF9, 0xFFFA, 0xFFFB), REPLACEMENT))
_SIGNS[0xAD] = "\u2010"
_CLUSTER = dict(_SIGNS)
_CLUSTER.update({0x09: " ", 0x0A: "\u240a", 0x0D: "\u240d", 0x2028: REPLACEMENT, 0x2029: REPLACEMENT})
_ACTS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206c\ud800-\udfff\U000e0000-\U000e007f"
_HIDES = "\u180e\u200b-\u200d\u2060-\u2064\ufeff"
"""What takes no room: joiners, non-joiners, breaks that are not seen."""
_SELECTS = "\U000e0100-\U000e01ef"
"""Choose a form of a Chinese character; anywhere else they carry something that nobody sees."""
# All are compiled when they are first looked for: most text has nothing of them, and the first screen need not wait.
_UNSAFE = f"[{_ACTS}\u00ad\ufff9-\ufffb{_HIDES}{_SELECTS}]"
_UNSAFE_IN_LINE = f"[\t\n\r\u2028\u2029{_ACTS}\u00ad\ufff9-\ufffb{_HIDES}{_SELECTS}]"
_ACTS_IN_LINE = f"[\t\n\r\u2028\u2029{_ACTS}]"
_ACTS_IN_LINES = f"[\r{_ACTS}]"
_HIDDEN = f"[{_HIDES}]+"
_SELECTORS = f"[{_SELECTS}]+"
_SPELLED = "[0-9A-Za-z\u00aa-\u058f]"
"""Letters of scripts that need no joiner."""
_JOINED = "[\u0590-\u1fff\u2190-\u2bff\u2e80-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0003ffff]"
"""Scripts that need one, and pictures."""
_CHINESE = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_STACKED = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{31,}"
)
"""More marks on one letter than any script needs: Unicode's stream-safe text has thirty (UAX #15, 13)."""
_HINTS = str.maketrans("", "", "\u00ad\u200b")


def visible(text: str) -> str:
    """The text with every character that a terminal would act on or nobody would see replaced by a sign, one for one.

    Control characters become the Control Pictures of Unicode (U+2400 on), C1 controls, directional overrides,
    lone surrogates and tag characters U+FFFD. Characters without width become U+FFFD within a word and a blank beside
    one, and stay where scripts and pictures need them; a soft hyphen becomes one that is seen. Tabs and line ends stay.
    Offsets hold: the length never changes. Right-to-left letters and the plain direction marks U+200E and U+200F are
    left alone.
    """
    if text.isascii() and text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return text  # Python's own table knows all of these
    return _without_hidden(text.translate(_SIGNS)) if re.search(_UNSAFE, text) else text


def visible_line(text: str) -> str:
    """The same for text that must stay on one line: line ends become signs and tabs blanks."""
    if text.isprintable() and (text.isascii() or max(text) < _SELECTS[0]):
        return text  # Python's own table knows all of them but the selectors
    return _without_hidden(text.translate(_CLUSTER)) if re.search(_UNSAFE_IN_LINE, text) else text


def harmless(text: str) -> str:
    """A piece of a line with nothing left in it that a terminal would act on: the net for what is on its way out."""
    return text if text.isprintable() or not re.search(_ACTS_IN_LINE, text) else text.translate(_CLUSTER)


def unstacked(text: str) -> str:
    """A piece of a line with thirty marks on a letter at the most: more are not seen, and hold a terminal up."""
    if len(text) <= STACK or text.isascii():
        return text
    return re.sub(_STACKED, lambda marks: marks.group()[:STACK], text)


def outgoing(text: str) -> str:
    """A piece of a line as it may go to a terminal: harmless, and with no more marks on a letter than are seen."""
    return unstacked(harmless(text))


def harmless_lines(text: str) -> str:
    """The same for whole lines on their way out: tabs and line ends stay, a carriage return only before a line feed."""
    if not re.search(_ACTS_IN_LINES, text):
        return text
    return re.sub(f"\r(?!\n)|[{_ACTS}]", lambda found: found.group().translate(_CLUSTER), text)


def without_hints(text: str) -> str:
    """The text without the marks of where a line may be broken, for formats whose offsets lead to no file."""
    return text.translate(_HINTS) if "\u00ad" in text or "\u200b" in text else text


def _without_hidden(text: str) -> str:
    return re.sub(_SELECTORS, _selected, re.sub(_HIDDEN, _seen, text))


def _seen(hidden: re.Match[str]) -> str:
    """What stands for a run of characters without width."""
    text, start, end = hidden.string, hidden.start(), hidden.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if re.match(_SPELLED, before) and re.match(_SPELLED, after):
        return REPLACEMENT * (end - start)
    if end - start == 1 and (re.match(_JOINED, before) or re.match(_JOINED, after)):
        return hidden.group()
    return " " * (end - start)


def _selected(selectors: re.Match[str]) -> str:
    """What stands for a run of selectors: itself where it is one that a Chinese character can have."""
    start, end = selectors.span()
    honest = end - start == 1 and re.match(_CHINESE, selectors.string[start - 1 : start])
    return selectors.group() if honest else REPLACEMENT * (end - start)
