"""What is wrong with a filter, and how to write it."""

import datetime as dt

from bot.render import labels
from bot.render.language import Language
from bot.render.reply import Reply
from bot.render.text import Text, code, join
from digests.answers.question import KEYS, Misfit, Trouble

MOST_NEAR = 5


def reply(answer: Misfit, language: Language) -> Reply:
    """Explain a filter that cannot be used."""
    return Reply(join(" ", [_problem(answer, language), _help(answer, language)]))


def _problem(answer: Misfit, language: Language) -> Text:
    key, value = code(f"{labels.typed(answer.key)}:"), labels.typed(answer.value)
    match answer.trouble:
        case Trouble.KEY:
            return language.say("There is no filter {key}", key=key) + "."
        case Trouble.EMPTY:
            return language.say("The filter {key} needs a value after the colon.", key=key)
        case Trouble.VALUE:
            return language.say("Nothing here goes by {key} “{value}”.", key=key, value=value)
        case Trouble.SEVERAL:
            return language.say("Several go by {key} “{value}”.", key=key, value=value)
        case Trouble.DATE:
            return language.say("“{value}” after {key} is not a date.", key=key, value=value)
        case Trouble.ORDER:
            since, until = (dt.date.fromisoformat(day) for day in (answer.value, *answer.near))
            return language.say(
                "{since} is later than {until}.",
                since=language.day(since),
                until=language.day(until),
            )


def _help(answer: Misfit, language: Language) -> Text:
    match answer.trouble:
        case Trouble.KEY:
            known = language.alternatives(f"{key}:" for key in answer.near or KEYS)
            return language.say("Did you mean {filters}?", filters=known)
        case Trouble.EMPTY if answer.key not in {"since", "until"}:
            return language.say("For example: {example}", example=code(_example(answer.key)))
        case Trouble.EMPTY | Trouble.DATE:
            return language.say(
                "Write a day, a month, a year or a span: {examples}.",
                examples="2024-12-04, 2024-12, 2024, 7d",
            )
        case Trouble.ORDER:
            return language.say("Put the earlier date after since: and the later after until:")
        case _ if answer.near:
            near = language.alternatives(answer.near[:MOST_NEAR])
            return language.say("Did you mean {names}?", names=near)
        case _:
            return language.say("{command} lists what there is.", command=_lists(answer.key))


def _example(key: str) -> str:
    examples = {"clause": "assistance", "expert": "Lukin", "outlet": "TASS"}
    return f"{key}:{examples.get(key, 'russia-dprk-2024')}"


def _lists(key: str) -> str:
    lists = {"clause": "/clauses", "expert": "/experts", "outlet": "/sources"}
    return lists.get(key, "/treaty")
