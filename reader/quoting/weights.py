"""What was learned of quotes: loaded when the first article is asked about. Written by bench/train_quotes.py."""

from __future__ import annotations

import base64
import json
from array import array
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from reader.quoting.trees import Trees, planted

VERSION = 2
"""Of the form of the weights; a file with another one is refused."""


class Weights(Struct, frozen=True):
    """All that was learned from annotated articles."""

    source: Trees
    """How well a candidate fits as a quote's source."""
    statement: Trees
    """Whether quoted words are somebody's statement, given its best source."""
    right: Trees
    """Whether quoted words are a statement of the source ranked first."""
    clause: Trees
    """Whether a clause without marks is reported speech."""
    strength: Mapping[str, float]
    """How strongly a cue's word speaks for speech; behind "~", "<" and ">" the cue of a reported clause, the word
    before it and the first word of the clause."""
    near: Mapping[str, float]
    """How strongly a word beside the marks speaks for a statement."""
    sure: tuple[tuple[float, float], ...]
    """(belief, share of those that were right) pairs, both ascending: the calibration."""


@cache
def shipped() -> Weights:
    """The weights that the package ships with."""
    from reader.quoting.learned import DATA

    return weights_of(json.loads(DATA))


def weights_of(data: Mapping[str, Any]) -> Weights:
    """Weights from what a weights file says (its JSON, read); ValueError for another version."""
    if data.get("version") != VERSION:
        raise ValueError(f"weights of version {data.get('version')}, {VERSION} is wanted")
    return Weights(
        _trees(data["source"]),
        _trees(data["statement"]),
        _trees(data["right"]),
        _trees(data["clause"]),
        data["strength"],
        data["near"],
        tuple((float(a), float(b)) for a, b in data["sure"]),
    )


def _trees(data: Mapping[str, Any]) -> Trees:
    orders: tuple[tuple[int, Mapping[float, float]], ...] = tuple(
        (int(f), {float(n): float(v) for n, v in enumerate(order)}) for f, order in data["orders"].items()
    )
    rows = (_row("h", data["feature"]), _row("f", data["value"]), _row("i", data["right"]), _row("i", data["roots"]))
    return Trees(planted(*rows), float(data["base"]), orders)


def _row(code: str, packed: str) -> list[Any]:
    """Numbers from base64: h 16 bits, i 32 bits, f a 32-bit float, little-endian."""
    row = array(code)
    row.frombytes(base64.b64decode(packed))
    return row.tolist()
