"""he and she: the person they stand for, by a weighted sum of what can be seen from a candidate's last mention."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.speakers.scene import Scene
from reader.speakers.weights import Weights

FEATURES = (
    "same sentence", "sentence before", "two sentences before", "further", "same block", "block before",
    "latest", "second", "third", "subject", "in quote", "owner", "last speaker", "spoke in sentence", "spoke lately",
    "often", "most often", "gender agrees", "named", "by pronoun", "by pronoun and latest", "opened its block",
    "inside its own quote", "same sentence subject", "last speaker same block", "last speaker, no other since",
    "subject and latest", "subject sentence before", "opens block, last speaker", "opens block, subject block before",
    "named in a quote since", "same block subject", "first of article", "alone", "full name", "opened same block",
    "first of its sentence", "in quote and latest", "described", "blocks apart",
)  # fmt: skip


def candidates(scene: Scene, mention: Mention) -> list[int]:
    """The drafts a pronoun can stand for: people seen before whose gender does not speak against it."""
    found = []
    for number in scene.recent():
        draft = scene.drafts[number]
        if draft.kind != "person" or draft.plural:
            continue
        gender = draft.gender
        if gender and mention.gender and gender != mention.gender:
            continue
        found.append(number)
    return found


class Asked(NamedTuple):
    """A pronoun with what is the same for all its candidates."""

    start: int
    sentence: int
    block: int
    opens: bool
    """Where it begins its block."""
    gender: str
    quote: Span | None
    """The quote that it is the source of."""
    most: int
    """How often the most mentioned candidate was."""
    rivals: int


def asked(scene: Scene, mention: Mention, quote: Quote | None, numbers: Sequence[int]) -> Asked:
    """What `features` wants to know of a pronoun with these candidates."""
    start = mention.head.start
    block = scene.block(start)
    return Asked(
        start, scene.sentence(start), block, start - scene.block_starts[block] < 3, mention.gender,
        quote.span if quote else None, max(scene.seen[n].count for n in numbers), len(numbers),
    )  # fmt: skip


def features(scene: Scene, about: Asked, number: int, rank: int) -> list[float]:
    """The values of FEATURES for one candidate, the `rank`-th latest."""
    seen, draft = scene.seen[number], scene.drafts[number]
    _, sentence, block, opens, told, quote, most, rivals = about
    apart, blocks, spoke = sentence - seen.sentence, block - seen.block, seen.spoke
    gender, subject, quoted, pronoun = draft.gender, scene.is_subject(seen), seen.quoted, seen.mention.form == "pronoun"
    speaker, latest, name = scene.speaker == number, rank == 0, draft.name
    own = quote is not None and (
        quote.start <= seen.last_quoted < quote.end or quote.start <= seen.position < quote.end
    )
    return [
        apart == 0, apart == 1, apart == 2, min(apart, 8) / 8 if apart > 2 else 0.0, blocks == 0, blocks == 1, latest,
        rank == 1, rank == 2, subject, quoted, seen.owner, speaker, spoke == sentence,
        spoke >= 0 and sentence - spoke <= 3, math.log1p(seen.count), seen.count >= most,
        gender != "" and gender == told, draft.named, pronoun, pronoun and latest, seen.opened == seen.block, own,
        apart == 0 and subject, speaker and blocks == 0, speaker and latest, subject and latest,
        subject and apart == 1, opens and speaker, opens and subject and blocks == 1,
        seen.last_quoted > seen.position, blocks == 0 and subject, draft.first < 400, rivals == 1,
        name is not None and len(name.words) > 1, seen.opened == block, seen.opens_sentence, quoted and latest,
        bool(draft.nouns), float(min(blocks, 6)) / 6,
    ]  # fmt: skip


def resolve_pronoun(scene: Scene, mention: Mention, quote: Quote | None, weights: Weights) -> tuple[int | None, float]:
    """The draft a pronoun stands for and how sure that is; None where nobody fits."""
    numbers = candidates(scene, mention)
    if not numbers:
        return None, 0.0
    about = asked(scene, mention, quote, numbers)
    scores = [sum(map(mul, weights.pronoun, features(scene, about, n, rank))) for rank, n in enumerate(numbers)]
    return _choose(numbers, scores)


def _choose(numbers: Sequence[int], scores: Sequence[float]) -> tuple[int, float]:
    """The best candidate and its share of the belief."""
    best = max(range(len(scores)), key=lambda n: scores[n])
    total = sum(math.exp(s - scores[best]) for s in scores)
    return numbers[best], 1 / total
