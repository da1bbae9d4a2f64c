from datetime import UTC, datetime, timedelta

from bot.pace import MANY_CHATS, MOST, SPAN, Pace, Verdict

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_twenty_questions_a_minute_are_answered_then_one_is_told_then_silence():
    pace = Pace()

    verdicts = [pace.admit(1, NOON + n * SECOND) for n in range(MOST + 3)]

    assert verdicts == [Verdict.ANSWER] * MOST + [Verdict.SLOW_DOWN] + [Verdict.IGNORE] * 2


def test_other_chats_are_not_slowed():
    pace = Pace()
    for _ in range(MOST + 5):
        pace.admit(1, NOON)

    assert pace.admit(2, NOON) is Verdict.ANSWER


def test_after_a_minute_it_answers_again_and_warns_again():
    pace = Pace()
    for _ in range(MOST + 2):
        pace.admit(1, NOON)

    later = [pace.admit(1, NOON + SPAN) for _ in range(MOST + 1)]

    assert later == [Verdict.ANSWER] * MOST + [Verdict.SLOW_DOWN]


def test_a_steady_pace_under_the_limit_is_never_slowed():
    pace = Pace()
    every = SPAN / MOST

    assert {pace.admit(1, NOON + n * every) for n in range(200)} == {Verdict.ANSWER}


def test_quiet_chats_are_forgotten():
    pace = Pace()
    for chat in range(MANY_CHATS + 1):
        pace.admit(chat, NOON)

    pace.admit(-1, NOON + 2 * SPAN)

    assert len(pace) == 1
