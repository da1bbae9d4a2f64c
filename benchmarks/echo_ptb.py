"""An echo on python-telegram-bot: stock, or on the transport and the order of this bot.

Usage: ``python -m benchmarks.echo_ptb [--stock] URL TOKEN``.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.order import ChatOrder
from bot.transport import Transport

LONG_POLL = 50  # seconds


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Send back what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(url: str, token: str, *, stock: bool) -> None:
    """Echo until a signal comes."""
    builder: Any = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    if not stock:
        builder = builder.request(Transport()).get_updates_request(Transport(pool_size=1))
        builder = builder.concurrent_updates(ChatOrder())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(timeout=LONG_POLL)


if __name__ == "__main__":
    main(*sys.argv[-2:], stock="--stock" in sys.argv)
