"""What comes of a draft: published, not yet, or put away."""

from collections.abc import Iterable

from bot.render import card, desk, labels
from bot.render.desk import View
from bot.render.reply import Reply, rows
from bot.render.text import Text, bold, code, join
from digests.library.drafts import Filed
from digests.review import Complaint, ComplaintKind, blocking


def published(id_: str, filed: Filed, view: View, *, same: bool) -> Reply:
    """Say that a draft is an article now, or the article still the *same*."""
    if same:
        text = view.say("Nothing was changed: {id} stays as it was.", id=code(id_))
    elif filed.corrects:
        text = view.say("Published anew: {id}. All answers show it as it is now.", id=code(id_))
    else:
        text = view.say("Published as {id}. Readers find it from now on.", id=code(id_))
    kept = labels.clean(filed.draft.masthead.headline or "")
    return Reply(
        join("\n", [text, bold(kept)]), rows([desk.reading(id_, view), desk.past(id_, view)])
    )


def blocked(found: Iterable[Complaint], view: View) -> Text:
    """Say in a line what keeps a draft from being published."""
    names = {
        ComplaintKind.NO_TREATY: view.say("the treaty"),
        ComplaintKind.NO_HEADLINE: view.say("a headline"),
        ComplaintKind.NO_OUTLET: view.say("the outlet"),
        ComplaintKind.NO_DATE: view.say("a date"),
        ComplaintKind.NO_SUMMARY: view.say("a summary"),
        ComplaintKind.SUMMARY_IS_DRAFT: view.say("your yes to the summary"),
    }
    wanted = [names[one.kind].plain for one in blocking(found)]
    return view.say("Not yet: it still needs {what}.", what=view.language.listing(wanted))


def overtaken(id_: str, view: View) -> Text:
    """Say that the article was changed since its correction was begun."""
    return view.say(
        "Not published: {id} was changed by somebody else since this correction was begun. "
        "Discard this draft, then begin again with /correct.",
        id=code(id_),
    )


def unfit(detail: str, view: View) -> Text:
    """Say that a draft cannot be an article as it is."""
    return view.say(
        "Not published: a record cannot hold this as it is ({detail}).",
        detail=labels.typed(detail),
    )


def discard(filed: Filed, view: View) -> Reply:
    """Ask whether a draft is really to be put away."""
    text = view.say("Discard draft {number}? It cannot be opened again.", number=str(filed.id))
    headline = bold(labels.clean(filed.draft.masthead.headline or ""))
    return Reply(
        join("\n", [text, headline]),
        rows([card.button(view.say("Discard it"), "discarded", filed), desk.back(filed, view)]),
    )


def already(view: View) -> Text:
    """Say that a correction was begun before."""
    return view.say("A correction of it is on the desk already; here it is.")


def summary_accepted(view: View) -> Text:
    """Say that the summary is accepted."""
    return view.say("Summary accepted.")
