"""When two texts are the same to an editor."""

from functools import lru_cache
from hashlib import blake2b

from config.folding import fold


@lru_cache(maxsize=16)
def mark(text: str) -> str:
    """Derive a short mark from a text, white space and case put aside.

    Kept for a while: it is asked for before the lock is taken, and again where it is written.
    """
    folded = " ".join(fold(text).split())
    return blake2b(folded.encode("utf-8", "replace"), digest_size=16).hexdigest()
