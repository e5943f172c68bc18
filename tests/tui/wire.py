"""One report as three outlets carry it, and an article of its own on the same event."""

from __future__ import annotations

from pathlib import Path

PARAGRAPHS = (
    "MARLOW (Northwire) - Engineers who inspected the suspension bridge at Marlow said on Tuesday that corrosion had "
    "weakened eleven of its forty hangers, and recommended that heavy vehicles be kept away immediately.",
    "The municipal administration closed the structure to lorries within the hour, transport commissioner Odile Brandt "
    "told journalists. \"Nobody should be frightened, but nobody should be careless either,\" she said.",
    "Replacement components have already been ordered from a manufacturer in the neighbouring province, according to "
    "documents presented to the council's infrastructure committee, and installation should begin before September.",
    "Local businesses complained that diversions through residential neighbourhoods would lengthen deliveries by "
    "approximately fifty minutes. The chamber of commerce demanded compensation from the regional government.",
    "The bridge was constructed in nineteen thirty-four and strengthened twice since, most recently after the "
    "exceptional flooding that destroyed several warehouses along the embankment a generation ago.",
)  # fmt: skip
OWN = (
    "A convoy of lorries queued outside Marlow on Tuesday evening after the bridge had been closed to them at noon.",
    "Driver Piet Haan had been waiting for three hours. \"They could have told us yesterday,\" he said at the barrier.",
    "Further upstream the ferry doubled its crossings, and its captain said that it would continue through the night.",
)  # fmt: skip


def page(outlet: str, title: str, day: str, paragraphs: tuple[str, ...]) -> str:
    body = "\n\n".join(paragraphs)
    return f"{outlet}\n\n{title}\n\nPublished: {day}\n\n{body}\n\nCopyright 2024 {outlet}. All rights reserved.\n"


def folder(at: Path) -> Path:
    """a-daily cut two paragraphs and reworded one, b-wire has all, c-post added one; d-own is another report."""
    one, two, three, four, five = PARAGRAPHS
    reworded = two.replace("within the hour", "at noon")
    files = {
        "a-daily": page("Marlow Daily", "Bridge shut to lorries", "May 14, 2024", (one, reworded, three)),
        "b-wire": page("Northwire", "Corroded bridge closed to lorries", "May 14, 2024", PARAGRAPHS),
        "c-post": page("Coast Post", "Corroded bridge closed to lorries", "May 15, 2024",
                       (one, two, three, "The Post's own readers reported cracks last autumn.", four, five)),
        "d-own": page("Valley Echo", "Lorries queue at Marlow", "May 14, 2024", OWN),
    }  # fmt: skip
    for name, text in files.items():
        (at / f"{name}.txt").write_text(text, encoding="utf-8")
    return at
