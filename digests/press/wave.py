"""News as it happens: articles wait a little for company, then all go together."""

import datetime as dt

from digests.library.subscriptions import Settled
from digests.press.shift import Shift
from digests.subscriptions import Result, Subscription

COMPANY = dt.timedelta(minutes=3)


def send(shift: Shift) -> bool:
    """Send what came since the last wave, if its time has come; tell whether there may be more."""
    announced = shift.library.pulse.get().wave
    if announced >= shift.through or not _ripe(announced, shift):
        return False
    room = shift.room
    waiting = shift.library.subscriptions.at_once(shift.through, room)
    for subscription in waiting:
        if not shift.room:
            return True
        shift.settled.append(_settled(subscription, shift))
    if len(waiting) == room:
        return True
    shift.library.pulse.announce(shift.through)
    return False


def _ripe(announced: int, shift: Shift) -> bool:
    """Tell whether the first article has waited long enough, or the clock was set back since."""
    came = shift.library.articles.came(announced)
    return came is not None and not dt.timedelta() <= shift.now - came < COMPANY


def _settled(subscription: Subscription, shift: Shift) -> Settled:
    """Settle one; what came of it last stays where nothing of this is for it."""
    serving = shift.serving(subscription, since=shift.now)
    result, at = subscription.result, subscription.settled
    if shift.send(serving, None):
        result, at = Result.WAITING, shift.now
    return Settled(subscription.id, None, serving.span.through, shift.now, result, at)
