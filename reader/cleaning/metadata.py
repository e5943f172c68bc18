"""What an article says about itself, read from the lines around its body."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.cleaning.dates import find_date
from reader.cleaning.units import Unit
from reader.model.articles import Fact, Metadata

AGENCIES = (
    "Reuters", "Associated Press", "AP", "AFP", "Agence France-Presse", "Bloomberg", "dpa", "DPA", "EFE", "ANSA",
    "TASS", "Tass", "Interfax", "RIA Novosti", "Xinhua", "Kyodo", "UPI", "PA Media", "Press Association", "PTI",
    "ANI", "IANS", "APP", "Anadolu", "Anadolu Agency", "Yonhap", "AAP", "APA", "Ukrinform", "PAP", "CNA",
)  # fmt: skip
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_](?:[^\W\d_]|[ .,'’/-]){{1,60}}?)(?:,\s(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}"
    rf"|\d{{1,2}} [A-Z][a-z]{{2,8}}))?\s*"
    rf"(?:\((?P<agency>{_AGENCY})\)\s*(?:[-–—:]|--)?|(?:[–—:]|--|\s-)\s)\s*(?=[\"“‘']?[^\W\d_])"
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Von|Par|Por|Автор:?)\s+(?P<names>[^\W\d_][^\d:;!?]{2,120}?)"
    r"(?:\s*[|•·].*|,\s*(?:[A-Z][\w ]*(?:Writer|Reporter|Correspondent|Editor|Staff)|" + _AGENCY + r").*)?\s*"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){1,4}")
_SOURCE = re.compile(
    r"[@(\s]*(?:source|quelle|fuente|источник|via|originally published (?:by|in|on"
    r"|at))\s*:?\s+(?P<name>\S.{1,60}?)[)\s.]*",
    re.I,
)
_LABELLED = re.compile(r"\s*@?(?:source|quelle|fuente|источник)\s*:", re.I)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}", re.I)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19"
    r"|20)\d\d)?)?,?\s*(?:by\s+)?(?P<name>[^\W\d_][^.|,©]{1,60}?)"
    r"(?:\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*(?:[.|,]|all rights|$)", re.I,
)  # fmt: skip
_UPDATED = re.compile(
    r"(?:updated?|last (?:modified|updated|changed)|modified|aktualisiert|mis à jour|actualizado|обновлено)\b", re.I
)
_PUBLISHED = re.compile(
    r"(?:published|posted|first published|veröffentlicht|publié|publicado|опубликовано|date)\b", re.I
)
_URL = re.compile(r"https?://[^\s<>\"“”]+", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_DATELINE = 160
LONGEST_TRAIL = 160
AFTER, LABELLED = 4, 1_000_000
"""A line behind the text's beginning counts as so many times as far; a labelled date before all others."""
HOMES = frozenset(("home", "homepage", "start", "startseite", "accueil", "inicio", "portada", "главная"))
_STEP = re.compile(r"\s*[>»›→]\s*|\s+[/|·]\s+")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:[/-]|$)")
_SLUG = re.compile(r"[\w%.~-]*-[\w%./~?=&#-]*|[\w%-]+/[\w%./~?=&#-]*")
_SUFFIX = re.compile(r"(?P<title>.{12,}?)\s+(?:[|»–—]|-)\s+(?P<outlet>[^|»–—]{2,40})")


def dateline(paragraph: str) -> tuple[Fact | None, Fact | None, int]:
    """The place and the agency at the head of a first paragraph, and where the dateline ends (0: there is none)."""
    match = _DATELINE.match(paragraph[:LONGEST_DATELINE])
    if not match or not _is_place(match["place"]):
        return None, None, 0
    agency = Fact(match["agency"], "dateline") if match["agency"] else None
    return Fact(match["place"].strip(" ,"), "dateline"), agency, match.end()


def _is_place(words: str) -> bool:
    """True where the first word is in capitals, or all are capitalised and few."""
    first = words.split(maxsplit=1)[0].strip(",./") if words.split() else ""
    return first.isupper() and len(first) > 2


