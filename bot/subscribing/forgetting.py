"""``/forgetme``: everything about a chat is deleted, after it was asked for twice."""

from bot.desk.errand import Done, names
from bot.render import forgetting as render
from bot.render.reply import Reply
from bot.subscribing.wish import Press, Presses, Wish, waiting
from digests.roles import role_of


async def forget_me(wish: Wish) -> Reply | Done:
    """Ask whether all about this chat is to be deleted."""
    library, chat = wish.library, wish.place.chat
    if library.chats.get(chat) is None and not library.reports.waiting(chat):
        return render.nothing(wish.view)
    return render.sure(len(library.subscriptions.of_chat(chat)), wish.view)


async def forgot(wish: Wish) -> Reply | Done:
    """Delete it, and say what it was."""
    library, chat = wish.library, wish.place.chat
    forgotten = await wish.write(lambda: library.chats.forget(chat))
    waiting(wish.context).take(chat)
    role = role_of(wish.user, wish.services.owners, library.staff)
    if not role.edits:
        names(wish.context).pop(chat, None)
    return render.forgotten(forgotten, wish.view, staff=wish.place.private and role.edits)


async def kept(wish: Wish) -> Reply | Done:
    """Delete nothing."""
    return render.kept(wish.view)


PRESSES: Presses = {"forgot": Press(forgot), "forgetnot": Press(kept)}
