"""HTTP requests as calls: parameters out of addresses, forms and JSON, answers into bytes.

Read as td, HttpReader.cpp, reads them: forgiving about JSON, literal about forms.
"""

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, hdrs, web

from bot.stand_in.arguments import Upload
from bot.stand_in.responses import Response


async def parameters(request: web.BaseRequest) -> dict[str, Any]:
    """Return the parameters of a request; those in the body win over those in the address."""
    return {**_pairs(request.query_string), **await _body(request)}


def answer(response: Response) -> web.Response:
    """Return what goes over the wire; floods say in a header too how long to wait."""
    seconds = response.payload.get("parameters", {}).get("retry_after")
    return web.Response(
        body=json.dumps(response.payload).encode(),
        status=response.status,
        headers={"Retry-After": str(seconds)} if seconds else None,
        content_type="application/json",
    )


async def _body(request: web.BaseRequest) -> dict[str, Any]:
    match request.content_type:
        case "application/json":
            return _object(await request.read())
        case "application/x-www-form-urlencoded":
            return _pairs((await request.read()).decode(errors="replace"))
        case "multipart/form-data":
            return {name: value async for name, value in _parts(request)}
        case _:
            return {}


def _pairs(text: str) -> dict[str, Any]:
    return dict(parse_qsl(text, keep_blank_values=True)) if text else {}


def _object(body: bytes) -> dict[str, Any]:
    """Read JSON; what cannot be read is no parameters at all, and no reason to refuse."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


async def _parts(request: web.BaseRequest) -> AsyncIterator[tuple[str, Any]]:
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader):
            fields = _fields(part.headers.get(hdrs.CONTENT_DISPOSITION, ""))
            yield fields.get("name", ""), await _part(part, fields.get("filename"))


async def _part(part: BodyPartReader, file_name: str | None) -> str | Upload:
    content = bytes(await part.read())
    if file_name is None:
        return content.decode(errors="replace")
    return Upload(file_name, content, part.headers.get(hdrs.CONTENT_TYPE, Upload.mime_type))


def _fields(disposition: str) -> dict[str, str]:
    """Read a header of a form: cut at each semicolon, no escapes, percent signs as they are."""
    pairs = (piece.partition("=") for piece in disposition.split(";")[1:])
    return {key.strip(): value.strip().strip('"') for key, _, value in pairs}
