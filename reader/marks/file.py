"""The marks of a folder as YAML text, and back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches

from reader.marks.marks import (
    Acts,
    ArticleMark,
    ArticleRef,
    LineMark,
    Others,
    OutletLine,
    QuoteMark,
    SavedSearch,
    SpeakerAct,
    TagColour,
)
from reader.model.problems import Problem, ReaderError
from reader.strictyaml import Node, Plain, dump, load_commented, plain
from reader.text.guard import visible_line

OURS = "# Written by reader: "
"""How the line begins that every version puts on top."""
HEAD = f"{OURS}tags, notes and corrections. Yours to edit; the last line must stay.\n"
VERSION = "1"
END = "of marks"
"""The last value of a whole file; a file that was cut off lacks it."""
LAST = f"end: {END}\n"
_STAMP = re.compile(r"^written: (v[0-9a-f]{15})\n", re.MULTILINE)
_WHOLE = ("reader-marks", "articles", "speakers", "outlets", "tag colours", "searches", "recent tags", "written", "end")
_ARTICLE = ("title", "path", "part", "id", "sample", "tags", "state", "star", "note", "quotes", "lines")
_QUOTE = ("words", "place", "speaker", "kind", "ends", "is", "star", "tags", "note")
_LINE = ("text", "belongs", "place")
_SPEAKER = ("act", "speaker", "other", "path")
_OUTLET = ("outlet", "text", "belongs")
_KINDS = ("direct", "mixed", "indirect", "unspoken")
Fields = Mapping[str, Node]
Entry = dict[str, Plain]


def written(marks: Iterable[ArticleMark], acts: Acts, *, empty: bool = False) -> str:
    """The YAML of the marks, those with nothing in them left out. Args: empty: those too."""
    out: Entry = {"reader-marks": VERSION}
    out["articles"] = [_article(mark) for mark in marks if empty or not mark.empty]
    if acts.speakers:
        out["speakers"] = [
            _filled({"act": a.act, "speaker": a.speaker, "other": a.other, "path": a.path}) for a in acts.speakers
        ]
    if acts.outlets:
        out["outlets"] = [{"outlet": o.outlet, "text": o.text, "belongs": _yes(o.belongs)} for o in acts.outlets]
    if acts.colours:
        out["tag colours"] = [{"tag": c.tag, "colour": c.colour} for c in acts.colours]
    if acts.searches:
        out["searches"] = [{"name": s.name, "query": s.query} for s in acts.searches]
    if acts.recent:
        out["recent tags"] = list(acts.recent)
    comments = "".join(f"{line}\n" for line in acts.comments)
    return HEAD + comments + dump({**out, **_back(acts.others), "end": END})


def stamped(text: str) -> str:
    """A whole file's text with its check sum before the last line: by it is known from which version one was edited."""
    return f"{text[: -len(LAST)]}written: {_sum(text)}\n{LAST}"


def stamp_of(text: str) -> tuple[str, bool]:
    """The check sum in a file's text (empty where it has none), and whether nothing was changed since."""
    found = _STAMP.search(text)
    if found is None:
        return "", False
    return found[1], _sum(text[: found.start()] + text[found.end() :]) == found[1]


def _sum(text: str) -> str:
    return "v" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def parsed(
    text: str, path: str, unknown: Callable[[Problem], object] = lambda _: None
) -> tuple[tuple[ArticleMark, ...], Acts]:
    """The marks of a YAML text. Raises ReaderError with line and column; `path` is named in it.

    Args: unknown: told of every key that is not known here; it is kept, since a person or a later version wrote it.
    """
    root, lines = load_commented(text, path)
    fields = root.fields()
    if "reader-marks" not in fields:
        raise root.fault("is not a file of marks: it has no 'reader-marks'")
    version = fields["reader-marks"]
    if version.text() != VERSION:
        raise version.fault(f"was written by another version of reader (marks {version.text()!r})", "update reader")
    if "end" not in fields or fields["end"].text() != END:
        last = text.count("\n") + (not text.endswith("\n"))
        what = "was cut off: its last line 'end' is missing"
        raise ReaderError(Problem(path, what, "mend it or move it away", last, 1))
    acts = Acts(
        tuple(_speaker_act(node) for node in _items(fields, "speakers")),
        tuple(_outlet_line(node) for node in _items(fields, "outlets")),
        tuple(TagColour(*_both(node, "tag", "colour")) for node in _items(fields, "tag colours")),
        tuple(SavedSearch(*_both(node, "name", "query")) for node in _items(fields, "searches")),
        tuple(node.text() for node in _items(fields, "recent tags")),
        _others(root, _WHOLE, unknown),
        tuple(comment for comment in lines if not comment.startswith(OURS)),
    )
    return tuple(_mark(node, unknown) for node in _items(fields, "articles")), acts


def _others(node: Node, known: Sequence[str], unknown: Callable[[Problem], object]) -> Others:
    """What stands under keys that are not known."""
    found = []
    for key, value in node.fields().items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            advice = (f"did you mean {near[0]!r}? " if near else "") + "it is kept as it is"
            what = f"unknown key {visible_line(key)[:40]!r}"
            unknown(Problem(value.path, what, advice, value.line, value.column, fatal=False))
            found.append((key, json.dumps(plain(value))))
    return tuple(found)


