"""Descriptions beside a name led to its bearer: "the bank's economist, Nora Feld," and "Nora Feld, an economist,"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.mentions import Mention
from reader.speakers.chain import Chain
from reader.speakers.descriptions import describe

_AGE = re.compile(r", \d{1,3}, ")


def link_appositions(chain: Chain, mentions: Sequence[Mention]) -> None:
    """Links a description beside a name ("Trump's envoy, Steve Witkoff,") to the name's bearer."""
    text = chain.article.text
    last_name: Mention | None = None
    last_role: Mention | None = None
    for mention in mentions:
        if mention.form == "role" and not mention.plural and mention.kind != "group":
            if last_name is not None and _after_name(text, last_name, mention):
                chain.link(mention, chain.of[last_name], "apposition", 0.95)
            last_role = mention
        elif mention.form == "name" and mention.kind == "person" and mention in chain.of:
            last_name = mention
            if last_role is not None and last_role not in chain.of and _before_name(text, last_role, mention):
                number = chain.of[mention]
                chain.link(last_role, number, "apposition", 0.9)
                _take_description(chain, last_role, number)


def _after_name(text: str, name: Mention, role: Mention) -> bool:
    """True for ", the mayor of X" right behind a name, or behind the brackets that follow it."""
    if not name.head.end < role.span.start <= name.span.end + 2:
        return False
    between = text[name.head.end : role.span.start]
    return (
        between == ", " or (between.endswith("), ") and between.count(",") < 3) or _AGE.fullmatch(between) is not None
    )


def _before_name(text: str, role: Mention, name: Mention) -> bool:
    """True for "another critic, Laurence Tribe,": a description, a comma and a name that a comma or stop closes."""
    between = text[role.span.end : name.span.start]
    if not between.endswith(", ") or len(between) > 24 or "," in between[:-2]:
        return False
    if any(c in between for c in '.;:"“”'):
        return False
    return text[name.span.end : name.span.end + 1] in (",", ".", "", "\n", ":", " ") and len(between.split()) <= 3


def _take_description(chain: Chain, mention: Mention, number: int) -> None:
    """Adds the words of a description to its bearer."""
    found = describe(mention.span.of(chain.article.text), chain.words.code)
    draft = chain.drafts[number]
    draft.nouns.update(found.nouns)
    draft.owners.update(found.owners)
    draft.vote(mention.gender)
