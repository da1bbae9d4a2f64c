"""The staff of a rehearsal: its owner owns, its editor edits."""

import time
from dataclasses import replace

from bot.context import Services
from bot.rehearsal.stage import EDITOR_ID, OWNER_ID
from digests import desk

EDITOR = "Edith"


def staffed(services: Services) -> Services:
    """Let the people of the stage be what they are called; the library is told of the editor."""
    library, now = services.library, services.clock.now()
    desk.patiently(
        lambda: desk.appoint(EDITOR_ID, EDITOR, library, now, by=str(OWNER_ID)), time.sleep
    )
    return replace(services, owners=(OWNER_ID,))
