"""How updates reach a bot over the wire: by long polls, one at a time."""

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from bot.stand_in.arguments import Arguments
from bot.stand_in.happenings import Update
from bot.stand_in.responses import RefusedError, Response, accepted
from bot.stand_in.telegram import StandIn

LONGEST_POLL = 50  # seconds; a longer timeout is cut to it
_OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
    "first"
)


class Delivery:
    """Answers the methods by which a bot gets its updates.

    A poll waits until an update comes or its time is over. A second poll ends the first, and
    neither is answered while a webhook is set; nothing is ever sent to the webhook itself.
    """

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in
        self._webhook = ""
        self._poll: asyncio.Future[Response | None] | None = None

    def deliver(self, update: Update) -> None:
        """Let an update wait for the bot and tell the poll that is open."""
        self._stand_in.deliver(update)
        self._end_poll(None)

    async def get_updates(self, parameters: dict[str, Any]) -> Response:
        """Answer a poll when there is something to tell, or when its time is over."""
        self._end_poll(_conflict(_OTHER_POLL))
        if self._webhook:
            return _conflict(_WEBHOOK)
        response = self._stand_in.respond("getUpdates", parameters)
        with suppress(TimeoutError):  # nothing has come: the empty list is the answer
            async with asyncio.timeout(_patience(parameters)):
                while response.payload.get("result") == []:
                    if ended := await self._told():
                        return ended
                    response = self._stand_in.respond("getUpdates", parameters)
        return response

    def close(self) -> None:
        """Let the poll that is open go, with nothing to tell."""
        self._end_poll(accepted([]))

    def set_webhook(self, parameters: dict[str, Any]) -> Response:
        """Set a webhook, or remove it where the address is empty."""
        self._webhook = str(parameters.get("url", ""))
        return accepted(result=True)

    def delete_webhook(self, parameters: dict[str, Any]) -> Response:
        """Remove the webhook."""
        self._webhook = ""
        return self._stand_in.respond("deleteWebhook", parameters)

    def get_webhook_info(self, parameters: dict[str, Any]) -> Response:
        """Say where the webhook is and how many updates wait."""
        payload = self._stand_in.respond("getWebhookInfo", parameters).payload
        return accepted({**payload["result"], "url": self._webhook})

    async def _told(self) -> Response | None:
        """Return None when an update has come, or the refusal that ends the poll."""
        poll: asyncio.Future[Response | None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            return await poll
        finally:
            if self._poll is poll:
                self._poll = None

    def _end_poll(self, response: Response | None) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(response)


def _patience(parameters: dict[str, Any]) -> float:
    try:
        return min(max(Arguments(parameters).integer("timeout"), 0), LONGEST_POLL)
    except RefusedError:
        return 0  # not a number is nought, as in the real server


def _conflict(reason: str) -> Response:
    return RefusedError(HTTPStatus.CONFLICT, f"Conflict: {reason}").response
