"""A subscription and the row that is kept of it."""

import datetime as dt
from functools import lru_cache

from digests.library import filters
from digests.library.connection import Row
from digests.library.instants import instant, seconds
from digests.models import Filter
from digests.subscriptions import Pause, Result, Schedule, Subscription

COLUMNS = (
    "id, chat, topic, schedule, zone, filter, language, by, at, since, read, next, "
    "paused, paused_at, result, settled"
)
schedule = lru_cache(maxsize=1_024)(Schedule.kept)


def subscription(row: Row) -> Subscription:
    """Read what is kept; ``next`` stays in its row while it is paused, and is not told."""
    id_, chat, topic, when, zone, narrowing, language, by, at, since, read, next_, *rest = row
    paused, paused_at, result, settled = rest
    return Subscription(
        id=id_,
        chat=chat,
        topic=topic,
        schedule=schedule(when),
        zone=zone,
        filter=filters.read(narrowing),
        language=language,
        by=by,
        at=instant(at),
        since=instant(since),
        read=read,
        next=None if paused else instant(next_),
        paused=Pause(paused) if paused else None,
        paused_at=instant(paused_at),
        result=Result(result) if result else None,
        settled=instant(settled),
    )


def kept(value: object) -> object:
    """Give what is kept of a value."""
    match value:
        case Schedule():
            return str(value)
        case Filter():
            return filters.text(value)
        case dt.datetime():
            return seconds(value)
        case _:
            return value
