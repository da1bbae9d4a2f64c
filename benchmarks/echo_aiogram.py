"""An echo on aiogram 3, in an environment of its own (``aiogram.lock``): no code of ours.

Usage: ``python benchmarks/echo_aiogram.py URL TOKEN``.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

LONG_POLL = 50  # seconds


async def echo(message: Message) -> None:
    """Send back what was said."""
    await message.answer(message.text or "")


async def main(url: str, token: str) -> None:
    """Echo until a signal comes."""
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session), polling_timeout=LONG_POLL)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
