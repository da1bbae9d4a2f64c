"""What came of sending one part: Telegram's answers and errors as values."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.context import seconds_of
from digests.subscriptions import Pause


@dataclass(frozen=True, slots=True)
class Sent:
    """It stands in the chat as this message."""

    message: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The message to be edited reads like that already."""


@dataclass(frozen=True, slots=True)
class Flooded:
    """Telegram asks to wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has become a supergroup, under another id."""

    chat: int


@dataclass(frozen=True, slots=True)
class Barred:
    """The bot may not write there."""

    why: Pause


@dataclass(frozen=True, slots=True)
class NotFound:
    """There is no such chat, as far as Telegram says today."""


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The topic is closed, or was deleted."""


@dataclass(frozen=True, slots=True)
class EditLost:
    """The message to be edited is gone, or cannot be edited any more."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram does not take this content."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failing:
    """The network or the server failed; it may have been sent all the same."""

    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Our own code failed."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was to be sent is no longer kept."""


Outcome = (
    Sent
    | Unchanged
    | Flooded
    | Moved
    | Barred
    | NotFound
    | TopicGone
    | EditLost
    | Refused
    | Failing
    | Broken
    | Dropped
)

# What Telegram says, in small letters: tdlib's sentences, and names that its servers hand through.
GONE = "chat not found|user not found|peer_id_invalid|chat_id_invalid|channel_invalid"
CLOSED = "message thread not found|topic_closed|topic_deleted|topic_id_invalid"
NO_RIGHTS = (
    "not enough rights|need administrator rights|have no rights|chat_write_forbidden|"
    "chat_restricted|chat_admin_required|chat_send_plain_forbidden|chat_guest_send_forbidden|"
    "payment_required"
)
REMOVED = (
    "bot was kicked|bot is not a member|chat was deleted|group chat was deactivated|"
    "channel_private|user_banned_in_channel"
)
BLOCKED = "user_is_blocked|bot was blocked|user is deactivated|user_deactivated|user_is_bot"
UNCHANGED = "message is not modified|message_not_modified"
LOST = (
    "message to edit not found|message can't be edited|message_id_invalid|"
    "message_edit_time_expired|message_author_required|there is no text in the message to edit"
)
SAID: tuple[tuple[str, Callable[[], Outcome]], ...] = (
    (UNCHANGED, Unchanged),
    (LOST, EditLost),
    (GONE, NotFound),
    (CLOSED, TopicGone),
    (BLOCKED, lambda: Barred(Pause.BLOCKED)),
    (REMOVED, lambda: Barred(Pause.REMOVED)),
    (NO_RIGHTS, lambda: Barred(Pause.NO_RIGHTS)),
)


def read(error: TelegramError, chat: int) -> Outcome:
    """Tell what an error means for a letter to *chat*."""
    match error:
        case RetryAfter():
            return Flooded(seconds_of(error))
        case ChatMigrated(new_chat_id=moved):
            return Moved(moved)
        case Forbidden():
            return _said(error) or Barred(Pause.BLOCKED if chat > 0 else Pause.REMOVED)
        case BadRequest():
            return _said(error) or Refused(error.message)
        case _:
            return Failing(error.message)


def _said(error: TelegramError) -> Outcome | None:
    said = error.message.lower()
    for words, outcome in SAID:
        if any(word in said for word in words.split("|")):
            return outcome()
    return None
