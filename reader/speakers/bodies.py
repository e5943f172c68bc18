"""Mentions of organisations, places and documents gathered into bodies."""

from __future__ import annotations

from collections.abc import Sequence

from reader.mentions.lexicon import Lexicon
from reader.model.mentions import Mention
from reader.model.speakers import Link
from reader.speakers.draft import Draft
from reader.speakers.names import acronym, body_key


def proper(text: str) -> bool:
    """True for a phrase that holds a capitalised word past its first: a name, or a noun with one."""
    words = text.split()
    return any(w[:1].isupper() for w in words[1:]) or (len(words) == 1 and text[:1].isupper())


def add_bodies(
    text: str, words: Lexicon, mentions: Sequence[Mention], drafts: list[Draft], of: dict[Mention, int]
) -> None:
    """Appends a draft for every body that is named, and for every noun phrase that holds a name ("Cruz's campaign")."""
    by_key: dict[str, int] = {}
    by_letters: dict[str, int] = {}
    for mention in mentions:
        if mention.form != "body":
            continue
        named = mention.head.of(text)
        is_name = named[:1].isupper() and mention.kind in ("organisation", "place")
        whole = named if is_name else mention.span.of(text)
        if not is_name and not proper(whole):
            continue
        key = body_key(whole)
        key = words.countries.get(key, key) if mention.kind == "place" and key in _SAME_COUNTRY else key
        number = by_key.get(key)
        rule = "body"
        if number is None and named.isupper() and key.replace(".", "") in by_letters:
            number, rule = by_letters[key.replace(".", "")], "acronym"
        if number is None:
            drafts.append(Draft(mention.kind, first=mention.span.start))
            number = len(drafts) - 1
            by_key[key] = number
            letters = acronym(whole)
            if len(letters) > 2:
                by_letters.setdefault(letters, number)
        draft = drafts[number]
        draft.forms[_plain(whole)] += 1
        draft.plural = draft.plural or mention.plural
        draft.links.append(Link(mention.head if is_name else mention.span, rule))
        of[mention] = number


_SAME_COUNTRY = frozenset({"us", "uk", "usa", "u.s.", "u.k.", "united states", "united kingdom", "america"})


def _plain(text: str) -> str:
    """A body's name without its article."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        words.pop(0)
    return " ".join(words)


_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "le",
        "la",
        "les",
        "el",
        "los",
        "las",
        "un",
        "une",
        "ein",
        "eine",
    ]
)
