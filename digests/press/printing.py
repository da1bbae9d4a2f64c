"""Editions are composed, set and kept once, however many chats are to get them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from digests.editions import Edition, nothing
from digests.library import Library
from digests.library.bodies import Body
from digests.press.composing import MOST, asked, composed
from digests.press.typesetting import Typesetter
from digests.subscriptions import Span

ENOUGH = 25  # articles that are composed anew before the rest must wait
SOUGHT, SET = 2, 8  # articles as which it counts to look for any, and to set an edition of few


class Kind(NamedTuple):
    """What makes two editions equal, as long as nothing was corrected meanwhile."""

    span: Span
    brief: bool = False


class Printer:
    """Who gives the body of an edition: one that is known, or kept already, or made now.

    ``bodies`` are those known, None where nothing is new; *changes* is the number of the latest
    correction or retraction.
    """

    def __init__(
        self,
        library: Library,
        now: dt.datetime,
        typesetter: Typesetter,
        changes: int,
        bodies: Mapping[Kind, Body | None],
    ) -> None:
        self._library = library
        self._now = now
        self._typesetter = typesetter
        self._changes = changes
        self.bodies = dict(bodies)
        self.made = 0
        self._articles = 0

    @property
    def spent(self) -> bool:
        """Tell whether so much was composed that the rest must wait."""
        return self._articles >= ENOUGH

    def body(self, kind: Kind) -> Body | None:
        """Give the body of an edition; None where nothing is new."""
        if kind not in self.bodies:
            self.bodies[kind] = self._library.bodies.keyed(self._key(kind)) or self._made(kind)
        return self.bodies[kind]

    def blank(self, span: Span) -> Body:
        """Give the body of an edition which says that nothing is new."""
        kind = Kind(replace(span, after=span.through))
        kept = self._library.bodies.keyed(self._key(kind))
        return kept or self._set(nothing(asked(kind.span)), kind)

    def _key(self, kind: Kind) -> str:
        """Tell equal editions: one composed before something was corrected is another."""
        written = repr((*kind, self._changes))
        return blake2b(written.encode("utf-8", "replace"), digest_size=16).hexdigest()

    def _made(self, kind: Kind) -> Body | None:
        edition = composed(self._library, kind.span)
        if edition is None:
            self._articles += SOUGHT
            return None
        self._articles += max(SET, min(edition.total.number, MOST))
        return self._set(edition, kind)

    def _set(self, edition: Edition, kind: Kind) -> Body:
        id_ = self._library.bodies.begin(self._key(kind), kind.span, self._now)
        language = kind.span.language
        parts = self._typesetter.edition(edition, language, brief=kind.brief, body=id_)
        self.made += 1
        return self._library.bodies.fill(id_, parts)
