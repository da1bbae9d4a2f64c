"""What the press promises, whatever happens in whatever order."""

import datetime as dt
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from pressing import AT_ONCE, HOUR, MINUTE, NHK, TASS, Plain, printed, release, sent
from writing import NOW, an_article

from config import catalogue as catalogues
from digests import desk, schedule
from digests.library import Library
from digests.models import Filter
from digests.press.shift import place
from digests.subscriptions import Schedule

CATALOGUE = catalogues.load()
BOTH = Filter(outlets=("NHK", "TASS"))
SCHEDULES = (
    AT_ONCE,
    Schedule((dt.time(8, 30),)),
    Schedule((dt.time(6), dt.time(12), dt.time(18))),
    Schedule((dt.time(9),), ("mon", "thu")),
    Schedule((dt.time(0),), ("sun",)),
    Schedule((dt.time(9),), monthday=31),
)
ZONES = ("UTC", "Europe/Vienna", "America/New_York", "Asia/Seoul")
FILTERS = (TASS, NHK, BOTH, Filter())
STEP = HOUR  # between two ticks; less than any grace


@dataclass
class World:
    """A library in which time goes by, and what its subscriptions got."""

    library: Library
    now: dt.datetime = NOW
    out: dict = field(default_factory=dict)  # of each article
    gone: set = field(default_factory=set)
    got: Counter = field(default_factory=Counter)  # by subscription and article
    asked: dict = field(default_factory=dict)  # by subscription
    last: int = 0

    def subscribe(self, number, timing, zone, narrowing):
        chat = self.library.chats.meet(number + 1, "private", "", self.now)
        first = schedule.following(timing, place(zone), self.now)
        made = self.library.subscriptions.add(
            chat.id, None, timing, zone, narrowing, "en", None, self.now, first
        )
        self.asked[made.id] = (narrowing, len(self.out))

    def publish(self, outlet):
        id_ = f"a-{len(self.out)}"
        self.out[id_] = outlet
        release(CATALOGUE, self.library, id_, now=self.now, outlet=outlet)

    def correct(self, number):
        id_ = [*self.out][number % len(self.out)] if self.out else None
        if id_ and id_ not in self.gone:
            corrected = an_article(id_, outlet=self.out[id_], headline=f"Now {self.now}")
            desk.publish(corrected, CATALOGUE, self.library, self.now, "an editor")

    def retract(self, number):
        if self.out:
            id_ = [*self.out][number % len(self.out)]
            self.gone.add(id_)
            desk.retract(id_, "It never was.", self.library, self.now, "an editor")

    def pass_by(self, minutes):
        """Let time go by, with a tick now and then."""
        until = self.now + minutes * MINUTE
        while self.now < until:
            self.now = min(self.now + STEP, until)
            self.tick()

    def fail(self, minutes):
        """Let time go by without any."""
        self.now += minutes * MINUTE
        self.tick()

    def tick(self):
        printed(self.library, self.now, Plain())
        letters = self.library.outbox.waiting(self.last, 100)
        editions = [letter for letter in letters if letter.subscription]
        assert len({letter.subscription for letter in editions}) == len(editions), "a burst"
        for letter in editions:
            contents = self.library.bodies.contents(letter.body)
            ids = [line for content in contents for line in content.split("\n")[1:]]
            self.got.update((letter.subscription, id_) for id_ in ids)
        sent(self.library, self.now)
        self.last = max((letter.id for letter in letters), default=self.last)

    def wanted(self, subscription):
        narrowing, since = self.asked[subscription]
        named = [*self.out][since:]
        return {id_ for id_ in named if self.out[id_] in (narrowing.outlets or BOTH.outlets)}


minutes = st.sampled_from([1, 2, 3, 30, 90, 600, 1_500, 3_000, 10_000])
happenings = st.one_of(
    st.tuples(st.just("publish"), st.sampled_from(BOTH.outlets)),
    st.tuples(st.just("publish"), st.sampled_from(BOTH.outlets)),
    st.tuples(st.just("correct"), st.integers(0, 9)),
    st.tuples(st.just("retract"), st.integers(0, 9)),
    st.tuples(st.just("pass_by"), minutes),
    st.tuples(st.just("fail"), minutes),
)
subscriptions = st.lists(
    st.tuples(st.sampled_from(SCHEDULES), st.sampled_from(ZONES), st.sampled_from(FILTERS)),
    min_size=1,
    max_size=4,
)


@given(subscriptions, st.lists(happenings, max_size=20))
@settings(max_examples=60)
def test_each_subscription_gets_each_article_in_one_edition_and_never_a_burst(asked, happenings):
    with closing(Library.open(None)) as library:
        world = World(library)
        for number, (timing, zone, narrowing) in enumerate(asked):
            world.subscribe(number, timing, zone, narrowing)
        for what, how in happenings:
            getattr(world, what)(how)
        for _ in range(160):  # more than a month, each step less than the grace of any one day
            world.fail(5 * 60)

        for subscription in world.asked:
            got = {id_ for one, id_ in world.got if one == subscription}
            wanted = world.wanted(subscription)
            assert wanted - world.gone <= got <= wanted
        assert set(world.got.values()) <= {1}
