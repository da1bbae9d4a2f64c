"""The menus Telegram shows, by place and role: a convenience, never a permission."""

import logging

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

from bot.menu import COMMANDS, Command
from bot.render.language import Language, Languages

log = logging.getLogger(__name__)

PRIVATE = tuple(command for command in COMMANDS if command.name != "start")
GROUP = tuple(
    command
    for command in PRIVATE
    if command.name in {"expert", "clause", "search", "compare", "latest", "about", "help"}
)
GROUP_ADMINISTRATOR = (*GROUP, *(command for command in PRIVATE if command.name == "id"))


async def show(bot: Bot, languages: Languages, admins: tuple[int, ...]) -> None:
    """Set the menus of all scopes, in every language; one that is refused is left as it was."""
    scopes: list[tuple[BotCommandScope, tuple[Command, ...]]] = [
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
        (BotCommandScopeAllChatAdministrators(), GROUP_ADMINISTRATOR),
        *((BotCommandScopeChat(admin), PRIVATE) for admin in admins),
    ]
    for scope, commands in scopes:
        for code, language in languages.all():
            await _set(bot, scope, commands, language, code)


async def _set(
    bot: Bot,
    scope: BotCommandScope,
    commands: tuple[Command, ...],
    language: Language,
    code: str | None,
) -> None:
    menu = [BotCommand(each.name, language.say(each.purpose).plain) for each in commands]
    try:
        await bot.set_my_commands(menu, scope, code)
    except TelegramError as error:
        log.warning("menu not set", extra={"scope": scope.type, "error": error.message})
