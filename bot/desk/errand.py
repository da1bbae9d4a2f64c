"""What a handler of the desk is given, and what it gives back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Message

from bot.buttons import Do
from bot.context import Context, InContext
from bot.desk.waiting import Waiting
from bot.render.desk import View
from bot.render.language import Language
from bot.render.reply import Reply
from digests.roles import Role

NOTHING = Do("")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an errand: a reply, where it goes, and words shown over the chat.

    The reply to a button takes the place of its message, unless it is to be *fresh*. Without a
    reply nothing is written.
    """

    reply: Reply | None = None
    fresh: bool = False
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Errand(InContext):
    """Somebody of the staff wants something, in their private chat; the role has been checked.

    ``argument`` is what stands after the command or answers a question, as it was typed, lines and
    all. ``action`` is the button, where one was pressed; ``message`` is what was written, or what
    the button stands under. ``left`` is the question that this leaves unanswered.
    """

    user: int
    role: Role
    language: Language
    message: Message
    context: Context
    argument: str = ""
    action: Do = NOTHING
    left: "Question | None" = None

    @property
    def by(self) -> str:
        """Give who does it, as it goes on record."""
        return str(self.user)

    @property
    def view(self) -> View:
        """Tell how things are shown to this person."""
        services = self.services
        return View(services.catalogue, self.language, services.timezone, self.by, self.name)

    def ask(self, question: "Question") -> None:
        """Let the next words of this person answer a question."""
        waiting(self.context).ask(self.user, question)

    def name(self, by: str) -> str | None:
        """Name a colleague from the record; None where nothing but a number is known."""
        user = int(by) if by.isdecimal() else 0
        editor = self.library.staff.get(user)
        return names(self.context).get(user) or (editor.name if editor else None)


Work = Callable[[Errand], Awaitable[Reply | Done]]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that was asked: who takes the answer, and whether it may be anything but words.

    Else only words that somebody typed answer it, and what else they send goes its usual way.
    """

    take: Work
    anything: bool = False


def waiting(context: Context) -> Waiting[Question]:
    """Give the questions that wait."""
    questions: Waiting[Question] = context.bot_data["waiting"]
    return questions


def names(context: Context) -> dict[int, str]:
    """Give what those are called who have been at the desk since the bot was started."""
    found: dict[int, str] = context.bot_data["names"]
    return found


@dataclass(frozen=True, slots=True)
class Task:
    """A command of the desk: its name, what stands after it, what it does, who may, and the work.

    It stands in the table of commands for those who may, under ``section``.
    """

    name: str
    usage: str
    purpose: str
    section: str
    work: Work
    role: Role = Role.EDITOR


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button of the desk does, and who may."""

    work: Work
    role: Role = Role.EDITOR


Presses = dict[str, Press]
