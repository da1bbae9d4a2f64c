"""When two texts, or two addresses, are the same to an editor."""

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from config.folding import fold

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id")


@lru_cache(maxsize=16)
def mark(text: str) -> str:
    """Derive a short mark from a text, white space and case put aside.

    Kept for a while: it is asked for before the lock is taken, and again where it is written.
    """
    folded = " ".join(fold(text).split())
    return blake2b(folded.encode("utf-8", "replace"), digest_size=16).hexdigest()


def canonical(url: str | None) -> str | None:
    """Put an address in the one form of all that lead to the same page; None where it is none."""
    try:
        parts = urlsplit((url or "").strip().lower())
        host = parts.hostname
    except ValueError:
        return None
    if not host:
        return None
    asked = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.fullmatch(key)
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def origin(url: str) -> str:
    """Give host and path of an address, as the index of articles has them."""
    _, _, rest = url.strip().lower().partition("://")
    return rest.partition("?")[0].replace("www.", "").rstrip("/")
