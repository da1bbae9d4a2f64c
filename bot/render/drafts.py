"""The drafts that wait, in a list."""

import datetime as dt
from collections.abc import Sequence

from bot.buttons import Do
from bot.render import labels, pages
from bot.render.desk import View
from bot.render.labels import DOT
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, join
from digests.library.drafts import HOLD, Filed

LONGEST_HEADLINE = 200  # UTF-16 units


def reply(
    waiting: Sequence[Filed], total: int, offset: int, size: int, now: dt.datetime, view: View
) -> Reply:
    """List the drafts that wait, with who is on each."""
    if not total:
        return Reply(view.say("No draft waits. /load brings one in."))
    head = labels.title(view.language.count("{number} draft waits", "{number} drafts wait", total))
    if not waiting:
        head = join("\n\n", [head, labels.no_more(view.language)])
    fitted = pages.fit(head, [_item(filed, now, view) for filed in waiting])
    shown = waiting[: fitted.items]
    buttons = [doing(f"{_number(f)} {_name(f, view).plain}", Do("open", f.id)) for f in shown]
    turns = []
    if offset:
        turns.append(doing(view.say("◂ Back"), Do("drafts", number=max(0, offset - size))))
    if offset + len(shown) < total:
        turns.append(doing(view.say("More ▸"), Do("drafts", number=offset + len(shown))))
    return Reply(fitted.text, rows(turns, buttons))


def _number(filed: Filed) -> str:
    return f"{filed.id}."


def _name(filed: Filed, view: View) -> Text:
    headline = filed.draft.masthead.headline
    if headline:
        return pages.clip(Text(labels.clean(headline)), LONGEST_HEADLINE)
    return view.say("No headline yet")


def _item(filed: Filed, now: dt.datetime, view: View) -> Text:
    head, language = filed.draft.masthead, view.language
    kept = sum(quote.kept for quote in filed.draft.quotes)
    facts: list[Text | str] = [
        labels.outlet(labels.clean(head.outlet), view.catalogue, language) if head.outlet else "",
        language.day(head.published) if head.published else "",
        language.count("{number} quote", "{number} quotes", kept),
        view.say("corrects {id}", id=filed.corrects) if filed.corrects else "",
    ]
    brought = view.say(
        "from {name}, {moment}", name=view.who(filed.by), moment=view.moment(filed.at)
    )
    return join(
        "\n",
        [
            f"{_number(filed)} " + bold(_name(filed, view)),
            join(DOT, facts),
            join(DOT, [brought, _on_it(filed, now, view)]),
        ],
    )


def _on_it(filed: Filed, now: dt.datetime, view: View) -> Text:
    if not filed.holder or not filed.held_at or now - filed.held_at >= HOLD:
        return Text()
    if filed.holder == view.me:
        return view.say("you are on it")
    return view.say(
        "{name} is on it since {time}",
        name=view.who(filed.holder),
        time=view.time(filed.held_at),
    )
