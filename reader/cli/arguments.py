"""The parser of command lines, whose words may be the names of files that somebody else gave."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from reader.text.guard import harmless_lines

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the words of a command line, without anything in them that acts."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(harmless_lines(message), file)
