"""Where everything meets: services and handlers become one application."""

from typing import Any

from telegram import LinkPreviewOptions
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    Defaults,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import handlers, inline
from bot.context import Context, Services
from bot.failures import Failures
from bot.gate import Gate
from bot.menu import COMMANDS
from bot.order import ChatOrder
from bot.pace import Pace

GATE = -1  # the group of handlers that comes before all others
TELEGRAM = "https://api.telegram.org"
App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Any], Any]


def build(
    services: Services,
    token: str,
    request: BaseRequest,
    *,
    polling: BaseRequest | None = None,
    server: str = TELEGRAM,
    pace: Pace | None = None,
    operators: tuple[int, ...] = (),
) -> App:
    """Build the application; the first handler that fits an update is the one that gets it.

    *polling* carries getUpdates, *request* all else; *server* is the base of the Bot API. With a
    *pace* each chat is kept to it; *operators* are told of failures.
    """
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{server}/bot")
        .base_file_url(f"{server}/file/bot")
        .request(request)
        .get_updates_request(polling or request)
        .concurrent_updates(ChatOrder())
        .updater(None)
        .job_queue(None)
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.bot_data["services"] = services
    # Commands that were forwarded, or sent through some bot's inline mode, are not asked of us.
    new = filters.UpdateType.MESSAGE & ~filters.FORWARDED & ~filters.VIA_BOT
    private = new & filters.ChatType.PRIVATE
    if pace is not None:
        gate = Gate(pace)
        asked = new & (filters.COMMAND | filters.ChatType.PRIVATE)
        application.add_handler(MessageHandler(asked, gate.pass_), GATE)
        application.add_handler(CallbackQueryHandler(gate.pass_), GATE)
    application.add_handler(CommandHandler("start", handlers.linked, filters=new, has_args=True))
    for command in COMMANDS:
        handler = handlers.commanded(command)
        application.add_handler(CommandHandler(command.name, handler, filters=new))
    application.add_handler(MessageHandler(private & filters.COMMAND, handlers.unknown))
    words = private & ~filters.COMMAND & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(words, handlers.said))
    application.add_handler(CallbackQueryHandler(handlers.pressed))
    application.add_handler(InlineQueryHandler(inline.offered))
    application.add_error_handler(Failures(operators).failed)
    return application
