"""Where a subscription belongs: a chat, and in a forum one of its topics."""

from dataclasses import dataclass

from telegram import Message

from bot.context import topic

PRIVATE, CHANNEL = "private", "channel"


@dataclass(frozen=True, slots=True)
class Place:
    """A chat and a topic in it; ``kind`` is as Telegram calls it.

    ``topic`` is None in General, and wherever there are no topics.
    """

    chat: int
    kind: str
    title: str = ""
    topic: int | None = None

    @property
    def private(self) -> bool:
        """Whether it is somebody's own chat with the bot."""
        return self.kind == PRIVATE

    @property
    def channel(self) -> bool:
        """Whether it is a channel."""
        return self.kind == CHANNEL


def of(message: Message) -> Place:
    """Tell where a message stands; who owns a private chat is kept by their id alone."""
    chat = message.chat
    return Place(chat.id, str(chat.type), chat.title or "", topic(message))
