"""What was learned of pages: loaded when the first text is cleaned. Written by bench/train_cleaning.py."""

from __future__ import annotations

import base64
import json
from array import array
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

VERSION = 1
"""Of the form of the weights; a file with another one is refused."""
FILE = "cleaning.json"
"""The name of a weights file in the folder of READER_WEIGHTS."""


class Weights(Struct, frozen=True):
    """Two tables of log-odds, a number for every bucket, and how the page is cut by them."""

    first: tuple[float, ...]
    """For the columns of reader.cleaning.features."""
    second: tuple[float, ...]
    """For the same columns, then those of reader.cleaning.context."""
    bias: float
    """Added to every unit's log-odds: what is lost may be a quote, debris only disturbs."""
    cost: float
    """What a segment costs."""


_held: list[Weights] = []


def use_weights(data: Mapping[str, Any] | None) -> None:
    """Clean with other weights from now on: the parsed JSON of a weights file; None: with those of the package.

    Raises ValueError where the data is of another version.
    """
    _held[:] = [] if data is None else [weights_of(data)]


def weights() -> Weights:
    """The weights in use."""
    if not _held:
        from reader.cleaning.learned import DATA

        _held.append(weights_of(json.loads(DATA)))
    return _held[0]


def weights_of(data: Mapping[str, Any]) -> Weights:
    """Weights from what a weights file says; ValueError for another version."""
    if data.get("version") != VERSION:
        raise ValueError(f"weights of version {data.get('version')}, {VERSION} is wanted")
    return Weights(_table(data["first"]), _table(data["second"]), float(data["bias"]), float(data["cost"]))


def _table(data: Mapping[str, Any]) -> tuple[float, ...]:
    """Numbers from base64: signed bytes, times a scale."""
    packed = array("b")
    packed.frombytes(base64.b64decode(data["bytes"]))
    scale = float(data["scale"])
    return tuple(n * scale for n in packed)
