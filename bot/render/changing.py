"""What of a subscription may be changed."""

from bot.render import subscriptions
from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from bot.render.text import bold, join
from digests.subscriptions import Subscription


def menu(one: Subscription, view: View) -> Reply:
    """Ask what is to change."""
    maker = view.maker
    buttons = [
        doing(view.say("When ▸"), maker.do("subpart", one.id, "when")),
        doing(view.say("What about ▸"), maker.do("subpart", one.id, "about")),
    ]
    if not one.schedule.at_once:
        buttons.append(doing(view.say("Time zone ▸"), maker.do("subpart", one.id, "zone")))
    question = bold(view.say("What shall change?"))
    text = join("\n", [view.whose, subscriptions.sentence(one, view), question])
    back = doing(view.say("◂ Back"), maker.do("sub", one.id))
    return Reply(text, rows(buttons, [back]))
