"""Other weights than the shipped ones, for measuring: READER_WEIGHTS names a folder with files of weights."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from reader.model.problems import Problem, ReaderError
from reader.quoting.weights import Weights, weights_of


@cache
def quote_weights() -> Weights | None:
    """The weights of `quotes.json` in the folder that READER_WEIGHTS names; None: those that are shipped."""
    data = _file("quotes.json")
    return weights_of(data) if data is not None else None


def _file(name: str) -> Any:
    """What a file of weights says, or None where there is none. Raises ReaderError for a file that is no JSON."""
    folder = os.environ.get("READER_WEIGHTS")
    path = Path(folder, name) if folder else None
    if path is None or not path.exists():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReaderError(Problem(str(path), "is no file of weights", "unset READER_WEIGHTS")) from error
