"""What Telegram answers: a result, or a refusal in its own words."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True)
class Response:
    """An HTTP status and the JSON object that goes with it."""

    status: int
    payload: dict[str, Any]


class RefusedError(Exception):
    """A call that Telegram refuses; it carries the response it is refused with."""

    def __init__(self, status: HTTPStatus, description: str, **parameters: int) -> None:
        super().__init__(description)
        payload: dict[str, Any] = {
            "ok": False,
            "error_code": int(status),
            "description": description,
        }
        if parameters:
            payload["parameters"] = parameters
        self.response = Response(int(status), payload)


def accepted(result: Any) -> Response:
    """Return the response of a call that went well."""
    return Response(int(HTTPStatus.OK), {"ok": True, "result": result})


def bad_request(reason: str, **parameters: int) -> RefusedError:
    """Return the refusal of a call that is wrong in itself, status 400."""
    return RefusedError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> RefusedError:
    """Return the refusal of a call the bot may not make (any more), status 403."""
    return RefusedError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def too_many_requests(seconds: int) -> RefusedError:
    """Return the refusal of a call that came too soon, status 429."""
    description = f"Too Many Requests: retry after {seconds}"
    return RefusedError(HTTPStatus.TOO_MANY_REQUESTS, description, retry_after=seconds)
