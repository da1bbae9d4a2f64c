"""A light Telegram for bots under test: a bare protocol, no checks, answers noted with the time.

It does little for each call, so that with a core for it and one for the bot the bot is what is
measured. The strict one is ``bot.stand_in``.
"""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeVar
from urllib.parse import parse_qsl

ADDRESS = re.compile(rb"\w+ /bot([^/]+)/(\w+)")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
FORM = re.compile(rb"\r\ncontent-type: *application/x-www-form-urlencoded", re.IGNORECASE)
BLANK = b"\r\n\r\n"
MOST_UPDATES = 100
NAME = "benchmark_bot"
DONE = True

Json = dict[str, Any]
Respond = Callable[[object], None]
L = TypeVar("L", bound="Line")


@dataclass(frozen=True, slots=True)
class Refused:
    """What a call gets that was one too many: seconds to wait."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A call that answers somebody, and when it had come in whole."""

    at: float
    method: str
    parameters: Json

    @property
    def to(self) -> str:
        """Tell whom it answers: a chat, or an inline query."""
        return str(self.parameters.get("chat_id", self.parameters.get("inline_query_id")))


class Line:
    """One bot's end of it: updates wait here, and answers arrive."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.answers: list[Answer] = []
        self._last = 0
        self._waiting: deque[Json] = deque()
        self._poll: tuple[Respond, asyncio.TimerHandle] | None = None
        self._changed = asyncio.Event()

    def send(self, *updates: Json) -> float:
        """Let updates wait for the bot; a poll that is open has them at once. Tell when it is."""
        for update in updates:
            self._last += 1
            self._waiting.append({"update_id": self._last, **update})
        now = time.perf_counter()
        if self._poll:
            self._deliver(self._poll[0])
        return now

    async def listening(self, within: float = 30) -> None:
        """Wait until the bot waits for updates.

        Raises:
            TimeoutError: it did not begin to, *within* seconds.
        """
        await self._until(lambda: self._poll is not None, within)

    async def answered(self, count: int, within: float) -> None:
        """Wait until there are so many answers.

        Raises:
            TimeoutError: there were not, *within* seconds.
        """
        await self._until(lambda: len(self.answers) >= count, within)

    async def _until(self, true: Callable[[], bool], within: float) -> None:
        async with asyncio.timeout(within):
            while not true():
                self._changed.clear()
                await self._changed.wait()

    def call(self, at: float, method: str, parameters: Json, respond: Respond) -> None:
        """Do what the bot asks for; *method* is in small letters, since capitals do not count."""
        match method:
            case "getupdates":
                self._take_poll(parameters, respond)
            case "sendmessage" | "answerinlinequery":
                self.answers.append(Answer(at, method, parameters))
                respond(self._message(parameters) if method == "sendmessage" else DONE)
                self._changed.set()
            case "getme":
                respond(self._bot() | {"can_join_groups": True, "supports_inline_queries": True})
            case "getwebhookinfo":
                respond({"url": "", "has_custom_certificate": False, "pending_update_count": 0})
            case _:
                respond(DONE)

    def _take_poll(self, parameters: Json, respond: Respond) -> None:
        self._close_poll()
        offset, seconds = (int(parameters.get(name) or 0) for name in ("offset", "timeout"))
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
        if self._waiting or not seconds:
            self._deliver(respond)
            return
        timer = asyncio.get_running_loop().call_later(seconds, self._close_poll)
        self._poll = respond, timer
        self._changed.set()

    def _deliver(self, respond: Respond) -> None:
        if self._poll:
            self._poll[1].cancel()
            self._poll = None
        respond([self._waiting[n] for n in range(min(len(self._waiting), MOST_UPDATES))])

    def _close_poll(self) -> None:
        if self._poll:
            self._deliver(self._poll[0])

    def _bot(self) -> Json:
        number = int(self.token.partition(":")[0])
        return {"id": number, "is_bot": True, "first_name": "Bench", "username": NAME}

    def _message(self, parameters: Json) -> Json:
        """Send back what was sent, as Telegram does."""
        chat = int(parameters["chat_id"])
        message = {
            "message_id": len(self.answers),
            "date": int(time.time()),
            "from": self._bot(),
            "chat": {"id": chat, "type": "private", "first_name": "Reader"},
            "text": parameters["text"],
        }
        for name in ("entities", "reply_markup"):
            if value := parameters.get(name):
                message[name] = json.loads(value) if isinstance(value, str) else value
        return message


class Server:
    """Serves lines on 127.0.0.1 while it is entered."""

    def __init__(self) -> None:
        self.url = ""
        self._lines: dict[str, Line] = {}

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: Wire(self._lines), "127.0.0.1", backlog=1024
        )
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    def line(self) -> Line:
        """Lay a line for one more bot."""
        return self.lay(Line)

    def lay(self, kind: Callable[[str], L]) -> L:
        """Lay a line of some kind, made of a token."""
        token = f"{len(self._lines) + 1}:{'x' * 35}"
        line = self._lines[token] = kind(token)
        return line


class Wire(asyncio.Protocol):
    """One connection: HTTP/1.1 as far as the clients of bots speak it."""

    def __init__(self, lines: dict[str, Line]) -> None:
        self._lines = lines
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport: Any = transport

    def data_received(self, data: bytes) -> None:
        """Take in what came; a call that is whole is done."""
        self._buffer += data
        while (end := self._buffer.find(BLANK)) >= 0:
            head = self._buffer[:end]
            length = LENGTH.search(head)
            whole = end + len(BLANK) + (int(length[1]) if length else 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + len(BLANK) : whole], self._buffer[whole:]
            self._called(time.perf_counter(), head, body)

    def _called(self, at: float, head: bytes, body: bytes) -> None:
        address = ADDRESS.match(head)
        line = self._lines.get(address[1].decode()) if address else None
        if address is None or line is None:
            self._respond({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
            return
        line.call(at, address[2].decode().lower(), _parameters(head, body), self._succeed)

    def _succeed(self, result: object) -> None:
        if isinstance(result, Refused):
            told = {
                "description": "Too Many Requests",
                "parameters": {"retry_after": result.seconds},
            }
            self._respond({"ok": False, "error_code": 429, **told}, 429)
            return
        self._respond({"ok": True, "result": result}, 200)

    def _respond(self, payload: object, status: int) -> None:
        body = json.dumps(payload).encode()
        head = (
            f"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        self._transport.write(head.encode() + body)


def _parameters(head: bytes, body: bytes) -> Json:
    if FORM.search(head):
        return dict(parse_qsl(body.decode()))
    return dict(json.loads(body)) if body else {}
