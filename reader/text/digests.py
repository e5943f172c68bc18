"""Short names for long things, without OpenSSL: loading that takes as long as drawing the first screen."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that has it from elsewhere
    from hashlib import blake2b


def digest(*parts: bytes) -> str:
    """24 hexadecimal digits that tell a sequence of parts from any other."""
    total = blake2b(digest_size=12)
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.hexdigest()
