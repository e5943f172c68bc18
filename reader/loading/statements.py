"""What a web page states of itself: in its meta tags, its linked data, its time stamps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "date_published", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "article.updated",
)  # fmt: skip
TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
SECTIONS = ("article:section", "section", "parsely-section")
ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "webpage", "opinionnewsarticle")
_SUFFIX = re.compile(r"\s+(?:[|»•·–—-]|::)\s+")
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
MAX_DATA = 500_000


def stated_by(tree: HtmlElement, url: str = "") -> tuple[tuple[str, str], ...]:
    """(field, value) pairs: title, outlet, date, updated, author, url, section, language; only what the page says."""
    metas = _metas(tree)
    data = next(_linked_data(tree), {})
    outlet = _first(metas, OUTLETS) or _name(data.get("publisher"))
    address = _first_link(tree) or metas.get("og:url", "") or url
    found = {
        "title": _title(tree, metas, data, outlet, address),
        "outlet": outlet,
        "date": _text(data.get("datePublished")) or _first(metas, PUBLISHED) or _time(tree),
        "updated": _text(data.get("dateModified")) or _first(metas, UPDATED),
        "author": _author(metas, data),
        "url": address if address.startswith(("http://", "https://")) else "",
        "section": _first(metas, SECTIONS),
        "language": (tree.get("lang") or "")[:2].lower(),
    }
    return tuple((field, value) for field, value in found.items() if value)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of every meta tag, by its name in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content[:1000])
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text[:MAX_DATA].strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = data if isinstance(data, list) else [data]
        for thing in waiting[:50]:
            if not isinstance(thing, dict):
                continue
            graph = thing.get("@graph")
            for item in [thing, *(graph[:50] if isinstance(graph, list) else [])]:
                kinds = item.get("@type") if isinstance(item, dict) else None
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(str(k).lower() in ARTICLE_TYPES for k in names) and item.get("datePublished"):
                    yield item


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _name(value: object) -> str:
    """The name of a thing of linked data, be it a text, an object or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:8]) if name)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _text(value)


def _author(metas: Mapping[str, str], data: Mapping[str, Any]) -> str:
    author = _name(data.get("author")) or next(
        (metas[n] for n in AUTHORS if metas.get(n) and not metas[n].startswith("http")), ""
    )
    return _BY.sub("", author)


def _time(tree: HtmlElement) -> str:
    """The stamp of the first <time> that is marked as the publication's, or of the only one."""
    times = [t for t in tree.iter("time") if t.get("datetime")]
    for time in times:
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished":
            return str(time.get("datetime"))
    for element in tree.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").lower() == "datepublished":
            return str(element.get("content") or element.get("datetime") or "".join(element.itertext()))[:60].strip()
    return str(times[0].get("datetime")) if len({t.get("datetime") for t in times}) == 1 else ""


def _first_link(tree: HtmlElement) -> str:
    """The canonical address."""
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((str(link.get("href") or "").strip() for link in links), "")


def _title(tree: HtmlElement, metas: Mapping[str, str], data: Mapping[str, Any], outlet: str, address: str) -> str:
    """The headline without the outlet's name behind it."""
    written = next(("".join(t.itertext()) for t in tree.iter("title")), "")
    title = _name(data.get("headline")) or _first(metas, TITLES) or " ".join(written.split())
    headings = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    host = (urlsplit(address).hostname or "").removeprefix("www.").split(".")[0] if "//" in address else ""
    whole = next((h for h in headings if h and title.startswith(h) and len(h) > 12), None)
    if whole:
        return whole
    parts = _SUFFIX.split(title)
    while len(parts) > 1 and _is_outlet(parts[-1], outlet, host):
        parts.pop()
        title = title[: title.rfind(parts[-1]) + len(parts[-1])]
    return title


def _is_outlet(part: str, outlet: str, host: str) -> bool:
    """True for the name of the site."""
    plain = re.sub(r"\W+", "", part).lower()
    named = re.sub(r"\W+", "", outlet).lower()
    return bool(plain) and (plain == named or (bool(host) and (plain in host or host in plain)) or named in plain != "")
