"""Deep links: ``t.me/<bot>?start=expert_artyom-lukin`` opens an answer in a private chat.

Speakers, articles and clauses are written plainly. Any other question stands behind ``q_``,
encoded; one too long for that is kept in the library, and its key stands behind ``k_``.
"""

import re
from base64 import b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable

from bot.buttons import KEY, Open

LONGEST = 64  # characters, of A-Z a-z 0-9 _ -; Telegram passes on no others
ENCODED, KEPT = "q_", "k_"
PLAIN = re.compile(r"(?P<command>expert|article|clause)_(?P<argument>[A-Za-z0-9_-]+)")
ASKED = re.compile(r"(?P<command>[a-z_]{1,32}) (?P<argument>.*)", re.DOTALL)


def payload(action: Open, keep: Callable[[str], str]) -> str:
    """Write what a link shall ask for; *keep* stores a long question and gives its key."""
    plain = f"{action.command}_{action.argument.replace(':', '_')}"
    if len(plain) <= LONGEST and _plain(plain) == action:
        return plain
    asked = f"{action.command} {action.argument}"
    encoded = ENCODED + urlsafe_b64encode(asked.encode()).rstrip(b"=").decode()
    return encoded if len(encoded) <= LONGEST else KEPT + keep(asked)


def read(payload: str, recall: Callable[[str], str | None]) -> Open | None:
    """Read what a link asks for; None where it is not ours, or its question is no longer kept.

    Whether there is such a command is for the caller to see.
    """
    written = payload.strip()
    if written.startswith(ENCODED):
        return _asked(_decoded(written.removeprefix(ENCODED)))
    if written.startswith(KEPT):
        key = KEY.fullmatch(written, len(KEPT))
        return _asked(recall(key[0]) if key else None)
    return _plain(written)


def _plain(written: str) -> Open | None:
    """Read a plain link; a clause's address has ``_`` for its colon."""
    match = PLAIN.fullmatch(written)
    return Open(match["command"], match["argument"].replace("_", ":")) if match else None


def _asked(asked: str | None) -> Open | None:
    match = ASKED.fullmatch(asked or "")
    return Open(match["command"], match["argument"]) if match else None


def _decoded(encoded: str) -> str | None:
    try:
        return b64decode(encoded + "=" * (-len(encoded) % 4), b"-_", validate=True).decode()
    except (Error, ValueError):
        return None


def address(bot: str, payload: str) -> str:
    """Give the address of a link to the private chat with *bot*."""
    return f"https://t.me/{bot}?start={payload}"
