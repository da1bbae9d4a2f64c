"""The menus Telegram shows, by place and role: a convenience, never a permission."""

import logging
from collections.abc import Callable, Iterable, Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.render.about import Entry
from bot.render.language import Language, Languages
from digests.roles import Role

log = logging.getLogger(__name__)

IN_GROUPS = frozenset("expert clause search compare latest about help".split())
FOR_ADMINISTRATORS = IN_GROUPS | frozenset(
    "id subscribe subscriptions unsubscribe follow digest settings forgetme".split()
)


class Menus:
    """Sets them in every language; one that Telegram refuses is left as it was.

    *readers* are the commands for everybody, *staff* gives those of a role. This leans on neither
    table, since some commands of the desk set menus.
    """

    def __init__(
        self,
        languages: Languages,
        readers: Iterable[Entry],
        staff: Callable[[Role], Sequence[Entry]],
    ) -> None:
        self._languages = languages
        self._readers = tuple(command for command in readers if command.name != "start")
        self._staff = staff

    async def show(
        self, bot: Bot, owners: Iterable[int] = (), editors: Iterable[int] = ()
    ) -> None:
        """Set the menus of all places, and of everybody on the staff."""
        await self._set(bot, BotCommandScopeAllPrivateChats(), self._readers)
        groups = [each for each in self._readers if each.name in IN_GROUPS]
        await self._set(bot, BotCommandScopeAllGroupChats(), groups)
        administrators = [each for each in self._readers if each.name in FOR_ADMINISTRATORS]
        await self._set(bot, BotCommandScopeAllChatAdministrators(), administrators)
        for role, people in ((Role.EDITOR, editors), (Role.OWNER, owners)):
            for user in people:
                await self.give(bot, user, role)

    async def give(self, bot: Bot, user: int, role: Role) -> None:
        """Show somebody of the staff theirs; Telegram refuses it until they have met the bot."""
        await self._set(bot, BotCommandScopeChat(user), (*self._readers, *self._staff(role)))

    async def take(self, bot: Bot, user: int) -> None:
        """Show somebody what all readers are shown."""
        for code, _ in self._languages.all():
            try:
                await bot.delete_my_commands(BotCommandScopeChat(user), code)
            except TelegramError as error:
                log.warning("menu not taken", extra={"error": error.message})

    async def _set(self, bot: Bot, scope: BotCommandScope, commands: Sequence[Entry]) -> None:
        for code, language in self._languages.all():
            await _set(bot, scope, commands, language, code)


async def _set(
    bot: Bot,
    scope: BotCommandScope,
    commands: Sequence[Entry],
    language: Language,
    code: str | None,
) -> None:
    menu = [BotCommand(each.name, language.say(each.purpose).plain) for each in commands]
    try:
        await bot.set_my_commands(menu, scope, code)
    except TelegramError as error:
        log.warning("menu not set", extra={"scope": scope.type, "error": error.message})
