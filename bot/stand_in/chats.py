"""Chats: who is in them, their topics, and the messages that stand in them."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.stand_in.people import Member, Person
from bot.stand_in.responses import bad_request, forbidden

ChatKind = Literal["private", "group", "supergroup", "channel"]
GENERAL = 1  # the topic every forum has; messages to and from it carry no thread id


@dataclass
class Topic:
    """A topic of a forum."""

    name: str
    closed: bool = False


@dataclass
class Record:
    """A message as it stands, and what it was before each edit."""

    message: dict[str, Any]
    by_bot: bool
    edits: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self, *, as_reply: bool = False) -> dict[str, Any]:
        """Return the message as a bot is told of it.

        Of the keyboards only inline ones are in it, and in the message replied to not the one
        that one replied to.
        """
        markup = self.message.get("reply_markup", {})
        hidden = set() if "inline_keyboard" in markup else {"reply_markup"}
        if as_reply:
            hidden.add("reply_to_message")
        return {key: value for key, value in self.message.items() if key not in hidden}


@dataclass
class Chat:
    """A chat of the world.

    It is mutable, as the world is: tests set ``deactivated``, ``deleted``, ``muted`` and
    ``migrated_to`` to see what the bot makes of it.
    """

    id: int
    kind: ChatKind
    title: str
    bot_id: int
    username: str = ""
    is_forum: bool = False
    started: bool = True  # private: the person has written to the bot at least once
    deactivated: bool = False  # private: the account is gone
    deleted: bool = False  # group: its creator has deleted it
    muted: bool = False  # group: only administrators may write
    migrated_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    records: dict[int, Record] = field(default_factory=dict)
    last_id: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the chat as Telegram writes it in a message."""
        chat: dict[str, Any] = {"id": self.id, "type": self.kind}
        chat["first_name" if self.kind == "private" else "title"] = self.title
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    def member(self, person: Person) -> Member:
        """Return what a person is in this chat; a stranger has left."""
        return self.members.get(person.id, Member(person, "left"))

    @property
    def bot(self) -> Member:
        """What the bot is in this chat."""
        return self.members[self.bot_id]

    def next_id(self) -> int:
        """Return the id of the message to come."""
        self.last_id += 1
        return self.last_id

    def check_access(self) -> None:
        """Refuse the call if the bot has no business in this chat (any more)."""
        if self.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated_to,
            )
        if self.kind == "private":
            self._check_private()
        elif self.deleted:
            raise forbidden("the group chat was deleted")
        elif self.bot.standing == "kicked":
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        elif not self.bot.is_in:
            raise forbidden(f"bot is not a member of the {self.kind} chat")

    def _check_private(self) -> None:
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.bot.standing == "kicked":
            raise forbidden("bot was blocked by the user")

    def check_writing(self, thread: int) -> None:
        """Refuse the call if the bot may not write here, or not into this topic."""
        self.check_access()
        if self.kind == "channel":
            if not self.bot.may("can_post_messages"):
                raise bad_request("need administrator rights in the channel chat")
        elif self.kind != "private":
            self._check_group_writing()
        if self.is_forum:
            self._check_topic(thread)

    def _check_group_writing(self) -> None:
        silenced = self.bot.standing == "restricted" and (
            "can_send_messages" not in self.bot.rights
        )
        if silenced or (self.muted and not self.bot.is_admin):
            raise bad_request("not enough rights to send text messages to the chat")

    def _check_topic(self, thread: int) -> None:
        # General is topic 1 within Telegram, but a call that names it is refused
        # (telegram-bot-api, Client.cpp, check_message_topic).
        topic = self.topics.get(thread or GENERAL)
        if thread == GENERAL or (thread and topic is None):
            raise bad_request("message thread not found")
        if topic is not None and topic.closed and not self.bot.may("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
