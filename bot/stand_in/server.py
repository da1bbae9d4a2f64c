"""The door real processes come in by: a stand-in behind a local HTTP server."""

import asyncio
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Self

from aiohttp import web

from bot.stand_in import faults as faulty
from bot.stand_in import wire
from bot.stand_in.calls import Call, Calls
from bot.stand_in.delivery import Delivery
from bot.stand_in.faults import Close, Faults, Late, Refuse
from bot.stand_in.flood import Flood, Limits
from bot.stand_in.happenings import Update
from bot.stand_in.methods import spelt
from bot.stand_in.responses import RefusedError, Response, too_many_requests
from bot.stand_in.telegram import StandIn

TOKEN = "1:stand-in"  # noqa: S105 - opens nothing
_ADDRESS = re.compile(r"(?P<file>/file)?/bot(?P<token>[^/]+)/(?P<rest>.+)")
_NOT_FOUND = RefusedError(HTTPStatus.NOT_FOUND, "Not Found").response
_UNAUTHORIZED = RefusedError(HTTPStatus.UNAUTHORIZED, "Unauthorized").response
_LARGEST_BODY = 64 << 20
_LAST_WORDS = 0.1  # seconds a call that still waits is given when the server closes


class Server:
    """Serves a stand-in on 127.0.0.1 while it is entered.

    Calls go to ``/bot<token>/<method>``, files lie under ``/file/bot<token>/<path>``. Updates
    must go through ``deliver``, which wakes the poll that waits. What goes wrong on the way is
    up to ``faults``, a plan or a list to be handed out in turn; ``plan`` may be replaced at any
    time. Without ``limits`` a bot may send as fast as it can.
    """

    def __init__(
        self,
        stand_in: StandIn,
        token: str = TOKEN,
        faults: Faults | None = None,
        limits: Limits | None = None,
        *,
        port: int = 0,
    ) -> None:
        self.plan = faulty.plan(faults or ())
        self._stand_in = stand_in
        self._token = token
        self._flood = Flood(limits) if limits else None
        self._port = port
        self._calls = Calls()
        self._delivery = Delivery(stand_in)

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        web_server = web.Server(
            self._handle,
            # aiohttp would take no more than 1 MiB of an uploaded file
            request_factory=lambda message, body, protocol, writer, task: web.BaseRequest(
                message, body, protocol, writer, task, loop, client_max_size=_LARGEST_BODY
            ),
            # a killed or impatient client takes its call along: nothing is left waiting for it
            handler_cancellation=True,
            access_log=None,
        )
        self._runner = web.ServerRunner(web_server, shutdown_timeout=_LAST_WORDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._delivery.close()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """The address of this Bot API server, without a final slash."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def calls(self) -> Sequence[Call]:
        """The calls that came with the right token, in order, whatever became of them."""
        return self._calls.log

    def deliver(self, update: Update) -> None:
        """Let an update wait for the bot; a poll that is open has it at once."""
        self._delivery.deliver(update)

    async def answered(self, count: int, within: float = 5) -> None:
        """Wait until so many calls have been answered, polls not counted.

        Raises:
            TimeoutError: They were not, ``within`` seconds.
        """
        calls = self._calls

        def missing() -> str:
            return f"{calls.answered} of {count} answered" if calls.answered < count else ""

        await calls.until(missing, within)

    async def called(self, method: str, times: int = 1, within: float = 5) -> list[Call]:
        """Wait until a method has been called so many times and return its calls.

        Raises:
            TimeoutError: It was not, ``within`` seconds.
        """
        calls = self._calls

        def missing() -> str:
            count = calls.count(method)
            return f"{count} of {times} calls of {method}" if count < times else ""

        await calls.until(missing, within)
        return calls.of(method)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        address = _ADDRESS.fullmatch(request.path)
        if address is None:
            return wire.answer(_NOT_FOUND)
        if address["token"] != self._token:
            return wire.answer(_UNAUTHORIZED)
        if address["file"]:
            return self._file(address["rest"])
        parameters = await wire.parameters(request)
        now = asyncio.get_running_loop().time()
        response = await self._answer(Call(spelt(address["rest"]), parameters, now))
        return wire.answer(response) if response else _hung_up(request)

    def _file(self, path: str) -> web.Response:
        try:
            return web.Response(body=self._stand_in.file(path))
        except KeyError:
            return wire.answer(_NOT_FOUND)

    async def _answer(self, call: Call) -> Response | None:
        """Return the answer to a call, None if the connection is to be closed without one."""
        self._calls.came(call)
        fault = self.plan(call)
        if fault == Close(after_work=False):
            return None
        response = fault.response if isinstance(fault, Refuse) else await self._work(call)
        if isinstance(fault, Close):
            return None
        if isinstance(fault, Late):
            await asyncio.sleep(fault.seconds)
        self._calls.went(call)
        return response

    async def _work(self, call: Call) -> Response:
        if self._flood and (seconds := self._flood.wait(call)):
            return too_many_requests(seconds).response
        match call.method.lower():
            case "getupdates":
                return await self._delivery.get_updates(call.parameters)
            case "setwebhook":
                return self._delivery.set_webhook(call.parameters)
            case "deletewebhook":
                return self._delivery.delete_webhook(call.parameters)
            case "getwebhookinfo":
                return self._delivery.get_webhook_info(call.parameters)
        return self._stand_in.respond(call.method, call.parameters)


def _hung_up(request: web.BaseRequest) -> web.StreamResponse:
    """Close the connection; what is returned has nowhere to go."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()
