"""Drafts that are read and not stored, until their editor says what is to become of them."""

import datetime as dt
import secrets
from dataclasses import dataclass

from bot.clock import Clock
from bot.context import Context
from digests.drafts import Draft

PATIENCE = dt.timedelta(minutes=30)
MOST = 200  # a draft holds its text, a few thousand characters mostly
NUMBERS = 10**9  # drawn by lot, so that a button of a former run fits none of this one


@dataclass(frozen=True, slots=True)
class Held:
    """A draft, whose it is and for how long."""

    user: int
    draft: Draft
    until: dt.datetime


class Drawer:
    """Drafts in hand, by number."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held: dict[int, Held] = {}

    def keep(self, user: int, draft: Draft) -> int:
        """Keep a draft for half an hour; give its number. Of too many the oldest gives way."""
        now = self._clock.now()
        held = [(number, each) for number, each in self._held.items() if now < each.until]
        self._held = dict(held[-(MOST - 1) :])
        number = secrets.randbelow(NUMBERS - 1) + 1
        self._held[number] = Held(user, draft, now + PATIENCE)
        return number

    def take(self, user: int, number: int) -> Draft | None:
        """Give somebody's own draft, and keep it no longer."""
        held = self._held.get(number)
        if held is None or held.user != user:
            return None
        del self._held[number]
        return held.draft if self._clock.now() < held.until else None


def drawer(context: Context) -> Drawer:
    """Give the drafts in hand."""
    found: Drawer = context.bot_data["drawer"]
    return found
