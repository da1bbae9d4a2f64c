"""The fields of a draft, to be filled; and why a value is refused."""

import datetime as dt

from bot.buttons import Button, Do
from bot.render import card, desk, labels, pages
from bot.render.desk import View
from bot.render.language import later
from bot.render.reply import Reply, doing, rows
from bot.render.text import Text, bold, code, italic, join
from digests.drafts import Draft
from digests.library.drafts import Filed
from digests.review import FIELDS, MAY_BE_UNKNOWN, Reason, Refused
from digests.review.fields import MAY_BE_EMPTY

LONGEST_VALUE = 120  # UTF-16 units, where all fields are listed
LONGEST_SHOWN = 3_000


WANTED = {
    "headline": later("Send the headline, as it was printed."),
    "subheadline": later("Send the line under the headline, as it was printed."),
    "outlet": later("Send the name of the outlet."),
    "published": later("Send the date: 20 June 2024, or 2024-06-20."),
    "place": later("Send the place, as the dateline has it."),
    "author": later("Send the name of the author."),
    "url": later("Send the link to the article."),
    "summary": later("Send a summary: two to four neutral sentences, attributed."),
    "treaty": later("Choose the treaty that it is about."),
    "speaker": later("Send the name in full; on a second line the affiliation, if you like."),
    "clauses": later("Send clauses by number or name, with commas between: 4, NATO 5."),
    "quotes": later("Send the words of the quote, just as the source has them."),
}
REFUSED = {
    Reason.NO_SUCH_FIELD: later("There is no such field."),
    Reason.NO_SUCH_QUOTE: later("There is no such quote any more."),
    Reason.EMPTY: later("There are no words in that."),
    Reason.TOO_LONG: later("That is too long: a line has 300 characters, a summary 4,000."),
    Reason.UNFIT: later("That cannot stand in a record."),
    Reason.NOT_A_DATE: later("I read no single day in that."),
    Reason.NO_YEAR: later("The year is missing."),
    Reason.WHICH_DATE: later("Day and month could be either way round. Which day is meant?"),
    Reason.NOT_A_URL: later("That is no link; one begins with https:// and names a site."),
    Reason.NO_SUCH_TREATY: later("I know no treaty of that name."),
    Reason.NO_SUCH_CLAUSE: later("I know no clause called “{words}”."),
    Reason.WHICH_CLAUSE: later("“{words}” could be several clauses. Name the treaty as well."),
    Reason.NO_SUMMARY: later("There is no summary to accept."),
    Reason.NOT_IN_SOURCE: later("Those words do not stand in the source like that."),
    Reason.NOT_QUOTED: later("Those words do not stand in quotation marks, so they are no quote."),
    Reason.KNOWN_QUOTE: later("Those words are in quote {words} already."),
}


def menu(filed: Filed, view: View, lead: Text | None = None) -> Reply:
    """List all fields as they are, with a button for each."""
    lines = [bold(view.field(name)) + ": " + _short(name, filed.draft, view) for name in FIELDS]
    about = card.touched(filed.draft.clauses, filed.draft, view) or view.say("none")
    lines.append(bold(view.field("clauses")) + ": " + about)
    title = labels.title(view.say("Draft {number}: what shall change?", number=str(filed.id)))
    buttons = [_to("field", name, filed, view) for name in FIELDS]
    clauses = doing(view.field("clauses"), Do("clauses", filed.id, filed.version))
    return Reply(
        pages.clip(join("\n\n", [lead or Text(), title, join("\n", lines)])),
        rows([*buttons, clauses], [desk.back(filed, view)]),
    )


def _short(name: str, draft: Draft, view: View) -> Text:
    return pages.clip(value(name, draft, view), LONGEST_VALUE)


def value(name: str, draft: Draft, view: View) -> Text:
    """Give what a field holds, or say that it is empty or unknown."""
    head = draft.masthead
    match name:
        case "published" if head.published:
            return Text(view.language.day(head.published))
        case "summary" if draft.summary:
            return Text(card.lines(draft.summary))
        case "treaty" if draft.treaty in view.catalogue.treaties:
            return Text(view.catalogue.treaties[draft.treaty].short)
        case "published" | "summary" | "treaty":
            held = ""
        case _:
            held = labels.clean(getattr(head, name) or "")
    if held:
        return Text(held)
    return italic(view.say("unknown") if name in draft.unknown else view.say("empty"))


