"""Comments are found wherever they may stand, and nothing else is taken for one."""

import pytest

from reader.strictyaml import load_commented
from reader.strictyaml.comments import _slowly


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b\n", ()),
        ("# one\na: b # two\n  # three\n", ("# one", "# two", "# three")),
        ("a: 'x # y'\nb: \"# z\" # yes\n", ("# yes",)),
        ("a: |-\n  # not one\n\n  text # nor this\nb: c\n# but this\n", ("# but this",)),
        ("a: 'two\n  # lines' # yes\n", ("# yes",)),
        ("a: x#y\ntags: [a, 'b#c', d] #e\n", ("#e",)),
        ("a: | # on the head\n  text\n", ("# on the head",)),
    ],
)
def test_of_hand_written_files(text: str, found: tuple[str, ...]) -> None:
    assert load_commented(text, "x")[1] == found
    assert _slowly(text) == found
