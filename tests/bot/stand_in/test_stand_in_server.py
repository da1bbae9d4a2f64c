import asyncio
import json
import time

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict, RetryAfter

from bot.stand_in.calls import Call
from bot.stand_in.faults import Close, Late, Refuse, in_turn
from bot.stand_in.flood import Flood, Limits
from bot.stand_in.responses import too_many_requests
from bot.stand_in.server import TOKEN, Server
from bot.transport import Transport

ANNA, GROUP = 11, -1001
LOST = aiohttp.ServerDisconnectedError


@pytest.fixture
async def server(stand_in):
    async with Server(stand_in) as server:
        yield server


@pytest.fixture
async def session():
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


@pytest.fixture
def ask(server, session):
    """Call a method with a JSON body; return status and answer."""

    async def ask(method, token=TOKEN, **parameters):
        url = f"{server.url}/bot{token}/{method}"
        async with session.post(url, json=parameters) as response:
            return response.status, await response.json()

    return ask


@pytest.fixture
def send(ask):
    """Send Anna a text; return the status."""

    async def send(text="Hello", chat_id=ANNA):
        return (await ask("sendMessage", chat_id=chat_id, text=text))[0]

    return send


ENTITIES = '[{"type": "bold", "offset": 0, "length": 2}]'
FIELDS = {"chat_id": str(ANNA), "text": "Да 😀 + 50%", "entities": ENTITIES}


def multipart():
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in FIELDS.items():
        form.add_field(name, value)
    return {"data": form}


@pytest.mark.parametrize(
    "dress",
    [
        pytest.param(lambda: {"params": FIELDS}, id="address"),
        pytest.param(lambda: {"data": FIELDS}, id="form"),
        pytest.param(multipart, id="multipart"),
        pytest.param(lambda: {"json": FIELDS}, id="json"),
        pytest.param(
            lambda: {"json": {**FIELDS, "chat_id": ANNA, "entities": json.loads(ENTITIES)}},
            id="nested json",
        ),
        pytest.param(
            lambda: {"params": {**FIELDS, "text": "No"}, "json": FIELDS}, id="body over address"
        ),
    ],
)
@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_a_call_may_come_in_any_dress(stand_in, server, session, verb, dress):
    url = f"{server.url}/bot{TOKEN}/sendMessage"

    async with session.request(verb, url, **dress()) as response:
        assert (await response.json())["ok"]

    [message] = stand_in.sent
    assert (message["text"], message["entities"]) == (FIELDS["text"], json.loads(ENTITIES))


@pytest.mark.parametrize("body", [b"{broken", b'["list"]', b"", b"\xff"])
async def test_json_that_cannot_be_read_is_no_parameters(server, session, body):
    url, headers = f"{server.url}/bot{TOKEN}/sendMessage", {"Content-Type": "application/json"}

    async with session.post(url, data=body, headers=headers) as response:
        assert (await response.json())["description"] == "Bad Request: message text is empty"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        pytest.param("/bot1:wrong/getMe", 401, "Unauthorized", id="wrong token"),
        pytest.param("/bot1:wrong/getMee", 401, "Unauthorized", id="the token is looked at first"),
        pytest.param("/file/bot1:wrong/a", 401, "Unauthorized", id="wrong token for a file"),
        pytest.param(
            f"/bot{TOKEN}/getMee", 404, "Not Found: method not found", id="unknown method"
        ),
        pytest.param(f"/bot{TOKEN}/", 404, "Not Found", id="no method"),
        pytest.param(f"/file/bot{TOKEN}/a", 404, "Not Found", id="unknown file"),
        pytest.param("/", 404, "Not Found", id="no bot"),
    ],
)
async def test_unknown_addresses_are_refused(server, session, path, status, description):
    async with session.get(server.url + path) as response:
        payload = await response.json()

    assert (response.status, payload["description"]) == (status, description)
    assert payload["error_code"] == status


async def test_methods_are_known_in_any_case(ask):
    assert (await ask("GETME"))[0] == 200


async def test_files_lie_under_the_file_address(stand_in, server, ask, session):
    update = stand_in.document(ANNA, ANNA, "a.txt", b"\x00text")
    file_id = update["message"]["document"]["file_id"]

    _, answer = await ask("getFile", file_id=file_id)
    path = answer["result"]["file_path"]

    async with session.get(f"{server.url}/file/bot{TOKEN}/{path}") as response:
        assert await response.read() == b"\x00text"


async def test_a_poll_is_held_until_its_time_is_over(ask):
    start = time.monotonic()

    assert (await ask("getUpdates", timeout=1))[1]["result"] == []
    assert 0.9 < time.monotonic() - start < 3


