"""What happened to a treaty, and when?"""

from dataclasses import dataclass

from config.catalogue import Catalogue
from config.entries import Event, Treaty
from digests.answers.treaty import NoTreaty, find


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of what happened to a treaty, oldest first."""

    treaty: Treaty
    events: tuple[Event, ...]
    total: int
    offset: int


def of(text: str, catalogue: Catalogue, limit: int, offset: int = 0) -> Timeline | NoTreaty:
    """Answer “what happened, and when?”."""
    match find(text, catalogue):
        case Treaty(events=events) as treaty:
            page = sorted(events, key=lambda event: event.date)[offset : offset + limit]
            return Timeline(treaty, tuple(page), len(events), offset)
        case unknown:
            return unknown
