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
from benchmarks.reading import MARKS, SIZES, Pace
from benchmarks.scoring import Score

COMMAND, OFFER = 2, 5  # times the bare echo: to be reached by a command, and inline
GROWTH = 3  # times: what p99 may grow by from the smallest library to the largest
MEASURED = 10_000  # articles: the size at which answers are held against the echo
FULL, FULL_SECONDS, FULL_MIB = 100_000, 120, 300
START_SECONDS, IDLE_MIB = 1, 90
JOINT = 0.85  # F1 of words and speaker
READ_A_SECOND = 300
MEGABYTE_SECONDS = 2
GREW = SIZES[-1] / SIZES[-2]
LINEAR = 1.5  # times as long as in proportion
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


def table(title: str, *columns: str) -> Table:
    """Give an empty table; its first column is of words."""
    shown = Table(title=title, title_justify="left", title_style="bold")
    for place, column in enumerate(columns):
        shown.add_column(column, justify="right" if place else "left")
    return shown


def echoes(talk: Talk, names: Sequence[str]) -> Table:
    """Show the echoes; the first is the bare one."""
    shown = table("One message at a time: echoes", "bot", "p50 ms", "p99 ms", "× bare")
    for name in names:
        p50, p99 = talk.p50(name, ECHO), talk.p99(name, ECHO)
        shown.add_row(name, f"{p50:.2f}", f"{p99:.2f}", f"{p50 / talk.p50(names[0], ECHO):.2f}")
    return shown


def answers(talk: Talk, sizes: Mapping[int, str], names: Sequence[str]) -> Table:
    """Show each question on each library, beside the echoes."""
    shown = table(
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
                most = OFFER if question.startswith(INLINE) else COMMAND
                reach.append(f"≤ {most}× bare {mark(ratios[0] <= most)}")
            if size == largest > smallest:
                growth = p99 / talk.p99(sizes[smallest], question)
                reach.append(f"p99 grew {growth:.1f}× ≤ {GROWTH}× {mark(growth <= GROWTH)}")
            figures = (f"{p50:.2f}", f"{p99:.2f}", *(f"{ratio:.2f}" for ratio in ratios))
            shown.add_row(question, f"{size:,}", *figures, ", ".join(reach))
        shown.add_section()
    return shown


def rushes(rushed: Mapping[str, Rush], measure: str | None, ours: str) -> Table:
    """Show how bots did when 200 chats wrote at once, beside the one named."""
    shown = table(
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
        shown.add_row(
            name,
            f"{rush.a_second:,.0f}",
            f"{rush.cpu:.2f}",
            "yes" if rush.ordered else "no",
            f"{ratio:.2f}" if ratio else "–",
            reach,
        )
    return shown


def filled(libraries: Sequence[Filled]) -> Table:
    """Show what filling took."""
    shown = table(
        "Filling a library, as `load` does, without reading TOML",
        *("articles", "seconds", "records/s", "longest group ms"),
        *("bytes/article", "peak MiB", "to reach"),
    )
    for each in libraries:
        peak, reach = each.peak_kib / KIB, ""
        if each.articles == FULL:
            reach = (
                f"< {FULL_SECONDS} s {mark(each.seconds < FULL_SECONDS)}, "
                f"< {FULL_MIB} MiB {mark(peak < FULL_MIB)}"
            )
        shown.add_row(
            f"{each.articles:,}",
            f"{each.seconds:.1f}",
            f"{each.a_second:,.0f}",
            f"{each.longest * 1000:.0f}",
            f"{each.bytes / each.articles:,.0f}",
            f"{peak:.0f}",
            reach,
        )
    return shown


def starts(begun: Mapping[str, Start], ours: str) -> Table:
    """Show what starting took, and the memory held at rest."""
    shown = table("Start-up and rest", "bot", "first answer s", "idle MiB", "to reach")
    for name, start in begun.items():
        idle, reach = start.resident / KIB, ""
        if name.startswith(ours):
            reach = (
                f"< {START_SECONDS} s {mark(start.seconds < START_SECONDS)}, "
                f"< {IDLE_MIB} MiB {mark(idle < IDLE_MIB)}"
            )
        shown.add_row(name, f"{start.seconds:.2f}", f"{idle:.0f}", reach)
    return shown


def readings(scores: Mapping[str, Score]) -> Table:
    """Show how well raw texts are read, in per cent."""
    shown = table(
        "Reading the corpus, per cent; masthead: fields right / wrong / left open",
        *("texts", "quotes P", "R", "F1", "speakers", "joint F1", "kinds"),
        *("clauses", "quotes’", "masthead", "to reach"),
    )
    for name, score in scores.items():
        figures = (
            *(score.quotes.precision, score.quotes.recall, score.quotes.f1, score.speakers),
            *(score.joint.f1, score.kinds.f1, score.clauses.f1, score.quoted_clauses.f1),
        )
        shown.add_row(
            f"{score.texts} {name}",
            *(f"{100 * figure:.1f}" for figure in figures),
            f"{score.masthead.right} / {score.masthead.wrong} / {score.masthead.open}",
            f"{100 * JOINT:.0f} {mark(score.joint.f1 >= JOINT)}",
        )
    return shown


def pace(measured: Pace) -> Table:
    """Show how fast articles are read that were not read before."""
    shown = table(
        "Reading: speed, in processor time of one core",
        *("articles", "articles/s", "ms/article", "ms/1,000 characters", "to reach"),
    )
    shown.add_row(
        f"{measured.articles}",
        f"{measured.a_second:,.0f}",
        f"{1000 / measured.a_second:.2f}",
        f"{measured.per_thousand:.2f}",
        f"≥ {READ_A_SECOND}/s {mark(measured.a_second >= READ_A_SECOND)}",
    )
    return shown


def growth(took: Mapping[str, Sequence[float]]) -> Table:
    """Show how long texts take that are hard to read."""
    shown = table(
        "Reading: long texts that are hard to read, seconds of processor time",
        *("made of", *(f"{size:,}" for size in SIZES), "grew", "to reach"),
    )
    for name, seconds in took.items():
        grew = seconds[-1] / seconds[-2] if len(seconds) > 1 else None
        most = LINEAR * GREW
        reach = f"≤ {most:.0f}× {mark(grew is not None and grew <= most)}"
        if name == MARKS:
            whole = len(seconds) == len(SIZES)
            reach += f", < {MEGABYTE_SECONDS} s {mark(whole and seconds[-1] < MEGABYTE_SECONDS)}"
        missing = ["–"] * (len(SIZES) - len(seconds))
        shown.add_row(
            name,
            *(f"{each:.2f}" for each in seconds),
            *missing,
            f"{grew:.1f}×" if grew else "–",
            reach,
        )
    return shown


def show(*parts: Table | str) -> None:
    """Print tables and lines, as wide as they need."""
    console = Console(width=130, highlight=False)
    for part in parts:
        console.print(part, "")
