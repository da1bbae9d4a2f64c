"""The table of subscribing: its commands and its buttons, each with who may."""

from bot.render.language import later
from bot.subscribing import (
    changing,
    digesting,
    following,
    forgetting,
    listing,
    settings,
    steps,
)
from bot.subscribing.wish import Members, Presses, Task

SUBSCRIBE = later("Subscribe")
BOT = later("This bot")

TASKS = (
    Task(
        "subscribe",
        later("[WHEN WHAT]"),
        later("digests at your hours, or news as it happens"),
        SUBSCRIBE,
        steps.subscribe,
    ),
    Task(
        "subscriptions",
        "",
        later("what comes here, and when; pause and change it"),
        SUBSCRIBE,
        listing.subscriptions,
        Members.ALL,
    ),
    Task("unsubscribe", later("[N]"), later("end a subscription"), SUBSCRIBE, listing.unsubscribe),
    Task(
        "follow",
        later("NAME or REF"),
        later("an expert or a clause, as it happens"),
        SUBSCRIBE,
        following.follow,
    ),
    Task(
        "digest",
        later("[7d]"),
        later("what is new, now"),
        SUBSCRIBE,
        digesting.digest,
        Members.ALL,
    ),
    Task(
        "settings",
        later("[CITY]"),
        later("time zone, and how long digests are"),
        SUBSCRIBE,
        settings.settings,
        Members.ALONE,
    ),
)
FORGET = Task(
    "forgetme",
    "",
    later("delete all that is kept about this chat"),
    BOT,
    forgetting.forget_me,
)
BY_NAME = {task.name: task for task in (*TASKS, FORGET)}
PRESSES: Presses = (
    steps.PRESSES
    | changing.PRESSES
    | listing.PRESSES
    | following.PRESSES
    | digesting.PRESSES
    | settings.PRESSES
    | forgetting.PRESSES
)
