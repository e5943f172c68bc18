"""Photo captions and credits."""

from __future__ import annotations

import re

from reader.cleaning.cues import BIT
from reader.cleaning.units import Unit

_AGENCY = (
    r"(?:Getty(?: Images)?|Reuters|REUTERS|AP|AFP|EPA|TASS|Tass|Shutterstock|Alamy|Anadolu|Bloomberg|Xinhua|dpa"
    r"|DPA|PA|"
    r"Sputnik|iStock|NurPhoto|Zuma(?: Press)?|UPI|Rex|Pool|Handout|EFE|ANSA|Kyodo|Pexels|Unsplash|Wikimedia Commons)"
)
_NAME = r"[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){0,3}"
_CREDIT = re.compile(
    rf"(?:.{{0,300}}[.)!?]\s*)?(?:\(?(?i:photo|photograph|image|picture|foto|crédit|bild|фото|©)s?(?: by"
    rf"| credit| courtesy of)?\s*:?\s*)?"
    rf"(?:{_NAME}\s*[/|–-]\s*{_AGENCY}(?:\s*[/|,]\s*[\w ]{{2,30}}){{0,3}}|{_AGENCY}\s*[/|]\s*{_NAME}"
    rf"|{_AGENCY}(?:\s*[/|]\s*{_AGENCY})*)\)?[.\s]*"
)
_LABELLED = re.compile(
    r"\s*\(?(?:(?:file )?(?:photo|photograph|image|picture|foto|video)s?(?: credits?| courtesy(?: of)?| by)?"
    r"|image source|"
    r"credits?|getty images|photo illustration)\b\s*(?:[:|/–-]|by\b).{0,200}",
    re.IGNORECASE,
)
_ONLY_AGENCY = re.compile(rf"{_AGENCY}(?: News)?")
_SCENE = re.compile(
    r"\b(?:speaks?|arrives?|attends?|walks?|poses?|gestures?|waves?|shakes? hands|looks? on|listens?|holds?"
    r"|seen|pictured|"
    r"stands?|addresses|meets?|leaves|boards?|delivers|reacts?|smiles|sits?|takes part|appears|file photo)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CUES = BIT["picture"] | BIT["agency"]
LONGEST_CREDIT = 90
LONGEST_CAPTION = 450


def is_credit(unit: Unit) -> bool:
    """True for a line that names a photographer or a picture agency and little else."""
    text = unit.text
    if len(text) > LONGEST_CREDIT or not _may_credit(unit):
        return False
    return bool(_LABELLED.fullmatch(text) or _CREDIT.fullmatch(text)) or _is_chain(text)


def _may_credit(unit: Unit) -> bool:
    """True where a picture word, an agency, a bar or a copyright sign stands in it: all credits have one."""
    return bool(unit.measures.cues & _CUES) or "/" in unit.text or "|" in unit.text or "©" in unit.text


def _is_chain(text: str) -> bool:
    """True for short names between bars or slashes of which one is an agency: "Contributor | Getty Images"."""
    links = [link.strip() for link in re.split(r"[|/]", text)]
    return (
        len(links) > 1 and all(0 < len(x.split()) <= 4 for x in links) and any(_ONLY_AGENCY.fullmatch(x) for x in links)
    )


def is_captioned(unit: Unit) -> bool:
    """True for a caption that ends in its own credit: "The palace at night. Jane Doe / AFP"."""
    text = unit.text
    return (
        len(text) <= LONGEST_CAPTION and ("/" in text or "|" in text or "(" in text) and bool(_CREDIT.fullmatch(text))
    )


def is_scene(unit: Unit) -> bool:
    """True for a line that describes a picture: one short sentence in the present tense, often with its date."""
    text = unit.text
    if len(text) > LONGEST_CAPTION or '"' in text or "“" in text:
        return False
    dated = bool(_YEAR.search(text)) or "file photo" in text.lower()
    return dated and bool(_SCENE.search(text))
