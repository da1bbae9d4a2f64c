import asyncio
import io
import logging
import socket
import struct
import time
import traceback
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.stand_in.faults import Close, Late, Refuse, in_turn
from bot.stand_in.responses import RefusedError, bad_request, forbidden, too_many_requests
from bot.stand_in.server import Server
from bot.stand_in.telegram import StandIn
from bot.transport import Transport

ANNA = 11
SECRET = "AAG1X1NSv8LlB9"  # noqa: S105 - of a bot that does not exist
TOKEN = f"1:{SECRET}"
CALLS = {"getMe": lambda bot: bot.get_me(), "sendMessage": lambda bot: bot.send_message(ANNA, "x")}


def refusal(status, words):
    return Refuse(RefusedError(status, words).response)


UPGRADED = bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100)
FAULTS = [
    pytest.param(refusal(401, "Unauthorized"), InvalidToken, "Unauthorized", id="401"),
    pytest.param(
        Refuse(forbidden("bot was blocked by the user").response), Forbidden, "blocked", id="403"
    ),
    pytest.param(refusal(404, "Not Found"), InvalidToken, "Not Found", id="404"),
    pytest.param(refusal(409, "Conflict: two polls"), Conflict, "two polls", id="409"),
    pytest.param(Refuse(too_many_requests(7).response), RetryAfter, "0:00:07", id="429"),
    pytest.param(refusal(502, "Bad Gateway"), NetworkError, "Bad Gateway", id="502"),
    pytest.param(Refuse(UPGRADED.response), ChatMigrated, "-100", id="migrated"),
    pytest.param(Close(), NetworkError, "ServerDisconnectedError", id="closed before"),
    pytest.param(Close(after_work=True), NetworkError, "ServerDisconnected", id="closed after"),
    pytest.param(Late(1), TimedOut, "may have done what was asked", id="late"),
]


@pytest.fixture
def stand_in():
    world = StandIn(now=lambda: datetime.now(UTC))
    world.person(ANNA, "Anna")
    return world


@pytest.fixture
async def server(stand_in):
    async with Server(stand_in, TOKEN) as server:
        yield server


@asynccontextmanager
async def bot_over(transport, url, token=TOKEN):
    """Yield a bot that has not asked who it is."""
    bot = Bot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=transport,
        get_updates_request=transport,
    )
    async with transport:
        yield bot


@pytest.fixture
async def bot(server):
    async with bot_over(Transport(read_timeout=0.3), server.url) as bot:
        yield bot


