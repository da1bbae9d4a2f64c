"""People in a Telegram of their own, who talk with the bot and see what it does."""

import copy
import json
import re
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from telegram import Update

from bot.app import build
from bot.rehearsal import CHANNEL_ID, FORUM_ID, READER_ID, stage
from bot.rehearsal.running import finished, nothing
from bot.stand_in.door import Door

TOKEN = "1:stand-in"  # noqa: S105 - opens nothing
SENDING = {"sendmessage", "editmessagetext"}


NESTED = {"entities", "link_preview_options", "reply_markup", "reply_parameters"}


def read(parameters):
    """Read what is nested in the parameters of a call."""
    return {
        name: json.loads(value) if name in NESTED and isinstance(value, str) else value
        for name, value in parameters.items()
    }


@dataclass
class Call:
    """One call of the bot, and whether Telegram took it."""

    method: str
    parameters: dict
    refusal: str | None


class WatchedDoor(Door):
    """A door that notes who comes through it."""

    def __init__(self, stand_in):
        super().__init__(stand_in)
        self.calls = []

    async def do_request(self, url, method, request_data=None, *timeouts, **named):
        status, body = await super().do_request(url, method, request_data, *timeouts, **named)
        name = url.rpartition("/")[2].lower()
        parameters = dict(request_data.parameters) if request_data else {}
        self.calls.append(Call(name, parameters, None if status == 200 else body.decode()))
        return status, body


@dataclass
class Shown:
    """Something a person sees the bot do: a message sent or edited, or a notice."""

    kind: str
    chat: int
    message: dict = field(repr=False)

    @property
    def text(self):
        return self.message["text"]

    @property
    def labels(self):
        return [button["text"] for row in self._rows() for button in row]

    @property
    def data(self):
        buttons = [button for row in self._rows() for button in row if "callback_data" in button]
        return {button["text"]: button["callback_data"] for button in buttons}

    @property
    def topic(self):
        return self.message.get("message_thread_id")

    @property
    def answers(self):
        return self.message.get("reply_to_message", {}).get("message_id")

    def marked(self, *kinds):
        """Give the words under marks of these kinds."""
        raw = self.text.encode("utf-16-le")
        return [
            raw[2 * mark["offset"] : 2 * (mark["offset"] + mark["length"])].decode("utf-16-le")
            for mark in self.message.get("entities", [])
            if mark["type"] in kinds
        ]

    def _rows(self):
        return self.message.get("reply_markup", {}).get("inline_keyboard", [])


class Chat:
    """One place in which one person talks with the bot."""

    def __init__(self, house, place=stage.PRIVATE, person=READER_ID):
        self.house = house
        self.place = place
        self.person = person
        self.last = None
        self.asked = None

    @property
    def id(self):
        return self.person if self.place.chat_id is None else self.place.chat_id

    @property
    def group(self):
        return Chat(self.house, stage.GROUP)

    @property
    def general(self):
        return Chat(self.house, stage.Place("general", FORUM_ID))

    @property
    def channel(self):
        return Chat(self.house, stage.CHANNEL)

    def topic(self, number):
        if number not in self.house.stand_in.chat(FORUM_ID).topics:
            self.house.stand_in.topic(FORUM_ID, number)
        return Chat(self.house, stage.topic(number))

    def of(self, person):
        return Chat(self.house, stage.PRIVATE, person)

    async def __call__(self, text):
        """Write a message; give what the bot does upon it."""
        if self.id == CHANNEL_ID:
            return await self.feed(self.house.stand_in.channel_post(self.id, text))
        update = self.house.stand_in.message(self.id, self.person, text, topic=self.place.topic)
        self.asked = update["message"]["message_id"]
        return await self.feed(update)

    async def raw(self, text):
        """Send a text that no client would send, just as it is."""
        update = copy.deepcopy(self.house.stand_in.message(self.id, self.person, "x"))
        update["message"]["text"] = text
        if command := re.match(r"/[a-z_]+", text):
            entity = {"type": "bot_command", "offset": 0, "length": command.end()}
            update["message"]["entities"] = [entity]
        return await self.feed(update)

    async def without_words(self, **content):
        """Send a message that holds something else than words."""
        update = copy.deepcopy(self.house.stand_in.message(self.id, self.person, "x"))
        del update["message"]["text"]
        update["message"] |= content
        return await self.feed(update)

    async def press(self, label, on=None):
        """Press a button of the last message, or of another one."""
        message = on or self.last
        [found] = [data for name, data in message.data.items() if label in name]
        return await self.forge(found, message)

    async def forge(self, data, on=None):
        """Press what is no button of the message."""
        message_id = (on or self.last).message["message_id"]
        return await self.feed(self.house.stand_in.press(self.id, self.person, message_id, data))

    async def feed(self, update):
        shown = await self.house.feed(update)
        self.last = next(
            (each for each in reversed(shown) if each.kind in {"sent", "edited"}), self.last
        )
        return shown


class House:
    """The bot on its stand-in: an application that can be put in the place of another."""

    def __init__(self, services, stand_in, operators=(), rate=0):
        self.services = services
        self.operators = operators
        self.rate = rate
        self.stand_in = stand_in
        self.door = WatchedDoor(stand_in)
        self.application = None

    async def open(self):
        self.application = build(
            self.services,
            TOKEN,
            self.door,
            operators=self.operators,
            rate=self.rate,
            random=Random(1),  # noqa: S311 - the same waits each time
        )
        await self.application.initialize()
        await self.application.post_init(self.application)

    async def close(self):
        await self.application.post_stop(self.application)
        await self.application.shutdown()

    async def restart(self):
        await self.close()
        await self.open()

    async def feed(self, update):
        before = len(self.stand_in.events)
        await self.application.process_update(Update.de_json(update, self.application.bot))
        return self._shown(before)

    def _shown(self, before):
        return [
            Shown(event.kind, event.chat_id, event.content)
            for event in self.stand_in.events[before:]
        ]

    async def tick(self):
        """Let the bot do what is due, and wait until it is done with it."""
        return await self._watched(self.application.bot_data["delivery"].beat())

    async def pass_time(self, **span):
        """Move the clock, and let the bot do what is due then."""
        self.services.clock.advance(timedelta(**span))
        return await self.tick()

    async def settle(self):
        """Let whatever the bot has begun come to rest."""
        return await self._watched(nothing())

    async def _watched(self, work):
        before = len(self.stand_in.events)
        apart = self.application.bot_data["apart"].tasks
        await finished(self.services.clock, work, apart)
        return self._shown(before)

    @property
    def refused(self):
        return [call.refusal for call in self.door.calls if call.refusal]

    @property
    def sent(self):
        """What the bot has sent and edited, as it wrote it."""
        return [read(call.parameters) for call in self.door.calls if call.method in SENDING]


async def leaf_through(chat, question):
    """Ask, and press More to the end; give all pages."""
    [page] = await chat(question)
    pages = [page]
    while "More ▸" in page.labels:
        [page] = [shown for shown in await chat.press("More ▸") if shown.kind == "edited"]
        pages.append(page)
    return pages
