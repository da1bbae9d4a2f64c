"""What a handler is given: the services, and a question read from an update."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from telegram import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import CallbackContext, ExtBot

from bot import buttons
from bot.buttons import Button, Visit
from bot.clock import Clock
from bot.render import labels, pages
from bot.render.language import Language, Languages
from bot.render.reply import Reply
from config.catalogue import Catalogue
from digests.answers.question import LONGEST
from digests.errors import LibraryBusy
from digests.library import Library

T = TypeVar("T")
PAUSE = 0.005  # seconds between tries while another process writes
PATIENCE = 1_000  # tries, five seconds


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a command may lean on."""

    catalogue: Catalogue
    library: Library
    clock: Clock
    languages: Languages = field(default_factory=Languages)
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))

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

    async def send(self, to: Message, reply: Reply) -> None:
        """Answer a message where it was written: same chat, same topic."""
        text = pages.thinned(pages.clip(reply.text))
        await to.reply_text(
            text.plain,
            entities=text.entities(),
            reply_markup=await self.keyboard(reply),
            message_thread_id=topic(to),
            do_quote=to.chat.type not in {Chat.PRIVATE, Chat.CHANNEL},
            allow_sending_without_reply=True,
        )

    async def edit(self, message: Message, reply: Reply) -> None:
        """Put a reply in the place of a message of ours."""
        text = pages.thinned(pages.clip(reply.text))
        await message.edit_text(
            text.plain, entities=text.entities(), reply_markup=await self.keyboard(reply)
        )

    async def keyboard(self, reply: Reply) -> InlineKeyboardMarkup | None:
        """Make the buttons of a reply; arguments too long for a button are kept in the library."""
        if not reply.buttons:
            return None
        return InlineKeyboardMarkup(
            [[await self._button(button) for button in row] for row in reply.buttons]
        )

    async def _button(self, button: Button) -> InlineKeyboardButton:
        if isinstance(button.action, Visit):
            return InlineKeyboardButton(button.label, url=button.action.url)
        action = button.action
        keep = self.services.library.questions.keep
        data = await self.services.write(lambda: buttons.encode(action, keep))
        return InlineKeyboardButton(button.label, callback_data=data)


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