@pytest.fixture
def silence():
    """Give the address of somebody who lets people in and then says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def everything_said(error):
    """Return every word of an error and of those it drags along."""
    said = [repr(error), str(error), *map(str, error.args), *traceback.format_exception(error)]
    for other in (error.__cause__, error.__context__):
        said += [everything_said(other)] if other else []
    return "\n".join(said)


async def test_the_bot_learns_who_it_is(bot):
    async with bot:
        assert bot.username == "treaty_digest_bot"


async def test_texts_entities_and_keyboards_arrive_as_they_were_sent(stand_in, bot):
    text = "😀 Лукин: «статья 4» & <ссылка> + 50 %"
    entities = (
        MessageEntity("bold", 0, 2),
        MessageEntity("text_link", 3, 5, url="https://example.org/?a=б&c=1"),
    )
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Да 👍", callback_data="да"))

    message = await bot.send_message(ANNA, text, entities=entities, reply_markup=keyboard)

    assert stand_in.sent[0]["text"] == text
    assert (message.text, message.entities, message.reply_markup) == (text, entities, keyboard)


async def test_half_a_surrogate_pair_is_for_telegram_to_refuse(bot):
    with pytest.raises(BadRequest, match=r"(?i)utf-8"):
        await bot.send_message(ANNA, "half \ud83d")


@pytest.mark.parametrize(
    ("file_name", "arrives_as"),
    [
        ("a.txt", "a.txt"),
        ("Договор 😀 50%.toml", "Договор 😀 50%.toml"),
        ('a"b\\c;d\r\n=e.txt', "abc_d__=e.txt"),
    ],
)
async def test_files_arrive_under_their_names(bot, file_name, arrives_as):
    message = await bot.send_document(ANNA, b"text", filename=file_name, caption="Вот")

    assert (message.document.file_name, message.document.file_size) == (arrives_as, 4)
    assert message.caption == "Вот"


async def test_files_arrive_as_what_they_are(bot):
    message = await bot.send_document(ANNA, b"text", filename="a.txt")

    assert message.document.mime_type == "text/plain"


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(lambda content: content, id="bytes"),
        pytest.param(io.BytesIO, id="a file"),
    ],
)
async def test_large_files_go_and_come_whole(bot, document):
    content = bytes(range(256)) * (3 << 12)

    message = await bot.send_document(ANNA, document(content), filename="a.bin")
    file = await message.document.get_file()

    assert await file.download_as_bytearray() == content


async def test_a_wrong_token_is_unauthorized(server):
    async with bot_over(Transport(), server.url, "1:wrong") as bot:
        with pytest.raises(InvalidToken, match="Unauthorized"):
            await bot.get_me()


async def test_a_file_that_is_not_there_is_not_found(server, bot):
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.request.retrieve(f"{server.url}/file/bot{TOKEN}/nothing")


async def test_a_poll_may_take_longer_than_other_calls(bot):
    assert not await bot.get_updates(timeout=timedelta(seconds=1))


async def test_a_poll_returns_as_soon_as_there_is_something(stand_in, server, bot):
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await server.called("getUpdates")

    server.deliver(stand_in.message(ANNA, ANNA, "Привет"))
    [update] = await asyncio.wait_for(poll, 5)

    assert update.message.text == "Привет"


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(("fault", "error", "words"), FAULTS)
async def test_what_goes_wrong_is_an_error_handlers_know(server, bot, fault, error, words, call):
    server.plan = in_turn([fault])

    with pytest.raises(error, match=words) as caught:
        await CALLS[call](bot)

    assert type(caught.value) is error


async def test_a_connection_that_is_reset_is_said_to_be_so():
    async def reset(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        at_once = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        writer.close()

    async with await asyncio.start_server(reset, "127.0.0.1", 0) as elsewhere:
        port = elsewhere.sockets[0].getsockname()[1]
        async with bot_over(Transport(), f"http://127.0.0.1:{port}") as bot:
            with pytest.raises(NetworkError, match="broke: Connection reset by peer") as caught:
                await bot.get_me()

    assert SECRET not in everything_said(caught.value)


async def test_a_call_after_a_broken_one_goes_well(server, bot):
    server.plan = in_turn([Close()])
    with pytest.raises(NetworkError):
        await bot.get_me()

    assert (await bot.get_me()).username == "treaty_digest_bot"


@pytest.mark.parametrize("fault", [Close(after_work=True), Late(1)])
async def test_a_message_whose_answer_was_lost_is_not_sent_again_by_itself(
    stand_in, server, bot, fault
):
    server.plan = in_turn([fault])

    with pytest.raises(NetworkError):
        await bot.send_message(ANNA, "Once")

    assert [message["text"] for message in stand_in.sent] == ["Once"]
    assert len(server.calls) == 1


async def test_a_call_may_ask_for_more_patience(server, bot):
    server.plan = in_turn([Late(0.5)])

    assert await bot.send_message(ANNA, "Slow", read_timeout=5)


async def test_when_nobody_listens_nothing_was_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with bot_over(Transport(), url) as bot:
        with pytest.raises(NetworkError, match=r"Cannot connect .* nothing was sent") as caught:
            await bot.get_me()

    assert not isinstance(caught.value, TimedOut)


async def test_when_nobody_opens_in_time_nothing_was_sent():
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        # Those before us fill the queue at the door; the kernel lets nobody else in.
        queue = [socket.socket() for _ in range(4)]
        for waiting in queue:
            waiting.settimeout(0)
            waiting.connect_ex(address)
        transport = Transport(connect_timeout=0.2)
        async with bot_over(transport, f"http://127.0.0.1:{address[1]}") as bot:
            with pytest.raises(TimedOut, match="nothing was sent") as caught:
                await bot.get_me()
        for waiting in queue:
            waiting.close()

    assert SECRET not in everything_said(caught.value)


async def test_an_upload_that_is_not_taken_ends_in_time():
    transport = Transport(connect_timeout=0.1, media_write_timeout=0.2, read_timeout=0.1)
    start = time.monotonic()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with bot_over(transport, url) as bot:
            with pytest.raises(TimedOut):
                await bot.send_document(ANNA, bytes(20 << 20), filename="a.bin")
    await asyncio.sleep(0.05)  # what was not taken keeps the socket open until it is reset

    assert time.monotonic() - start < 3


async def test_when_all_connections_are_busy_nothing_was_sent(server):
    transport = Transport(pool_size=1, pool_timeout=0.1)
    async with bot_over(transport, server.url) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=30))
        await server.called("getUpdates")

        with pytest.raises(NetworkError, match=r"All 1 connections .* nothing was sent"):
            await bot.get_me()

        poll.cancel()
        await asyncio.wait([poll])
        assert await bot.get_me()


async def test_many_calls_share_few_connections(stand_in, server):
    async with bot_over(Transport(pool_size=3), server.url) as bot:
        await asyncio.gather(*(bot.send_message(ANNA, str(number)) for number in range(40)))

    assert {message["text"] for message in stand_in.sent} == {str(each) for each in range(40)}


async def test_nobody_is_followed_elsewhere(server):
    async def send_on(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        location = f"Location: {server.url}/bot{TOKEN}/getMe"
        writer.write(f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n{location}\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(send_on, "127.0.0.1", 0) as elsewhere:
        port = elsewhere.sockets[0].getsockname()[1]
        async with bot_over(Transport(), f"http://127.0.0.1:{port}") as bot:
            with pytest.raises(NetworkError, match="302"):
                await bot.request.retrieve(f"http://127.0.0.1:{port}/file/bot{TOKEN}/a")

    assert not server.calls


async def test_opening_and_closing_twice_is_the_same_as_once(server):
    transport = Transport()
    await asyncio.gather(transport.initialize(), transport.initialize())
    async with bot_over(transport, server.url) as bot:
        assert await bot.get_me()
    await asyncio.gather(transport.shutdown(), transport.shutdown())

    with pytest.raises(NetworkError, match="not initialized"):
        await bot.get_me()
    async with transport:
        assert await bot.get_me()


async def test_the_read_timeout_is_known_to_those_who_poll():
    assert Transport(read_timeout=7).read_timeout == 7
    assert Transport(read_timeout=None).read_timeout is None


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(("fault", "error", "words"), FAULTS)
async def test_no_fault_gives_the_token_away(caplog, server, bot, fault, error, words, call):  # noqa: ARG001
    server.plan = in_turn([fault])

    with caplog.at_level(logging.DEBUG), pytest.raises(error) as caught:
        await CALLS[call](bot)

    assert SECRET not in everything_said(caught.value)
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1:1", id="nobody there"),
        pytest.param("http://127.0.0.1:99999", id="no such port"),
        pytest.param("http://127.0.0.1:x", id="no port"),
        pytest.param("ftp://127.0.0.1", id="no http"),
        pytest.param("http://", id="no host"),
        pytest.param("nonsense", id="no address"),
    ],
)
async def test_no_wrong_address_gives_the_token_away(caplog, url):
    async with bot_over(Transport(), url) as bot:
        with caplog.at_level(logging.DEBUG), pytest.raises(NetworkError) as caught:
            await bot.send_message(ANNA, "x")

    assert SECRET not in everything_said(caught.value)
    assert SECRET not in caplog.text


async def test_silence_gives_nothing_away(caplog, silence):
    async with bot_over(Transport(read_timeout=0.1), silence) as bot:
        with caplog.at_level(logging.DEBUG), pytest.raises(TimedOut) as caught:
            await bot.send_message(ANNA, "x")

    assert SECRET not in everything_said(caught.value)
    assert SECRET not in caplog.text
