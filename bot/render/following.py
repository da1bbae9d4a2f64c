"""Following: whom or what."""

from collections.abc import Sequence
from dataclasses import replace

from bot.buttons import Button
from bot.render import labels
from bot.render.language import Language
from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from bot.subscribing.path import Maker
from config.catalogue import Catalogue
from digests.answers.question import written
from digests.models import Filter, Speaker


def whom(prominent: Sequence[Speaker], view: View) -> Reply:
    """Ask whom or what to follow."""
    text = view.say(
        "Whom or what shall I follow? For example: /follow Lukin or /follow Article 4. Each new "
        "article comes here as it is published."
    )
    chosen = [
        doing(
            labels.name(one, view.language),
            view.maker.do("subfollow", choice=f"expert:{one.slug}"),
        )
        for one in prominent
    ]
    return Reply(text, rows(chosen))


def button(narrowed: Filter, catalogue: Catalogue, language: Language) -> Button:
    """Make the button under an answer about *narrowed*; who presses it is asked then.

    It is the same for everybody, since answers are kept for whoever asks next.
    """
    about = written(replace(narrowed, since=None, until=None), catalogue)
    return doing(language.say("Follow"), Maker().do("follow", choice=about))
