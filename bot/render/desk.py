"""The desk itself: who may, what is in the way, and what others did meanwhile."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.buttons import Button, Do
from bot.render import labels
from bot.render.language import Language, later
from bot.render.reply import Reply, doing, opening, rows
from bot.render.text import Text, bold, code
from config.catalogue import Catalogue
from digests.library.actions import Action
from digests.library.drafts import Filed, Hold
from digests.roles import Role

MOST_NAMED = 5  # things that somebody changed, before the rest is left out
FIELDS = {
    "headline": later("Headline"),
    "subheadline": later("Line under the headline"),
    "outlet": later("Outlet"),
    "published": later("Date"),
    "place": later("Place"),
    "author": later("Author"),
    "url": later("Link"),
    "summary": later("Summary"),
    "treaty": later("Treaty"),
    "clauses": later("Clauses"),
    "quotes": later("Quotes"),
    "speaker": later("Speaker"),
}


@dataclass(frozen=True, slots=True)
class View:
    """How the desk is shown to one of the staff; ``name`` finds what a colleague is called."""

    catalogue: Catalogue
    language: Language
    zone: ZoneInfo
    me: str
    name: Callable[[str], str | None]

    def say(self, message: str, /, **parts: Text | str) -> Text:
        """Translate a sentence, as ``Language.say`` does."""
        return self.language.say(message, **parts)

    def who(self, by: str) -> Text:
        """Name who did something, from the record."""
        if by == self.me:
            return self.say("you")
        if not by.isdecimal():
            return self.say("the program “{name}”", name=by)
        known = labels.typed(self.name(by) or "")
        return Text(known) if known else self.say("user {id}", id=by)

    def moment(self, at: dt.datetime) -> str:
        """Write when something was, on the clock of the bot's place."""
        return self.language.moment(at.astimezone(self.zone))

    def time(self, at: dt.datetime) -> str:
        """Write the time of day at which something was."""
        return self.language.time(at.astimezone(self.zone))

    def field(self, name: str) -> Text:
        """Name a field of a draft, or a quote by its number."""
        if name.startswith("quote "):
            return self.say("Quote {number}", number=name.removeprefix("quote "))
        return self.say(FIELDS.get(name, name))


def in_private(language: Language) -> Reply:
    """Send somebody of the staff to the private chat."""
    return Reply(language.say("In a private chat, please: the desk is not for groups."))


def not_yours(role: Role, language: Language) -> Reply:
    """Turn somebody away, kindly; the same words for every command and button."""
    if role.edits:
        return Reply(language.say("Sorry, that is for the owners of this bot."))
    return Reply(
        language.say(
            "Sorry, that is for the editors of this library. All that is published is open to "
            "you: /help shows how to find it."
        )
    )


def cancelled(language: Language, *, asked: bool) -> Reply:
    """Say that no question waits any more, or that none did."""
    if asked:
        return Reply(language.say("All right, I no longer wait for an answer. Nothing changed."))
    return Reply(language.say("I was not waiting for anything."))


def which_draft(language: Language) -> Reply:
    """Ask for the number of a draft."""
    return Reply(language.say("Which draft? /draft 7 shows draft 7; /drafts lists all that wait."))


def no_draft(asked: str, language: Language) -> Reply:
    """Say that there is no such draft."""
    return Reply(
        language.say(
            "There is no draft {number}. /drafts lists all that wait.", number=labels.typed(asked)
        )
    )


def closed(filed: Filed, view: View) -> Reply:
    """Say what became of a draft that is not open any more."""
    number = str(filed.id)
    if filed.state == "published" and filed.article:
        text = view.say(
            "Draft {number} is published, as {id}.", number=number, id=code(filed.article)
        )
        return Reply(text, rows([reading(filed.article, view), past(filed.article, view)]))
    return Reply(
        view.say("Draft {number} was discarded. Nothing of it was published.", number=number)
    )


def reading(id_: str, view: View) -> Button:
    """Make a button that shows an article as readers see it."""
    return opening(view.say("Open the article"), "article", id_)


def past(id_: str, view: View) -> Button:
    """Make a button that tells what became of an article."""
    return doing(view.say("History"), Do("past", argument=id_))


def back(filed: Filed, view: View) -> Button:
    """Make a button that leads back to the draft."""
    return doing(view.say("◂ The draft"), Do("draft", filed.id, filed.version))


def held(hold: Hold, view: View) -> Text:
    """Say that somebody else is on a draft."""
    return view.say(
        "{name} has been on this draft since {time}.",
        name=bold(view.who(hold.by)),
        time=view.time(hold.since),
    )


def meanwhile(changes: Sequence[Action], view: View) -> Text:
    """Say who changed what since a draft was shown."""
    others = [one for one in changes if one.by != view.me]
    if not others:
        return view.say(
            "That button was older than your last change. This is how the draft stands now."
        )
    what = list(dict.fromkeys(view.field(one.detail).plain for one in others if one.detail))
    return view.say(
        "{name} changed this draft meanwhile ({what}). This is how it stands now; your tap "
        "changed nothing.",
        name=bold(view.who(others[0].by)),
        what=view.language.listing(what[:MOST_NAMED]),
    )
