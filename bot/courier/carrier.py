"""One part taken to Telegram, and what came of it."""

from collections.abc import Collection

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.courier import outcomes
from bot.courier.envelope import Envelopes
from bot.courier.outcomes import Broken, Dropped, EditLost, Outcome, Sent
from bot.render.wire import Wire
from digests.subscriptions import Letter, LetterKind


class Carrier:
    """Carries parts; the letters in *bare* go without buttons."""

    def __init__(self, bot: ExtBot[None], envelopes: Envelopes, bare: Collection[int]) -> None:
        self._bot = bot
        self._envelopes = envelopes
        self._bare = bare

    async def carry(self, letter: Letter) -> Outcome:
        """Send the next part of a letter, whatever comes of it."""
        try:
            return await self._send(letter)
        except TelegramError as error:
            return outcomes.read(error, letter.chat)
        except Exception as error:  # noqa: BLE001 - one letter that breaks us holds up no other
            return Broken(error)

    async def _send(self, letter: Letter) -> Outcome:
        if letter.kind is LetterKind.EDIT and not letter.target:
            return EditLost()
        call = self._envelopes.fill(letter, bare=letter.id in self._bare)
        if call is None:
            return Dropped()
        method, parameters = call
        sent: Wire = await self._bot.do_api_request(method, api_kwargs=parameters)
        return Sent(sent["message_id"])
