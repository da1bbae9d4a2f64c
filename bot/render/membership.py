"""When the bot comes to a chat, or comes back to one."""

from bot.render.language import Language
from bot.render.reply import Reply, doing, opening, rows
from bot.render.text import Text
from bot.subscribing.path import Maker


def hello(treaty: str, language: Language) -> Reply:
    """Greet a group that the bot was added to."""
    text = language.say(
        "Hello. I keep news about the {treaty}: who said what about which clause, word for word. "
        "Ask with /expert or /clause; administrators have digests come here with /subscribe.",
        treaty=treaty,
    )
    return Reply(text, rows([opening(language.say("Newest articles"), "latest", "")]))


def again(number: int, language: Language, title: str = "", chat: int | None = None) -> Reply:
    """Offer a chat that was left to go on with its subscriptions; *title* names a channel."""
    text = (
        language.count(
            "I may post in {title} again. Its {number} subscription is kept, and paused.",
            "I may post in {title} again. Its {number} subscriptions are kept, and paused.",
            number,
            title=title,
        )
        if title
        else language.count(
            "Here again. The {number} subscription of this chat is kept, and paused.",
            "Here again. The {number} subscriptions of this chat are kept, and paused.",
            number,
        )
    )
    maker = Maker(chat)
    buttons = [
        doing(language.say("Resume"), maker.do("subagain")),
        doing(language.say("Show them"), maker.do("subs")),
    ]
    return Reply(text, rows(buttons))


def resumed(number: int, language: Language) -> Text:
    """Say that subscriptions go on."""
    return language.count(
        "{number} subscription goes on.", "{number} subscriptions go on.", number
    )
