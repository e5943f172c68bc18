"""he and she: the person they stand for, by a weighted sum of what can be seen from a candidate's last mention."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.speakers.scene import Scene
from reader.speakers.weights import PRONOUN_WEIGHTS

FEATURES = (
    "same sentence", "sentence before", "two sentences before", "further", "same block", "block before",
    "latest", "second", "third", "subject", "in quote", "owner", "last speaker", "spoke in sentence", "spoke lately",
    "often", "most often", "gender agrees", "gender unknown", "named", "by pronoun", "opens block", "opened its block",
    "inside its own quote", "same sentence subject", "unnamed", "last speaker same block", "source", "first of article",
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


def features(scene: Scene, mention: Mention, number: int, rank: int, quote: Quote | None, most: int) -> list[float]:
    """The values of FEATURES for one candidate, the `rank`-th latest."""
    seen, draft = scene.seen[number], scene.drafts[number]
    start = mention.head.start
    sentence, block = scene.sentence(start), scene.block(start)
    apart, blocks = sentence - seen.sentence, block - seen.block
    gender = draft.gender
    own = 0.0
    if quote is not None:
        own = float(any(quote.span.start <= x.span.start < quote.span.end for x in draft.links[-40:]))
        own = max(own, float(any(quote.span.start <= x.span.start < quote.span.end for x in draft.links[:40])))
    return [
        float(apart == 0), float(apart == 1), float(apart == 2), float(min(apart, 8) / 8 if apart > 2 else 0),
        float(blocks == 0), float(blocks == 1), float(rank == 0), float(rank == 1), float(rank == 2),
        float(seen.subject), float(seen.quoted), float(seen.owner), float(scene.speaker == number),
        float(seen.spoke == sentence), float(seen.spoke >= 0 and sentence - seen.spoke <= 3),
        math.log1p(seen.count), float(seen.count >= most), float(bool(gender) and gender == mention.gender),
        float(not gender), float(draft.named), float(seen.form == "pronoun"),
        float(start - scene.block_starts[block] < 3), float(seen.opened == block), own,
        float(apart == 0 and seen.subject), float(not draft.named), float(scene.speaker == number and blocks == 0),
        float(quote is not None), float(draft.first < 400),
    ]  # fmt: skip


def resolve_pronoun(scene: Scene, mention: Mention, quote: Quote | None) -> tuple[int | None, float]:
    """The draft a pronoun stands for and how sure that is; None where nobody fits."""
    numbers = candidates(scene, mention)
    if not numbers:
        return None, 0.0
    most = max(scene.seen[n].count for n in numbers)
    scores = [_score(features(scene, mention, n, rank, quote, most)) for rank, n in enumerate(numbers)]
    return _choose(numbers, scores)


def _score(values: Sequence[float]) -> float:
    return sum(map(float.__mul__, PRONOUN_WEIGHTS, values))


def _choose(numbers: Sequence[int], scores: Sequence[float]) -> tuple[int, float]:
    """The best candidate and its share of the belief."""
    best = max(range(len(scores)), key=lambda n: scores[n])
    total = sum(math.exp(s - scores[best]) for s in scores)
    return numbers[best], 1 / total
