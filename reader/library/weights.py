"""Other weights than the shipped ones, for measuring: READER_WEIGHTS names a folder with files of weights.

`cleaning.json`, `quotes.json` and `speakers.json`, as the training scripts in bench/ write them; what is not there is
taken from the package.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from reader.cleaning.weights import use_weights
from reader.model.problems import Problem, ReaderError
from reader.quoting.weights import Weights as QuoteWeights
from reader.quoting.weights import weights_of as quote_weights_of
from reader.speakers.weights import Weights as SpeakerWeights
from reader.speakers.weights import weights_of as speaker_weights_of

T = TypeVar("T")


@cache
def set_cleaning_weights() -> None:
    """Let cleaning use the folder's weights, if it has any; the shipped ones otherwise."""
    _read("cleaning.json", use_weights)


@cache
def quote_weights() -> QuoteWeights | None:
    """The folder's weights for quotes; None: those that are shipped."""
    return _read("quotes.json", quote_weights_of)


@cache
def speaker_weights() -> SpeakerWeights | None:
    """The folder's weights for speakers; None: those that are shipped."""
    return _read("speakers.json", speaker_weights_of)


def _read(name: str, use: Callable[[Any], T]) -> T | None:
    """What `use` makes of a file of weights; None where there is none. Raises ReaderError for a file that is none."""
    folder = os.environ.get("READER_WEIGHTS")
    path = Path(folder, name) if folder else None
    if path is None or not path.exists():
        return None
    try:
        return use(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise ReaderError(Problem(str(path), "is no file of weights", "unset READER_WEIGHTS")) from error
