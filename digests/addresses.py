"""Addresses of pages, in the forms in which they are compared."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id")


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
