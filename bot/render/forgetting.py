"""Forgetting a chat: asked once, then told what was deleted."""

from collections.abc import Iterator

from bot.render.reply import Reply, doing, rows
from bot.render.subscribing import View
from bot.render.text import Text, bold, join
from digests.library.chats import Forgotten

NOTHING = Forgotten(0, 0, 0, settings=False)


def sure(subscriptions: int, view: View) -> Reply:
    """Ask whether all about a chat is to be deleted."""
    question = view.say("Delete everything that is kept about this chat?")
    what = view.language.count(
        "That is {number} subscription, what waits to be sent, the settings, and the record of "
        "what was sent. It cannot be undone; messages that were sent stay where they are.",
        "That is {number} subscriptions, what waits to be sent, the settings, and the record of "
        "what was sent. It cannot be undone; messages that were sent stay where they are.",
        subscriptions,
    )
    text = join("\n\n", [bold(question), what])
    buttons = [
        doing(view.say("Yes, delete everything"), view.maker.do("forgot")),
        doing(view.say("No, keep it"), view.maker.do("forgetnot")),
    ]
    return Reply(join("\n", [view.whose, text]), rows(buttons))


def nothing(view: View) -> Reply:
    """Say that there is nothing to delete."""
    return Reply(join("\n", [view.whose, view.say("Nothing is kept about this chat.")]))


def kept(view: View) -> Reply:
    """Say that nothing was deleted."""
    return Reply(join("\n", [view.whose, view.say("All right, nothing was deleted.")]))


def forgotten(what: Forgotten, view: View, *, staff: bool) -> Reply:
    """Say what was deleted, and for *staff* what was not."""
    if what == NOTHING:
        return nothing(view)
    listed = join("\n", ["• " + line for line in _lines(what, view)])
    head = join("\n", [view.whose, bold(view.say("Deleted"))])
    done = (
        view.say("Nothing more comes here. What you did as an editor stays on record.")
        if staff
        else view.say("Nothing more is kept about this chat, and nothing more comes here.")
    )
    return Reply(join("\n\n", [join("\n", [head, listed]), done]))


def _lines(what: Forgotten, view: View) -> Iterator[Text]:
    count = view.language.count
    if what.subscriptions:
        yield count("{number} subscription", "{number} subscriptions", what.subscriptions)
    if what.letters:
        yield count("{number} edition or notice", "{number} editions and notices", what.letters)
    if what.reports:
        yield count(
            "that {number} note to the editors was yours",
            "that {number} notes to the editors were yours",
            what.reports,
        )
    if what.settings:
        yield view.say("the settings")
