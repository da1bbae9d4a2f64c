"""An edition at once: that there is nothing in it, or where it went."""

from dataclasses import replace

from bot.render import labels
from bot.render.subscribing import View
from bot.render.text import Text, code, join
from digests.press import Wanted


def nothing(wanted: Wanted, view: View) -> Text:
    """Say that nothing is new, and how to look further back."""
    said = view.say(
        "{period}: nothing new. {example} looks further back.",
        period=view.language.days(wanted.first, wanted.last),
        example=code("/digest 30d"),
    )
    about = replace(wanted.filter, since=None, until=None)  # the period is said already
    return join("\n", [said, labels.narrowed(about, view.catalogue, view.language)])


def posted(view: View) -> Text:
    """Say that an edition is in the channel."""
    return view.say("Posted in {title}.", title=view.whose)
