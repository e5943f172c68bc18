"""Numbers learned from annotated articles; see NOTICE for which."""

from __future__ import annotations

PRONOUN_WEIGHTS: tuple[float, ...] = (
    1.0, 1.5, 0.5, -1.0, 0.7, 0.5, 0.9, 0.3, 0.0, 1.2, -1.2, -0.3, 1.5, 0.0, 0.7, 0.4, 0.3, 1.2, 0.0, 0.5, 0.5,
    0.0, 0.7, -2.0, 0.3, -0.5, 0.8, 0.0, 0.2,
)  # fmt: skip
"""One for each of reader.speakers.pronouns.FEATURES."""
