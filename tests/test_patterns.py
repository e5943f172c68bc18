"""No regular expression of the program can be made to take quadratic time: every one is read and judged."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from patterns import judged, text_of, written

ROOT = Path(__file__).parent.parent
WHOLE = "for one whole line whose length is limited"
HARMLESS = {
    "(?:(?:.{0,60}\\s)?(?:©": WHOLE,
    "(?:(?:related|see also": WHOLE,
    "(?:(?:share|tweet|": WHOLE,
    "(?:(?:this (?:is a )?(?:developing": WHOLE,
    "(?:.{0,300}[.)!?]": WHOLE,
    "(?:.{12,180}\\s\\[": WHOLE,
    "(?:By|BY|Written by": WHOLE,
    "(?:[\\d.,]+ ?[kKmM]?|": WHOLE,
    "(?:\\d+ )?(?:user |reader ": WHOLE,
    "(?:\\d+ seconds? of": WHOLE,
    "(?:copyright\\s*(?:©": WHOLE,
    "(?:https?://\\S+(?:\\s\\S+)?)": WHOLE,
    "(?:reply|respond|quote|": WHOLE,
    "(?P<place>[^\\W\\d_]": "the beginning of a paragraph, cut to a dateline's length",
    "(?P<title>.{12,}?)": WHOLE,
    "[@(\\s]*(?:source|": WHOLE,
    "\\s*@?(?:source|": "matched at a line's beginning alone",
    "\\s*\\(?(?:(?:file )?(?:photo|": "matched at a line's beginning alone",
    "(?P<pad> *)(?P<dash>- )?": "for one whole line; its parts give nothing back",
    "<meta[^>]{0,200}?": "over the first 4 kB of a page",
    "(?:[a-z0-9-]+\\.)+[a-z]{2,12}": "for one whole name of a host",
    "[\\w%.~-]*-": "for one whole part of an address",
    "[\\s,—–]*([^\\W_]": "matched at one place; what follows takes all it can",
    "\\s*\\S+": "nothing can fail behind white space but the end of the text",
    "\\s+(?:[|»": "over a title, in which no two blanks follow each other",
}
"""How suspect patterns begin, and why no text can make them slow where they are used."""

BUILT = {
    ("reader.cleaning.endings", "pattern"): "compiled on import, where it is watched",
    ("reader.cli.plain.looking", "pattern"): "words with white space between them, each written as it stands",
    ("reader.library.corrections", "pattern"): "words with white space between them, each written as it stands",
    ("reader.tui.expressions", "pattern"): "the person's own, in a process that is ended when it takes too long",
    ("reader.tui.expressions", "words"): "words with white space between them, each written as it stands",
}
"""(module, argument) of patterns that are put together from variables, and why no text can make them slow."""


def suspects() -> dict[str, str]:
    """All suspect patterns of the program, read in a process that has compiled none yet."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    code = "import json, patterns; print(json.dumps(patterns.patterns()))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=os.environ | {"PYTHONPATH": paths}
    )
    import json

    return {pattern: " ".join(why) for pattern, why in json.loads(done.stdout).items()}


def test_no_pattern_is_suspect_but_those_with_a_reason() -> None:
    found = suspects()
    unknown = {p: why for p, why in found.items() if not p.startswith(tuple(HARMLESS))}
    assert not unknown, "write it so that no two repeats can share characters, or give a reason in HARMLESS"
    assert not [start for start in HARMLESS if not any(p.startswith(start) for p in found)], "no longer needed"


def test_no_pattern_inside_a_function_is_suspect_or_put_together_unseen() -> None:
    found, unknown = written()
    assert [p for p in found if not p.startswith(tuple(HARMLESS))] == []
    assert unknown <= set(BUILT), "say why it is harmless in BUILT"


@pytest.mark.parametrize(
    ("call", "suspect"),
    [
        ('re.sub(r"(a+)+$", "", t)', True),
        ('re.search(f"{w}" + r"\\w*\\w*x", t)', True),
        ('re.split(rf"{w}\\s+$", t)', False),
        ('re.findall("(?:" + "|".join(ws) + ")b", t)', False),
    ],
)
def test_a_pattern_in_a_call_is_read_with_words_put_in(call: str, suspect: bool) -> None:
    argument = ast.parse(call, mode="eval").body.args[0]  # type: ignore[attr-defined]
    text = text_of(argument, object())
    assert text is not None
    assert bool(judged(text, 0)) is suspect


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\w+\s?)*$", r"(a|b+)*c", r"(?:x*y?)*z"])
def test_a_repeat_in_a_repeat_is_seen(pattern: str) -> None:
    assert "nested" in judged(pattern, 0)


@pytest.mark.parametrize("pattern", [r"\d+\d+x", r"a\s*\s*b", r"x.*=.*;", r"a\w*b?\w*c", r"(?:a+|b)c?a+d"])
def test_two_repeats_over_the_same_characters_are_seen(pattern: str) -> None:
    assert "beside" in judged(pattern, 0)


@pytest.mark.parametrize("pattern", [r"\s+$", r"\w+@", r"[a-z]+\d"])
def test_a_repeat_that_every_start_tries_anew_is_seen(pattern: str) -> None:
    assert "leading" in judged(pattern, 0)


@pytest.mark.parametrize("pattern", [r"\w+(?:'\w+)*", r"\b\w+x", r"\d+\s+\w+", r"\w++\d", r"(?:\w+,)*x", r"a{0,20}b"])
def test_what_is_plain_is_not(pattern: str) -> None:
    assert judged(pattern, 0) in ((), ("leading",))
