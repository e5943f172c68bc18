"""Web addresses taken from texts, parsed strictly enough to be handed to a browser."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

LONGEST = 2000
"""Characters of an address that is still opened; what browsers take at least."""
_BAD = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\\"`<>{}|^]")
"""White space, invisible characters, and what has no place in an address."""
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?")
_LITERAL = re.compile(r"\[[0-9a-f:.]+\]")
_KEPT = "/:?#[]@!$&()*+,;=%-._~"
"""What stands in a path as it is."""


class Address(NamedTuple):
    """An http or https address."""

    url: str
    """All of it in ASCII, as it is handed over."""
    host: str
    """In ASCII: letters of other scripts as punycode, so that no look-alike passes for another."""
    written: str
    """The host as the text has it, where that is not the same; else empty."""


def address(text: str) -> Address:
    """The address that a text is. Raises ValueError, with a sentence, for everything but plain http and https."""
    if len(text) > LONGEST:
        raise ValueError(f"it has more than {LONGEST:,} characters")
    bad = _BAD.search(text)
    if bad:
        raise ValueError(f"it holds a character that no address has (U+{ord(bad.group()):04X})")
    if not text.lower().startswith(("http://", "https://")):
        raise ValueError("only http and https are opened")
    parts = urlsplit(text)
    if parts.username is not None or parts.password is not None:
        raise ValueError("it has a name before the host, which hides where it leads")
    port = parts.port  # raises ValueError for what is no port
    host = _ascii_host(parts.hostname or "")
    named = parts.hostname or ""
    written = "" if host in (named.lower(), f"[{named.lower()}]") else named
    place = host + (f":{port}" if port is not None else "")
    rest = quote(parts.path or "/", safe=_KEPT)
    rest += f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    rest += f"#{quote(parts.fragment, safe=_KEPT)}" if parts.fragment else ""
    return Address(f"{parts.scheme.lower()}://{place}{rest}", host, written)


def _ascii_host(host: str) -> str:
    """The host in ASCII. Raises ValueError for what is none."""
    if ":" in host:
        host = f"[{host}]"
        if not _LITERAL.fullmatch(host):
            raise ValueError("its host is no host")
        return host
    try:
        plain = host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise ValueError("its host cannot be written in ASCII") from error
    if not _HOST.fullmatch(plain):
        raise ValueError("its host is no host")
    return plain