def _back(others: Others) -> Entry:
    """The same, to be written again."""
    return {key: json.loads(value) for key, value in others}


def _article(mark: ArticleMark) -> Plain:
    ref = mark.ref
    return {**_filled({
        "title": ref.title, "path": ref.path, "part": str(ref.part) if ref.part != 1 else "", "id": ref.id,
        "sample": ref.sample, "tags": list(mark.tags), "state": "read" if mark.read else "",
        "star": "*" if mark.star else "", "note": mark.note, "quotes": [_quote(quote) for quote in mark.quotes],
        "lines": [_line(line) for line in mark.lines],
    }), **_back(mark.others)}  # fmt: skip


def _quote(quote: QuoteMark) -> Plain:
    speaker = {"speaker": quote.speaker} if quote.speaker is not None else {}
    return {
        **_filled({"words": quote.words, "place": str(quote.nth) if quote.nth != 1 else ""}), **speaker,
        **_filled({
            "kind": quote.kind or "", "ends": quote.ends or "", "is": "" if quote.quote else "no quote",
            "star": "*" if quote.star else "", "tags": list(quote.tags), "note": quote.note,
        }),
        **_back(quote.others),
    }  # fmt: skip


def _line(line: LineMark) -> Plain:
    place = {"place": str(line.nth)} if line.nth != 1 else {}
    return {"text": line.text, "belongs": _yes(line.belongs), **place}


def _filled(entry: Entry) -> Entry:
    """The entry without what is empty."""
    return {key: value for key, value in entry.items() if value}


def _yes(value: bool) -> str:
    return "it does" if value else "it does not"


def _mark(node: Node, unknown: Callable[[Problem], object]) -> ArticleMark:
    fields = node.fields()
    ref = ArticleRef(
        _text(fields, "id"),
        _text(fields, "path"),
        _number(fields, "part"),
        _text(fields, "title"),
        _text(fields, "sample"),
    )
    return ArticleMark(
        ref, _tags(fields), bool(_choice(fields, "state", ("", "read"))), _text(fields, "note"),
        bool(_choice(fields, "star", ("", "*"))), tuple(_quote_mark(n, unknown) for n in _items(fields, "quotes")),
        tuple(_line_mark(n) for n in _items(fields, "lines")), _others(node, _ARTICLE, unknown),
    )  # fmt: skip


def _quote_mark(node: Node, unknown: Callable[[Problem], object]) -> QuoteMark:
    fields = node.fields()
    if not _text(fields, "words"):
        raise node.fault("a quote without 'words' cannot be found again")
    return QuoteMark(
        words=_text(fields, "words"),
        nth=_number(fields, "place"),
        speaker=_text(fields, "speaker") if "speaker" in fields else None,
        kind=_choice(fields, "kind", ("", *_KINDS)) or None,  # type: ignore[arg-type]
        ends=_text(fields, "ends") or None,
        quote=not _choice(fields, "is", ("", "no quote")),
        star=bool(_choice(fields, "star", ("", "*"))),
        tags=_tags(fields),
        note=_text(fields, "note"),
        others=_others(node, _QUOTE, unknown),
    )


def _line_mark(node: Node) -> LineMark:
    fields = node.fields(_LINE)
    return LineMark(_text(fields, "text"), _belongs(node, fields), _number(fields, "place"))


def _speaker_act(node: Node) -> SpeakerAct:
    fields = node.fields(_SPEAKER)
    act = _choice(fields, "act", ("same", "apart", "name"))
    if not (_text(fields, "speaker") and _text(fields, "other") and act):
        raise node.fault("'act', 'speaker' and 'other' must all be given")
    return SpeakerAct(act, _text(fields, "speaker"), _text(fields, "other"), _text(fields, "path"))  # type: ignore[arg-type]


def _outlet_line(node: Node) -> OutletLine:
    fields = node.fields(_OUTLET)
    return OutletLine(_text(fields, "outlet"), _text(fields, "text"), _belongs(node, fields))


def _both(node: Node, one: str, other: str) -> tuple[str, str]:
    fields = node.fields((one, other))
    if not (_text(fields, one) and _text(fields, other)):
        raise node.fault(f"'{one}' and '{other}' must both be given")
    return _text(fields, one), _text(fields, other)


def _belongs(node: Node, fields: Fields) -> bool:
    if "belongs" not in fields:
        raise node.fault("'belongs' is missing", "'it does' or 'it does not'")
    return _choice(fields, "belongs", ("it does", "it does not")) == "it does"


def _items(fields: Fields, name: str) -> tuple[Node, ...]:
    return fields[name].items() if name in fields else ()


def _text(fields: Fields, name: str) -> str:
    return fields[name].text() if name in fields else ""


def _number(fields: Fields, name: str) -> int:
    text = _text(fields, name)
    if text and not (text.isdecimal() and len(text) < 7):
        raise fields[name].fault("a number is expected here")
    return int(text) if text else 1


def _choice(fields: Fields, name: str, known: Sequence[str]) -> str:
    text = _text(fields, name)
    if text not in known:
        raise fields[name].fault(f"{text!r} is not known here", "known: " + ", ".join(k for k in known if k))
    return text


def _tags(fields: Fields) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.text() for tag in _items(fields, "tags")))