def _to(what: str, name: str, filed: Filed, view: View) -> Button:
    return doing(view.field(name), Do(what, filed.id, filed.version, argument=name))


def asked(name: str, filed: Filed, view: View, lead: Text | None = None) -> Reply:
    """Show one field, and ask for what shall stand there."""
    held = pages.clip(value(name, filed.draft, view), LONGEST_SHOWN)
    facts = [bold(view.field(name)), held]
    if name == "published" and filed.draft.masthead.date_note:
        facts.append(italic(labels.clean(filed.draft.masthead.date_note)))
    return Reply(
        join("\n\n", [lead or Text(), join("\n", facts), _wanted(name, view)]),
        rows(_choices(name, filed, view), [_back(filed, view)]),
    )


def _wanted(name: str, view: View) -> Text:
    asks = view.say(WANTED[name])
    return asks if name == "treaty" else join(" ", [asks, view.say("/cancel leaves it as it is.")])


def _choices(name: str, filed: Filed, view: View) -> list[Button]:
    found = []
    if name == "treaty":
        found += [
            doing(treaty.short, Do("treaty", filed.id, filed.version, argument=treaty.id))
            for treaty in view.catalogue.treaties.values()
        ]
    if name == "summary" and filed.draft.summary and not filed.draft.summarised:
        found.append(doing(view.say("Accept the summary"), Do("accept", filed.id, filed.version)))
    if name in MAY_BE_UNKNOWN and name not in filed.draft.unknown:
        action = Do("unknown", filed.id, filed.version, argument=name)
        found.append(doing(view.say("It is unknown"), action))
    if name in MAY_BE_EMPTY and getattr(filed.draft.masthead, name):
        action = Do("empty", filed.id, filed.version, argument=name)
        found.append(doing(view.say("Empty it"), action))
    return found


def _back(filed: Filed, view: View) -> Button:
    return doing(view.say("◂ All fields"), Do("edit", filed.id, filed.version))


def wanted(name: str, view: View) -> Reply:
    """Ask for words that are no field of their own: a speaker, clauses, a quote."""
    return Reply(_wanted(name, view))


def changed(name: str, view: View) -> Text:
    """Say what has just been changed."""
    return view.say("Changed: {what}.", what=view.field(name))


def refused(refusal: Refused, view: View) -> Text:
    """Say why something cannot be done."""
    words = labels.typed(refusal.detail)
    if refusal.reason not in {Reason.NO_SUCH_CLAUSE, Reason.WHICH_CLAUSE, Reason.KNOWN_QUOTE}:
        return view.say(REFUSED[refusal.reason])
    if not words:
        return view.say(REFUSED[Reason.EMPTY])
    return view.language.say(REFUSED[refusal.reason], words=words)


def again(name: str, refusal: Refused, filed: Filed, view: View) -> Reply:
    """Say why words were refused, and ask once more."""
    buttons = []
    if refusal.reason is Reason.WHICH_DATE:
        buttons = [
            doing(_day(day, view), Do("date", filed.id, filed.version, argument=day))
            for day in refusal.detail.split()
        ]
    text = join("\n", [refused(refusal, view), _wanted(name, view)])
    return Reply(text, rows(buttons, [desk.back(filed, view)]))


def too_long(refusal: Refused, filed: Filed, view: View) -> Reply:
    """Say that words were too long, and ask for nothing."""
    text = join(" ", [refused(refusal, view), view.say("Nothing changed.")])
    return Reply(text, rows([_back(filed, view), desk.back(filed, view)]))


def _day(iso: str, view: View) -> str:
    return view.language.day(dt.date.fromisoformat(iso))


def conflict(name: str, typed: str, filed: Filed, by: str, view: View) -> Reply:
    """Say that somebody changed the very thing meanwhile; what was typed is given back."""
    text = view.say(
        "{name} changed this meanwhile ({what}), so yours is not in yet.",
        name=bold(view.who(by)),
        what=view.field(name),
    )
    held = value(name, filed.draft, view) if name in FIELDS else Text()
    theirs = view.say("It is now: {value}", value=pages.clip(held, 1_000)) if held else Text()
    mine = view.say("You sent: {value}", value=code(typed[:1_000]))
    once_more = view.say("Send it once more to put it there, or /cancel.")
    return Reply(join("\n\n", [text, theirs, mine, once_more]), rows([desk.back(filed, view)]))
