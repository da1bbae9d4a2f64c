"""What a handler is given: the services, and a question read from an update."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from telegram import Chat, Message, Update
from telegram.error import RetryAfter
from telegram.ext import CallbackContext, ExtBot

from bot import buttons
from bot.buttons import Button, Visit
from bot.clock import Clock
from bot.courier.quota import Quota
from bot.fetch import fetch
from bot.fetching.outcomes import Fetched, NotFetched
from bot.kept import Kept
from bot.menus import Menus
from bot.render import labels, wire
from bot.render.language import Language, Languages
from bot.render.reply import Reply
from bot.render.wire import Wire
from config.catalogue import Catalogue
from digests.answers.question import LONGEST
from digests.errors import LibraryBusy
from digests.library import Library

T = TypeVar("T")
Fetching = Callable[[str], Awaitable[Fetched | NotFetched]]
PAUSE = 0.005  # seconds between tries while another process writes
PATIENCE = 1_000  # tries, five seconds
SPOKEN = ("send", "edit")  # such methods put something into a chat
LONGEST_WAIT = 30  # seconds; who was told to wait longer is not answered any more


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a command may lean on."""

    catalogue: Catalogue
    library: Library
    clock: Clock
    languages: Languages = field(default_factory=Languages)
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    owners: tuple[int, ...] = ()
    fetch: Fetching = fetch

    def today(self) -> dt.date:
        """Give the date where the bot lives."""
        return self.clock.now().astimezone(self.timezone).date()

    async def write(self, work: Callable[[], T]) -> T:
        """Do one short piece of writing, again and again while another process holds the lock.

        Raises:
            LibraryBusy: it was still held after five seconds.
        """
        for _ in range(PATIENCE):
            try:
                return work()
            except LibraryBusy:
                await self.clock.sleep(PAUSE)
        return work()


