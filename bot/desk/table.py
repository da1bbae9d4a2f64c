"""The table of the desk: its commands and its buttons, each with who may."""

from bot.desk import (
    articles,
    card,
    clauses,
    fields,
    intake,
    quotes,
    reports,
    speakers,
    staff,
    status,
)
from bot.desk.errand import Presses, Task
from bot.render.language import later
from digests.roles import Role

DESK = later("The editors’ desk")

TASKS = (
    Task("load", later("[TEXT or LINK]"), later("load an article"), DESK, intake.load),
    Task("drafts", "", later("what waits to be checked"), DESK, card.drafts),
    Task("draft", later("ID"), later("one draft, to check and publish"), DESK, card.draft),
    Task("correct", later("ID"), later("correct a published article"), DESK, articles.correct),
    Task(
        "retract",
        later("ID REASON"),
        later("take an article out of every answer"),
        DESK,
        articles.retract,
    ),
    Task("history", later("ID"), later("what became of an article"), DESK, articles.history),
    Task("reports", "", later("what readers find wrong"), DESK, reports.reports),
    Task("status", "", later("how the delivery is doing"), DESK, status.status),
    Task(
        "editors",
        later("[add ID NAME]"),
        later("who may edit, and who may no longer"),
        DESK,
        staff.editors,
        Role.OWNER,
    ),
    Task("cancel", "", later("leave a question unanswered"), DESK, card.cancel),
)
BY_NAME = {task.name: task for task in TASKS}
PRESSES: Presses = (
    card.PRESSES
    | fields.PRESSES
    | quotes.PRESSES
    | speakers.PRESSES
    | clauses.PRESSES
    | articles.PRESSES
    | intake.PRESSES
    | reports.PRESSES
    | staff.PRESSES
)


def may(role: Role, needed: Role) -> bool:
    """Tell whether somebody may do what is for *needed*; owners may all that editors may."""
    return role is Role.OWNER or (role is Role.EDITOR and needed is not Role.OWNER)


def tasks_of(role: Role) -> tuple[Task, ...]:
    """Give the commands that somebody may use."""
    return tuple(task for task in TASKS if may(role, task.role))
