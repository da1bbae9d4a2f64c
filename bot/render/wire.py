"""Messages in the form Telegram reads: what is nested is a text of JSON by itself.

PTB would make an object of every mark and button, and of the whole message that comes back; that
took longer than most answers.
"""

import json
from typing import Any

from bot.render import pages
from bot.render.text import Text

Wire = dict[str, Any]
NO_PREVIEW = {"is_disabled": True}
nested = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def message(text: Text) -> Wire:
    """Write a text, no longer than Telegram takes; its links are not previewed."""
    fitting = pages.thinned(pages.clip(text))
    return {
        "text": fitting.plain,
        "entities": nested(fitting.entities()),
        "link_preview_options": nested(NO_PREVIEW),
    }
