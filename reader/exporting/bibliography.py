"""Sources with the quotes taken from them, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from reader.exporting.citing import Source, source_of
from reader.exporting.selection import ArticleView, Selection, article_views

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(selection: Selection) -> Iterator[str]:
    """An entry an article, its quotes in the field `annote`; for biber or any BibTeX that reads UTF-8."""
    taken: dict[str, int] = {}
    for view in article_views(selection):
        source = source_of(view.article)
        key = _key(source, taken)
        found = {
            "title": f"{{{_latex(source.title)}}}",
            "author": " and ".join(_latex(a) for a in source.authors),
            "journal": _latex(source.outlet or source.agency),
            "date": source.day.isoformat() if source.day else "",
            "year": str(source.day.year) if source.day else "",
            "url": re.sub(r"[{}\s\\]", "", source.url),
            "note": _latex(", ".join(view.tags)),
            "annote": _latex(_quotes(view)),
        }
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in found.items() if value)
        yield f"@article{{{key},\n{lines}\n}}\n\n"


def csl_json(selection: Selection) -> Iterator[str]:
    """An array of items of the CSL input schema, the quotes of each in its `note`."""
    taken: dict[str, int] = {}
    items = [_item(view, taken) for view in article_views(selection)]
    yield json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(view: ArticleView, taken: dict[str, int]) -> dict[str, object]:
    source = source_of(view.article)
    item: dict[str, object] = {"type": "article-newspaper", "id": _key(source, taken), "title": source.title}
    if source.outlet:
        item["container-title"] = source.outlet
    if source.agency:
        item["publisher"] = source.agency
    if source.day:
        item["issued"] = {"date-parts": [[source.day.year, source.day.month, source.day.day]]}
    if source.authors:
        item["author"] = [_csl_name(author) for author in source.authors]
    if source.url:
        item["URL"] = source.url
    if view.article.language:
        item["language"] = view.article.language
    if view.tags:
        item["keyword"] = ", ".join(view.tags)
    if view.quotes:
        item["note"] = _quotes(view)
    return item


def _csl_name(author: str) -> dict[str, str]:
    given, _, family = author.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": author}


def _quotes(view: ArticleView) -> str:
    return " / ".join(f"{quote.name or 'nobody named'}: “{quote.words}”" for quote in view.quotes)


def _key(source: Source, taken: dict[str, int]) -> str:
    """Outlet, year and the title's first long word, told apart by a letter where several have the same."""
    words = [w for w in re.findall(r"[a-z0-9]+", _ascii(source.title).lower()) if len(w) > 3]
    outlet = "".join(re.findall(r"[a-z0-9]+", _ascii(source.outlet or source.agency or "unknown").lower()))
    key = f"{outlet}{source.day.year if source.day else 'nd'}{words[0] if words else ''}"
    taken[key] = count = taken.get(key, 0) + 1
    return key if count == 1 else f"{key}-{count}"


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _latex(text: str) -> str:
    return "".join(_LATEX.get(c, c) for c in text.replace("\n", " "))
