"""The stand-in itself: calls in, responses out, and a world of people to call about."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any

from bot.stand_in import happenings, polling, privacy
from bot.stand_in.arguments import Arguments, Upload
from bot.stand_in.happenings import Update
from bot.stand_in.methods import METHODS, Method
from bot.stand_in.people import Person, Standing
from bot.stand_in.responses import RefusedError, Response, accepted
from bot.stand_in.scenery import Scenery
from bot.stand_in.world import BOT_ID, Event, World


class StandIn(Scenery):
    """A Telegram of one's own, without network, event loop or clock.

    ``respond`` is what the Bot API would answer. ``person``, ``group``, ``topic`` and ``channel``
    furnish the world. The others (``message``, ``press`` ...) are what people do: each changes
    the world and returns the update a bot would be sent; ``deliver`` puts one where getUpdates
    finds it. What the bot did is in ``sent`` and ``events``.
    """

    def __init__(
        self,
        bot_username: str = "treaty_digest_bot",
        *,
        now: Callable[[], datetime],
    ) -> None:
        bot = Person(BOT_ID, "Treaty Digest", username=bot_username, is_bot=True)
        super().__init__(World(bot, now, people={bot.id: bot}))
        self._refusals: dict[str, deque[Response]] = defaultdict(deque)

    def respond(self, method: str, parameters: Mapping[str, Any]) -> Response:
        """Return what Telegram would answer to a call."""
        name = method.lower()
        if self._refusals[name]:
            return self._refusals[name].popleft()
        try:
            return accepted(_known(name)(self._world, Arguments(parameters)))
        except RefusedError as refusal:
            return refusal.response

    def refuse_next(self, method: str, refusal: RefusedError) -> None:
        """Refuse the next call of a method, as a server does that is flooded or down.

        Several refusals are given in the order they were asked for.
        """
        self._refusals[method.lower()].append(refusal.response)

    def file(self, path: str) -> bytes:
        """Return the content behind a ``file_path`` of getFile.

        Raises:
            KeyError: There is no such file.
        """
        return {stored.path: stored for stored in self._world.files.values()}[path].upload.content

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The messages the bot has sent, in order, as they stand now.

        ``edits`` holds what each was before: a list of ``text``, ``entities``, ``reply_markup``.
        """
        return [{**record.message, "edits": list(record.edits)} for record in self._world.sent]

    @property
    def events(self) -> Sequence[Event]:
        """What the bot did that people can see, in order."""
        return self._world.events

    @property
    def inline_answers(self) -> Mapping[str, dict[str, Any]]:
        """The answers to inline questions, by query id."""
        return self._world.inline_answers

    @property
    def commands(self) -> Mapping[tuple[str, ...], list[dict[str, str]]]:
        """The command menus, by scope, its ids, and language."""
        return self._world.commands

    @property
    def descriptions(self) -> Mapping[tuple[str, str], str]:
        """What the bot says of itself, by field and language."""
        return self._world.descriptions

    def message(
        self,
        chat_id: int,
        person_id: int,
        text: str,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> Update:
        """Let a person write into a chat."""
        content = happenings.text_content(text)
        return self._posted(chat_id, person_id, content, reply_to=reply_to, topic=topic)

    def document(
        self,
        chat_id: int,
        person_id: int,
        file_name: str,
        content: bytes,
        caption: str = "",
        *,
        mime_type: str = "application/octet-stream",
        topic: int | None = None,
    ) -> Update:
        """Let a person send a file."""
        upload = Upload(file_name, content, mime_type)
        shown = happenings.document_content(self._world, upload, caption)
        return self._posted(chat_id, person_id, shown, topic=topic)

    def channel_post(self, chat_id: int, text: str) -> Update:
        """Let a channel publish something; nobody is named as its author."""
        chat = self.chat(chat_id)
        content = {"sender_chat": chat.as_json(), **happenings.text_content(text)}
        post = self._world.post(chat, content, by_bot=False).message
        return happenings.update(self._world, "channel_post", post)

    def edited_message(self, chat_id: int, message_id: int, text: str) -> Update:
        """Let a person change a message of theirs."""
        record = self.chat(chat_id).records[message_id]
        message = happenings.edited(self._world, record, text)
        return happenings.update(self._world, "edited_message", message)

    def press(
        self, chat_id: int, person_id: int, message_id: int, button: tuple[int, int] | str
    ) -> Update:
        """Let a person press a button, by row and place from 0, or with any data at all."""
        chat = self.chat(chat_id)
        record = chat.records[message_id]
        data = happenings.callback_data(record, button)
        person = self._world.people[person_id]
        return happenings.callback_query(self._world, chat, person, record, data)

    def inline_query(self, person_id: int, query: str, offset: str = "") -> Update:
        """Let a person type a question after the bot's name."""
        person = self._world.people[person_id]
        return happenings.inline_query(self._world, person, query, offset)

    def my_chat_member(
        self,
        chat_id: int,
        person_id: int,
        standing: Standing,
        rights: frozenset[str] = frozenset(),
    ) -> Update:
        """Let a person change what the bot is in a chat; in private: block it and back."""
        person = self._world.people[person_id]
        return happenings.my_chat_member(self._world, self.chat(chat_id), person, standing, rights)

    def sees(self, update: Update) -> bool:
        """Tell whether privacy mode lets the bot be sent a message in a group."""
        message = update.get("message") or update.get("edited_message")
        return message is None or privacy.sees(self.chat(message["chat"]["id"]), message)

    def deliver(self, update: Update) -> None:
        """Put an update where getUpdates finds it."""
        polling.deliver(self._world, update)

    def _posted(
        self,
        chat_id: int,
        person_id: int,
        content: dict[str, Any],
        *,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> Update:
        chat, person = self.chat(chat_id), self._world.people[person_id]
        message = happenings.message(
            self._world, chat, person, content, reply_to=reply_to, topic=topic
        )
        return happenings.update(self._world, "message", message)


def _known(name: str) -> Method:
    method = METHODS.get(name)
    if method is None:
        raise RefusedError(HTTPStatus.NOT_FOUND, "Not Found: method not found")
    return method