@lru_cache(maxsize=4096)
def is_dated(text: str) -> bool:
    """True for a line that says little but a date, as the line under a headline does."""
    if len(text) > 120 or not _YEAR.search(text):
        return False
    dated = find_date(text)
    if dated is None:
        return False
    rest = text[: dated.span.start] + text[dated.span.end :]
    labelled = bool(_UPDATED.search(rest) or _PUBLISHED.search(rest))
    return labelled or sum(c.isalpha() for c in rest) <= 24


def is_byline(text: str) -> bool:
    """True for "By Jane Doe", "By JANE DOE and John Roe | Reuters"."""
    return len(text) <= 140 and _BYLINE.fullmatch(text) is not None and bool(_authors(text))


def is_source(text: str) -> bool:
    """True for "Source: example.com"."""
    return len(text) <= 90 and ":" in text and _LABELLED.match(text) is not None and _SOURCE.fullmatch(text) is not None


def _authors(text: str) -> tuple[str, ...]:
    match = _BYLINE.fullmatch(text)
    if not match:
        return ()
    names = [n.strip(" .") for n in re.split(r",\s+|\s+(?:and|und|et|y|и|&)\s+", match["names"])]
    names = [n.title() if n.isupper() else n for n in names]
    return tuple(n for n in names if _NAME.fullmatch(n) and all(w[0].isupper() or len(w) <= 3 for w in n.split()))


def mended_url(text: str) -> str | None:
    """The first URL of a line, put together again where one blank or line break tore its path apart."""
    match = _URL.search(text)
    if not match:
        return None
    rest = text[match.end() :].split()
    url = match.group().rstrip(".,;)")
    if match.start() == 0 and 0 < len(rest) <= 2 and url.count("/") > 2 and all(_SLUG.fullmatch(r) for r in rest):
        url += "".join(rest)
    return url


def metadata(
    outer: Sequence[Unit], title: str | None, lead: str, stated: Sequence[tuple[str, str]], begin: int = 0
) -> Metadata:
    """The metadata of an article.

    Args: outer: the units outside its body that are no captions, in order; title: the headline found; lead: the
    first paragraph; stated: what the format states (front matter), which wins over what is found; begin: where the
    first paragraph stands in the raw text.
    """
    said = dict(stated)
    place, agency, _ = dateline(lead)
    url = _first(outer, _url_of)
    published, updated = _dates(outer, url, begin)
    outlet = next((fact for rule in OUTLET_RULES if (fact := rule(outer, title, url))), None)
    authors = next((_authors(u.text) for u in outer if is_byline(u.text)), ())
    return Metadata(
        title=_stated(said, "title", "headline")
        or (Fact(without_outlet(title, outlet), "headline") if title else None),
        outlet=_stated(said, "outlet", "source", "publisher", "site", "sitename", "site_name", "publication") or outlet,
        published=_stated_date(said, "date", "published", "pubdate", "date_published") or published,
        updated=_stated_date(said, "updated", "modified", "lastmod") or updated,
        agency=_stated(said, "agency") or agency,
        place=place,
        section=_stated(said, "section", "category") or section_of(outer, title),
        url=_stated(said, "url", "link", "source_url", "original_url", "canonical") or url,
        authors=tuple(Fact(a, "front matter") for a in re.split(r",\s*|\s+and\s+", said["author"]))
        if "author" in said
        else tuple(Fact(a, "byline") for a in authors),
    )


def _stated(said: dict[str, str], *fields: str) -> Fact | None:
    return next((Fact(said[f], f"stated: {f}") for f in fields if said.get(f)), None)


def _stated_date(said: dict[str, str], *fields: str) -> Fact | None:
    for field in fields:
        dated = find_date(said.get(field, ""))
        if dated:
            return Fact(dated.day, f"stated: {field}", dated.guessed)
    return None


def _first(units: Sequence[Unit], look: Callable[[Unit], Fact | None]) -> Fact | None:
    return next((fact for unit in units if (fact := look(unit))), None)


def _url_of(unit: Unit) -> Fact | None:
    if not unit.text.lower().startswith("http") and "url" not in unit.text.lower()[:20]:
        return None
    url = mended_url(unit.text)
    return Fact(url, "url line") if url else None


