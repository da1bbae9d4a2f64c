"""What is due by a schedule: one edition for the slot that is owed, none for those long past."""

import datetime as dt

from digests.library.subscriptions import Settled
from digests.press.shift import Shift
from digests.subscriptions import Result, Subscription


def settle(shift: Shift) -> bool:
    """Settle subscriptions whose slot has come; tell whether there may be more of them."""
    room = shift.room
    due = shift.library.subscriptions.due(shift.now, room)
    for subscription in due:
        if not shift.room:
            return True
        if subscription.next:
            shift.settled.append(_settled(subscription, subscription.next, shift))
    return len(due) == room


def _settled(subscription: Subscription, slot: dt.datetime, shift: Shift) -> Settled:
    owed = shift.owed(subscription.schedule, subscription.zone, slot)
    id_, read, since = subscription.id, subscription.read, subscription.since
    if owed.slot is None:
        return Settled(id_, owed.following, read, since, Result.MISSED, shift.now)
    serving = shift.serving(subscription, since)
    sent = shift.send(serving, owed.slot) or shift.send_blank(serving, owed.slot)
    result = Result.WAITING if sent else Result.NOTHING_NEW
    return Settled(id_, owed.following, serving.span.through, shift.now, result, shift.now)
