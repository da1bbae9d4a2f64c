"""People and what they are in a chat."""

from dataclasses import dataclass
from typing import Any, Literal

Standing = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

# Everything an administrator may be allowed, by kind of chat; Telegram always names them all.
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
_CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram account, or a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    is_bot: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the person as Telegram writes a User."""
        user: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        if self.last_name:
            user["last_name"] = self.last_name
        if self.username:
            user["username"] = self.username
        if self.language_code and not self.is_bot:
            user["language_code"] = self.language_code
        return user


@dataclass(frozen=True)
class Member:
    """What a person is in a chat; ``rights`` are an administrator's, or a restricted member's."""

    person: Person
    standing: Standing = "member"
    rights: frozenset[str] = frozenset()

    @property
    def is_admin(self) -> bool:
        """Whether the person administers the chat."""
        return self.standing in {"creator", "administrator"}

    @property
    def is_in(self) -> bool:
        """Whether the person is in the chat at all."""
        return self.standing not in {"left", "kicked"}

    def may(self, right: str) -> bool:
        """Tell whether an administrator has a right; the creator has them all."""
        return self.standing == "creator" or (
            self.standing == "administrator" and right in self.rights
        )

    def as_json(self, chat_kind: str) -> dict[str, Any]:
        """Return the membership as Telegram writes a ChatMember."""
        return {
            "user": self.person.as_json(),
            "status": self.standing,
            **self._details(chat_kind),
        }

    def _details(self, chat_kind: str) -> dict[str, Any]:
        match self.standing:
            case "creator":
                return {"is_anonymous": False}
            case "administrator":
                extra = _CHANNEL_RIGHTS if chat_kind == "channel" else _GROUP_RIGHTS
                granted = {right: self.may(right) for right in (*_RIGHTS, *extra)}
                return {"can_be_edited": False, "is_anonymous": False, **granted}
            case "restricted":
                allowed = {right: right in self.rights for right in _PERMISSIONS}
                return {"is_member": True, "until_date": 0, **allowed}
            case "kicked":
                return {"until_date": 0}
            case _:
                return {}