def _dates(outer: Sequence[Unit], url: Fact | None, begin: int) -> tuple[Fact | None, Fact | None]:
    """(published, updated) as the lines around the body state them; from the URL as a guess.

    A labelled date goes first ("Published ..."), then the one nearest to the text's beginning: far above it stands
    the day on which the page was opened, far below it the days of other articles.
    """
    published: list[tuple[int, Fact]] = []
    updated: list[tuple[int, Fact]] = []
    for unit in outer:
        if not is_dated(unit.text):
            continue
        far = begin - unit.raw.end if unit.raw.end <= begin else AFTER * (unit.raw.start - begin)
        at = 0
        while dated := find_date(unit.text, at):
            before = unit.text[at : dated.span.start]
            if _UPDATED.search(before):
                updated.append((far, Fact(dated.day, "date line: updated", dated.guessed)))
            else:
                labelled = -LABELLED if _PUBLISHED.search(before) else 0
                published.append((far + labelled, Fact(dated.day, "date line", dated.guessed)))
            at = dated.span.end
    in_url = _URL_DATE.search(url.value) if url else None
    if not published and in_url:
        dated = find_date("-".join(in_url.groups()))
        published = [(0, Fact(dated.day, "url", guessed=True))] if dated else []
    nearest = [min(found, key=lambda pair: pair[0])[1] if found else None for found in (published, updated)]
    return nearest[0], nearest[1]


def section_of(outer: Sequence[Unit], title: str | None) -> Fact | None:
    """The section that a trail of links above the text leads to: "Home > World > Europe"."""
    for unit in outer:
        trail = [step.strip() for step in _STEP.split(unit.text)] if len(unit.text) <= LONGEST_TRAIL else []
        if len(trail) > 1 and trail[0].lower() in HOMES:
            last = [step for step in trail[1:] if step and step != title and len(step.split()) <= 4]
            if last:
                return Fact(last[-1], "trail of links", guessed=True)
    return None


def without_outlet(title: str, outlet: Fact | None) -> str:
    """The headline without the outlet's name behind it: "Headline | The Courier"."""
    match = _SUFFIX.fullmatch(title)
    if not match or outlet is None:
        return title
    suffix, name = (re.sub(r"\W|^the\b", "", words.lower()) for words in (match["outlet"], outlet.value))
    host = name.removesuffix("com").removesuffix("org").removesuffix("couk")
    return match["title"] if suffix and (suffix in name or (len(host) > 3 and host in suffix)) else title


def _outlet_source(outer: Sequence[Unit], title: str | None, url: Fact | None) -> Fact | None:
    for unit in outer:
        match = _SOURCE.fullmatch(unit.text) if is_source(unit.text) else None
        if match:
            return Fact(match["name"].strip(), "source line")
    return None


def _outlet_url(outer: Sequence[Unit], title: str | None, url: Fact | None) -> Fact | None:
    if url is None:
        return None
    host = url.value.split("/")[2].split("@")[-1].split(":")[0].lower()
    for prefix in ("www.", "m.", "amp.", "edition."):
        host = host.removeprefix(prefix)
    return Fact(host, "url") if _DOMAIN.fullmatch(host) else None


def _outlet_suffix(outer: Sequence[Unit], title: str | None, url: Fact | None) -> Fact | None:
    """A line that is the headline and one thing more: "Headline | The Outlet"."""
    for unit in outer:
        match = _SUFFIX.fullmatch(unit.text)
        if match and title and match["title"].strip() == title and len(match["outlet"].split()) <= 5:
            return Fact(match["outlet"].strip(), "title suffix")
    return None


def _outlet_copyright(outer: Sequence[Unit], title: str | None, url: Fact | None) -> Fact | None:
    for unit in reversed(outer):
        match = _COPYRIGHT.search(unit.text) if len(unit.text) <= 260 else None
        if (
            match
            and len(match["name"].split()) <= 6
            and not match["name"].lower().startswith(("all rights", "the author"))
        ):
            return Fact(match["name"].strip(), "copyright line", guessed=True)
    return None


OUTLET_RULES = (_outlet_source, _outlet_url, _outlet_suffix, _outlet_copyright)
"""The surest first."""
