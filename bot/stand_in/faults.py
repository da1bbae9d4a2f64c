"""What can go wrong on the way to Telegram and back, on purpose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.stand_in.calls import Call
from bot.stand_in.responses import Response


@dataclass(frozen=True)
class Refuse:
    """The call is refused and nothing is done: a flood (429), a broken server (500, 502) ..."""

    response: Response


@dataclass(frozen=True)
class Close:
    """The connection is closed without an answer, before the work is done or after it."""

    after_work: bool = False


@dataclass(frozen=True)
class Late:
    """The work is done at once, the answer comes after ``seconds``: too late for the client."""

    seconds: float


Fault = Refuse | Close | Late
Plan = Callable[[Call], Fault | None]
Faults = Plan | Iterable[Fault | None]


def in_turn(faults: Iterable[Fault | None], method: str = "") -> Plan:
    """Return a plan that hands out faults in order: one a call, then none.

    ``method`` names the calls they are for; empty: all but polls.
    """
    left = iter(faults)

    def fault_of(call: Call) -> Fault | None:
        meant = call.is_of(method) if method else not call.is_of("getUpdates")
        return next(left, None) if meant else None

    return fault_of


def plan(faults: Faults) -> Plan:
    """Return faults as a plan: a list is handed out in turn."""
    return faults if callable(faults) else in_turn(faults)
