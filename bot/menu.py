"""The table of commands: it feeds the handlers, ``/help`` and the test of the README."""

from dataclasses import dataclass

from bot.commands.about import about, ids, privacy
from bot.commands.article import article, latest
from bot.commands.clause import clause, clauses
from bot.commands.edition import edition
from bot.commands.expert import expert, experts
from bot.commands.search import search
from bot.commands.sources import sources
from bot.commands.start import start
from bot.commands.treaty import compare, timeline, treaty
from bot.context import Answering, Ask, Services
from bot.desk.table import tasks_of
from bot.render import about as render
from bot.render.about import Entry
from bot.render.language import later
from bot.render.reply import Reply
from bot.subscribing.table import FORGET
from bot.subscribing.table import TASKS as SUBSCRIBING
from digests.roles import role_of

ASK = later("Ask")
BROWSE = later("Browse")
BOT = later("This bot")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what stands after it, what it does, and the function that answers."""

    name: str
    usage: str
    purpose: str
    section: str
    answer: Answering


async def help_(ask: Ask, services: Services) -> Reply:
    """List the commands; those of the desk to the staff only, and in private."""
    user = ask.asker.user if ask.asker.private else None
    tasks = tasks_of(role_of(user, services.owners, services.library.staff))
    readers = [each for each in COMMANDS if each.name != "start"]
    return render.help_([*readers, *tasks], ask.bot, ask.language)


COMMANDS: tuple[Entry, ...] = (
    Command("start", "", later("say hello"), BOT, start),
    Command("expert", later("NAME"), later("who somebody is and what they said"), ASK, expert),
    Command(
        "clause",
        later("REF"),
        later("what a clause says, and who said what about it"),
        ASK,
        clause,
    ),
    Command("search", later("WORDS"), later("find words and “phrases”, in any form"), ASK, search),
    Command(
        "compare", later("REF"), later("a clause beside those of other treaties"), ASK, compare
    ),
    Command("latest", later("[N]"), later("the newest articles"), BROWSE, latest),
    Command("article", later("ID"), later("one article, with all its quotes"), BROWSE, article),
    Command("edition", later("ID"), later("an edition again, whole"), BROWSE, edition),
    Command("experts", "", later("who has been quoted"), BROWSE, experts),
    Command("clauses", "", later("the clauses of the treaty"), BROWSE, clauses),
    Command("treaty", later("[NAME]"), later("the treaty in short"), BROWSE, treaty),
    Command("timeline", "", later("what happened, and when"), BROWSE, timeline),
    Command("sources", "", later("what this library leans on"), BROWSE, sources),
    *SUBSCRIBING,
    Command("about", "", later("labels, translations, corrections"), BOT, about),
    Command("privacy", "", later("what is kept about you"), BOT, privacy),
    FORGET,
    Command("id", "", later("the ids of this chat and of you"), BOT, ids),
    Command("help", "", later("this list"), BOT, help_),
)
NAMES = frozenset(command.name for command in COMMANDS)
# What answers a question, for whoever asks; the rest comes through the door of subscribing.
BY_NAME = {each.name: each for each in COMMANDS if isinstance(each, Command)}
# What a link may open. Anybody can write a link for others to tap, so it may only show something.
LINKED = frozenset(
    "expert clause search compare latest article edition experts clauses treaty timeline "
    "sources about privacy help".split()
)
