"""Made-up archives of any size: events, outlets that report them, speakers, and what each outlet does to a quote.

    python bench/synthetic.py FOLDER --articles 1000 [--seed 1]     writes a folder of text files

Everything is a pure function of the seed. The words are random; the shapes are those of real pages: headline, date,
byline, paragraphs of one to three sentences, a quote in every other paragraph, share bars, a copyright line.

What resolving meets is like news too (393 whole articles of PolNeAR, 126 of BASIL, three outlets on each event): some
ten quotes an article, a fifth of them of four words or fewer; nearly half are of what several outlets report, each
once an article, the others its own; a twentieth of the runs of four words are of the language, and stand in articles on
other events; few speak often and most hardly ever; people whom nobody quotes are named.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

FIRST = (
    "Ada Ben Clara David Elena Felix Greta Henry Ines Jonas Karla Louis Maria Nadia Oscar Paula Quentin Rosa Simon "
    "Tessa Ulrich Vera Walter Xenia Yusuf Zora"
).split()
SYLLABLES = (
    "ba cor del fen gar hol jan kel lor mar nor pel quin ros sten tar ulm ver wick zan ber dorf son ley man".split()
)
ROLES = (
    "Mayor", "Senator", "Governor", "Finance Minister", "Police Chief", "Professor", "company spokeswoman",
    "union leader", "Judge", "party chairman", "head of the port authority", "Foreign Minister",
)  # fmt: skip
CUES = ("said", "told reporters", "warned", "added", "argued", "wrote in a statement", "insisted", "explained")
NOUNS = (
    "bridge harbour budget school hospital strike tax railway airport housing water energy market factory court law "
    "election border treaty ferry museum stadium pension wage drought flood"
).split()
VERBS = "open close repair support reject delay finish question cut raise build sell defend protect review".split()
LINKS = "because although while after before unless until since".split()
SUBJECTS = ("we", "they", "I", "nobody", "everybody", "this council", "our children", "most of us", "the others", "you")
MODALS = ("will", "would", "must", "can", "should", "may", "did", "want to", "have to", "are going to", "never")
WHICH = ("the", "a", "our", "this", "every", "their", "that", "any", "no", "another", "such a", "the whole")
BODIES = ("Board", "Council", "Authority", "Institute", "Union", "Foundation")
ADJECTIVES = "old new costly unfair necessary late risky popular quiet difficult simple long honest public".split()
PLACES = "Eastport Norwick Ulmdorf Lorberg Karsten Velmar Tarrow Pelham Rosquin Garley".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
SHARES = ("Share this article", "Facebook Twitter WhatsApp", "Sign up to our newsletter", "Advertisement", "Read more")


def _zipf(count: int, after: int = 0) -> list[float]:
    """How often each of some words or people occurs, added up: as in real text, a few often and most hardly ever."""
    return list(accumulate(1 / (rank + after) for rank in range(1, count + 1)))


def _rare() -> list[str]:
    """Four thousand made-up words."""
    chance = random.Random(0)
    return list(dict.fromkeys("".join(chance.choice(SYLLABLES) for _ in range(3)) for _ in range(6000)))[:4000]


RARE = _rare()
RARE_SUMS = _zipf(len(RARE))
RARE_VERBS, RARE_ADJECTIVES = VERBS + [w + "en" for w in RARE[::7]], ADJECTIVES + [w + "ic" for w in RARE[3::7]]
VERB_SUMS, ADJECTIVE_SUMS = _zipf(len(RARE_VERBS), 5), _zipf(len(RARE_ADJECTIVES), 5)


@dataclass(frozen=True)
class Person:
    """Somebody who speaks in the archive."""

    first: str
    last: str
    role: str

    @property
    def full(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True)
class Event:
    """What several outlets report: its day, its people, and what each of them said."""

    title: str
    place: str
    date: tuple[int, int, int]
    said: tuple[tuple[Person, str], ...]


def people(chance: random.Random, count: int) -> list[Person]:
    """Persons with different surnames as far as the syllables reach, some of them of one surname."""
    found = []
    for _ in range(count):
        last = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()
        found.append(Person(chance.choice(FIRST), last, chance.choice(ROLES)))
    return found


def _often(chance: random.Random, words: list[str], sums: list[float]) -> str:
    return chance.choices(words, cum_weights=sums)[0]


def clause(chance: random.Random) -> str:
    """Somebody does something, in one of some hundred thousand ways."""
    noun = chance.choice(NOUNS) if chance.random() < 0.2 else _often(chance, RARE, RARE_SUMS)
    said = f"{chance.choice(SUBJECTS)} {chance.choice(MODALS)} {_often(chance, RARE_VERBS, VERB_SUMS)} "
    said += chance.choice(WHICH) + " "
    if chance.random() < 0.6:
        said += _often(chance, RARE_ADJECTIVES, ADJECTIVE_SUMS) + " "
    said += noun
    if chance.random() < 0.5:
        return f"{said} in {chance.choice(PLACES)}"
    return said if chance.random() < 0.5 else f"{said} of {chance.choice(WHICH)} {_often(chance, RARE, RARE_SUMS)}"


def sentence(chance: random.Random, words: int) -> str:
    """A sentence without its stop, of about so many words."""
    parts: list[str] = []
    while sum(len(p.split()) for p in parts) < words:
        parts.append(f"{chance.choice(LINKS)} {clause(chance)}" if parts else clause(chance))
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def event(chance: random.Random, crowd: list[Person]) -> Event:
    """An event with six to ten utterances that all may report."""
    place = chance.choice(PLACES)
    title = f"{place} to {chance.choice(VERBS)} its {chance.choice(NOUNS)} after {chance.choice(ADJECTIVES)} vote"
    said = tuple((chance.choice(crowd), sentence(chance, chance.randint(6, 30))) for _ in range(chance.randint(6, 10)))
    return Event(title, place, (chance.randint(2015, 2025), chance.randint(1, 12), chance.randint(1, 28)), said)


def version(chance: random.Random, words: str) -> str:
    """What an outlet makes of an utterance: whole, a few words of it, cut, or with a word changed or dropped."""
    parts = words.split()
    if chance.random() < 0.2:
        return fragment(chance, words)
    what = chance.random()
    if what < 0.4 or len(parts) < 8:
        return words
    if what < 0.7:
        return " ".join(parts[: max(5, len(parts) * 2 // 3)])
    at = chance.randrange(3, len(parts) - 1)
    return " ".join([*parts[:at], *((chance.choice(ADJECTIVES),) if what < 0.85 else ()), *parts[at + 1 :]])


def fragment(chance: random.Random, words: str) -> str:
    """Two to four words of an utterance."""
    parts = words.split()
    at = chance.randrange(max(1, len(parts) - 3))
    return " ".join(parts[at : at + chance.randint(2, 4)])


def _said(chance: random.Random, happening: Event, left: list[tuple[Person, str]]) -> tuple[Person, str]:
    """Who says what next in an article. Args: left: what others report too and it does not have yet."""
    if left and chance.random() < 0.45:
        person, words = left.pop()
        return person, version(chance, words)
    person, words = chance.choice(happening.said)[0], sentence(chance, chance.randint(6, 30))
    return person, fragment(chance, words) if chance.random() < 0.2 else words


def _aside(chance: random.Random, place: str) -> str:
    """A sentence that names somebody of no account."""
    name = f"{chance.choice(FIRST)} {chance.choice(RARE).capitalize()}"
    return f" {name} of the {place} {chance.choice(NOUNS).capitalize()} {chance.choice(BODIES)} was there."


def article(chance: random.Random, happening: Event, outlet: int, size: int = 5000) -> str:
    """One outlet's article on an event, of about `size` characters, debris included."""
    year, month, day = happening.date
    lines = [chance.choice(SHARES), "", happening.title, "", f"{MONTHS[month - 1]} {day}, {year}", ""]
    lines += [f"By {chance.choice(FIRST)} {chance.choice(SYLLABLES).capitalize()}man", ""]
    named: set[Person] = set()
    left = chance.sample(happening.said, len(happening.said))
    counted, length = 0, 0
    while (length := length + sum(map(len, lines[counted:]))) < size - 200:
        counted = len(lines)
        told = f"{sentence(chance, 16)}. {sentence(chance, 12)}."
        lines += [told + (_aside(chance, happening.place) if chance.random() < 0.4 else ""), ""]
        person, quoted = _said(chance, happening, left)
        cue = chance.choice(CUES)
        if person not in named:
            source = f"{person.role} {person.full}"
        else:
            source = person.last if chance.random() < 0.7 else "she" if person.first[-1] == "a" else "he"
        named.add(person)
        if len(quoted.split()) <= 4:
            lines += [f"{source} called it “{quoted.lower()}” at a meeting.", ""]
        else:
            lines += [f"“{quoted},” {source} {cue}." if chance.random() < 0.7 else f"{source} {cue}: “{quoted}.”", ""]
        if chance.random() < 0.06:
            lines += [chance.choice(SHARES), ""]
    lines += ["Share this article", "", f"Copyright © {year} The {happening.place} Post {outlet}. All rights reserved."]
    return "\n".join(lines) + "\n"


def archive(count: int, seed: int = 1, *, size: int = 5000) -> Iterator[tuple[str, str]]:
    """(file name, text) of `count` articles; about five outlets report each event."""
    chance = random.Random(seed)
    crowd = people(chance, max(20, count // 4))
    number, often = 0, _zipf(len(crowd), 10)
    while number < count:
        happening = event(chance, chance.choices(crowd, cum_weights=often, k=8))
        for outlet in range(chance.randint(2, 8)):
            if number == count:
                return
            yield f"{number // 1000:03}/{number:06}.txt", article(chance, happening, outlet, size)
            number += 1


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--size", type=int, default=5000, help="characters an article")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name, text in archive(options.articles, options.seed, size=options.size):
        file = options.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
