"""Where everything meets: services and handlers become one application."""

from random import Random
from typing import Any

from telegram import LinkPreviewOptions
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
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
from bot.buttons import Do
from bot.context import Context, Services
from bot.courier.quota import Quota
from bot.delivery import Delivery
from bot.desk import frame, intake, joining
from bot.desk.errand import Question
from bot.desk.table import BY_NAME as DESK
from bot.desk.table import tasks_of
from bot.desk.waiting import Waiting
from bot.failures import Failures
from bot.gate import Gate
from bot.kept import Kept
from bot.menu import BY_NAME, COMMANDS
from bot.menus import Menus
from bot.objections import door
from bot.objections.steps import Because
from bot.operators import Operators
from bot.order import ChatOrder
from bot.pace import Pace
from bot.pulse import Pulse
from bot.sieve import CONTENT, OWN
from bot.subscribing import door as subscribing
from bot.subscribing import membership
from bot.subscribing.table import BY_NAME as SUBSCRIBING

FIRST = -2  # the group of handlers that hears everything
GATE = -1  # the group of handlers that comes before all others
AFTER = 1  # the group that sees an update when it has been answered
MENUS = 2
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
    rate: int = 0,
    pulse: Pulse | None = None,
    random: Random | None = None,
) -> App:
    """Build the application; the first handler that fits an update is the one that gets it.

    *polling* carries getUpdates, *request* all else; *server* is the base of the Bot API. With a
    *pace* each chat is kept to it; *operators* are told of failures. Editions go out *rate* a
    second at most (0: without limit), and are made where a *pulse* beats.
    """
    quota, watch = Quota(rate), Operators(operators)
    random = random or Random()  # noqa: S311 - it only keeps waits apart
    delivery = Delivery(services, quota, watch, pulse, random)
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
        .post_init(delivery.begin)
        .post_stop(delivery.end)
        .build()
    )
    application.bot_data["services"] = services
    application.bot_data["quota"] = quota
    application.bot_data["delivery"] = delivery
    application.bot_data["kept"] = Kept()
    application.bot_data["waiting"] = waiting = Waiting[Question](services.clock)
    application.bot_data["names"] = {}
    application.bot_data["menus"] = Menus(services.languages, COMMANDS, tasks_of)
    application.bot_data |= intake.hands(services.clock)
    _add_handlers(application, waiting, pace)
    application.add_error_handler(Failures(watch).failed)
    return application


def _add_handlers(application: App, waiting: Waiting[Question], pace: Pace | None) -> None:
    """Say who takes which updates; the first that fits is the one that does."""
    services: Services = application.bot_data["services"]
    new = filters.UpdateType.MESSAGE & OWN
    private = new & filters.ChatType.PRIVATE
    words = private & ~filters.COMMAND & CONTENT
    awaited = filters.UpdateType.MESSAGE & ~filters.COMMAND & frame.Awaited(waiting)
    if pace is not None:
        gate = Gate(pace)
        asked = (new & filters.COMMAND) | (words & ~awaited)  # a paste has many messages
        application.add_handler(MessageHandler(asked, gate.pass_), GATE)
        application.add_handler(CallbackQueryHandler(gate.pass_), GATE)
    _add_links_and_objections(application, services)
    _add_subscribing(application, services)
    application.add_handler(CommandHandler("start", handlers.linked, filters=new, has_args=True))
    application.add_handler(CommandHandler(list(BY_NAME), handlers.commanded, filters=new))
    application.add_handler(CommandHandler(list(DESK), frame.commanded, filters=new))
    application.add_handler(MessageHandler(private & filters.COMMAND, handlers.unknown))
    application.add_handler(MessageHandler(awaited, frame.told))
    application.add_handler(MessageHandler(private & frame.HANDED, frame.handed))
    application.add_handler(MessageHandler(words, handlers.said))
    application.add_handler(CallbackQueryHandler(frame.pressed, pattern=r"^1d\|"))
    application.add_handler(CallbackQueryHandler(handlers.pressed))
    application.add_handler(InlineQueryHandler(inline.offered))
    application.add_handler(CommandHandler("start", frame.met, filters=private), MENUS)


def _add_links_and_objections(application: App, services: Services) -> None:
    """Let readers say that something is wrong, and become editors by a link."""
    application.bot_data["objecting"] = objecting = Waiting[Because](services.clock)
    recall = services.library.questions.get
    new = filters.UpdateType.MESSAGE & OWN
    private = new & filters.ChatType.PRIVATE
    for opens, handler in (
        (joining.Invited(), joining.opened),
        (door.Linked(recall), door.linked),
    ):
        application.add_handler(
            CommandHandler("start", handler, filters=private & opens, has_args=True)
        )
    awaited = private & ~filters.COMMAND & door.Awaited(objecting, recall)
    application.add_handler(MessageHandler(awaited, door.said))
    application.add_handler(CallbackQueryHandler(door.pressed, pattern=door.OURS))
    application.add_handler(MessageHandler(private & filters.COMMAND, door.forget), AFTER)
    application.add_handler(CallbackQueryHandler(door.forget, pattern=door.OTHERS), AFTER)


def _add_subscribing(application: App, services: Services) -> None:
    """Let chats subscribe, and hear when the bot is removed from one or added to it."""
    application.bot_data["subscribing"] = questions = Waiting[Do](services.clock)
    recall = services.library.questions.get
    new = filters.UpdateType.MESSAGE & OWN
    other = filters.UpdateType.MESSAGE & (filters.COMMAND | ~filters.TEXT)
    awaited = new & ~filters.COMMAND & subscribing.Awaited(questions, recall)
    application.add_handler(CommandHandler(list(SUBSCRIBING), subscribing.commanded, filters=new))
    application.add_handler(MessageHandler(awaited, subscribing.told))
    application.add_handler(CallbackQueryHandler(subscribing.pressed, pattern=subscribing.OURS))
    application.add_handler(
        ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER)
    )
    moved = filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE
    application.add_handler(MessageHandler(moved, membership.migrated))
    application.add_handler(MessageHandler(other, subscribing.forget), FIRST)
    application.add_handler(CallbackQueryHandler(subscribing.forget), FIRST)
