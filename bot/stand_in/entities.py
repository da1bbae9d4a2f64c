"""The entities of a text: read strictly, then put right the way Telegram puts them right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.stand_in import links
from bot.stand_in.responses import bad_request

MOST_ENTITIES = 100
_FARTHEST = 1_000_000
_SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_MONOSPACE = frozenset({"code", "pre"})
_DETAILS = {
    "text_link": ("url", str),
    "text_mention": ("user", dict),
    "custom_emoji": ("custom_emoji_id", str),
    "date_time": ("unix_time", int),
}
_KNOWN = _SPLITTABLE | _QUOTES | _MONOSPACE | _DETAILS.keys()
# Telegram finds these in the text by itself and passes over the ones a bot sends.
_FOUND_BY_TELEGRAM = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bank_card_number",
    }
)


@dataclass(frozen=True)
class Entity:
    """One stretch of a text that looks or does something; offsets in UTF-16 units."""

    type: str
    offset: int
    length: int
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """Where the entity ends, exclusive."""
        return self.offset + self.length

    def at(self, offset: int, end: int) -> "Entity":
        """Return the same entity from ``offset`` to ``end``."""
        return replace(self, offset=offset, length=end - offset)

    def as_json(self) -> dict[str, Any]:
        """Return the entity as Telegram writes it."""
        return {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
            **self.details,
        }


def read(values: Iterable[Any]) -> list[Entity]:
    """Read what a bot sent as entities; what Telegram finds for itself is left out."""
    entities = [_entity(value) for value in values]
    return [entity for entity in entities if entity.type not in _FOUND_BY_TELEGRAM]


def settle(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities sorted, without empty ones and without overlaps Telegram undoes.

    Links, code and mentions cannot overlap, quotes cannot overlap or nest, nothing is bold
    inside code: the later one goes, in silence. Bold next to bold becomes one.
    """
    kept = sorted((entity for entity in entities if entity.length), key=_place)
    quotes = list(_apart(entity for entity in kept if entity.type in _QUOTES))
    pieces = [
        entity
        for entity in _apart(each for each in kept if each.type not in _SPLITTABLE | _QUOTES)
        if not any(_cross(entity, quote) for quote in quotes)
    ]
    monospace = [entity for entity in pieces if entity.type in _MONOSPACE]
    styles = [
        entity
        for entity in _merged(entity for entity in kept if entity.type in _SPLITTABLE)
        if not any(_inside(entity, code) for code in monospace)
    ]
    return sorted([*quotes, *pieces, *styles], key=_place)


def first_hundred(entities: Iterable[Entity]) -> list[Entity]:
    """Return what is left when Telegram has dropped the entities beyond 100, in silence.

    Links, quotes and code go first, then bold and its like (td, get_input_message_entities).
    """
    ranked = sorted(entities, key=lambda entity: (entity.type in _SPLITTABLE, *_place(entity)))
    return sorted(ranked[:MOST_ENTITIES], key=_place)


def _entity(value: Any) -> Entity:
    if not isinstance(value, dict):
        raise bad_request("can't parse entities: MessageEntity must be an Object")
    kind = value.get("type")
    if not isinstance(kind, str) or kind not in _KNOWN | _FOUND_BY_TELEGRAM:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    offset, length = _number(value, "offset"), _number(value, "length")
    return Entity(kind, offset, length, _details(kind, value))


def _number(value: dict[str, Any], name: str) -> int:
    number = value.get(name)
    if not isinstance(number, int) or isinstance(number, bool):
        raise bad_request(f'can\'t parse MessageEntity: Field "{name}" must be a valid Number')
    if not 0 <= number <= _FARTHEST:
        raise bad_request(f"receive an entity with incorrect {name} {number}")
    return number


def _details(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    details = {}
    if kind in _DETAILS:
        name, needed = _DETAILS[kind]
        if not isinstance(value.get(name), needed):
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
        details[name] = value[name]
    if kind == "text_link":
        details["url"] = links.checked(value["url"], "entity")
    details |= {name: value[name] for name in ("language", "date_time_format") if value.get(name)}
    return details


def _place(entity: Entity) -> tuple[int, int, str]:
    return entity.offset, -entity.length, entity.type


def _cross(one: Entity, other: Entity) -> bool:
    """Tell whether the two overlap and neither holds the other."""
    apart = one.end <= other.offset or other.end <= one.offset
    return not (apart or _inside(one, other) or _inside(other, one))


def _inside(one: Entity, other: Entity) -> bool:
    return other.offset <= one.offset and one.end <= other.end


def _apart(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the entities, sorted, that begin where the one before has ended."""
    end = 0
    for entity in entities:
        if entity.offset >= end:
            end = entity.end
            yield entity


def _merged(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield one entity for those of a type that touch each other."""
    current: Entity | None = None
    for entity in sorted(entities, key=lambda entity: (entity.type, *_place(entity))):
        if current and current.type == entity.type and entity.offset <= current.end:
            current = current.at(current.offset, max(current.end, entity.end))
            continue
        if current:
            yield current
        current = entity
    if current:
        yield current
