"""Folding: in a group a long answer is begun, and read on in the private chat."""

from bot.buttons import Button, Do, Visit
from bot.render import pages
from bot.render.language import Language
from bot.render.reply import Reply

LONGEST = 1_000  # UTF-16 units; about one screen of a phone


def is_long(reply: Reply) -> bool:
    """Tell whether an answer would push a group's conversation off the screen."""
    return reply.text.width > LONGEST


def folded(reply: Reply, address: str, language: Language) -> Reply:
    """Give the beginning of an answer, with a button to all of it, and those that do something."""
    beginning = pages.split(reply.text, LONGEST)[0].stripped()
    label = language.say("Read all of it in private").plain
    doing = [button for row in reply.buttons for button in row if isinstance(button.action, Do)]
    return Reply(
        beginning + "\n[…]", ((Button(label, Visit(address)),), *((each,) for each in doing))
    )
