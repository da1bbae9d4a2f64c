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
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import failures, handlers
from bot.context import Context, Services
from bot.menu import COMMANDS

App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Any], Any]


def build(services: Services, token: str, request: BaseRequest) -> App:
    """Build the application; the first handler that fits an update is the one that gets it."""
    application = (
        Application.builder()
        .token(token)
        .request(request)
        .get_updates_request(request)
        .updater(None)
        .job_queue(None)
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.bot_data["services"] = services
    new = filters.UpdateType.MESSAGE
    private = new & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("start", handlers.linked, filters=new, has_args=True))
    for command in COMMANDS:
        handler = handlers.commanded(command)
        application.add_handler(CommandHandler(command.name, handler, filters=new))
    application.add_handler(MessageHandler(private & filters.COMMAND, handlers.unknown))
    words = private & ~filters.COMMAND & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(words, handlers.said))
    application.add_handler(CallbackQueryHandler(handlers.pressed))
    application.add_error_handler(failures.failed)
    return application
