"""Parts made ready to be sent: what the press wrote, and to whom it goes."""

import json
from collections.abc import Callable

from bot.render import wire
from bot.render.wire import Wire
from digests.subscriptions import Letter, LetterKind

MOST = 256  # parts at hand; most letters of a run are of few bodies


class Envelopes:
    """Fills envelopes with parts, whose *content* is asked for once."""

    def __init__(self, content: Callable[[int, int], str | None]) -> None:
        self._content = content
        self._parts: dict[tuple[int, int], Wire] = {}

    def forget(self) -> None:
        """Ask anew: something may have been rewritten."""
        self._parts.clear()

    def fill(self, letter: Letter, *, bare: bool = False) -> tuple[str, Wire] | None:
        """Give method and parameters of the call that sends the next part; *bare* has no buttons.

        None: the part is no longer kept.
        """
        part = self._part(letter.body, letter.part)
        if part is None:
            return None
        call = {**part, "chat_id": letter.chat}
        if letter.plain:
            call.pop("entities", None)
        if bare:
            call.pop("reply_markup", None)
        if letter.kind is LetterKind.EDIT:
            call["message_id"] = letter.target
            return "editmessagetext", call
        if letter.topic is not None:
            call["message_thread_id"] = letter.topic
        before = letter.previous if letter.part else letter.target
        if before and not letter.plain:
            answered = {"message_id": before, "allow_sending_without_reply": True}
            call["reply_parameters"] = wire.nested(answered)
        return "sendmessage", call

    def _part(self, body: int, number: int) -> Wire | None:
        part = self._parts.get((body, number))
        if part is None:
            content = self._content(body, number)
            if content is None:
                return None
            if len(self._parts) >= MOST:
                self._parts.clear()
            part = self._parts[body, number] = json.loads(content)
        return part