@pytest.mark.parametrize("seconds", [0, -1, "soon", ""])
async def test_a_poll_without_time_is_answered_at_once(ask, seconds):
    start = time.monotonic()

    assert (await ask("getUpdates", timeout=seconds))[1]["result"] == []
    assert time.monotonic() - start < 0.5


async def test_a_poll_ends_as_soon_as_something_comes(stand_in, server, ask):
    poll = asyncio.create_task(ask("getUpdates", timeout=30))
    await server.called("getUpdates")

    update = stand_in.message(ANNA, ANNA, "Hello")
    server.deliver(update)

    assert (await asyncio.wait_for(poll, 5))[1]["result"] == [update]


async def test_a_poll_is_not_ended_by_what_it_did_not_ask_for(stand_in, server, ask):
    poll = asyncio.create_task(ask("getUpdates", timeout=30, allowed_updates=["callback_query"]))
    await server.called("getUpdates")

    server.deliver(stand_in.message(ANNA, ANNA, "Hello"))
    done, _ = await asyncio.wait([poll], timeout=0.2)

    assert not done
    await ask("getUpdates")
    assert (await poll)[0] == 409


async def test_updates_come_again_until_a_higher_offset_confirms_them(stand_in, server, ask):
    for text in ("One", "Two"):
        server.deliver(stand_in.message(ANNA, ANNA, text))

    first = (await ask("getUpdates"))[1]["result"]
    again = (await ask("getUpdates"))[1]["result"]
    rest = (await ask("getUpdates", offset=first[0]["update_id"] + 1))[1]["result"]

    assert (len(first), again, rest) == (2, first, first[1:])


async def test_a_second_poll_ends_the_first(stand_in, server, ask):
    first = asyncio.create_task(ask("getUpdates", timeout=30))
    await server.called("getUpdates")
    second = asyncio.create_task(ask("getUpdates", timeout=30))

    status, answer = await asyncio.wait_for(first, 5)
    server.deliver(stand_in.message(ANNA, ANNA, "Hello"))

    assert (status, answer["description"][:39]) == (409, "Conflict: terminated by other getUpdate")
    assert len((await second)[1]["result"]) == 1


async def test_what_a_dead_poll_was_waiting_for_comes_to_the_next(stand_in, server, ask):
    dead = asyncio.create_task(ask("getUpdates", timeout=30))
    await server.called("getUpdates")
    dead.cancel()
    await asyncio.wait([dead])

    update = stand_in.message(ANNA, ANNA, "Hello")
    server.deliver(update)

    assert (await ask("getUpdates", timeout=30))[1]["result"] == [update]


