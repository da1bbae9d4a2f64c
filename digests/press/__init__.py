"""The press: what is new is composed, set, and put into the outbox; one slice of it at a time.

``slices`` is the way in: each does a little of all that is to be done, in one transaction.
``retractions`` go first, then the ``wave`` of what is sent as it happens, then what is ``due``.
``composing`` asks the library for what an edition is of, ``printing`` keeps each only once,
``asking`` composes one for somebody who wants it now, ``typesetting`` is the port to the wording.
"""

from digests.press.asking import Printed, Wanted, compose_now, nothing, preview, wanted
from digests.press.retractions import notice
from digests.press.slices import Progress, run
from digests.press.typesetting import Struck, Typesetter

__all__ = [
    "Printed",
    "Progress",
    "Struck",
    "Typesetter",
    "Wanted",
    "compose_now",
    "nothing",
    "notice",
    "preview",
    "run",
    "wanted",
]
