import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import MovableClock, SystemClock
from bot.pulse import JOB, Followed, Scheduled

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


class Beats:
    """Counts beats, each of which may take a while."""

    def __init__(self, lasting=0.0):
        self.lasting = lasting
        self.count = self.at_once = self.most_at_once = 0
        self.beaten = asyncio.Event()

    async def __call__(self):
        self.count += 1
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.beaten.set()
        if self.lasting:
            await asyncio.sleep(self.lasting)
        self.at_once -= 1

    async def until(self, count):
        async with asyncio.timeout(20):
            while self.count < count:
                self.beaten.clear()
                await self.beaten.wait()


class SetBack(SystemClock):
    """A clock that is set back by a day."""

    def __init__(self):
        self.by = timedelta()

    def now(self):
        return super().now() - self.by


async def turns():
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_followed_pulse_beats_at_once_and_every_ten_seconds_of_its_clock():
    clock, beats = MovableClock(NOON), Beats()
    pulse = Followed(clock)
    pulse.start(beats)
    await turns()
    assert beats.count == 1

    clock.advance(timedelta(seconds=9))
    await turns()
    assert beats.count == 1
    clock.advance(timedelta(seconds=1))
    await turns()
    assert beats.count == 2
    await pulse.stop()
    clock.advance(timedelta(days=1))
    await turns()

    assert beats.count == 2
    assert clock.next_waking() is None


async def test_however_far_the_clock_goes_there_is_one_beat_for_it():
    clock, beats = MovableClock(NOON), Beats()
    pulse = Followed(clock)
    pulse.start(beats)
    await turns()

    clock.advance(timedelta(days=300))
    await turns()

    assert beats.count == 2
    await pulse.stop()


async def test_a_scheduled_pulse_beats_at_once_and_again_and_again():
    beats, pulse = Beats(), Scheduled(SystemClock(), every=0.02)
    pulse.start(beats)

    await beats.until(3)
    await pulse.stop()
    count = beats.count
    await asyncio.sleep(0.1)

    assert beats.count == count


async def test_a_beat_that_takes_long_is_alone():
    beats, pulse = Beats(lasting=0.1), Scheduled(SystemClock(), every=0.02)
    pulse.start(beats)

    await beats.until(3)
    await pulse.stop()

    assert beats.most_at_once == 1


async def test_a_clock_that_is_set_back_by_a_day_holds_up_no_beat():
    clock, beats = SetBack(), Beats()
    pulse = Scheduled(clock, every=0.05)
    pulse.start(beats)
    await beats.until(1)

    # The scheduler reads the clock of the machine: to it, its next beat is a day away then.
    pulse._scheduler.modify_job(JOB, next_run_time=clock.now() + timedelta(days=1))  # noqa: SLF001
    clock.by = timedelta(days=1)
    await asyncio.sleep(0.2)
    clock.by = timedelta()
    await beats.until(3)

    await pulse.stop()


async def test_a_pulse_that_never_began_can_be_stopped():
    await Scheduled(SystemClock()).stop()
    await Followed(SystemClock()).stop()
