"""What was learned of pronouns; loaded with the first article. Written by bench/train_speakers.py."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

VERSION = 1
"""Of the form of the weights; a file with another one is refused."""


class Weights(Struct, frozen=True):
    """All that was learned from annotated articles."""

    pronoun: tuple[float, ...]
    """One for each of reader.speakers.pronouns.FEATURES, in their order."""


@cache
def shipped() -> Weights:
    """The weights of the package."""
    from reader.speakers import learned

    return _weights(learned.PRONOUN)


def weights_of(data: Any) -> Weights:
    """The weights that a file holds: {"version": 1, "pronoun": {feature: weight}}. Raises ValueError for others."""
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("pronoun"), dict):
        raise ValueError("no weights for speakers of this version")
    return _weights(data["pronoun"])


def _weights(pronoun: Mapping[str, float]) -> Weights:
    from reader.speakers.pronouns import FEATURES

    return Weights(tuple(float(pronoun.get(name, 0.0)) for name in FEATURES))
