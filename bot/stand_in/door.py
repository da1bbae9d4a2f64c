"""The door python-telegram-bot comes in by: a ``BaseRequest`` that reaches no network."""

import json
from typing import Any
from urllib.parse import urlsplit

from telegram.request import BaseRequest, RequestData

from bot.stand_in.arguments import Upload
from bot.stand_in.telegram import StandIn

_FILES = "/file/bot"


class Door(BaseRequest):
    """Hands every request of a bot to a stand-in, whatever its address."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in

    @property
    def read_timeout(self) -> float | None:
        """None: the stand-in answers at once."""
        return None

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - Telegram takes GET for POST
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return the status and body Telegram would answer with; timeouts mean nothing here."""
        path = urlsplit(url).path
        if path.startswith(_FILES):
            return self._file(path.removeprefix(_FILES).partition("/")[2])
        response = self._stand_in.respond(path.rpartition("/")[2], _parameters(request_data))
        return response.status, json.dumps(response.payload).encode()

    def _file(self, path: str) -> tuple[int, bytes]:
        try:
            return 200, self._stand_in.file(path)
        except KeyError:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'


def _parameters(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    uploads = {name: _upload(*part) for name, part in data.multipart_data.items()}
    return {**data.json_parameters, **uploads}


def _upload(file_name: str, content: Any, mime_type: str) -> Upload:
    return Upload(file_name, content if isinstance(content, bytes) else content.read(), mime_type)
