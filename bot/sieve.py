"""Which messages are meant for the bot at all."""

import re

from telegram import Message
from telegram.ext import filters

# As PTB finds commands: what stands between the slash and the first blank, and whose it is.
COMMAND = re.compile(r"/(?P<whole>(?P<name>[^\s@]{1,64})(?:@\S+)?)\s*")


class _Own(filters.MessageFilter):
    """Messages somebody wrote here and now, as themselves or in the name of a chat.

    Not what was forwarded, by hand or from a linked channel, nor what a bot wrote, be it for
    somebody by its inline mode: two bots that answer each other never end.
    """

    def filter(self, message: Message) -> bool:
        """Tell whether a message is one."""
        if message.forward_origin or message.is_automatic_forward or message.via_bot:
            return False
        author = message.from_user  # of what is written in a chat's name: a bot, for old clients
        return author is None or not author.is_bot or message.sender_chat is not None


class _Content(filters.MessageFilter):
    """What people send, as against what Telegram notes in a chat; of that new kinds come up."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message holds some."""
        if message.text is not None or message.caption is not None or message.checklist:
            return True
        if message.successful_payment or message.passport_data:
            return False
        return bool(message.effective_attachment)


OWN = _Own()
CONTENT = _Content()
