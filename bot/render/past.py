"""What became of an article: its versions, and who did what."""

from collections.abc import Sequence

from bot.buttons import Do
from bot.render import desk, labels, pages
from bot.render.desk import View
from bot.render.labels import DOT
from bot.render.language import later
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, code, join
from digests.desk import AlreadyRetracted, History, NoReason, Retracted
from digests.library.actions import Action, Deed
from digests.library.past import Version

DEEDS = {
    Deed.SUBMITTED: later("brought in"),
    Deed.CHANGED: later("edited"),
    Deed.PUBLISHED: later("published"),
    Deed.DISCARDED: later("draft discarded"),
    Deed.REOPENED: later("correction begun"),
    Deed.CORRECTED: later("corrected"),
    Deed.RETRACTED: later("retracted"),
    Deed.REPUBLISHED: later("published again"),
    Deed.REPORTED: later("a reader objected"),
    Deed.SETTLED: later("an objection was settled"),
}
READER = "reader"  # stands on record for any
AT_ONCE = 10  # lines to a block
RECORD = {
    "also_in": later("reprints"),
    "date_note": later("note on the date"),
    "events": later("events"),
    "indirect": later("indirect statements"),
    "published_from": later("earliest date"),
}


def history(past: History, page: int, view: View) -> Reply:
    """Tell an article's versions and all that was done to it, the latest first."""
    title = labels.title(view.say("History of {id}", id=code(past.article)))
    last = len(past.versions)
    versions = [_version(each, last - at, view) for at, each in enumerate(past.versions)]
    deeds = [_deed(each, times, view) for each, times in _counted(past.actions)]
    blocks = [
        join("\n", [title, _state(past, view)]),
        *_under(view.say("Versions"), versions),
        *_under(view.say("Who did what"), deeds),
    ]
    bound = pages.bind(blocks)
    page = min(page, len(bound) - 1)
    turns = [
        doing(label, Do("history", 0, 0, to, past.article))
        for label, to in ((view.say("◂ Back"), page - 1), (view.say("More ▸"), page + 1))
        if 0 <= to < len(bound)
    ]
    opened = [] if past.retraction else [desk.reading(past.article, view)]
    correct = doing(view.say("Correct it"), Do("correct", argument=past.article))
    return Reply(bound[page], rows(turns, [*opened, correct]))


def _state(past: History, view: View) -> Text:
    if past.retraction:
        return view.say("Retracted: {reason}", reason=labels.clean(past.retraction.reason))
    return view.say("It is published.")


def _under(title: Text, lines: list[Text]) -> list[Text]:
    """Put lines under a title, some to a block, so that pages can end between."""
    blocks = [join("\n", lines[at : at + AT_ONCE]) for at in range(0, len(lines), AT_ONCE)]
    return [join("\n", [bold(title), blocks[0]]), *blocks[1:]] if blocks else []


def _version(version: Version, number: int, view: View) -> Text:
    changed = view.language.listing(_field(name, view) for name in version.changed)
    if version.article is None:
        what = view.say("retracted")
    elif changed:
        what = view.say("changed: {fields}", fields=changed)
    else:
        what = view.say("as it was first published") if number == 1 else view.say("brought back")
    facts: list[Text | str] = [
        what,
        labels.clean(version.reason or ""),
        view.who(version.by) if version.by else "",
        view.moment(version.at) if version.at else "",
    ]
    return f"{number}. " + join(DOT, facts)


def _field(name: str, view: View) -> str:
    return (view.say(RECORD[name]) if name in RECORD else view.field(name)).plain.lower()


def _counted(actions: Sequence[Action]) -> list[tuple[Action, int]]:
    """Give actions with how often each stands in a row, so that edits do not fill the page."""
    found: list[tuple[Action, int]] = []
    for action in actions:
        former, times = found[-1] if found else (None, 0)
        if former and action.deed is Deed.CHANGED is former.deed and action.by == former.by:
            found[-1] = (former, times + 1)
        else:
            found.append((action, 1))
    return found


def _deed(action: Action, times: int, view: View) -> Text:
    often = view.language.count("once", "{number} times", times) if times > 1 else ""
    draft = view.say("draft {number}", number=str(action.draft)) if action.draft else ""
    by = view.say("a reader") if action.by == READER else view.who(action.by)
    what = join(" ", [view.say(DEEDS.get(action.deed, action.deed.value)), often])
    return "• " + join(DOT, [view.moment(action.at), by, what, draft])


def no_article(id_: str, view: View) -> Reply:
    """Say that there is no such article, or ask which."""
    if not id_:
        return Reply(
            view.say("Which article? Its id stands at its foot; /latest lists the newest.")
        )
    return Reply(
        view.say(
            "No article has the id “{id}”. /latest and /search find articles.",
            id=labels.typed(id_),
        )
    )


def retraction(outcome: Retracted | AlreadyRetracted | NoReason, view: View) -> Reply:
    """Say that an article is out of every answer, or why not."""
    if isinstance(outcome, NoReason):
        return Reply(
            view.say(
                "Why shall {id} be retracted? Send the reason in a line; it is kept in the "
                "history. /cancel leaves the article as it is.",
                id=code(outcome.article),
            )
        )
    text = _retracted(outcome, view)
    return Reply(text, rows([desk.past(outcome.article, view)]))


def _retracted(outcome: Retracted | AlreadyRetracted, view: View) -> Text:
    if isinstance(outcome, Retracted):
        return view.say(
            "Retracted: {id}. It is in no answer any more, and its history is kept. To bring it "
            "back, publish a correction.",
            id=code(outcome.article),
        )
    former = outcome.retraction
    return view.say(
        "{id} was retracted before, by {name} on {moment}: {reason}",
        id=code(outcome.article),
        name=view.who(former.by),
        moment=view.moment(former.at),
        reason=labels.clean(former.reason),
    )
