"""The state of the stand-in: everything Telegram would remember."""

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.stand_in.arguments import Upload
from bot.stand_in.chats import Chat, Record
from bot.stand_in.people import Person
from bot.stand_in.responses import bad_request, forbidden

BOT_ID = 7_000_000_001
EventKind = Literal["sent", "edited", "deleted", "notice"]


@dataclass(frozen=True)
class Event:
    """Something the bot did that people can see, in order.

    ``content`` is the message as it stood then, or, for a notice, the answer to a pressed button
    (``text``, ``show_alert``, ``url``).
    """

    kind: EventKind
    chat_id: int
    content: dict[str, Any]


@dataclass(frozen=True)
class StoredFile:
    """A file Telegram keeps."""

    id: str
    path: str
    upload: Upload

    def as_json(self) -> dict[str, Any]:
        """Return the file as Telegram writes a Document."""
        return {
            "file_id": self.id,
            "file_unique_id": f"unique-{self.id}",
            "file_name": self.upload.file_name,
            "mime_type": self.upload.mime_type,
            "file_size": len(self.upload.content),
        }


@dataclass
class World:
    """Chats, people, files, pending queries and updates, and a record of what the bot did."""

    bot: Person
    now: Callable[[], datetime]
    chats: dict[int, Chat] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    queries: dict[str, tuple[datetime, int]] = field(default_factory=dict)  # asked at, chat
    inline_queries: dict[str, datetime] = field(default_factory=dict)
    inline_answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    commands: dict[tuple[str, ...], list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    allowed_updates: frozenset[str] = frozenset()
    events: list[Event] = field(default_factory=list)
    sent: list[Record] = field(default_factory=list)
    met: set[int] = field(default_factory=set)  # people the bot has had an update from
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def timestamp(self) -> int:
        """Return the time as Telegram writes it."""
        return int(self.now().timestamp())

    def chat(self, reference: str) -> Chat:
        """Return the chat a call names by id or @username, refused if the bot cannot know it."""
        if not reference:
            raise bad_request("chat_id is empty")
        chat = self._named(reference) if reference.startswith("@") else self._numbered(reference)
        if chat is None:
            raise bad_request("chat not found")
        if chat.kind == "private" and not chat.started:
            if chat.id in self.met:
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        return chat

    def _named(self, reference: str) -> Chat | None:
        name = reference[1:].lower()
        public = (chat for chat in self.chats.values() if chat.kind != "private")
        return next((chat for chat in public if name and chat.username.lower() == name), None)

    def _numbered(self, reference: str) -> Chat | None:
        try:
            return self.chats.get(int(reference))
        except ValueError:
            return None

    def post(self, chat: Chat, content: dict[str, Any], *, by_bot: bool) -> Record:
        """Put a message into a chat and return it."""
        message = {
            "message_id": chat.next_id(),
            "date": self.timestamp(),
            "chat": chat.as_json(),
            **content,
        }
        record = Record(message, by_bot)
        chat.records[message["message_id"]] = record
        if by_bot:
            self.sent.append(record)
            self.note("sent", chat, message)
        return record

    def note(self, kind: EventKind, chat: Chat, content: dict[str, Any]) -> None:
        """Remember something the bot did."""
        self.events.append(Event(kind, chat.id, dict(content)))

    def keep(self, upload: Upload) -> StoredFile:
        """Keep a file and return what it is known by."""
        number = next(self.numbers)
        stored = StoredFile(f"file-{number}", f"documents/file_{number}", upload)
        self.files[stored.id] = stored
        return stored
