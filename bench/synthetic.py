"""Made-up archives of any size: events, outlets that report them, speakers, and what each outlet does to a quote.

    python bench/synthetic.py FOLDER --articles 1000 [--seed 1]     writes a folder of text files

Everything is a pure function of the seed. The words are random; the shapes are those of real pages: headline, date,
byline, paragraphs of one to three sentences, a quote in every other paragraph, share bars, a copyright line.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
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
ADJECTIVES = "old new costly unfair necessary late risky popular quiet difficult simple long honest public".split()
PLACES = "Eastport Norwick Ulmdorf Lorberg Karsten Velmar Tarrow Pelham Rosquin Garley".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
SHARES = ("Share this article", "Facebook Twitter WhatsApp", "Sign up to our newsletter", "Advertisement", "Read more")


def _rare() -> tuple[list[str], list[float]]:
    """Four thousand made-up nouns and how often each is used: as in real text, a few often and most hardly ever."""
    chance = random.Random(0)
    words = list(dict.fromkeys("".join(chance.choice(SYLLABLES) for _ in range(3)) for _ in range(6000)))[:4000]
    total, sums = 0.0, []
    for rank in range(1, len(words) + 1):
        total += 1 / rank
        sums.append(total)
    return words, sums


RARE, RARE_SUMS = _rare()


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


def sentence(chance: random.Random, words: int) -> str:
    """A sentence without its stop, of about so many words."""
    parts = []
    while sum(len(p.split()) for p in parts) < words:
        noun = chance.choice(NOUNS) if chance.random() < 0.3 else chance.choices(RARE, cum_weights=RARE_SUMS)[0]
        clause = f"we will {chance.choice(VERBS)} the {chance.choice(ADJECTIVES)} {noun}"
        if chance.random() < 0.5:
            clause += f" in {chance.choice(PLACES)}"
        parts.append(f"{chance.choice(LINKS)} {clause}" if parts else clause)
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def event(chance: random.Random, crowd: list[Person]) -> Event:
    """An event with four to eight utterances."""
    place = chance.choice(PLACES)
    title = f"{place} to {chance.choice(VERBS)} its {chance.choice(NOUNS)} after {chance.choice(ADJECTIVES)} vote"
    said = tuple((chance.choice(crowd), sentence(chance, chance.randint(6, 24))) for _ in range(chance.randint(4, 8)))
    return Event(title, place, (chance.randint(2015, 2025), chance.randint(1, 12), chance.randint(1, 28)), said)


def version(chance: random.Random, words: str) -> str:
    """What an outlet makes of an utterance: whole, cut, or with a word changed or dropped."""
    parts = words.split()
    what = chance.random()
    if what < 0.4 or len(parts) < 8:
        return words
    if what < 0.7:
        return " ".join(parts[: max(5, len(parts) * 2 // 3)])
    at = chance.randrange(3, len(parts) - 1)
    return " ".join([*parts[:at], *((chance.choice(ADJECTIVES),) if what < 0.85 else ()), *parts[at + 1 :]])


def article(chance: random.Random, happening: Event, outlet: int, size: int = 5000) -> str:
    """One outlet's article on an event, of about `size` characters, debris included."""
    year, month, day = happening.date
    lines = [chance.choice(SHARES), "", happening.title, "", f"{MONTHS[month - 1]} {day}, {year}", ""]
    lines += [f"By {chance.choice(FIRST)} {chance.choice(SYLLABLES).capitalize()}man", ""]
    named: set[Person] = set()
    counted, length = 0, 0
    while (length := length + sum(map(len, lines[counted:]))) < size - 200:
        counted = len(lines)
        lines += [f"{sentence(chance, 20)}. {sentence(chance, 14)}.", ""]
        person, words = chance.choice(happening.said)
        quoted = version(chance, words)
        cue = chance.choice(CUES)
        if person not in named:
            source = f"{person.role} {person.full}"
        else:
            source = person.last if chance.random() < 0.7 else "she" if person.first[-1] == "a" else "he"
        named.add(person)
        lines += [f"“{quoted},” {source} {cue}." if chance.random() < 0.7 else f"{source} {cue}: “{quoted}.”", ""]
        if chance.random() < 0.06:
            lines += [chance.choice(SHARES), ""]
    lines += ["Share this article", "", f"Copyright © {year} The {happening.place} Post {outlet}. All rights reserved."]
    return "\n".join(lines) + "\n"


def archive(count: int, seed: int = 1, *, size: int = 5000) -> Iterator[tuple[str, str]]:
    """(file name, text) of `count` articles; about five outlets report each event."""
    chance = random.Random(seed)
    crowd = people(chance, max(20, count // 4))
    number = 0
    while number < count:
        happening = event(chance, chance.sample(crowd, min(8, len(crowd))))
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
