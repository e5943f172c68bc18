"""Lines end with LF, CR LF or CR and with nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.lines import line_spans, line_starts


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\n", ["a", ""]),
        ("\r\n\r", ["", "", ""]),
        ("a\u2028b\x0cc\x85d", ["a\u2028b\x0cc\x85d"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert [span.of(text) for span in line_spans(text)] == lines


@given(st.text(alphabet="ab\n\r\u2028"))
def test_starts_are_those_of_the_lines(text: str) -> None:
    assert line_starts(text) == [span.start for span in line_spans(text)]
