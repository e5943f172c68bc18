"""he and she: the person they stand for, by a weighted sum of what can be seen from a candidate's last mention."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reader.model.mentions import Mention
from reader.model.quotes import Quote
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


def features(
    scene: Scene, mention: Mention, number: int, rank: int, quote: Quote | None, most: int, rivals: int
) -> list[float]:
    """The values of FEATURES for one candidate, the `rank`-th latest."""
    seen, draft = scene.seen[number], scene.drafts[number]
    start = mention.head.start
    sentence, block = scene.sentence(start), scene.block(start)
    apart, blocks = sentence - seen.sentence, block - seen.block
    gender = draft.gender
    speaker = scene.speaker == number
    opens = start - scene.block_starts[block] < 3
    subject, latest = seen.subject, rank == 0
    own = quote is not None and quote.span.start <= seen.last_quoted < quote.span.end
    own = own or (quote is not None and quote.span.start <= seen.position < quote.span.end)
    return [
        float(apart == 0), float(apart == 1), float(apart == 2), min(apart, 8) / 8 if apart > 2 else 0.0,
        float(blocks == 0), float(blocks == 1), float(latest), float(rank == 1), float(rank == 2),
        float(subject), float(seen.quoted), float(seen.owner), float(speaker),
        float(seen.spoke == sentence), float(seen.spoke >= 0 and sentence - seen.spoke <= 3),
        math.log1p(seen.count), float(seen.count >= most), float(bool(gender) and gender == mention.gender),
        float(draft.named), float(seen.form == "pronoun"), float(seen.form == "pronoun" and latest),
        float(seen.opened == seen.block), float(own), float(apart == 0 and subject), float(speaker and blocks == 0),
        float(speaker and latest), float(subject and latest), float(subject and apart == 1),
        float(opens and speaker), float(opens and subject and blocks == 1),
        float(seen.last_quoted > seen.position), float(blocks == 0 and subject), float(draft.first < 400),
        float(rivals == 1), float(draft.name is not None and len(draft.name.words) > 1), float(seen.opened == block),
        float(seen.opens_sentence), float(seen.quoted and latest), float(bool(draft.nouns)), float(min(blocks, 6)) / 6,
    ]  # fmt: skip


def resolve_pronoun(scene: Scene, mention: Mention, quote: Quote | None, weights: Weights) -> tuple[int | None, float]:
    """The draft a pronoun stands for and how sure that is; None where nobody fits."""
    numbers = candidates(scene, mention)
    if not numbers:
        return None, 0.0
    most = max(scene.seen[n].count for n in numbers)
    rivals = len(numbers)
    own = weights.pronoun
    scores = [_score(own, features(scene, mention, n, rank, quote, most, rivals)) for rank, n in enumerate(numbers)]
    return _choose(numbers, scores)


def _score(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(map(float.__mul__, weights, values))


def _choose(numbers: Sequence[int], scores: Sequence[float]) -> tuple[int, float]:
    """The best candidate and its share of the belief."""
    best = max(range(len(scores)), key=lambda n: scores[n])
    total = sum(math.exp(s - scores[best]) for s in scores)
    return numbers[best], 1 / total
