"""The ``try`` console: lines in, a conversation with the bot out, on the stand-in."""

from bot.rehearsal.console import rehearse
from bot.rehearsal.stage import (
    CHANNEL_ID,
    EDITOR_ID,
    FORUM_ID,
    GROUP_ADMIN_ID,
    GROUP_ID,
    OWNER_ID,
    READER_ID,
)

__all__ = [
    "CHANNEL_ID",
    "EDITOR_ID",
    "FORUM_ID",
    "GROUP_ADMIN_ID",
    "GROUP_ID",
    "OWNER_ID",
    "READER_ID",
    "rehearse",
]
