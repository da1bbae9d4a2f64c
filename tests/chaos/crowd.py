"""Everybody letters go to in an ordeal: most can be reached, some have moved, some are gone."""

import json
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.render import wire
from bot.render.text import Text
from bot.stand_in.telegram import StandIn
from digests.library import Library
from digests.library.letters import New
from digests.models import Filter
from digests.subscriptions import LetterKind, Part, Span

BODIES = 3  # of one, two and three parts
FEWER = 0.8  # chats than letters: every fourth chat gets two
SUPERGROUP = -1_000_000_000_000
FATES = {40: "upgraded", 50: "blocked", 70: "deactivated", 90: "removed", 110: "muted", 9: "group"}
UNREACHABLE = {"blocked", "deactivated", "removed", "muted"}
GROUPS = {"upgraded", "removed", "muted", "group"}


@dataclass(frozen=True)
class Member:
    """One chat, by its number from 1; every so manieth has a fate of its own."""

    number: int

    @property
    def fate(self):
        return next((fate for each, fate in FATES.items() if self.number % each == 0), "well")

    @property
    def chat(self):
        """The id under which letters to it are kept."""
        return -self.number if self.fate in GROUPS else self.number

    @property
    def where(self):
        """The id of the chat in which they arrive; None where they cannot."""
        if self.fate in UNREACHABLE:
            return None
        return SUPERGROUP - self.number if self.fate == "upgraded" else self.chat


def members(letters):
    """Give all of them."""
    return [Member(number) for number in range(1, max(2, int(letters * FEWER)) + 1)]


def addressed(letters):
    """Give for each letter its member and the number of its body; no member has the same twice."""
    everybody = members(letters)
    for number in range(letters):
        again, place = divmod(number, len(everybody))
        yield everybody[place], (place + again) % BODIES


def text(body, part):
    """Give the words of a part."""
    return f"Edition {body + 1}, part {part + 1}"


def texts(body):
    """Give the words of all parts of a body."""
    return [text(body, part) for part in range(body + 1)]


def arrived_at(chat):
    """Give the id of the chat in which a call for some chat has its effect."""
    return chat if chat < SUPERGROUP else Member(abs(chat)).where


def fill(path, letters):
    """Make a library whose outbox is full."""
    now = datetime.now(UTC)
    with closing(Library.open(path)) as library, library.atomic():
        bodies = [_body(library, number, now) for number in range(BODIES)]
        for member in members(letters):
            kind = "group" if member.chat < 0 else "private"
            library.chats.meet(member.chat, kind, f"Reader {member.number}", now)
        library.outbox.enqueue(
            [
                New(LetterKind.EDITION, member.chat, None, bodies[body].id, bodies[body].parts)
                for member, body in addressed(letters)
            ],
            now,
        )


def _body(library, number, now):
    parts = [Part(json.dumps(wire.message(Text(words)))) for words in texts(number)]
    span = Span(Filter(), 0, 0, "en", now.date(), now.date())
    return library.bodies.add(f"chaos {number}", span, parts, now)


def furnish(world, letters):
    """Put everybody into a Telegram, some of them out of reach."""
    for member in members(letters):
        person = world.person(member.number, f"Reader {member.number}")
        if member.chat < 0:
            kind = "group" if member.fate == "upgraded" else "supergroup"
            world.group(member.chat, f"Group {member.number}", {person: "creator"}, kind=kind)
        _befall(world, member, person)


def _befall(world, member, person):
    chat = world.chat(member.chat)
    match member.fate:
        case "blocked" | "removed":
            world.my_chat_member(member.chat, person.id, "kicked")
        case "deactivated":
            chat.deactivated = True
        case "muted":
            chat.muted = True
        case "upgraded":
            world.group(member.where, f"Group {member.number}", {person: "creator"})
            chat.migrated_to = member.where


def telegram(letters):
    """Make a Telegram with all of them in it."""
    world = StandIn(now=lambda: datetime.now(UTC))
    furnish(world, letters)
    return world
