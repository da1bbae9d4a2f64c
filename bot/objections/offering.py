"""The button “Something wrong?” under answers that show quotes."""

from dataclasses import replace

from bot import links
from bot.buttons import Button, Open, Visit
from bot.context import Ask, Services
from bot.objections.steps import NAME, Page
from bot.render import objection as render
from bot.render.reply import Reply


async def offered(reply: Reply, command: str, ask: Ask, services: Services) -> Reply:
    """Put the button under an answer; in a group it leads to the private chat.

    Telegram knows buttons of a message only, not of a quote: which one is meant is asked then.
    """
    question = Open(NAME, str(Page(command, ask.offset, ask.argument)))
    label = render.something_wrong(ask.language)
    if ask.asker.private:
        button = Button(label, question)
    else:
        keep = services.library.questions.keep
        payload = await services.write(lambda: links.payload(question, keep))
        button = Button(label, Visit(links.address(ask.bot, payload)))
    return replace(reply, buttons=(*reply.buttons, (button,)))
