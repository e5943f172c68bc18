"""A person's YAML: what is written comes back, what could be a trap is refused with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.problems import ReaderError
from reader.strictyaml import Node, Plain, dump, load

TEXTS = st.text(max_size=30) | st.text(alphabet=" abc\n:#-'\"[]{},|>\t&*!", max_size=20)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


def plain(node: Node) -> Plain:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [plain(member) for member in node.value]
    return {key: plain(member) for key, member in node.value.items()}


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5))
def test_what_is_written_comes_back(value: dict[str, Plain]) -> None:
    assert plain(load(dump(value), "x.yaml")) == value


@pytest.mark.parametrize("word", ["no", "12:30", "2025-03-14", "1e3", "~", "null", "0x10"])
def test_everything_is_text(word: str) -> None:
    assert plain(load(f"a: {word}", "x.yaml")) == {"a": word}


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("a: 1\na: 2\n", "stands twice", 2),
        ("a: &x 1\nb: *x\n", "anchors and aliases", 1),
        ("a: 1\n<<: {b: 2}\n", "merge keys", 2),
        ("a: !!python/object:os.system x\n", "tags", 1),
        ("a: [1, 2\nb: 3\n", "not valid YAML", 2),
        ("a: 1\n---\nb: 2\n", "only one document", 2),
        ("a: \x07\n", "characters that YAML does not allow", 1),
        ("a: " + "[" * 40 + "]" * 40, "nested deeper", 1),
    ],
)
def test_traps_are_refused_with_their_place(text: str, what: str, line: int) -> None:
    with pytest.raises(ReaderError) as caught:
        load(text, "marks.yaml")
    assert what in str(caught.value)
    assert caught.value.problem.line == line
    assert str(caught.value).startswith(f"marks.yaml, line {line}")


def test_a_hundred_thousand_brackets_are_refused_and_nothing_breaks() -> None:
    with pytest.raises(ReaderError, match="nested deeper"):
        load("[" * 100_000, "x.yaml")


def test_an_unknown_key_is_named_with_the_one_that_was_meant() -> None:
    node = load("titel: x\n", "seeds/a.yaml")
    with pytest.raises(ReaderError) as caught:
        node.fields(("title", "date"))
    assert str(caught.value) == "seeds/a.yaml, line 1, column 8: unknown key 'titel'; did you mean 'title'?"
