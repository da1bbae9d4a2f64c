"""aiogram 3, run in an environment of its own: no code of the bot."""

import asyncio
import sys

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from benchmarks.delivery.clients.pace import AT_ONCE, send_all
from benchmarks.delivery.edition import HTML


async def main(url: str, token: str, chats: int) -> None:
    """Send."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=AT_ONCE)
    async with Bot(token, session=session) as bot:
        await send_all(lambda chat: bot.send_message(chat, HTML, parse_mode="HTML"), chats)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
