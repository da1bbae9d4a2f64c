"""The way to Telegram: python-telegram-bot's ``BaseRequest`` on aiohttp.

Stock PTB goes through httpx, which is its bottleneck: about a ninth of the messages a second.
"""

import asyncio
import io
import json
import os
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

_NOT_GIVEN = BaseRequest.DEFAULT_NONE
# Telegram's own reader of forms cuts a header at each semicolon, knows no escapes and no
# percent signs, and takes UTF-8 as it comes (td, HttpReader.cpp, parse_multipart_form_data).
_UNFIT_FOR_A_FORM = str.maketrans({**dict.fromkeys('\\"'), **dict.fromkeys(";\r\n\0", "_")})
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Transport(BaseRequest):
    """Carries the calls of a bot to Telegram over a pool of kept connections.

    One may serve both a bot's calls and its polling; a poll holds one connection. Timeouts are
    in seconds, None waits for ever: ``connect`` for a new connection, ``read`` for each piece of
    an answer, ``pool`` for a connection to come free. A write can only take long when files are
    sent; such a call as a whole takes at most ``connect + media_write + read``.

    Errors say what happened but never where to: the address of every call holds the token, and
    so do the texts of aiohttp's errors. ``TimedOut`` leaves open whether Telegram has done what
    it was asked for, unless it says that nothing was sent.
    """

    def __init__(
        self,
        pool_size: int = 100,
        *,
        read_timeout: float | None = 10.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        media_write_timeout: float | None = 30.0,
    ) -> None:
        self._pool_size = pool_size
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._patience = aiohttp.ClientTimeout(
            total=None, sock_connect=connect_timeout, sock_read=read_timeout
        )
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(pool_size)

    @property
    def read_timeout(self) -> float | None:
        """How long a piece of an answer is waited for, unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; connections are made when they are needed."""
        if self._session is None:
            self._places = asyncio.Semaphore(self._pool_size)
            self._session = aiohttp.ClientSession(
                # The places are counted here: aiohttp cannot tell a full pool from a slow network.
                connector=aiohttp.TCPConnector(limit=0, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                timeout=self._patience,
            )

    async def shutdown(self) -> None:
        """Close the pool with all its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = _NOT_GIVEN,
        write_timeout: Any = _NOT_GIVEN,
        connect_timeout: Any = _NOT_GIVEN,
        pool_timeout: Any = _NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """Return the status and the body of Telegram's answer.

        Raises:
            TimedOut: a connection was not made, or an answer not given, in time.
            NetworkError: there was no connection to be had, or it broke.
        """
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        body, headers = _body(request_data)
        write = write_timeout if isinstance(body, aiohttp.FormData) else None
        patience = self._patience_for(read_timeout, write, connect_timeout)
        await self._take_place(pool_timeout)
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=body,
                headers=headers,
                timeout=patience,
                allow_redirects=False,  # the token in the address is for Telegram alone
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error)
        finally:
            self._places.release()
        raise failure  # out here it drags no context along, whose text would hold the token

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer of Telegram's.

        Raises:
            NetworkError: it is none: somebody on the way has answered instead.
        """
        try:
            answer = json.loads(payload.decode(errors="replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or not {"result", "description"} & answer.keys():
            raise NetworkError("The answer is none of Telegram's")
        return answer

    async def _take_place(self, pool_timeout: Any) -> None:
        if self._places.locked():
            seconds = _chosen(pool_timeout, self._pool_timeout)
            try:
                async with asyncio.timeout(seconds):
                    await self._places.acquire()
            except TimeoutError:
                raise NetworkError(
                    f"All {self._pool_size} connections to Telegram are busy; nothing was sent"
                ) from None
        else:
            await self._places.acquire()

    def _patience_for(self, read: Any, write: Any, connect: Any) -> aiohttp.ClientTimeout:
        """Return the timeouts of a call; ``write`` is None for one that uploads nothing."""
        if read is _NOT_GIVEN and write is None and connect is _NOT_GIVEN:
            return self._patience
        read = _chosen(read, self._read_timeout)
        connect = _chosen(connect, self._connect_timeout)
        total = None
        if write is not None:
            write = _chosen(write, self._media_write_timeout)
            total = None if None in (read, write, connect) else connect + write + read
        return aiohttp.ClientTimeout(total=total, sock_connect=connect, sock_read=read)


def _chosen(given: Any, otherwise: float | None) -> float | None:
    chosen: float | None = otherwise if given is _NOT_GIVEN else given
    return chosen


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Return what a call sends: JSON, or a form if there are files in it."""
    if data is None:
        return None, {}
    if data.contains_files:
        return _form(data), {}
    # Half a surrogate pair goes as it is: it is for Telegram to refuse, with 400.
    body = _to_json(data.parameters).encode("utf-8", "surrogatepass")
    return body, {"Content-Type": "application/json"}


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime_type) in data.multipart_data.items():
        form.add_field(
            name,
            io.BytesIO(content) if isinstance(content, bytes) else content,
            filename=file_name.translate(_UNFIT_FOR_A_FORM),
            content_type=mime_type,
        )
    return form


def _failure(error: Exception) -> NetworkError:
    """Say in words that hold no address what went wrong on the way."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return TimedOut("Connecting to Telegram took too long; nothing was sent")
        case TimeoutError():
            return TimedOut("Telegram took too long to answer; it may have done what was asked")
        case aiohttp.ClientConnectorError():  # its text is host, port and reason
            return NetworkError(f"{error}; nothing was sent")
        case OSError(errno=int(number)):
            return NetworkError(f"The connection to Telegram broke: {os.strerror(number)}")
        case _:
            return NetworkError(f"The call to Telegram failed: {type(error).__name__}")
