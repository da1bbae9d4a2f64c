"""The stage of a rehearsal: four people, a group, a forum and a channel."""

from dataclasses import dataclass

from bot.stand_in.people import Person, Standing
from bot.stand_in.telegram import StandIn

OWNER_ID = 1
EDITOR_ID = 2
READER_ID = 3
GROUP_ADMIN_ID = 4
GROUP_ID = -1001000000001
FORUM_ID = -1001000000002
CHANNEL_ID = -1001000000003

PEOPLE = {
    "owner": OWNER_ID,
    "editor": EDITOR_ID,
    "reader": READER_ID,
    "groupadmin": GROUP_ADMIN_ID,
}
_NAMES = {"owner": "Olga", "editor": "Edith", "reader": "Ravi", "groupadmin": "Greta"}


@dataclass(frozen=True)
class Place:
    """Where one speaks: a chat, or a topic of the forum; private is the speaker's own chat."""

    name: str
    chat_id: int | None = None
    topic: int | None = None


PRIVATE = Place("private")
GROUP = Place("group", GROUP_ID)
CHANNEL = Place("channel", CHANNEL_ID)


def topic(number: int) -> Place:
    """Return a topic of the forum."""
    return Place(f"topic {number}", FORUM_ID, number)


def furnish(stand_in: StandIn) -> None:
    """Put people and chats on the stage, unless the caller has."""
    if stand_in.has_chat(CHANNEL_ID):
        return
    people = {
        role: stand_in.person(identifier, _NAMES[role], username=f"{role}_of_try", started=False)
        for role, identifier in PEOPLE.items()
    }
    admin = people.pop("groupadmin")
    members: dict[Person, Standing] = dict.fromkeys(people.values(), "member")
    members[admin] = "creator"
    stand_in.group(GROUP_ID, "Readers", members)
    stand_in.group(FORUM_ID, "Forum", members, is_forum=True)
    stand_in.channel(CHANNEL_ID, "News", admin, username="treaty_news")


def whereabouts(chat_id: int, thread: int | None) -> str:
    """Say where a message stands that is not where one is."""
    if chat_id == FORUM_ID:
        return f"in topic {thread}" if thread else "in the forum"
    for role, identifier in PEOPLE.items():
        if identifier == chat_id:
            return f"in the private chat with the {role}"
    return "in the channel" if chat_id == CHANNEL_ID else "in the group"
