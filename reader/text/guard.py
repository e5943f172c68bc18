"""The guard: text from outside made harmless to a terminal, one code point for one."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_KEPT = frozenset("\t\n\r")
_SIGNS: dict[int, str] = {n: chr(0x2400 + n) for n in range(0x20) if chr(n) not in _KEPT}
_SIGNS[0x7F] = "\u2421"
_SIGNS.update(dict.fromkeys(range(128, 160), REPLACEMENT))
_SIGNS.update(dict.fromkeys((*range(8234, 8239), *range(8294, 8298), 8298, 8299, 8300), REPLACEMENT))
_SIGNS.update(dict.fromkeys(range(55296, 57344), REPLACEMENT))
_SIGNS.update(dict.fromkeys(range(917504, 917632), REPLACEMENT))
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206c\ud800-\udfff\U000e0000-\U000e007f]"
)
_CLUSTER = dict(_SIGNS)
_CLUSTER.update({0x09: " ", 0x0A: "\u240a", 0x0D: "\u240d", 0x2028: REPLACEMENT, 0x2029: REPLACEMENT})
_UNSAFE_IN_LINE = re.compile(f"[\t\n\r\u2028\u2029]|{_UNSAFE.pattern}")


def visible(text: str) -> str:
    """The text with every character that a terminal would act on replaced by a sign, one for one.

    Control characters become the Control Pictures of Unicode (U+2400 on), C1 controls, directional overrides,
    lone surrogates and tag characters U+FFFD. Tabs and line ends stay. Offsets hold: the length never changes.
    Right-to-left letters and the plain direction marks U+200E and U+200F are left alone.
    """
    return text.translate(_SIGNS) if _UNSAFE.search(text) else text


def visible_line(text: str) -> str:
    """The same for text that must stay on one line: line ends become signs and tabs blanks."""
    return text.translate(_CLUSTER) if _UNSAFE_IN_LINE.search(text) else text
