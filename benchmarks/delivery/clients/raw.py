"""Bare aiohttp, with no library for bots above it."""

import asyncio
import sys

import aiohttp

from benchmarks.delivery.clients.pace import AT_ONCE, send_all
from benchmarks.delivery.edition import HTML


async def main(url: str, token: str, chats: int) -> None:
    """Send."""
    address = f"{url}/bot{token}/sendMessage"
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def send(chat: int) -> None:
            message = {"chat_id": chat, "text": HTML, "parse_mode": "HTML"}
            async with session.post(address, json=message) as answer:
                await answer.json()

        await send_all(send, chats)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
