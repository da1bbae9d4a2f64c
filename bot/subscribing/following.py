"""``/follow``, and the button under answers: somebody or something, as it happens."""

from bot.desk.errand import Done
from bot.render import following as render
from bot.render import interest as render_interest
from bot.render.reply import Reply
from bot.subscribing import making
from bot.subscribing.wish import Press, Presses, Wish
from digests.answers.interest import Interest
from digests.models import Filter, Speaker, SpeakerKind
from digests.subscriptions import Schedule

PROMINENT = 6
ASKED = 24  # speakers looked through for those that are people


async def follow(wish: Wish) -> Reply | Done:
    """Subscribe to what is named, as it happens."""
    reading = making.read(wish.argument, wish)
    if not isinstance(reading, Interest):
        return render_interest.unclear(reading, "subfollow", 0, "", wish.view)
    if not reading.named:
        wish.wait(wish.view.maker.do("subfollow"))
        return render.whom(prominent(wish, PROMINENT), wish.view)
    return await making.subscribe(Schedule(), "", reading.filter, wish)


def prominent(wish: Wish, number: int) -> list[Speaker]:
    """Give the people who are quoted most."""
    found = wish.library.speakers.all(Filter(), ASKED)
    people = [one for one in found if one.kind is not SpeakerKind.TREATY]
    return people[:number]


async def pressed(wish: Wish) -> Reply | Done:
    """Follow what an answer is about; the answer stays where it is."""
    given = await follow(wish)
    return Done(given, fresh=True) if isinstance(given, Reply) else given


PRESSES: Presses = {
    "follow": Press(pressed),
    "subfollow": Press(follow, words=True),  # where it is asked for; answers are no questions
}
