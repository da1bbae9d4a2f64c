"""What a handler of subscribing is given, and where it stands in the table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum

from telegram import Message

from bot.buttons import Do
from bot.context import Context, InContext
from bot.desk.errand import NOTHING, Done
from bot.desk.waiting import Waiting
from bot.render.language import Language
from bot.render.reply import Reply
from bot.render.subscribing import View
from bot.subscribing import rights
from bot.subscribing.place import Place


@dataclass(frozen=True, slots=True)
class Wish(InContext):
    """Somebody wants something for a chat; where it changes anything, they may.

    ``user`` is None where an administrator speaks in the name of the group (``anonymous``) or
    nobody is named. ``argument`` is what stands after the command, behind the button, or what
    answers a question; ``state`` is what the button knows besides. ``message`` is what was
    written, or what the button stands under: it may stand elsewhere than the place is.
    """

    place: Place
    user: int | None
    language: Language
    message: Message
    context: Context
    argument: str = ""
    state: str = ""
    action: Do = NOTHING
    anonymous: bool = False

    @property
    def zone(self) -> str:
        """Give the time zone of the chat; where it has none yet, the bot's."""
        chat = self.library.chats.get(self.place.chat)
        return (chat.zone if chat else None) or self.services.timezone.key

    @property
    def elsewhere(self) -> bool:
        """Whether it is about another chat than the one spoken in: a channel."""
        return self.place.chat != self.message.chat_id

    @property
    def view(self) -> View:
        """Tell how things are shown to this person."""
        about = self.place.chat if self.elsewhere else None
        return View(
            self.catalogue,
            self.language,
            self.now,
            self.zone,
            self.place.topic,
            about,
            self.place.title if self.elsewhere else "",
            replying=self.message.chat.type != self.message.chat.PRIVATE,
        )

    async def may(self) -> bool:
        """Tell whether this person may change what comes to the chat."""
        if self.elsewhere:  # a channel was found only for somebody who may
            return True
        return self.anonymous or await rights.may(self.place, self.user, self.context)

    def wait(self, question: Do) -> None:
        """Let the next words in a private chat answer a question, and no other question."""
        if self.message.chat.type == self.message.chat.PRIVATE:
            self.context.bot_data["waiting"].take(self.message.chat_id)
            self.context.bot_data["objecting"].take(self.message.chat_id)
            waiting(self.context).ask(self.message.chat_id, question)


Work = Callable[[Wish], Awaitable[Reply | Done]]


def waiting(context: Context) -> Waiting[Do]:
    """Give the questions that wait, each as a button that would answer it."""
    questions: Waiting[Do] = context.bot_data["subscribing"]
    return questions


class Members(Enum):
    """What of a command is for everybody in a group, and not for its administrators alone."""

    ALL = "everything"
    ALONE = "the command without words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Task:
    """A command: its name, what stands after it, what it does, and the work."""

    name: str
    usage: str
    purpose: str
    section: str
    work: Work
    members: Members = Members.NOTHING


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button does; ``words`` answer as well as buttons where it asks something."""

    work: Work
    members: Members = Members.NOTHING
    words: bool = False


Presses = dict[str, Press]
