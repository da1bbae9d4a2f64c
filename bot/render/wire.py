"""Messages in the form Telegram reads: what is nested is a text of JSON by itself.

PTB would make an object of every mark and button, and of the whole message that comes back; that
took longer than most answers.
"""

import json
from typing import Any

from bot.render import pages
from bot.render.text import Entity, Mark, Text

Wire = dict[str, Any]
NO_PREVIEW = {"is_disabled": True}
nested = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def text(content: Wire) -> Text:
    """Read the text of a message that was written here."""
    plain = content["text"]
    raw = plain.encode("utf-16-le", "surrogatepass")
    marks = (_mark(entity, raw) for entity in json.loads(content["entities"]))
    return Text(plain, tuple(marks))


def _mark(entity: Entity, raw: bytes) -> Mark:
    """Turn UTF-16 units, two bytes each, into code points."""
    start = len(raw[: 2 * entity["offset"]].decode("utf-16-le", "surrogatepass"))
    under = raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])]
    end = start + len(under.decode("utf-16-le", "surrogatepass"))
    return Mark(start, end, entity["type"], entity.get("url"))


def message(written: Text) -> Wire:
    """Write a text, no longer than Telegram takes; its links are not previewed."""
    fitting = pages.thinned(pages.clip(written))
    return {
        "text": fitting.plain,
        "entities": nested(fitting.entities()),
        "link_preview_options": nested(NO_PREVIEW),
    }
