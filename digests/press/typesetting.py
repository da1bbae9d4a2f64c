"""What the press needs of whoever knows wording: a port."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from digests.editions import Edition
from digests.models import Article
from digests.subscriptions import Part


@dataclass(frozen=True, slots=True)
class Struck:
    """An article that was taken back, as it stood last, when and why."""

    article: Article
    on: dt.date
    reason: str


class Typesetter(Protocol):
    """Makes messages of editions; languages go by their codes."""

    def edition(
        self, edition: Edition, language: str, *, brief: bool, body: int
    ) -> tuple[Part, ...]:
        """Set an edition; *body* is the number under which the whole of it can be read."""
        ...

    def struck(self, part: Part, struck: Struck, language: str) -> Part:
        """Put in the place of an article that it was taken back; again changes nothing."""
        ...

    def notice(self, struck: Struck, language: str) -> Part:
        """Say that an article was taken back, in a message of its own."""
        ...
