"""Who may do what: owners everything, editors the news, readers ask."""

from collections.abc import Collection, Container
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to this bot."""

    OWNER = "owner"
    EDITOR = "editor"
    READER = "reader"

    @property
    def edits(self) -> bool:
        """Tell whether somebody may load, correct and publish."""
        return self is not Role.READER


def role_of(user: int | None, owners: Collection[int], editors: Container[int]) -> Role:
    """Tell somebody's role; without owners nobody edits, whoever was let in before."""
    if user is None or not owners:
        return Role.READER
    if user in owners:
        return Role.OWNER
    return Role.EDITOR if user in editors else Role.READER
