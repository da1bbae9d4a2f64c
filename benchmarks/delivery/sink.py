"""A Telegram that says yes to everything, and does nothing else; prints its address.

Usage: ``python -m benchmarks.delivery.sink``; it ends with its standard input.
"""

import asyncio
import json
import sys

from benchmarks.server import NAME, Wire

TOKEN = f"1:{'x' * 35}"
CHAT = {"id": 1, "type": "private", "first_name": "Reader"}
MESSAGE = {"message_id": 1, "date": 1_700_000_000, "chat": CHAT, "text": "Yes."}
BOT = {"id": 1, "is_bot": True, "first_name": "Bench", "username": NAME}


def _answer(result: object) -> bytes:
    body = json.dumps({"ok": True, "result": result})
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n{body}".encode()


SENT, MET = _answer(MESSAGE), _answer(BOT)


class Sink(Wire):
    """One connection; what is not a message asks who the bot is."""

    def _called(self, at: float, head: bytes, body: bytes) -> None:  # noqa: ARG002 - as it is
        self._transport.write(SENT if b"/send" in head[:80].lower() else MET)


async def main() -> None:
    """Serve until nobody listens any more."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Sink({}), "127.0.0.1", backlog=1024)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
