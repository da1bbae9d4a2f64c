"""The table, with ratios and what is to be reached."""

import os
import platform
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.filling import Filled
from benchmarks.measuring import ECHO, INLINE, Rush, Start, Talk

COMMAND, OFFER = 2, 5  # times the bare echo: to be reached by a command, and inline
GROWTH = 3  # times: what p99 may grow by from the smallest library to the largest
MEASURED = 10_000  # articles: the size at which answers are held against the echo
FULL, FULL_SECONDS, FULL_MIB = 100_000, 120, 300
START_SECONDS, IDLE_MIB = 1, 90
KIB = 1024


def mark(reached: bool) -> str:
    """Show whether a figure reaches what it should."""
    return "[green]✓[/]" if reached else "[red]✗[/]"


def machine() -> str:
    """Describe where this was measured."""
    cpu = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{len(cpu)} × {cpu[0] if cpu else platform.machine()}; {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; load {load}"
    )


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place else "left")
    return table


def echoes(talk: Talk, names: Sequence[str]) -> Table:
    """Show the echoes; the first is the bare one."""
    table = _table("One message at a time: echoes", "bot", "p50 ms", "p99 ms", "× bare")
    for name in names:
        p50, p99 = talk.p50(name, ECHO), talk.p99(name, ECHO)
        table.add_row(name, f"{p50:.2f}", f"{p99:.2f}", f"{p50 / talk.p50(names[0], ECHO):.2f}")
    return table


def answers(talk: Talk, sizes: Mapping[int, str], names: Sequence[str]) -> Table:
    """Show each question on each library, beside the echoes."""
    table = _table(
        "One question at a time: treaty-digest",
        *("question", "articles", "p50 ms", "p99 ms"),
        *(f"× {name.removesuffix(' echo')}" for name in names),
        "to reach",
    )
    smallest, largest = min(sizes), max(sizes)
    for question in dict.fromkeys(question for _, question in talk.took if question != ECHO):
        for size, bot in sizes.items():
            p50, p99 = talk.p50(bot, question), talk.p99(bot, question)
            ratios = [p50 / talk.p50(name, ECHO) for name in names]
            reach = []
            if size == MEASURED:
                most = OFFER if question == INLINE else COMMAND
                reach.append(f"≤ {most}× bare {mark(ratios[0] <= most)}")
            if size == largest > smallest:
                growth = p99 / talk.p99(sizes[smallest], question)
                reach.append(f"p99 grew {growth:.1f}× ≤ {GROWTH}× {mark(growth <= GROWTH)}")
            figures = (f"{p50:.2f}", f"{p99:.2f}", *(f"{ratio:.2f}" for ratio in ratios))
            table.add_row(question, f"{size:,}", *figures, ", ".join(reach))
        table.add_section()
    return table


def rushes(rushed: Mapping[str, Rush], measure: str | None, ours: str) -> Table:
    """Show how bots did when 200 chats wrote at once, beside the one named."""
    table = _table(
        "200 chats at once, 5 messages each",
        *("bot", "replies/s", "CPU ms/reply", "order kept", f"× {measure or '-'}", "to reach"),
    )
    for name, rush in rushed.items():
        ratio = rush.a_second / rushed[measure].a_second if measure else None
        reach = ""
        if name.startswith(ours):
            reach = f"order {mark(rush.ordered)}"
            if ratio is not None:
                reach = f"not slower {mark(ratio >= 1)}, {reach}"
        table.add_row(
            name,
            f"{rush.a_second:,.0f}",
            f"{rush.cpu:.2f}",
            "yes" if rush.ordered else "no",
            f"{ratio:.2f}" if ratio else "–",
            reach,
        )
    return table


def filled(libraries: Sequence[Filled]) -> Table:
    """Show what filling took."""
    table = _table(
        "Filling a library, as `load` does, without reading TOML",
        *("articles", "seconds", "records/s", "bytes/article", "peak MiB", "to reach"),
    )
    for each in libraries:
        peak, reach = each.peak_kib / KIB, ""
        if each.articles == FULL:
            reach = (
                f"< {FULL_SECONDS} s {mark(each.seconds < FULL_SECONDS)}, "
                f"< {FULL_MIB} MiB {mark(peak < FULL_MIB)}"
            )
        table.add_row(
            f"{each.articles:,}",
            f"{each.seconds:.1f}",
            f"{each.a_second:,.0f}",
            f"{each.bytes / each.articles:,.0f}",
            f"{peak:.0f}",
            reach,
        )
    return table


def starts(begun: Mapping[str, Start], ours: str) -> Table:
    """Show what starting took, and the memory held at rest."""
    table = _table("Start-up and rest", "bot", "first answer s", "idle MiB", "to reach")
    for name, start in begun.items():
        idle, reach = start.resident / KIB, ""
        if name.startswith(ours):
            reach = (
                f"< {START_SECONDS} s {mark(start.seconds < START_SECONDS)}, "
                f"< {IDLE_MIB} MiB {mark(idle < IDLE_MIB)}"
            )
        table.add_row(name, f"{start.seconds:.2f}", f"{idle:.0f}", reach)
    return table


def show(*parts: Table | str) -> None:
    """Print tables and lines, as wide as they need."""
    console = Console(width=130, highlight=False)
    for part in parts:
        console.print(part, "")
