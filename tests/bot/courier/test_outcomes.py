import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.courier.outcomes import (
    Barred,
    EditLost,
    Failing,
    Flooded,
    Moved,
    NotFound,
    Refused,
    TopicGone,
    Unchanged,
    read,
)
from digests.subscriptions import Pause

PERSON, GROUP = 7, -1_000_000_000_007


@pytest.mark.parametrize(
    ("said", "chat", "why"),
    [
        ("bot was blocked by the user", PERSON, Pause.BLOCKED),
        ("user is deactivated", PERSON, Pause.BLOCKED),
        ("bot can't initiate conversation with a user", PERSON, Pause.BLOCKED),
        ("bot was kicked from the supergroup chat", GROUP, Pause.REMOVED),
        ("bot is not a member of the channel chat", GROUP, Pause.REMOVED),
        ("the group chat was deleted", GROUP, Pause.REMOVED),
        ("something never heard of", PERSON, Pause.BLOCKED),
        ("something never heard of", GROUP, Pause.REMOVED),
        ("not enough rights to send text messages to the chat", GROUP, Pause.NO_RIGHTS),
    ],
)
def test_what_is_forbidden_bars_the_chat_with_its_reason(said, chat, why):
    assert read(Forbidden(f"Forbidden: {said}"), chat) == Barred(why)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("chat not found", NotFound()),
        ("PEER_ID_INVALID", NotFound()),
        ("need administrator rights in the channel chat", Barred(Pause.NO_RIGHTS)),
        ("not enough rights to send text messages to the chat", Barred(Pause.NO_RIGHTS)),
        ("have no rights to send a message", Barred(Pause.NO_RIGHTS)),
        ("CHAT_WRITE_FORBIDDEN", Barred(Pause.NO_RIGHTS)),
        ("message thread not found", TopicGone()),
        ("TOPIC_CLOSED", TopicGone()),
        ("TOPIC_DELETED", TopicGone()),
        ("message is not modified: specified new message content ...", Unchanged()),
        ("message to edit not found", EditLost()),
        ("message can't be edited", EditLost()),
        ("MESSAGE_ID_INVALID", EditLost()),
        ("can't parse entities: x", Refused("Can't parse entities: x")),
        ("BUTTON_URL_INVALID", Refused("Button_url_invalid")),
        ("something never heard of", Refused("Something never heard of")),
    ],
)
def test_what_is_refused_tells_what_to_do(said, outcome):
    assert read(BadRequest(f"Bad Request: {said}"), GROUP) == outcome


@pytest.mark.parametrize(
    "error",
    [
        TimedOut("too late"),
        NetworkError("broken"),
        Conflict("terminated"),
        EndPointNotFound("none"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_network_and_server_may_be_well_again_later(error):
    assert read(error, PERSON) == Failing(error.message)


def test_flood_waits_and_moves_carry_how_long_and_where_to():
    assert read(RetryAfter(43_838), PERSON) == Flooded(43_838.0)
    assert read(ChatMigrated(GROUP), -7) == Moved(GROUP)
