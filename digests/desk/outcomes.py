"""What can come of work at the desk; all of it expected."""

from dataclasses import dataclass
from enum import StrEnum

from digests.library.actions import Action
from digests.library.drafts import Filed, Hold, Stale
from digests.library.past import Retraction, Version
from digests.library.reports import Objection
from digests.library.staff import Editor
from digests.review import Complaint, Refused, Twin

__all__ = ["Refused", "Stale", "Twin"]


@dataclass(frozen=True, slots=True)
class NoDraft:
    """There is no draft with this number."""

    id: int


@dataclass(frozen=True, slots=True)
class NotOpen:
    """The draft was published or discarded meanwhile."""

    filed: Filed


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A draft with all there is to complain of; ``hold`` is somebody else's."""

    filed: Filed
    complaints: tuple[Complaint, ...]
    hold: Hold | None


@dataclass(frozen=True, slots=True)
class Submitted:
    """A new draft is on file."""

    id: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A draft has another version; ``hold`` is somebody else's."""

    filed: Filed
    hold: Hold | None


@dataclass(frozen=True, slots=True)
class Published:
    """A draft became an article; ``outcome`` tells whether that is new or was changed."""

    article: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """A draft lacks what an article must have."""

    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The article was changed by somebody else since its correction was begun."""

    article: str


@dataclass(frozen=True, slots=True)
class Discarded:
    """A draft was put away; it is kept, but nobody is asked about it any more."""

    id: int


@dataclass(frozen=True, slots=True)
class NoArticle:
    """There is no article with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A correction of an article is on file, perhaps since ``already`` before."""

    id: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Retracted:
    """An article was taken out of every answer."""

    article: str


@dataclass(frozen=True, slots=True)
class AlreadyRetracted:
    """An article was retracted before."""

    article: str
    retraction: Retraction


@dataclass(frozen=True, slots=True)
class NoReason:
    """Nothing is retracted without saying why."""

    article: str


@dataclass(frozen=True, slots=True)
class History:
    """All an article has been, and all that was done to it, each the latest first."""

    article: str
    versions: tuple[Version, ...]
    retraction: Retraction | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What a reader says is wrong is with the editors."""

    id: int


@dataclass(frozen=True, slots=True)
class TooMany:
    """A reader has said so much within a day that it must be answered first."""

    limit: int


@dataclass(frozen=True, slots=True)
class NoQuote:
    """There is no such quote, or no longer."""

    article: str
    number: int


@dataclass(frozen=True, slots=True)
class Settled:
    """An objection is answered; its reader is still to be told."""

    objection: Objection


@dataclass(frozen=True, slots=True)
class AlreadySettled:
    """Somebody else has answered it."""

    objection: Objection


@dataclass(frozen=True, slots=True)
class NoObjection:
    """There is no objection with this number."""

    id: int


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody is an editor now."""

    editor: Editor


@dataclass(frozen=True, slots=True)
class AlreadyEditor:
    """Somebody is an editor since before."""

    editor: Editor


class Why(StrEnum):
    """Why an invitation lets nobody in."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"  # whoever made it is an owner no longer


@dataclass(frozen=True, slots=True)
class NoInvitation:
    """An invitation lets nobody in."""

    why: Why


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Somebody is an editor no longer."""

    editor: Editor


@dataclass(frozen=True, slots=True)
class NoEditor:
    """Somebody is no editor."""

    user: int
