"""Changing a subscription: when, by which clock, what about; it keeps its place in the news."""

from bot.desk.errand import Done
from bot.render import changing as render
from bot.render import subscriptions as render_standing
from bot.render.reply import Reply
from bot.subscribing import standing
from bot.subscribing.wish import Press, Presses, Wish
from digests import subscribing
from digests.models import Filter
from digests.subscribing import Already, Gone, Made
from digests.subscriptions import Schedule


async def menu(wish: Wish) -> Reply | Done:
    """Ask what is to change."""
    found = wish.library.subscriptions.get(wish.action.id)
    if found is None:
        return render_standing.gone(wish.view)
    return render.menu(found, wish.view)


async def change(
    wish: Wish,
    *,
    schedule: Schedule | None = None,
    zone: str | None = None,
    narrowed: Filter | None = None,
) -> Reply:
    """Change a subscription; what is None stays as it is."""
    id_, library, now = wish.action.id, wish.library, wish.now
    outcome = await wish.write(
        lambda: subscribing.change(
            id_, library, now, schedule=schedule, zone=zone, narrowed=narrowed
        )
    )
    match outcome:
        case Made(subscription):
            return render_standing.changed(standing.of(subscription, wish), wish.view)
        case Already(subscription):
            return render_standing.same_as(standing.of(subscription, wish), wish.view)
        case Gone():
            return render_standing.gone(wish.view)


PRESSES: Presses = {"subchange": Press(menu)}
