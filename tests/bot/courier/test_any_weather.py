"""Whatever comes of single calls: each letter is sent whole, or kept with a reason."""

import asyncio
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from mailing import Mail
from talking import House

from bot.clock import MovableClock
from bot.context import Services
from bot.rehearsal import OWNER_ID, stage
from bot.stand_in.responses import RefusedError, bad_request, forbidden, too_many_requests
from bot.stand_in.telegram import StandIn
from digests.library import Library

START = datetime(2026, 12, 1, 8, tzinfo=UTC)
CHATS = range(100, 104)
LONG_ENOUGH = 80  # halves of a day
LETTERS = st.lists(st.tuples(st.sampled_from(CHATS), st.integers(1, 3)), min_size=1, max_size=8)
WEATHER = st.lists(
    st.one_of(
        st.none(),
        st.integers(1, 100).map(too_many_requests),
        st.sampled_from(
            [
                RefusedError(500, "Internal Server Error"),
                RefusedError(502, "Bad Gateway"),
                bad_request("chat not found"),
                bad_request("can't parse entities: x"),
                bad_request("BUTTON_DATA_INVALID"),
                bad_request("never heard of"),
                forbidden("bot was blocked by the user"),
            ]
        ),
    ),
    max_size=25,
)


class Stormy(StandIn):
    """A Telegram that refuses some calls which send a letter, in the order they come."""

    def __init__(self, weather, **given):
        super().__init__(**given)
        self._weather = list(weather)

    def respond(self, method, parameters):
        to_reader = method.lower() == "sendmessage" and int(parameters["chat_id"]) in CHATS
        refusal = self._weather.pop(0) if to_reader and self._weather else None
        return refusal.response if refusal else super().respond(method, parameters)


async def endured(catalogue, letters, weather):
    clock = MovableClock(START)
    world = Stormy(weather, now=clock.now)
    stage.furnish(world)
    for number in (*CHATS, OWNER_ID):
        world.person(number, "Somebody")
    house = House(Services(catalogue, Library.open(None), clock), world, operators=(OWNER_ID,))
    await house.open()
    mail = Mail(house)
    for number, (chat, parts) in enumerate(letters, start=1):
        mail.put(chat, *(f"{number}.{part}" for part in range(parts)), buttons=True)
    await mail.deliver()
    halves = 0
    while mail.counts[0] and halves < LONG_ENOUGH:
        await mail.after(hours=12)
        halves += 1
    await house.close()
    return mail


@given(letters=LETTERS, weather=WEATHER)
def test_each_letter_is_sent_whole_once_or_kept_with_a_reason(shelved, letters, weather):
    mail = asyncio.run(endured(shelved.catalogue, letters, weather))

    waiting, held, dead = mail.counts
    barred = {chat for chat in CHATS if (met := mail.library.chats.get(chat)) and met.barred}
    given_up = {each.letter.id for each in mail.library.outbox.dead(99)}
    assert waiting == 0
    assert dead == len(given_up)
    assert bool(held) <= bool(barred)
    for chat in CHATS:
        came = mail.texts(chat)
        due = {
            number: [f"{number}.{part}" for part in range(parts)]
            for number, (to, parts) in enumerate(letters, start=1)
            if to == chat
        }
        assert came == [text for texts in due.values() for text in texts if text in came]
        for number, texts in due.items():
            got = [text for text in texts if text in came]
            whole = chat not in barred and number not in given_up
            assert got == (texts if whole else texts[: len(got)])
    mail.library.close()
