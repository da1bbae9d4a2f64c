"""Loading an article: what is asked for, what came of it, and what is in the way."""

from collections.abc import Sequence

from bot.buttons import Button, Do
from bot.fetching.outcomes import NotFetched
from bot.render import complaints, labels, refusals
from bot.render.desk import View
from bot.render.reply import Reply, doing, opening, rows
from bot.render.text import Text, bold, code, join
from digests.intake.outcomes import Reason
from digests.models import Article
from digests.review import Twin

MOST_PROBLEMS = 8


def what_to_load(view: View) -> Reply:
    """Ask for an article."""
    return Reply(
        view.say(
            "Send me the article: paste its text (several messages are fine), forward a post, "
            "upload a .txt, .md, .html or .toml file, or send a link. /cancel ends this."
        )
    )


def more(view: View) -> Reply:
    """Say that a text is here, and that it may go on."""
    text = view.say(
        "Got it, this becomes a draft. If there is more, send it now; I begin when two seconds "
        "pass."
    )
    return Reply(text, rows([doing(view.say("Done"), Do("gathered"))]))


def begun(view: View) -> Text:
    """Say, over the chat, that nothing more is waited for."""
    return view.say("I am not waiting for more of a text. /load takes in another.")


def nothing(view: View) -> Reply:
    """Say that there was nothing to load in a message."""
    nothing_there = view.say("There is no text in that message, and no file.")
    return Reply(nothing_there + " " + view.say(refusals.TAKEN_IN))


def too_short(view: View) -> Reply:
    """Say that a few words are no article."""
    return Reply(
        view.say("That is too little for an article; nothing was stored. /load takes in another.")
    )


def elsewhere(view: View) -> Reply:
    """Say that a message in another chat cannot be seen from here."""
    return Reply(
        view.say(
            "That message stands in another chat, which I cannot look into. Forward it to me "
            "after /load, or copy its text."
        )
    )


def refused(why: Reason, view: View) -> Reply:
    """Say why a text, a file or a page is not taken in."""
    return Reply(view.say("Nothing was stored.") + " " + refusals.reason(why, view.language))


def not_fetched(met: NotFetched, link: str, view: View) -> Reply:
    """Say why a link was not followed to its end."""
    why = refusals.obstacle(met, link, view.language)
    return Reply(view.say("Nothing was stored.") + " " + why)


def unavailable(view: View) -> Reply:
    """Say that Telegram does not give a file."""
    return Reply(
        view.say(
            "Nothing was stored. Telegram did not give me that file; send it again, or paste its "
            "text."
        )
    )


def too_many(view: View) -> Reply:
    """Say that files come faster than they are read."""
    return Reply(
        view.say(
            "Those are too many files at once. I took ten of them; send the others in a minute, "
            "or load a whole folder where I run: treaty-digest load."
        )
    )


def met(twin: Twin, kept: int, view: View) -> Reply:
    """Say that the same is here already; *kept* is the number under which this one waits."""
    name = bold(complaints.place(twin.where, view.language))
    if twin.same == "text":
        text = view.say("{name} has the same text. Nothing was stored.", name=name)
    else:
        text = view.say(
            "{name} has the same address, though other words. Nothing was stored.", name=name
        )
    if twin.where.startswith("#"):
        there = doing(view.say("Open that draft"), Do("open", int(twin.where[1:])))
    else:
        there = opening(view.say("Open the article"), "article", twin.where)
    return Reply(text, rows([there, doing(view.say("Load anyway"), Do("anyway", kept))]))


def busy(kept: int, view: View) -> Reply:
    """Say that the library could not be written to; *kept* is the number of what waits."""
    text = view.say("The library is busy, and nothing was stored. I keep the text for a while.")
    return Reply(text, rows([doing(view.say("Try again"), Do("again", kept))]))


def forgotten(view: View) -> Reply:
    """Say that a text is not kept any more."""
    return Reply(view.say("I no longer have that text, and nothing was stored. Send it again."))


def record(article: Article, outcome: str, file: str, view: View) -> Reply:
    """Show what publishing a record would do; *file* is what Telegram calls it."""
    said = {
        "new": view.say("It is new; it will be published as it is."),
        "changed": view.say("It will replace what is published under this id."),
        "same": view.say("It is published already, word for word; there is nothing to do."),
    }
    text = join("\n\n", [_heading(article, view), said[outcome]])
    if outcome == "same":
        return Reply(text, rows([_reading(article.id, view)]))
    return Reply(text, rows([doing(view.say("Publish"), Do("record", argument=file))]))


def record_refused(problems: Sequence[str], view: View) -> Reply:
    """Say why a record cannot be published."""
    lines = [Text(f"• {labels.clean(problem)}") for problem in problems[:MOST_PROBLEMS]]
    head = view.say("Nothing was stored. This record cannot be published:")
    return Reply(join("\n", [head, *lines]))


def record_done(id_: str, outcome: str, view: View) -> Reply:
    """Say what came of publishing a record."""
    said = {
        "new": view.say("Published as {id}.", id=code(id_)),
        "changed": view.say("Published: {id} now reads as in your file.", id=code(id_)),
        "same": view.say("{id} is published already, word for word.", id=code(id_)),
    }
    return Reply(said[outcome], rows([_reading(id_, view)]))


def _heading(article: Article, view: View) -> Text:
    quotes = view.language.count("{number} quote", "{number} quotes", len(article.quotes))
    facts = [
        labels.outlet(article.outlet, view.catalogue, view.language),
        labels.day(article, view.language),
        quotes,
    ]
    title = view.say("Record {id}", id=code(article.id))
    headline = bold(labels.headline(article, view.catalogue, view.language))
    return join("\n", [title, headline, join(labels.DOT, facts)])


def _reading(id_: str, view: View) -> Button:
    return opening(view.say("Open the article"), "article", id_)
