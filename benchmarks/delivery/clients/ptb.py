"""python-telegram-bot: as it comes (``--stock``), or on our transport."""

import asyncio
import sys

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from benchmarks.delivery.clients.pace import AT_ONCE, send_all
from benchmarks.delivery.edition import HTML
from bot.transport import Transport


async def main(url: str, token: str, chats: int, request: BaseRequest) -> None:
    """Send."""
    async with Bot(token, base_url=f"{url}/bot", request=request) as bot:
        await send_all(lambda chat: bot.send_message(chat, HTML, "HTML"), chats)


if __name__ == "__main__":
    stock = "--stock" in sys.argv
    way = HTTPXRequest(connection_pool_size=AT_ONCE) if stock else Transport(AT_ONCE)
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), way))
