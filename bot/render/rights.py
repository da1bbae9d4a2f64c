"""What is not for everybody: kindly, and with what to do instead."""

from bot.render import labels
from bot.render.language import Language
from bot.render.reply import Reply
from bot.render.text import Text, bold
from bot.subscribing.channels import NoChannel, Trouble


def not_yours(language: Language) -> Reply:
    """Turn somebody away who does not administer the group."""
    return Reply(
        language.say(
            "Only administrators of this group decide what comes here; in a private chat with me "
            "you can subscribe for yourself."
        )
    )


def in_private(language: Language) -> Reply:
    """Send somebody who names a channel to the private chat."""
    return Reply(language.say("Channels are looked after in a private chat with me, please."))


def no_channel(found: NoChannel, language: Language) -> Text:
    """Say why nothing can be done for a channel, and what to do about it."""
    name = bold(labels.typed(found.named))
    match found.trouble:
        case Trouble.NOT_SEEN:
            return language.say(
                "I see no channel {name}. Check the name, and make me an administrator there who "
                "may post messages.",
                name=name,
            )
        case Trouble.NO_CHANNEL:
            return language.say(
                "{name} is not a channel. In a group, write the command there.", name=name
            )
        case Trouble.BOT_OUTSIDE:
            return language.say(
                "I am not an administrator of {name}. Make me one who may post messages, then try "
                "again.",
                name=name,
            )
        case Trouble.BOT_SILENT:
            return language.say(
                "I am an administrator of {name}, but may not post there. Allow me to post "
                "messages, then try again.",
                name=name,
            )
        case Trouble.NOT_YOURS:
            return language.say(
                "Only those who may post in {name} decide what comes there. Ask its owner for "
                "that right.",
                name=name,
            )
