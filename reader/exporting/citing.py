"""Citations of an article in the styles that people have to hand in, and of a quote by a template of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from reader.model.articles import Article

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
TEMPLATE = "“{quote}” — {speaker}, in {citation}"
"""How a copied quote is written unless the config says otherwise; see `fields`."""


class Source(Struct, frozen=True):
    """What a citation is made of; empty where the article does not say it."""

    title: str
    outlet: str
    day: date | None
    authors: tuple[str, ...]
    url: str
    agency: str
    file: str


def source_of(article: Article) -> Source:
    """The source that an article is."""
    facts = article.metadata
    return Source(
        title=article.title,
        outlet=facts.outlet.value if facts.outlet else "",
        day=date.fromisoformat(facts.date.value) if facts.date else None,
        authors=tuple(author.value for author in facts.authors),
        url=facts.url.value if facts.url else "",
        agency=facts.agency.value if facts.agency else "",
        file=article.path.rsplit("/", 1)[-1],
    )


def chicago(source: Source) -> str:
    """A bibliography entry after the Chicago Manual of Style, 17th edition, 14.191 (news articles)."""
    day = f"{MONTHS[source.day.month - 1]} {source.day.day}, {source.day.year}" if source.day else "n.d."
    authors = _inverted(source.authors, " and ")
    return _sentences(authors, f"“{_stopped(source.title)}”", _joined(_publisher(source), day), source.url)


def apa(source: Source) -> str:
    """A reference after the APA Publication Manual, 7th edition, 10.1 (newspaper articles)."""
    day = f"({source.day.year}, {MONTHS[source.day.month - 1]} {source.day.day})" if source.day else "(n.d.)"
    authors = _initials(source.authors)
    publisher = _publisher(source)
    if authors:
        return _sentences(authors, day, source.title, publisher, source.url)
    return _sentences(source.title, day, publisher, source.url)


def mla(source: Source) -> str:
    """A works-cited entry after the MLA Handbook, 9th edition."""
    short = MONTHS[source.day.month - 1] if source.day else ""
    short = short if len(short) <= 4 else f"{short[:4] if short == 'September' else short[:3]}."
    day = f"{source.day.day} {short} {source.day.year}" if source.day else ""
    return _sentences(
        _inverted(source.authors, ", and "), f"“{_stopped(source.title)}”", _joined(_publisher(source), day, source.url)
    )


STYLES: Mapping[str, Callable[[Source], str]] = {"chicago": chicago, "apa": apa, "mla": mla}


def fields(words: str, speaker: str, article: Article, style: str = "chicago") -> Mapping[str, str]:
    """What a template may name: quote, speaker, outlet, date, title, url, authors, agency, file, citation."""
    source = source_of(article)
    return {
        "quote": words,
        "speaker": speaker or "unnamed source",
        "outlet": _publisher(source),
        "date": source.day.isoformat() if source.day else "no date",
        "title": source.title,
        "url": source.url,
        "authors": ", ".join(source.authors),
        "agency": source.agency,
        "file": source.file,
        "citation": STYLES[style](source),
    }


def cited(words: str, speaker: str, article: Article, *, template: str = TEMPLATE, style: str = "chicago") -> str:
    """A quote with its citation. Raises ValueError where the template names a field that there is not."""
    values = fields(words, speaker, article, style)
    try:
        return template.format_map(values)
    except (KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"the template names {error}, which is none of: {', '.join(values)}") from error


def _publisher(source: Source) -> str:
    if source.outlet and source.agency and source.agency != source.outlet:
        return f"{source.outlet} ({source.agency})"
    return source.outlet or source.agency or source.file


def _inverted(authors: Sequence[str], between: str) -> str:
    """The first author's name with the surname first, the others' as they are."""
    if not authors:
        return ""
    first, *rest = authors
    given, _, last = first.rpartition(" ")
    head = f"{last}, {given}" if given else last
    return between.join([", ".join([head, *rest[:-1]]), rest[-1]]) if rest else head


def _initials(authors: Sequence[str]) -> str:
    """Surnames with initials: Quill, A., & Roe, J."""
    short = []
    for author in authors:
        *given, last = author.split()
        short.append(", ".join([last, " ".join(f"{name[0]}." for name in given)]) if given else last)
    return ", & ".join([", ".join(short[:-1]), short[-1]]) if len(short) > 1 else "".join(short)


def _stopped(title: str) -> str:
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _sentences(*parts: str) -> str:
    """The parts that are not empty, each with a full stop unless it ends with one."""
    return " ".join(
        part if part.endswith((".", ".”", "?”", "!”", "…”", ".)")) else f"{part}." for part in parts if part
    )
