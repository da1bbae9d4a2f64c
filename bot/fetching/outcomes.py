"""What comes of fetching a link."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Obstacle(StrEnum):
    """Why a page was not fetched."""

    BAD_ADDRESS = auto()  # no link of http or https to a host on the usual port
    PRIVATE_ADDRESS = auto()  # it leads to this machine or its neighbourhood
    DOWNGRADED = auto()  # it leads from https to http
    TOO_MANY_REDIRECTS = auto()
    UNREACHABLE = auto()  # no such host, or it does not listen
    CERTIFICATE = auto()  # the host cannot show who it is
    TOO_SLOW = auto()
    TOO_BIG = auto()
    NOT_FOUND = auto()
    WALLED = auto()  # for those who log in or pay, or not from here
    NOT_A_PAGE = auto()  # a picture, a PDF, a feed
    FAILED = auto()  # any other status, or an answer that breaks off


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, decompressed; ``url`` is where the redirects ended."""

    url: str
    body: bytes
    content_type: str | None


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Nothing was fetched; ``url`` is where it ended, the rest what the server said, if it did."""

    obstacle: Obstacle
    url: str
    status: int | None = None
    content_type: str | None = None
