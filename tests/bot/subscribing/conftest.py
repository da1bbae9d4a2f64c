"""People who subscribe: one by themselves, a group with its administrator, a channel."""

import copy

import pytest
from talking import Chat, Shown

from bot.rehearsal import (
    CHANNEL_ID,
    FORUM_ID,
    GROUP_ADMIN_ID,
    GROUP_ID,
    OWNER_ID,
    READER_ID,
    stage,
)
from bot.stand_in.people import Member
from bot.stand_in.world import BOT_ID


class People:
    """The house with all its places, and those who speak there."""

    def __init__(self, reader, stand_in):
        self.reader = reader
        self.house = reader.house
        self.stand_in = stand_in
        self.library = reader.house.services.library

    def at(self, place, person):
        return Chat(self.house, place, person)

    @property
    def admin(self):
        """The group, with its administrator speaking."""
        return self.at(stage.GROUP, GROUP_ADMIN_ID)

    @property
    def member(self):
        """The group, with somebody speaking who does not administer it."""
        return self.at(stage.GROUP, READER_ID)

    @property
    def editor(self):
        """The one who may post in the channel, in private."""
        return self.at(stage.PRIVATE, GROUP_ADMIN_ID)

    def topic(self, number, person=GROUP_ADMIN_ID):
        self.reader.topic(number)
        return self.at(stage.topic(number), person)

    def general(self, person=GROUP_ADMIN_ID):
        return self.at(stage.Place("general", FORUM_ID), person)

    @property
    def last(self):
        """The last message of the bot, wherever."""
        message = self.stand_in.sent[-1]
        return Shown("sent", message["chat"]["id"], message)

    def kept(self, chat=READER_ID):
        return self.library.subscriptions.of_chat(chat)

    async def become(self, standing, chat=GROUP_ID, person=OWNER_ID, rights=frozenset()):
        """Let the bot become something in a chat; give what it does upon it."""
        update = self.stand_in.my_chat_member(chat, person, standing, rights)
        return await self.house.feed(update)

    async def anonymously(self, text, chat=GROUP_ID):
        """Let an administrator write in the name of the group."""
        update = copy.deepcopy(self.stand_in.message(chat, GROUP_ADMIN_ID, text))
        update["message"]["sender_chat"] = update["message"]["chat"]
        update["message"]["from"] = {
            "id": 1087968824,
            "is_bot": True,
            "first_name": "Group",
            "username": "GroupAnonymousBot",
        }
        return await self.house.feed(update)

    async def reply(self, chat, text):
        """Let somebody reply to the last message."""
        update = self.stand_in.message(
            chat.id,
            chat.person,
            text,
            reply_to=chat.last.message["message_id"],
            topic=chat.place.topic,
        )
        return await chat.feed(update)


@pytest.fixture
async def people(talk, own_services, stand_in):
    async with talk(own_services) as chat:
        yield People(chat, stand_in)


@pytest.fixture
def reader(people):
    return people.reader


@pytest.fixture
def library(people):
    return people.library


@pytest.fixture
def in_channel(stand_in):
    """Let somebody, or the bot itself, be something in the channel, without anybody being told."""

    def in_channel(person, standing, rights=frozenset()):
        members = stand_in.chat(CHANNEL_ID).members
        who = stand_in.bot if person == BOT_ID else stand_in.chat(person).members[person].person
        members[person] = Member(who, standing, rights)

    return in_channel
