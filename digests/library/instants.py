"""An instant and the number kept of it: whole seconds since 1970, UTC."""

import datetime as dt
from typing import overload


@overload
def seconds(instant: dt.datetime) -> int: ...
@overload
def seconds(instant: dt.datetime | None) -> int | None: ...
def seconds(instant: dt.datetime | None) -> int | None:
    """Give the number that is kept of an aware instant; a part of a second is dropped."""
    return None if instant is None else int(instant.timestamp() // 1)


@overload
def instant(number: int) -> dt.datetime: ...
@overload
def instant(number: int | None) -> dt.datetime | None: ...
def instant(number: int | None) -> dt.datetime | None:
    """Give the instant back, in UTC."""
    return None if number is None else dt.datetime.fromtimestamp(number, dt.UTC)
