"""Rows printed for a person on a terminal, or for a program in a pipe."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from reader.text.guard import harmless_lines, visible_line

FORMATS = ("table", "tsv", "json", "jsonl", "csv", "markdown")
"""What every listing command prints."""
NARROWEST = 8
"""Cells that a column keeps however narrow the terminal is."""


def print_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str | None) -> None:
    """Print rows (column name to value) on standard output.

    Args: form: one of FORMATS; None gives a table on a terminal and tab-separated lines with a header elsewhere.
    """
    if form is None:
        form = "table" if sys.stdout.isatty() else "tsv"
    if form == "json":
        _print_json(rows)
    elif form == "jsonl":
        sys.stdout.writelines(harmless_lines(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
    else:
        texts = ([_text(row.get(column)) for column in columns] for row in rows)
        PRINTERS[form](texts, columns)


def _print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """One array, a row at a time."""
    empty = True
    for row in rows:
        sys.stdout.write("[\n " if empty else ",\n ")
        sys.stdout.write(harmless_lines(json.dumps(row, ensure_ascii=False, indent=1)).replace("\n", "\n "))
        empty = False
    sys.stdout.write("[]\n" if empty else "\n]\n")


def _print_tsv(texts: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
    for line in chain((columns,), texts):
        sys.stdout.write("\t".join(line) + "\n")


def _print_csv(texts: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
    """Comma-separated values after RFC 4180; a cell that a spreadsheet would take for a formula is quoted as text."""
    import csv

    from reader.exporting.quotesheet import safe_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in texts)


def _print_markdown(texts: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
    """A pipe table; what Markdown would act on is escaped."""
    sys.stdout.write("| " + " | ".join(columns) + " |\n" + "|---" * len(columns) + "|\n")
    for row in texts:
        cells = (re.sub(r"([\\|`*_\[\]<>#])", r"\\\1", cell) for cell in row)
        sys.stdout.write("| " + " | ".join(cells) + " |\n")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, float):
        return f"{value:.2f}"
    return visible_line(str(value))


def _print_table(lines: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
    """Aligned columns under a header, cut with an ellipsis to the terminal's width."""
    from rich.cells import cell_len, set_cell_size  # width of wide characters

    texts = list(lines)
    width = _terminal_width()
    rows = [[c.upper() for c in columns], *texts]
    wants = [max(cell_len(row[i]) for row in rows) for i in range(len(columns))]
    sizes = fitted(wants, width - 2 * (len(columns) - 1))
    for row in rows:
        cells = [
            set_cell_size(t, size) if cell_len(t) <= size else set_cell_size(t, size - 1).rstrip() + "…"
            for t, size in zip(row, sizes, strict=True)
        ]
        padded = [c + " " * (size - cell_len(c)) for c, size in zip(cells, sizes, strict=True)]
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def fitted(wants: Sequence[int], room: int) -> list[int]:
    """The widths that columns get of `room` cells: the widest give way first, none below NARROWEST."""
    sizes = list(wants)
    while sum(sizes) > room:
        widest = max(range(len(sizes)), key=lambda i: sizes[i])
        if sizes[widest] <= NARROWEST:
            break
        others = sorted(sizes, reverse=True)
        step = max(1, min(sum(sizes) - room, sizes[widest] - (others[1] if len(others) > 1 else NARROWEST)))
        sizes[widest] = max(NARROWEST, sizes[widest] - step)
    return sizes


def _terminal_width() -> int:
    try:
        return max(40, os.get_terminal_size(sys.stdout.fileno()).columns)
    except OSError:
        return 120


PRINTERS: Mapping[str, Callable[[Iterable[Sequence[str]], Sequence[str]], None]] = {
    "table": _print_table,
    "tsv": _print_tsv,
    "csv": _print_csv,
    "markdown": _print_markdown,
}
"""The formats made of lines of text."""
