"""Texts as Telegram takes them: cleaned, trimmed and measured.

The order of the checks and their words are those of the official server (td, MessageEntity.cpp,
fix_formatted_text; telegram-bot-api, Client.cpp, get_formatted_text).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.stand_in import entities as entity_rules
from bot.stand_in.entities import Entity
from bot.stand_in.responses import bad_request

LONGEST_MESSAGE = 4096  # code points after trimming, not UTF-16 units
LONGEST_CAPTION = 1024
_MOST_BYTES = 1 << 15
_BLANKS = " \n"
# Telegram turns control characters into blanks and takes these out altogether: carriage returns,
# direction marks, and combining lines that strike through neighbouring text.
_REMOVED = frozenset("\r\u0333\u033f\u030a") | {chr(code) for code in range(0x2028, 0x202F)}
_PLAIN = re.compile(r"[^\x00-\x09\x0b-\x1f\u0333\u033f\u030a\u2028-\u202e\U00010000-\U0010ffff]*")
_INVISIBLE = frozenset("\u2800\u3164\u115f\u1160\uffa0")


@dataclass(frozen=True)
class Formatted:
    """A text as it stands in the chat, with its entities."""

    text: str
    entities: tuple[Entity, ...] = ()

    def as_json(self, text_key: str = "text", entities_key: str = "entities") -> dict[str, Any]:
        """Return the two fields of a message this text fills."""
        if not self.entities:
            return {text_key: self.text}
        return {
            text_key: self.text,
            entities_key: [entity.as_json() for entity in self.entities],
        }


def message_text(text: str, entities: Iterable[Any] = ()) -> Formatted:
    """Return the text of a message as Telegram would show it, refused if it would be refused."""
    if not text:
        raise bad_request("message text is empty")
    formatted = _formatted(text, entities)
    if _is_blank(formatted.text):
        raise bad_request("text must be non-empty")
    if len(formatted.text) > LONGEST_MESSAGE:
        raise bad_request("message is too long")
    return formatted


def caption(text: str, entities: Iterable[Any] = ()) -> Formatted:
    """Return a caption as Telegram would show it; it may be empty."""
    formatted = _formatted(text, entities)
    if len(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def cleaned(text: str) -> str:
    """Return ``text`` as it arrives in a chat: without control characters, trimmed."""
    return _cleaned(text)[0].strip(_BLANKS)


def _formatted(text: str, values: Iterable[Any]) -> Formatted:
    if len(text.encode()) > _MOST_BYTES:
        raise bad_request("text is too long")
    entities = entity_rules.settle(entity_rules.read(values))
    clean, places = _cleaned(text)
    moved = [_moved(entity, places) for entity in entities]
    trimmed = _trimmed(clean, entity_rules.settle(moved))
    return Formatted(trimmed.text, tuple(entity_rules.first_hundred(trimmed.entities)))


def _cleaned(text: str) -> tuple[str, Sequence[int | None]]:
    """Return the clean text, and where each UTF-16 offset has gone (None: within a character)."""
    if _PLAIN.fullmatch(text):
        return text, range(len(text) + 1)
    result: list[str] = []
    places: list[int | None] = []
    offset = 0
    for sign in text:
        kept = _kept(sign)
        wide = sign > "\uffff"
        places += [offset, None] if wide else [offset]
        result.append(kept)
        offset += len(kept) + (wide and bool(kept))
    return "".join(result), [*places, offset]


def _kept(sign: str) -> str:
    if sign in _REMOVED:
        return ""
    return " " if sign < " " and sign != "\n" else sign


def _moved(entity: Entity, places: Sequence[int | None]) -> Entity:
    """Return the entity at the place its words have in the clean text."""
    last = len(places) - 1
    if entity.offset >= last:
        raise bad_request(
            f"entity begins after the end of the text at UTF-16 offset {entity.offset}"
        )
    if entity.end > last:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
            f"at UTF-16 offset {entity.end}"
        )
    start, end = places[entity.offset], places[entity.end]
    if start is None or end is None:
        raise bad_request("entity begins or ends in a middle of a UTF-16 symbol")
    return entity.at(start, end)


def _trimmed(text: str, entities: list[Entity]) -> Formatted:
    """Cut blanks at the end, and at the start up to the first entity."""
    text = text.rstrip(_BLANKS)
    end = units(text)
    entities = [entity.at(entity.offset, min(entity.end, end)) for entity in entities]
    entities = [entity for entity in entities if entity.length > 0]
    indent = len(text) - len(text.lstrip(_BLANKS))
    cut = min(indent, entities[0].offset) if entities else indent
    moved = tuple(entity.at(entity.offset - cut, entity.end - cut) for entity in entities)
    return Formatted(text[cut:], moved)


def _is_blank(text: str) -> bool:
    return all(
        sign.isspace() or sign in _INVISIBLE or unicodedata.category(sign) == "Cf" for sign in text
    )
