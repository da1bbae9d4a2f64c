"""The people and chats of a stand-in."""

from collections.abc import Mapping

from bot.stand_in.chats import GENERAL, Chat, ChatKind, Topic
from bot.stand_in.people import Member, Person, Standing
from bot.stand_in.world import World

_CHANNEL_RIGHTS = frozenset({"can_manage_chat", "can_post_messages", "can_edit_messages"})


class Scenery:
    """A world that can be furnished with people, groups, forums and channels."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def bot(self) -> Person:
        """The bot whose Telegram this is."""
        return self._world.bot

    def person(
        self,
        identifier: int,
        first_name: str,
        *,
        username: str = "",
        language_code: str = "en",
        started: bool = True,
    ) -> Person:
        """Add a person and the private chat with them; ``started`` is whether it was ever used."""
        person = Person(identifier, first_name, username=username, language_code=language_code)
        self._world.people[identifier] = person
        chat = self._add(identifier, "private", first_name, username=username)
        chat.started = started
        chat.members |= {
            identifier: Member(person),
            self.bot.id: Member(self.bot),
        }
        return person

    def group(
        self,
        identifier: int,
        title: str,
        members: Mapping[Person, Standing],
        *,
        kind: ChatKind = "supergroup",
        username: str = "",
        is_forum: bool = False,
    ) -> Chat:
        """Add a group with its members; the bot is one of them."""
        chat = self._add(identifier, kind, title, username=username)
        chat.is_forum = is_forum
        chat.members |= {person.id: Member(person, what) for person, what in members.items()}
        chat.members[self.bot.id] = Member(self.bot)
        if is_forum:
            chat.topics[GENERAL] = Topic("General")
        return chat

    def topic(self, chat_id: int, thread: int, name: str = "", *, closed: bool = False) -> None:
        """Add a topic to a forum."""
        self.chat(chat_id).topics[thread] = Topic(name or f"Topic {thread}", closed)

    def channel(self, identifier: int, title: str, creator: Person, *, username: str = "") -> Chat:
        """Add a channel; the bot may post there."""
        chat = self._add(identifier, "channel", title, username=username)
        chat.members[creator.id] = Member(creator, "creator")
        chat.members[self.bot.id] = Member(self.bot, "administrator", _CHANNEL_RIGHTS)
        return chat

    def chat(self, identifier: int) -> Chat:
        """Return a chat of the world."""
        return self._world.chats[identifier]

    def has_chat(self, identifier: int) -> bool:
        """Tell whether the world has this chat."""
        return identifier in self._world.chats

    def _add(self, identifier: int, kind: ChatKind, title: str, *, username: str) -> Chat:
        chat = Chat(identifier, kind, title, self.bot.id, username)
        self._world.chats[identifier] = chat
        return chat
