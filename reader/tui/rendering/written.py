"""What a view shows, written as a table in a file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.guard import visible_line

_MARKUP = re.compile(r"([\\|`*_\[\]<>#])")


class Table(NamedTuple):
    """Names of columns and rows of as many cells."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def as_markdown(title: str, table: Table) -> str:
    """A page with a heading and a pipe table; what Markdown would act on is escaped."""
    lines = [f"# {_plain(title)}", "", _line(table.columns), "|" + "---|" * len(table.columns)]
    return "\n".join([*lines, *map(_line, table.rows)]) + "\n"


def as_csv(table: Table) -> str:
    """Comma-separated values after RFC 4180; what a spreadsheet would run as a formula begins with an apostrophe."""
    from reader.exporting.quotesheet import safe_cell  # brings all of exporting

    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(table.columns)
    writer.writerows([safe_cell(visible_line(cell)) for cell in row] for row in table.rows)
    return file.getvalue()


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _plain(cell: str) -> str:
    return _MARKUP.sub(r"\\\1", visible_line(cell))