async def test_a_webhook_and_polls_exclude_each_other(server):
    async with Bot(TOKEN, f"{server.url}/bot", request=Transport()) as bot:
        await bot.set_webhook("https://example.org/")

        assert (await bot.get_webhook_info()).url == "https://example.org/"
        with pytest.raises(Conflict, match="webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
        assert await bot.get_updates() == ()


async def test_a_poll_that_is_open_does_not_hold_up_the_end(stand_in, session):
    async with Server(stand_in) as server:
        poll = asyncio.create_task(
            session.post(f"{server.url}/bot{TOKEN}/getUpdates", json={"timeout": 30})
        )
        await server.called("getUpdates")
        start = time.monotonic()

    assert time.monotonic() - start < 1
    assert (await asyncio.wait_for(poll, 5)).status == 200


async def test_a_server_may_come_back_where_it_was(stand_in, session):
    async with Server(stand_in) as server:
        url = server.url
    async with Server(stand_in, port=int(url.rpartition(":")[2])) as server:
        assert server.url == url
        async with session.get(f"{url}/bot{TOKEN}/getMe") as response:
            assert response.status == 200


@pytest.mark.parametrize(
    ("fault", "done"),
    [
        pytest.param(Close(), 0, id="before"),
        pytest.param(Close(after_work=True), 1, id="after"),
    ],
)
async def test_a_connection_closes_before_the_work_or_after_it(
    stand_in, server, send, fault, done
):
    server.plan = in_turn([fault])

    with pytest.raises(LOST):
        await send()

    assert len(stand_in.sent) == done


async def test_an_answer_may_be_late_while_the_work_is_done(stand_in, server, send):
    server.plan = in_turn([Late(30)])
    sending = asyncio.create_task(send())
    await server.called("sendMessage")

    assert len(stand_in.sent) == 1
    assert not sending.done()
    sending.cancel()


async def test_a_refused_call_does_nothing(stand_in, server, send):
    server.plan = in_turn([Refuse(too_many_requests(3).response)])

    assert [await send(), await send()] == [429, 200]
    assert len(stand_in.sent) == 1


async def test_faults_in_a_list_are_for_each_call_but_polls(stand_in, session):
    refusal = Refuse(too_many_requests(3).response)
    async with Server(stand_in, faults=[None, refusal, None]) as server:
        statuses = []
        for method in ("getMe", "getUpdates", "getMe", "getMe", "getMe"):
            async with session.get(f"{server.url}/bot{TOKEN}/{method}") as response:
                statuses.append(response.status)

    assert statuses == [200, 200, 429, 200, 200]


async def test_faults_may_be_for_one_method(server, ask, send):
    server.plan = in_turn([Refuse(too_many_requests(3).response)], "sendMessage")

    assert (await ask("getMe"))[0] == 200
    assert await send() == 429


async def test_faults_may_be_decided_call_by_call(server, send):
    def unlucky(call):
        return Close() if "13" in call.parameters["text"] else None

    server.plan = unlucky

    assert await send("12") == 200
    with pytest.raises(LOST):
        await send("13")


async def test_calls_are_kept_in_order_with_their_time(server, ask, send):
    await ask("getMe")
    await send("Hello")

    first, second = server.calls
    assert (first.method, second.method) == ("getMe", "sendMessage")
    assert second.parameters == {"chat_id": ANNA, "text": "Hello"}
    assert first.at < second.at


async def test_one_may_wait_for_calls_and_answers(server, send):
    sending = asyncio.gather(send("One"), send("Two"))

    calls = await server.called("sendmessage", times=2)
    await server.answered(2)

    assert {call.parameters["text"] for call in calls} == {"One", "Two"}
    assert await sending == [200, 200]


async def test_a_wait_that_was_in_vain_says_what_was_missing(server, send):
    await send()

    with pytest.raises(TimeoutError, match=r"1 of 2 calls of sendMessage within 0.05 s"):
        await server.called("sendMessage", times=2, within=0.05)
    with pytest.raises(TimeoutError, match=r"1 of 3 answered within 0.05 s"):
        await server.answered(3, within=0.05)


async def test_floods_are_refused_with_the_time_to_wait(stand_in, session):
    async with Server(stand_in, limits=Limits(burst=1)) as server:
        async with Bot(TOKEN, f"{server.url}/bot", request=Transport()) as bot:
            await bot.send_message(ANNA, "One")
            with pytest.raises(RetryAfter) as caught:
                await bot.send_message(ANNA, "Two")
        url = f"{server.url}/bot{TOKEN}/sendMessage"
        async with session.post(url, json={"chat_id": ANNA, "text": "Three"}) as response:
            assert response.headers["Retry-After"] == "1"

    assert caught.value.retry_after.total_seconds() == 1
    assert len(stand_in.sent) == 1


def waits(limits, *calls):
    """Return how long each sender is told to wait; a call is (second, chat) or (…, method)."""
    flood = Flood(limits)
    return [
        flood.wait(Call(*(method or ["sendMessage"]), {"chat_id": chat}, at))
        for at, chat, *method in calls
    ]


NO_LIMITS = {"per_chat": None, "per_group": None, "overall": None}


@pytest.mark.parametrize(
    ("limits", "calls", "expected"),
    [
        pytest.param(
            Limits(burst=2),
            [(0, ANNA), (0, ANNA), (0, ANNA), (0, 12), (1.9, ANNA), (2, ANNA)],
            [0, 0, 2, 0, 1, 0],
            id="a burst to one chat, then one a second",
        ),
        pytest.param(
            Limits(**{**NO_LIMITS, "per_group": 2}),
            [(0, GROUP), (9.5, GROUP), (10, GROUP), (10, ANNA), (60, GROUP), (61, GROUP)],
            [0, 0, 50, 0, 0, 9],
            id="so many a minute to a group",
        ),
        pytest.param(
            Limits(**{**NO_LIMITS, "per_group": 1}),
            [(0, "@news"), (1, "@news")],
            [0, 59],
            id="a group by name",
        ),
        pytest.param(
            Limits(**{**NO_LIMITS, "overall": 2}),
            [(0, 1), (0.4, 2), (0.8, 3), (1.1, 4), (1.8, 4)],
            [0, 0, 1, 1, 0],
            id="so many a second over all, and the time told is kept",
        ),
        pytest.param(
            Limits(burst=1),
            [(0, ANNA), (0, ANNA, "sendChatAction"), (0, ANNA, "getChat"), (0, ANNA, "editX")],
            [0, 0, 0, 1],
            id="only what people see counts",
        ),
        pytest.param(Limits(**NO_LIMITS), [(0, GROUP)] * 99, [0] * 99, id="no limits"),
    ],
)
def test_limits_count_in_windows(limits, calls, expected):
    assert waits(limits, *calls) == expected
