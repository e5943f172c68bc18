"""Articles as records (.json, .jsonl): from crawlers, databases and news services, with the usual field names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.loading.documents import decoded_text, identity
from reader.loading.formats.html import page_document
from reader.loading.parts import MAX_PARTS, too_many
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line

TEXTS = (
    "text", "body", "content", "articlebody", "maintext", "fulltext", "full_text", "article_text", "article", "story",
    "raw_text", "plain_text", "bodytext", "body_text", "contenttext", "content_text", "description", "summary",
)  # fmt: skip
"""Names of fields that hold an article's text, the fullest first."""
FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("title", "headline", "heading", "webtitle", "name")),
    ("outlet", (
        "outlet", "source", "publisher", "publication", "site_name", "sitename", "sourcename", "source_name",
        "newspaper", "media", "domain", "source_domain", "hostname")),
    ("date", (
        "date", "published", "published_at", "publishedat", "datepublished", "date_publish", "date_published",
        "pubdate", "pub_date", "publish_date", "publication_date", "published_date", "webpublicationdate", "created_at",
        "timestamp")),
    ("updated", ("updated", "updated_at", "datemodified", "date_modify", "date_modified", "modified", "lastmodified")),
    ("author", ("author", "authors", "byline", "creator", "by")),
    ("url", ("url", "link", "canonical_url", "canonical", "weburl", "web_url", "source_url", "permalink")),
    ("section", ("section", "category", "sectionname", "desk")),
    ("agency", ("agency", "wire")),
    ("language", ("language", "lang")),
)  # fmt: skip
LISTS = ("articles", "items", "entries", "results", "data", "docs", "documents", "hits", "stories", "news", "response")
MAX_DEPTH = 4


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """A document for every record with text, in order. Raises ReaderError, with the line of what is no JSON."""
    text, encoding, problems = decoded_text(data, path)
    found: list[RawDocument] = []
    for record in _records(text, path):
        if len(found) >= MAX_PARTS:
            raise too_many(path)
        document = _document(record, path, len(found) + 1, encoding, problems)
        if document is not None:
            found.append(document)
    if not found:
        raise ReaderError(
            Problem(path, "holds no record with a text", "a field `text`, `body` or `content` is looked for")
        )
    return tuple(found)


def _records(text: str, path: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON value, or of one a line."""
    try:
        yield from _objects(json.loads(text), 0)
        return
    except RecursionError as error:
        raise ReaderError(Problem(path, "is nested too deeply")) from error
    except ValueError as error:
        fault = error
    lines = text.split("\n")
    if not any(line.lstrip().startswith("{") for line in lines[1:]):
        raise ReaderError(Problem(path, f"is no JSON: {fault}")) from fault
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from _objects(json.loads(line), 0)
            except (ValueError, RecursionError) as error:
                raise ReaderError(Problem(path, f"is no JSON: {error}", line=number)) from error


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The records in a value: itself, the members of a list, of a field that lists them."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1) if depth < MAX_DEPTH else ()
    elif isinstance(value, dict):
        inner = next((value[k] for k in value if str(k).lower() in LISTS and isinstance(value[k], list | dict)), None)
        source = value.get("_source")
        if isinstance(source, dict):
            yield source
        elif inner is not None and depth < MAX_DEPTH:
            yield from _objects(inner, depth + 1)
        else:
            yield value


def _document(
    record: Mapping[str, Any], path: str, part: int, encoding: str, problems: tuple[Problem, ...]
) -> RawDocument | None:
    """The document of a record, or None where it has no text."""
    fields = {str(key).lower(): value for key, value in record.items()}
    inner = fields.get("fields")
    if isinstance(inner, dict):
        fields.update({str(key).lower(): value for key, value in inner.items()})
    stated = tuple((name, words) for name, keys in FIELDS if (words := _first(fields, keys)))
    body = next((_body(fields[k]) for k in TEXTS if k in fields and _body(fields[k]).strip()), "")
    html = fields.get("html") or fields.get("content_html")
    markup = html if isinstance(html, str) and len(html) > len(body) else body if _is_markup(body) else ""
    if markup:
        page = page_document(visible(markup), path, encoding, problems, part=part)
        said = {**dict(page.stated), **dict(stated)}
        return RawDocument(
            path=path, text=page.text, id=page.id, part=part, format="json", encoding=encoding, sections=page.sections,
            stated=tuple(said.items()), problems=problems,
        )  # fmt: skip
    if not body.strip():
        return None
    text = visible(body)
    return RawDocument(
        path=path, text=text, id=identity(text), part=part, format="json", encoding=encoding, stated=stated,
        problems=problems, derived=True,
    )  # fmt: skip


def _body(value: object) -> str:
    """A text, or paragraphs in a list, as text."""
    if isinstance(value, list):
        return "\n\n".join(words for item in value if (words := _body(item)))
    if isinstance(value, dict):
        return _body(value.get("text") or value.get("content") or "")
    return value if isinstance(value, str) else ""


def _is_markup(text: str) -> bool:
    head = text[:2000].lower()
    return "<p" in head or "<div" in head or "<html" in head or "<br" in head


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """The first of the fields that says something, as one line."""
    for key in keys:
        words = _words(fields.get(key))
        if words:
            return visible_line(" ".join(words.split()))[:1000]
    return ""


def _words(value: object) -> str:
    """The text of a value: itself, a name in an object, all of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(words for item in value[:20] if (words := _words(item)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title") or value.get("uri") or "")
    return ""
