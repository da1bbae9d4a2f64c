"""What comes of taking something in: a text, a record, or a reason why not."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

from digests.drafts import Masthead


class Reason(StrEnum):
    """Why something was not taken in."""

    EMPTY = auto()  # nothing but white space
    TOO_BIG = auto()  # more than an article can be
    PDF = auto()
    OFFICE = auto()  # a word processor's file, or another kind of archive
    BINARY = auto()  # an image, a program, anything else that is no text
    UNKNOWN_KIND = auto()  # neither name nor content type is one that is read
    ENCODING = auto()  # it may be text, but in no encoding that is known
    DATA = auto()  # JSON
    FEED = auto()  # RSS, Atom or a site map: a list of articles, not one
    NEEDS_SCRIPTS = auto()  # the page shows its text only to browsers
    NEEDS_SUBSCRIPTION = auto()  # the page shows its text, or the rest of it, to subscribers
    ROBOT_CHECK = auto()  # the site wants proof of a person
    TOO_LITTLE = auto()  # the page has hardly any text of its own


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was taken in."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A text to draft from; offsets of quotes count its code points.

    ``name`` is the file's name or the page's address. ``hints`` is what a page's metadata or a
    file's front matter says; it may be wrong, and the text is nearer to the reader.
    """

    text: str
    name: str
    hints: Masthead = field(default_factory=Masthead)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A record, as it came; ``digests.records`` reads it."""

    raw: bytes
    name: str