@dataclass(frozen=True, slots=True)
class Asker:
    """Where a question came from."""

    chat: int
    private: bool = True
    user: int | None = None
    topic: int | None = None

    @property
    def anybody(self) -> "Asker":
        """Give whoever asks in such a place."""
        return Asker(chat=0, private=self.private)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: what stands after the command, and from where in the answer to go on."""

    argument: str
    asker: Asker
    language: Language
    today: dt.date
    bot: str
    offset: int = 0


Answering = Callable[[Ask, Services], Awaitable[Reply]]


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Any]]):
    """PTB's context, with the services of this bot and its ways of answering."""

    @property
    def services(self) -> Services:
        """Give the services the application was built with."""
        services: Services = self.bot_data["services"]
        return services

    def ask(self, update: Update, argument: str, offset: int = 0) -> Ask:
        """Read who asks, where and in which language."""
        user = update.effective_user
        return Ask(
            labels.clean(argument)[:LONGEST],
            asker(update),
            self.services.languages.best(user.language_code if user else None),
            self.services.today(),
            self.bot.username,
            offset,
        )

    @property
    def kept(self) -> Kept:
        """Give the answers this bot has given lately."""
        kept: Kept = self.bot_data["kept"]
        return kept

    @property
    def menus(self) -> Menus:
        """Give the menus Telegram shows."""
        menus: Menus = self.bot_data["menus"]
        return menus

    async def send(self, to: Message, reply: Reply) -> Wire:
        """Answer a message where it was written: same chat, same topic; give what was sent."""
        return await self.post(to, await self.written(reply))

    async def post(self, to: Message, content: Wire) -> Wire:
        """Answer a message with what is written already; give what was sent."""
        sent: Wire = await self.call("sendmessage", **content, **_place(to))
        return sent

    async def tell(self, chat: int, reply: Reply) -> None:
        """Send a message to a chat unasked."""
        await self.call("sendmessage", **await self.written(reply), chat_id=chat)

    async def edit(self, message: Message, content: Wire) -> None:
        """Put what is written in the place of a message of ours."""
        place = {"chat_id": message.chat_id, "message_id": message.message_id}
        await self.call("editmessagetext", **content, **place)

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the Bot API, in small letters since PTB warns of those it has itself.

        Give what it answers, as it came. Where Telegram asks to wait for a short while, wait and
        call once more.

        Raises:
            RetryAfter: it asked for too long a wait, or for a second one.
        """
        self._count(method, parameters)
        try:
            return await self.bot.do_api_request(method, api_kwargs=parameters)
        except RetryAfter as flood:
            seconds = seconds_of(flood)
            if seconds > LONGEST_WAIT:
                raise
            await self.services.clock.sleep(seconds)
            self._count(method, parameters)
            return await self.bot.do_api_request(method, api_kwargs=parameters)

    def _count(self, method: str, parameters: Wire) -> None:
        """Let the courier know what goes past it."""
        chat = parameters.get("chat_id")
        if method.startswith(SPOKEN) and isinstance(chat, int):
            quota: Quota = self.bot_data["quota"]
            quota.note(chat, self.services.clock.elapsed())

    async def written(self, reply: Reply) -> Wire:
        """Write a reply as Telegram reads it."""
        content = wire.message(reply.text)
        if reply.buttons:
            rows = [[await self._button(button) for button in row] for row in reply.buttons]
            content["reply_markup"] = wire.nested({"inline_keyboard": rows})
        return content

    async def _button(self, button: Button) -> Wire:
        """Write a button; an argument too long for it is kept in the library."""
        if isinstance(button.action, Visit):
            return {"text": button.label, "url": button.action.url}
        action = button.action
        keep = self.services.library.questions.keep
        data = await self.services.write(lambda: buttons.encode(action, keep))
        return {"text": button.label, "callback_data": data}


class InContext:
    """Something to be done in a context, with all it leans on at hand."""

    __slots__ = ()
    context: Context

    @property
    def services(self) -> Services:
        """Give all a handler may lean on."""
        return self.context.services

    @property
    def catalogue(self) -> Catalogue:
        """Give treaties, outlets and people."""
        return self.services.catalogue

    @property
    def library(self) -> Library:
        """Give the library."""
        return self.services.library

    @property
    def now(self) -> dt.datetime:
        """Tell the time."""
        return self.services.clock.now()

    async def write(self, work: Callable[[], T]) -> T:
        """Do one short piece of writing.

        Raises:
            LibraryBusy: another process held the lock for five seconds.
        """
        return await self.services.write(work)


def asker(update: Update) -> Asker:
    """Tell where an update came from; who speaks in a chat's name is nobody in particular."""
    message, chat, user = update.effective_message, update.effective_chat, update.effective_user
    return Asker(
        chat=chat.id if chat else 0,
        private=chat is not None and chat.type == Chat.PRIVATE,
        user=user.id if user and not (message and message.sender_chat) else None,
        topic=topic(message) if message else None,
    )


def topic(message: Message) -> int | None:
    """Give the forum topic of a message; General has none that one may send to."""
    return message.message_thread_id if message.is_topic_message else None


def seconds_of(flood: RetryAfter) -> float:
    """Give how long Telegram asks to wait."""
    asked = flood.retry_after
    return asked.total_seconds() if isinstance(asked, dt.timedelta) else float(asked)


def _place(to: Message) -> Wire:
    """Give where the answer to a message goes; where others may talk meanwhile, as a reply."""
    place: Wire = {"chat_id": to.chat_id}
    if (thread := topic(to)) is not None:
        place["message_thread_id"] = thread
    if to.direct_messages_topic:
        place["direct_messages_topic_id"] = to.direct_messages_topic.topic_id
    if to.chat.type not in {Chat.PRIVATE, Chat.CHANNEL}:
        reply = {"message_id": to.message_id, "allow_sending_without_reply": True}
        place["reply_parameters"] = wire.nested(reply)
    return place
