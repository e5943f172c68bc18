"""The quick way gives what the long way gives, or nothing."""

from hypothesis import given
from hypothesis import strategies as st

from reader.marks.file import written
from reader.marks.marks import Acts, ArticleMark, ArticleRef, QuoteMark
from reader.strictyaml import dump
from reader.strictyaml.loading import load_slowly
from reader.strictyaml.quick import quick
from reader.strictyaml.writing import Plain

TEXTS = st.text(max_size=30) | st.text(alphabet=" abc\n:#-'\"[]{},|>\t\\", max_size=20)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)
LINES = (
    "a: b", "- a", "  - b", "  c: d", "a:", "- a: b", '  b: [x, "y"]', "n: |-", "  text", "", "    deep", 'b: "x\\n"',
    "# c", " a: b",
    '  a: "q', "e: {}", "k: a b", "- - a", "  x:", "a: |-", "---", "end: of marks", "k: a: b", "k: [a,b]",
    "  - a: b", "    c: d", "k: 'x #y'", "k: 'a''b'", "k: 'a' b", "w: 12", "- 5", "5: a", "k: [5, 'a, b']",
    "d: 2024-05-12", "n: 0x1F", "f: 1.5", "1 a: 2 b", 'z: "a" b', "a: &x b", "a: *x", "a: !t b", "<<: b",
)  # fmt: skip


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5))
def test_of_what_is_written(value: dict[str, Plain]) -> None:
    text = dump(value)
    found = quick(text, "x")
    assert found is None or found == load_slowly(text, "x")


@given(st.lists(st.sampled_from(LINES), max_size=8))
def test_of_lines_in_any_order(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    found = quick(text, "x")
    assert found is None or found == load_slowly(text, "x")


def test_a_file_of_marks_goes_the_quick_way() -> None:
    quote = QuoteMark("We cannot: ever", speaker="Ada Quill", tags=("x",), note="one\n\ntwo")
    ref = ArticleRef("0123", "a/b c.txt", 2, "“Title”, \\ and \x85", "00 11")
    text = written([ArticleMark(ref, ("a/b", "no"), True, "note\nof two", True, (quote,))] * 1, Acts())
    assert quick(text, "x") == load_slowly(text, "x")
