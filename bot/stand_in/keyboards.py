"""Keyboards under messages, as strict as Telegram about their buttons."""

from collections.abc import Callable
from typing import Any

from bot.stand_in import links
from bot.stand_in.arguments import Arguments
from bot.stand_in.responses import RefusedError, bad_request

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8  # undocumented; python-telegram-bot knows it as InlineKeyboardMarkupLimit
_LONGEST_DATA = 64  # bytes
_LONGEST_COPY = 256
_STYLES = frozenset({"danger", "success", "primary"})
_NEVER_EMPTY = frozenset({"callback_data", "url"})
_OTHER_KINDS = ("keyboard", "remove_keyboard", "force_reply")

Keyboard = dict[str, Any]


def markup(arguments: Arguments, *, inline_only: bool = False) -> Keyboard | None:
    """Return the ``reply_markup`` of a call as it will stand in the message.

    Edited messages take inline keyboards only.
    """
    value = arguments.record("reply_markup")
    if not value:
        return None
    if "inline_keyboard" in value:
        return inline(value)
    if inline_only:
        raise bad_request("inline keyboard expected")
    if not any(kind in value for kind in _OTHER_KINDS):
        raise bad_request("object expected as reply markup")
    return value


def inline(value: dict[str, Any]) -> Keyboard | None:
    """Return an inline keyboard without its empty rows, None if nothing is left."""
    rows = value.get("inline_keyboard")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array')
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in kept):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text, actions = button.get("text"), sorted(_ACTIONS.keys() & button.keys())
    if not isinstance(text, str):
        raise _unreadable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("REPLY_MARKUP_INVALID")
    if len(actions) > 1:
        raise _unreadable(f"exactly one action is allowed, not {' and '.join(actions)}")
    if not actions or (button[actions[0]] == "" and actions[0] in _NEVER_EMPTY):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if button.get("style") not in {None, *_STYLES}:
        raise _unreadable("Invalid button style specified")
    action = actions[0]
    return {**button, action: _ACTIONS[action](button[action])}


def _unreadable(complaint: str) -> RefusedError:
    return bad_request(f"can't parse inline keyboard button: {complaint}")


def _callback_data(value: Any) -> Any:
    if not isinstance(value, str) or len(value.encode()) > _LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return value


def _url(value: Any) -> Any:
    if not isinstance(value, str):
        raise bad_request("BUTTON_URL_INVALID")
    return links.checked(value, "inline keyboard button")


def _copy_text(value: Any) -> Any:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= _LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value


def _as_it_is(value: Any) -> Any:
    return value


def _unsupported(_: Any) -> Any:
    # Web apps, games, logins and payments are nothing this bot should ever send.
    raise bad_request("BUTTON_TYPE_INVALID")


_ACTIONS: dict[str, Callable[[Any], Any]] = {
    "callback_data": _callback_data,
    "callback_game": _unsupported,
    "copy_text": _copy_text,
    "login_url": _unsupported,
    "pay": _unsupported,
    "switch_inline_query": _as_it_is,
    "switch_inline_query_chosen_chat": _as_it_is,
    "switch_inline_query_current_chat": _as_it_is,
    "url": _url,
    "web_app": _unsupported,
}
