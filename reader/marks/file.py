"""The marks of a folder as YAML text, and back."""

from __future__ import annotations

from collections.abc import Iterable

from reader.marks.marks import ArticleMark, ArticleRef
from reader.model.problems import Problem, ReaderError
from reader.strictyaml import Node, Plain, dump, load

HEAD = "# Written by reader: tags, notes and what was read. Yours to edit while the app is closed.\n"
VERSION = "1"
END = "of marks"
"""The last value of a whole file; a file that was cut off lacks it."""
_FIELDS = ("title", "path", "part", "id", "sample", "tags", "state", "note")


def written(marks: Iterable[ArticleMark]) -> str:
    """The YAML of the marks, those with nothing in them left out."""
    articles: list[Plain] = [_article(mark) for mark in marks if not mark.empty]
    return HEAD + dump({"reader-marks": VERSION, "articles": articles, "end": END})


def parsed(text: str, path: str) -> tuple[ArticleMark, ...]:
    """The marks of a YAML text. Raises ReaderError with line and column; `path` is named in it."""
    root = load(text, path)
    fields = root.fields(("reader-marks", "articles", "end"))
    if "reader-marks" not in fields:
        raise root.fault("is not a file of marks: it has no 'reader-marks'")
    version = fields["reader-marks"]
    if version.text() != VERSION:
        raise version.fault(f"was written by another version of reader (marks {version.text()!r})", "update reader")
    if "end" not in fields or fields["end"].text() != END:
        raise ReaderError(Problem(path, "was cut off: its last line 'end' is missing", "mend it or move it away"))
    return tuple(_mark(node) for node in fields["articles"].items()) if "articles" in fields else ()


def _article(mark: ArticleMark) -> Plain:
    ref = mark.ref
    out: dict[str, Plain] = {"title": ref.title, "path": ref.path}
    if ref.part != 1:
        out["part"] = str(ref.part)
    out["id"] = ref.id
    out["sample"] = ref.sample
    if mark.tags:
        out["tags"] = list(mark.tags)
    if mark.read:
        out["state"] = "read"
    if mark.note:
        out["note"] = mark.note
    return out


def _mark(node: Node) -> ArticleMark:
    fields = node.fields(_FIELDS)

    def text(name: str, default: str = "") -> str:
        return fields[name].text() if name in fields else default

    part = text("part", "1")
    if not part.isdecimal():
        raise fields["part"].fault("a number is expected here")
    if text("state") not in ("", "read"):
        raise fields["state"].fault("the only state there is is 'read'")
    ref = ArticleRef(text("id"), text("path"), int(part), text("title"), text("sample"))
    tags = tuple(dict.fromkeys(tag.text() for tag in fields["tags"].items())) if "tags" in fields else ()
    return ArticleMark(ref, tags, text("state") == "read", text("note"))
