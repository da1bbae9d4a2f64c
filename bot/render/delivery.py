"""What the courier has to say: to operators of trouble, to administrators of a closed topic."""

from bot.render.language import Language
from bot.render.reply import Reply
from bot.render.text import bold, code


def simplified(reason: str, language: Language) -> Reply:
    """Tell an operator that marks or buttons were refused."""
    return Reply(
        language.say(
            "Telegram refused the formatting of an edition: {reason}. It is sent as plain text. "
            "I tell each kind once.",
            reason=code(reason),
        )
    )


def buried(reason: str, language: Language) -> Reply:
    """Tell an operator that a letter is given up."""
    return Reply(
        language.say(
            "An edition could not be delivered: {reason}. It is kept as dead, and /status counts "
            "it. I tell each kind once.",
            reason=code(reason),
        )
    )


def unwritten(sentence: str, language: Language) -> Reply:
    """Tell an operator that nothing can be written down, so that nothing is sent."""
    return Reply(
        language.say(
            "{sentence} Until then no editions are sent; none is lost, and I go on by myself.",
            sentence=sentence,
        )
    )


def topic_closed(title: str, language: Language) -> Reply:
    """Tell an administrator of a forum that its subscriptions are paused."""
    return Reply(
        language.say(
            "A topic of {chat} was closed or deleted, so the editions for it are paused. When it "
            "is open again, /subscriptions there resumes them; what is new until then will be "
            "in the next one.",
            chat=bold(title),
        )
    )
