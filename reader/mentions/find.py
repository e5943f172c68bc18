"""An article's mentions: every noun phrase that can be the source of a quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.mentions.groups import groups
from reader.mentions.known import Known, headline, learn
from reader.mentions.lexicon import FIRST, FUNCTION, HONORIFIC, NOUN, PEOPLE, TITLE, Lexicon, lexicon
from reader.mentions.names import final_sort, inner_names, name_mentions
from reader.mentions.phrases import phrase_mentions
from reader.mentions.runs import Run, runs
from reader.mentions.tokens import BLANK, Tokens, tokens
from reader.model.articles import SPOKEN, Article
from reader.model.mentions import Mention


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions of an article's spoken blocks, ordered by span; a phrase may hold others."""
    words = lexicon(article.language)
    plain: list[tuple[Tokens, list[Run]]] = []
    shouted: list[Tokens] = []
    for block in article.blocks:
        if block.kind not in SPOKEN:
            continue
        found = tokens(article.text, block.span, words)
        if headline(found):
            shouted.append(found)
        else:
            plain.append((found, list(runs(found, words))))
    known = learn(plain)
    mentions: set[Mention] = set()
    for found, cut in plain:
        mentions.update(_plain_block(found, cut, words, known))
    for found in shouted:
        mentions.update(_headline_block(found, words, known))
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.head, m.form))
    return tuple(_without_doubles(ordered))


def _without_doubles(ordered: Sequence[Mention]) -> list[Mention]:
    """One mention a head: where two name the same words, the longer phrase stays."""
    seen: set[tuple[int, int, bool]] = set()
    kept = []
    for mention in ordered:
        key = (mention.head.start, mention.head.end, mention.kind == "group")
        if key not in seen:
            seen.add(key)
            kept.append(mention)
    return kept


def _plain_block(found: Tokens, cut: Sequence[Run], words: Lexicon, known: Known) -> Iterator[Mention]:
    """The mentions of a block in which capitals tell names."""
    taken = bytearray(found.count)
    named: list[Mention] = []
    for run in (_without_opener(found, r, known) for r in cut):
        sort = final_sort(found, run, known, words)
        before = len(named)
        named.extend(name_mentions(found, run, sort, words, known))
        if sort in ("person", "organisation", "place"):
            taken[run.first : run.after] = b"\1" * (run.after - run.first)
            if sort == "person":
                _take_role(found, taken, run, named[before])
    yield from named
    others = list(phrase_mentions(found, words, taken))
    yield from others
    yield from groups(found.text, named, others, words)


def _without_opener(found: Tokens, run: Run, known: Known) -> Run:
    """The run without a sentence's first word that is no name: "Critics Finch" where Finch is known."""
    at = run.name
    lone = run.first == at and run.after - at == 2 and run.sort == "unknown" and found.openers[at]
    if lone and found.lowers[at] in known.plain and known.person(found.lowers[at + 1]):
        return Run(at + 1, at + 1, run.after, "unknown")
    return run


def _take_role(found: Tokens, taken: bytearray, run: Run, person: Mention) -> None:
    """Marks the words of a description before a name, so that they make no mention of their own."""
    at = run.first - 1
    while at >= 0 and found.starts[at] >= person.span.start:
        if not found.owned(at):
            taken[at] = 1
        at -= 1


def _headline_block(found: Tokens, words: Lexicon, known: Known) -> Iterator[Mention]:
    """The mentions of a line in title case: only names that are known, or plainly a person's."""
    yield from inner_names(found, 0, found.count, words, known)
    for at in range(found.count - 1):
        first, second = found.bits[at], found.bits[at + 1]
        if found.gaps[at + 1] != BLANK or not found.capitals[at + 1] or second & (FUNCTION | NOUN | PEOPLE):
            continue
        if known.person(found.lowers[at]):
            continue
        if first & FIRST and not second & (FIRST | TITLE) and found.lowers[at + 1] not in known.plain:
            span = found.span(at, at + 2)
            yield Mention(span, span, "name", "person", words.first_names.get(found.lowers[at], ""))
        elif first & HONORIFIC:
            gender = words.genders.get(found.lowers[at], "")
            yield Mention(found.span(at, at + 2), found.span(at + 1, at + 2), "name", "person", gender)
    taken = bytearray(found.count)
    for mention in phrase_mentions(found, words, taken):
        if mention.form == "pronoun":
            yield mention
