"""The parameters of one call, parsed strictly."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.stand_in.responses import bad_request

Kind = TypeVar("Kind", list[Any], dict[str, Any])

_FLAGS = {"": False, "false": False, "0": False, "true": True, "1": True}
_ATTACHED = "attach://"


@dataclass(frozen=True)
class Upload:
    """A file sent along with a call."""

    file_name: str
    content: bytes
    mime_type: str = "application/octet-stream"


class Arguments:
    """The parameters of one call.

    A value is a string, as forms and PTB send them (nested values as JSON text), or already
    parsed JSON, or an ``Upload``. Where the real server takes a malformed number for nought, the
    stand-in refuses: a bot that sends one has a bug.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """Return the parameter as text, empty if absent."""
        value = self._values.get(name)
        if value is None:
            return ""
        return encodable(value if isinstance(value, str) else json.dumps(value))

    def integer(self, name: str, default: int = 0) -> int:
        """Return the parameter as a whole number, ``default`` if absent."""
        text = self.text(name)
        if not text:
            return default
        if not re.fullmatch(r"[+-]?[0-9]{1,19}", text):
            raise bad_request(f"can't parse {name}: expected an integer")
        return int(text)

    def flag(self, name: str) -> bool:
        """Return the parameter as yes or no, no if absent."""
        text = self.text(name).lower()
        if text not in _FLAGS:
            raise bad_request(f"can't parse {name}: expected true or false")
        return _FLAGS[text]

    def listed(self, name: str) -> list[Any] | None:
        """Return the parameter as a list, None if absent."""
        return self._parsed(name, list)

    def record(self, name: str) -> dict[str, Any] | None:
        """Return the parameter as an object, None if absent."""
        return self._parsed(name, dict)

    def upload(self, name: str) -> Upload | None:
        """Return the file sent as the parameter, directly or as ``attach://part``."""
        value = self._values.get(name)
        if isinstance(value, str) and value.startswith(_ATTACHED):
            value = self._values.get(value.removeprefix(_ATTACHED))
        return value if isinstance(value, Upload) else None

    def _parsed(self, name: str, kind: type[Kind]) -> Kind | None:
        value = self._values.get(name)
        if isinstance(value, str):
            value = _decoded(name, value) if value else None
        if value is None:
            return None
        if not isinstance(value, kind):
            expected = "Array" if kind is list else "Object"
            raise bad_request(f"{expected} expected as {name}")
        encodable(json.dumps(value, ensure_ascii=False))
        return value


def encodable(text: str) -> str:
    """Return ``text``, refused if it holds half a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    return text


def _decoded(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_request(f"can't parse {name} JSON object") from error
