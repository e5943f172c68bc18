"""The walk through an article that links pronouns and descriptions to the people met before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.speakers.chain import Chain
from reader.speakers.descriptions import describe
from reader.speakers.draft import Draft
from reader.speakers.pronouns import resolve_pronoun
from reader.speakers.roles import Roles, definite
from reader.speakers.scene import Scene

_SURE_OF_GENDER = 0.8
"""From here on a pronoun tells the gender of somebody whose name does not."""
_SURE_ENOUGH = 0.5
"""Below this a pronoun or description is lit only where it is the source of a quote."""
_RELATIVE_REACH = 120  # characters from a name to the "who" that is a source
_WITNESSES = frozenset({"person", "organisation", "place", "unnamed"})


class _Walk(Struct):
    """Where the walk stands."""

    chain: Chain
    scene: Scene
    roles: Roles
    unnamed: dict[str, int] = field(default_factory=dict)
    """Noun -> the draft without a name it described last."""
    owner: tuple[Span, int] | None = None
    """The last mention passed that belongs to a draft, and that draft: who "his" or "Finch's" may be."""
    before: Mention | None = None
    """The last name or description passed."""


def walk(chain: Chain, mentions: Sequence[Mention], quotes: Sequence[Quote], sources: dict[Mention, Quote]) -> None:
    """Goes through the article in reading order and links pronouns and descriptions to those met before."""
    scene = Scene(chain.article, chain.drafts, quotes)
    at = _Walk(chain, scene, Roles(scene, chain.words))
    for mention in sorted(mentions, key=lambda m: (m.head.start, m.span.start)):
        quote = sources.get(mention)
        number = chain.of.get(mention)
        if number is None:
            number = _resolve(at, mention, quote)
        if number is None:
            continue
        if chain.drafts[number].kind in _WITNESSES:
            scene.see(number, mention, quote is not None)
        at.owner = (mention.head, number)
        if mention.form in ("name", "role"):
            at.before = mention


def _resolve(at: _Walk, mention: Mention, quote: Quote | None) -> int | None:
    """The draft of a mention without a name, linked where one is found."""
    quoted = at.scene.in_quote(mention.head.start)
    if mention.form == "pronoun":
        if mention.head.of(at.chain.article.text).lower() in at.chain.words.relatives:
            return _relative(at, mention, quote)
        return None if quoted and quote is None else _personal(at, mention, quote)
    if mention.form != "role" or mention.kind == "group":
        return None
    owner = at.owner
    possessor = owner[1] if owner and mention.span.start <= owner[0].start < mention.head.start else None
    number, sure = at.roles.resolve(mention, possessor)
    if number is not None and (quote is not None or sure >= _SURE_ENOUGH):
        return at.chain.link(mention, number, "role", sure * (0.8 if quoted else 1.0))
    return None if quoted and quote is None else _nameless(at, mention)


def _nameless(at: _Walk, mention: Mention) -> int:
    """A draft without a name for somebody described ("a senior official"), so that "he" and "the official" find it."""
    chain = at.chain
    text = chain.article.text
    head, phrase = mention.head.of(text).lower(), mention.span.of(text)
    number = at.unnamed.get(head) if definite(phrase, chain.words) and not mention.plural else None
    if number is None:
        nouns = set(describe(phrase, chain.words.code).nouns)
        chain.drafts.append(
            Draft("person", first=mention.span.start, phrase=phrase, plural=mention.plural, nouns=nouns)
        )
        number = at.unnamed[head] = len(chain.drafts) - 1
        chain.drafts[number].vote(mention.gender)
    chain.link(mention, number, "same description", 0.7)
    chain.sure[mention] = 1.0
    return number


def _relative(at: _Walk, mention: Mention, quote: Quote | None) -> int | None:
    """The draft that "who" belongs to: right behind a mention, or as a source a little further on."""
    before = at.before
    if before is None or before not in at.chain.of:
        return None
    number = at.chain.of[before]
    if _follows(at.chain.article.text, before, mention):
        return at.chain.link(mention, number, "relative", 0.95)
    if quote is not None and mention.head.start - before.head.end < _RELATIVE_REACH:
        return at.chain.link(mention, number, "relative", 0.8)
    return None


def _personal(at: _Walk, mention: Mention, quote: Quote | None) -> int | None:
    """The draft that he or she stands for; others stay dark."""
    if not mention.gender:
        return None
    number, sure = resolve_pronoun(at.scene, mention, quote, at.chain.weights)
    if number is None or (quote is None and sure < _SURE_ENOUGH):
        return None
    if sure >= _SURE_OF_GENDER and not at.chain.drafts[number].gender:
        at.chain.drafts[number].vote(mention.gender)
    return at.chain.link(mention, number, "pronoun", sure)


def _follows(text: str, before: Mention, mention: Mention) -> bool:
    """True where a relative pronoun stands right after a mention, or after its name."""
    return text[before.head.end : mention.head.start] in (", ", " ") or (0 <= mention.head.start - before.span.end <= 3)
