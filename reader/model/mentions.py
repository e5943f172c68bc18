"""A place in an article where somebody or something that can speak is named or meant."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reader.model.spans import Span

SpeakerKind = Literal["person", "organisation", "place", "group", "document", "unnamed"]
MentionForm = Literal["name", "role", "pronoun", "body"]
Gender = Literal["", "m", "f"]


class Mention(Struct, frozen=True, gc=False):
    """A noun phrase that can be the source of a quote. Its fields are asked for thousands of times an article."""

    span: Span
    """The whole phrase over the article's text: "city spokesman Karl Anders"."""
    head: Span
    """The words that name: "Karl Anders"; of a role its noun ("spokesman"); of a pronoun all of it."""
    form: MentionForm
    """name: a person's name. role: a description ("the Eastport mayor", "a senior official").
    pronoun: he, she, they, who. body: an organisation, place, group or document by its name or noun."""
    kind: SpeakerKind = "person"
    gender: Gender = ""
    """As far as the phrase itself tells (honorific, first name, pronoun)."""
    plural: bool = False
    role: Span | None = None
    """The words of the title or description beside a name: "Kremlin spokesman", also an apposition."""
