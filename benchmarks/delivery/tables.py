"""What came of it, and what is to be reached."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from benchmarks.delivery.due import Printed
from benchmarks.delivery.fanout import AIOGRAM, OURS, STOCK, TOGETHER, Sent
from benchmarks.delivery.limits import RATE, Kept
from benchmarks.delivery.subscribers import LETTERS, MANY
from benchmarks.report import KIB, mark, table

TIMES = {STOCK: 6, AIOGRAM: 0.9}  # as fast as they, so many times: to be reached
DUE_SECONDS, DUE_MB, STALL = 60, 300, 50  # the last in ms
MEGABYTE = 1_000_000
USED, ANSWERED = 0.95, 500  # the last in ms


def fanout(sent: Mapping[str, Sent]) -> Table:
    """Show how fast one edition went to everybody."""
    names = [name for name in (STOCK, AIOGRAM) if name in sent]
    shown = table(
        f"One edition to {LETTERS.chats:,} chats, 50 at once, without limits",
        *("client", "messages/s", "CPU ms/message", *(f"× {name}" for name in names), "to reach"),
    )
    for name, each in sent.items():
        ratios = {other: each.a_second / sent[other].a_second for other in names}
        shown.add_row(
            name,
            f"{each.a_second:,.0f}",
            f"{each.cpu:.2f}",
            *(f"{ratio:.2f}" for ratio in ratios.values()),
            _reached(name, each, ratios),
        )
    return shown


def _reached(name: str, sent: Sent, ratios: Mapping[str, float]) -> str:
    reach = []
    if name == OURS:
        reach = [
            f"≥ {TIMES[other]}× {other} {mark(ratio >= TIMES[other])}"
            for other, ratio in ratios.items()
        ]
    if name in {OURS, TOGETHER}:
        reach.append(f"all kept as sent {mark(bool(sent.durable))}")
    return ", ".join(reach)


def due(printed: Printed, letters: int) -> Table:
    """Show what it took to compose and enqueue all that was due."""
    shown = table(
        f"{printed.subscriptions:,} due at once, {MANY.filters} filters, the courier at work",
        *("letters", "seconds", "subscriptions/s", "peak MB"),
        *("turn p99 ms", "longest", "at work in one", "to reach"),
    )
    peak = printed.peak_kib * KIB / MEGABYTE
    shown.add_row(
        f"{letters:,}",
        f"{printed.seconds:.1f}",
        f"{printed.subscriptions / printed.seconds:,.0f}",
        f"{peak:.0f}",
        *(f"{each:.0f}" for each in (printed.p99, printed.longest, printed.work)),
        f"< {DUE_SECONDS} s {mark(printed.seconds < DUE_SECONDS)}, "
        f"< {DUE_MB} MB {mark(peak < DUE_MB)}, "
        f"turn < {STALL} ms {mark(printed.longest < STALL)}",
    )
    return shown


def limits(kept: Sequence[Kept]) -> Table:
    """Show how near to the limit runs came, and how they answered meanwhile."""
    shown = table(
        f"{RATE} a second at most, while a digest run is on",
        *("questions/s", "of the rate used", "refused (429)", "answer p50 ms", "p99 ms"),
        "to reach",
    )
    for each in kept:
        reach = f"≥ {USED:.0%} {mark(each.used >= USED)}, no 429 {mark(not each.refused)}"
        if each.asked:
            reach += f", p99 < {ANSWERED} ms {mark(each.p99 < ANSWERED)}"
        shown.add_row(
            f"{each.asked or '–'}",
            f"{each.used:.1%}",
            f"{each.refused}",
            *((f"{each.p50:.1f}", f"{each.p99:.1f}") if each.asked else ("–", "–")),
            reach,
        )
    return shown
