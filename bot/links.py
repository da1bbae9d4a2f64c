"""Deep links: ``t.me/<bot>?start=expert_artyom-lukin`` opens an answer in a private chat."""

import re

from bot.buttons import Open

LONGEST = 64  # characters, of A-Z a-z 0-9 _ -; Telegram passes on no others
PAYLOAD = re.compile(r"(?P<command>expert|article|clause)_(?P<argument>[A-Za-z0-9_-]+)")


def read(payload: str) -> Open | None:
    """Read what a link asks for; a clause's address has ``_`` for its colon."""
    match = PAYLOAD.fullmatch(payload.strip())
    if match is None:
        return None
    return Open(match["command"], match["argument"].replace("_", ":"))


def payload(action: Open) -> str | None:
    """Write what a link shall ask for; None where a link cannot carry it."""
    written = f"{action.command}_{action.argument.replace(':', '_')}"
    fits = len(written) <= LONGEST and read(written) == action
    return written if fits else None
