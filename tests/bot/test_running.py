"""A real process, driven over the wire."""

import asyncio
import os
import re
import signal
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.rehearsal import FORUM_ID, GROUP_ID, OWNER_ID, READER_ID, stage
from bot.stand_in.faults import Close, Late, Refuse
from bot.stand_in.responses import RefusedError, Response
from bot.stand_in.server import TOKEN, Server
from bot.stand_in.telegram import StandIn

SOON = 20  # seconds; a process has to start first


@dataclass
class Run:
    """A process, and what it said when it was over."""

    process: asyncio.subprocess.Process

    async def over(self, within=SOON):
        async with asyncio.timeout(within):
            said, complaints = await self.process.communicate()
        return self.process.returncode, said.decode() + complaints.decode()

    async def end(self, number=signal.SIGTERM, within=SOON):
        self.process.send_signal(number)
        return await self.over(within)


@pytest.fixture
def start(tmp_path):
    """Start a run on a library of its own; whatever still runs at the end is killed."""

    @asynccontextmanager
    async def start(url, **settings):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("TREATY_DIGEST_")}
        given = {"TOKEN": TOKEN, "API_URL": url, "DATABASE": str(tmp_path / "library.db")}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=clean | {f"TREATY_DIGEST_{k}": v for k, v in (given | settings).items()},
            cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            yield Run(process)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    return start


@pytest.fixture
def world():
    stand_in = StandIn(now=lambda: datetime.now(UTC))
    stage.furnish(stand_in)
    return stand_in


def said_in(world, chat):
    return [message["text"] for message in world.sent if message["chat"]["id"] == chat]


async def ask(server, world, text, chat=READER_ID, **where):
    before = sum(call.method == "sendMessage" for call in server.calls)
    server.deliver(world.message(chat, READER_ID, text, **where))
    await server.called("sendMessage", times=before + 1, within=SOON)
    return world.sent[-1]


async def test_it_answers_where_it_was_asked(start, world):
    world.topic(FORUM_ID, 7, "Treaty")
    async with Server(world) as server, start(server.url) as run:
        private = await ask(server, world, "/expert Lukin")
        group = await ask(server, world, "/clause@treaty_digest_bot 4", GROUP_ID)
        topic = await ask(server, world, "/latest 1", FORUM_ID, topic=7)

        assert private["text"].startswith("Artyom Lukin")
        assert group["chat"]["id"] == GROUP_ID
        assert group["text"].startswith("Article 4 · Mutual assistance")
        assert topic["message_thread_id"] == 7
        code, said = await run.end()

    assert code == 0
    assert "running" in said


async def look_up(server, world, query, offset=""):
    """Type a question after the bot's name; give the answer to it, and the button over it."""
    before = sum(call.method == "answerInlineQuery" for call in server.calls)
    update = world.inline_query(READER_ID, query, offset)
    server.deliver(update)
    calls = await server.called("answerInlineQuery", times=before + 1, within=SOON)
    answer = world.inline_answers[update["inline_query"]["id"]]
    return answer, calls[-1].parameters.get("button")


def content(result):
    """Give the text a result would put into a chat, and the addresses it links to."""
    sent = result["input_message_content"]
    return sent["message_text"], [mark["url"] for mark in sent["entities"] if "url" in mark]


async def test_typed_after_its_name_it_offers_what_can_be_checked(start, world):
    async with Server(world) as server, start(server.url) as run:
        quotes, _ = await look_up(server, world, "lukin assistance")
        latest, _ = await look_up(server, world, "")
        first, _ = await look_up(server, world, "the")
        second, _ = await look_up(server, world, "the", first["next_offset"])
        code, said = await run.end()

    text, links = content(quotes["results"][0])
    assert text.startswith("Artyom Lukin, Far Eastern Federal University\n“While this agreement")
    assert "\nSputnik (state-affiliated) · 15 October 2024 · Article 4 · source" in text
    assert [link.partition("/amp/")[0] for link in links] == ["https://sputnikglobe.com"]
    assert latest["results"][0]["title"].startswith("Russia-DPRK treaty provides")
    assert len(first["results"]) == 20
    assert second["results"]
    assert not {each["id"] for each in first["results"]} & {e["id"] for e in second["results"]}
    assert (code, "ERROR" in said) == (0, False)


async def test_where_it_has_nothing_to_offer_the_way_leads_to_the_same_question(start, world):
    async with Server(world) as server, start(server.url):
        nothing, button = await look_up(server, world, "xyzzy since:2024")
        answer = await ask(server, world, f"/start {button['start_parameter']}")

    assert nothing["results"] == []
    assert button["text"] == "Nothing found here. Ask me in private"
    assert "xyzzy" in answer["text"]
    assert "since 1 January 2024" in answer["text"]


async def test_killed_and_started_again_its_old_buttons_work(start, world):
    async with Server(world) as server:
        async with start(server.url) as run:
            shown = await ask(server, world, "/expert Lukin")
            await run.end(signal.SIGKILL)
        async with start(server.url):
            server.deliver(world.press(READER_ID, READER_ID, shown["message_id"], (0, 0)))
            await server.called("editMessageText", within=SOON)

        assert "armed to the teeth" in world.sent[0]["text"]  # a second one may have come


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly_in_the_middle_of_a_flood(start, world, number):
    async with Server(world) as server, start(server.url) as run:
        await ask(server, world, "/id")
        for chat in range(10_000, 10_400):
            world.person(chat, f"Reader {chat}")
            server.deliver(world.message(chat, chat, "/clause assistance"))
        await server.called("sendMessage", times=20, within=SOON)
        code, said = await run.end(number)

        assert code == 0
        assert "Traceback" not in said
        assert said.rstrip().endswith("stopped")
        begun = [call for call in server.calls if call.method == "sendMessage"]
        assert len(world.sent) == len(begun)


async def test_a_second_run_on_one_library_refuses(start, world):
    async with Server(world) as server, start(server.url):
        await ask(server, world, "/id")
        async with start(server.url) as second:
            code, said = await second.over()

    assert code == 2
    assert said.count("\n") == 1
    assert "is on already" in said


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        pytest.param({"TOKEN": "2:wrong"}, "does not know this token", id="wrong token"),
        pytest.param({"TOKEN": "nonsense"}, "holds no token", id="no token at all"),
        pytest.param({"TOKEN": ""}, "TREATY_DIGEST_TOKEN is not set", id="token missing"),
        pytest.param({"DATABASE": "/dev/null/x.db"}, "cannot be", id="no place for the library"),
        pytest.param({"LOG": "xml"}, "TREATY_DIGEST_LOG must be", id="impossible setting"),
    ],
)
async def test_what_cannot_heal_is_said_in_one_line(start, world, settings, sentence):
    async with Server(world) as server, start(server.url, **settings) as run:
        code, said = await run.over()

    assert code == 2
    assert sentence in said
    assert said.count("\n") == 1
    assert "2:wrong" not in said


async def test_a_webhook_still_set_is_named(start, world):
    async with Server(world) as server:
        async with aiohttp.ClientSession() as session:
            address = f"{server.url}/bot{TOKEN}/setWebhook"
            await (await session.post(address, json={"url": "https://example.org/"})).read()
        async with start(server.url) as run:
            code, said = await run.over()

    assert code == 2
    assert "webhook is set" in said


async def test_a_server_that_cannot_be_reached_is_waited_for(start, world):
    async with Server(world) as server:
        url = server.url
    port = int(url.rpartition(":")[2])
    async with start(url) as run:
        async with asyncio.timeout(SOON):
            first = (await run.process.stderr.readline()).decode()
        async with Server(world, port=port) as server:
            await ask(server, world, "/id")
            code, said = await run.end()

    assert "cannot reach the server" in first
    assert code == 0
    assert "Traceback" not in said
    assert TOKEN not in said


async def test_errors_of_the_server_are_waited_out(start, world):
    broken = Refuse(RefusedError(502, "Bad Gateway").response)
    plan = iter([broken, Close(), Refuse(RefusedError(409, "Conflict: terminated").response)])
    async with Server(world) as server, start(server.url) as run:
        server.plan = lambda call: next(plan, None) if call.method == "getUpdates" else None
        answer = await ask(server, world, "/id")
        code, said = await run.end()

    assert "This chat" in answer["text"]
    assert code == 0
    assert "Traceback" not in said


async def test_a_flood_from_one_chat_slows_nobody_else(start, world):
    async with Server(world) as server, start(server.url):
        await ask(server, world, "/id")
        for _ in range(500):
            server.deliver(world.message(GROUP_ID, READER_ID, "/clause 4"))
        server.deliver(world.message(OWNER_ID, OWNER_ID, "/id"))
        await server.called("sendMessage", times=23, within=SOON)

        assert len(said_in(world, OWNER_ID)) == 1
        in_group = said_in(world, GROUP_ID)
        assert len(in_group) == 21
        assert "slow" in in_group[-1].lower()


async def test_while_one_chat_waits_for_telegram_all_others_are_answered(start, world):
    stuck = Late(10 * SOON)
    async with Server(world) as server, start(server.url):
        await ask(server, world, "/id")
        server.plan = lambda call: stuck if call.parameters.get("chat_id") == GROUP_ID else None
        for _ in range(300):
            server.deliver(world.message(GROUP_ID, READER_ID, "/clause 4"))
        for person in (OWNER_ID, READER_ID):
            server.deliver(world.message(person, person, "/id"))
        await server.called("sendMessage", times=4, within=SOON)

    answered = [message["chat"]["id"] for message in world.sent]
    assert answered == [READER_ID, GROUP_ID, OWNER_ID, READER_ID]


MANGLED = {
    "no object": "x",
    "a message without a chat": {"message_id": 1, "date": 1, "text": "a secret"},
    "a chat that is a word": {"message_id": 1, "date": 1, "chat": "here"},
    "a chat without a number": {"message_id": 1, "date": 1, "chat": {"type": "private"}},
    "a number that is none": {"message_id": 1, "date": 1, "chat": {"id": [3], "type": "private"}},
    "a date that is a word": {"message_id": 1, "date": "today", "chat": {"id": 3, "type": "x"}},
    "a date beyond all": {"message_id": 1, "date": 10**30, "chat": {"id": 3, "type": "x"}},
    "half of a sender": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": READER_ID, "type": "private"},
        "from": {"id": READER_ID},
    },
}


async def test_an_update_that_cannot_be_read_stops_nothing(start, world):
    numbers = iter(range(10_000, 11_000))
    bad = [{"update_id": next(numbers), "message": content} for content in MANGLED.values()]
    async with Server(world) as server, start(server.url) as run:
        await ask(server, world, "/id")
        for update in bad:
            server.deliver(update)
            question = world.message(READER_ID, READER_ID, "/id") | {"update_id": next(numbers)}
            server.deliver(question)
        server.deliver({"update_id": next(numbers), "message": "x"})
        await server.called("sendMessage", times=1 + len(bad), within=SOON)
        code, said = await run.end()

    assert said_in(world, READER_ID) == [said_in(world, READER_ID)[0]] * (1 + len(bad))
    assert said.count("update passed over") == len(bad) + 1
    assert world.respond("getWebhookInfo", {}).payload["result"]["pending_update_count"] == 0
    assert "secret" not in said
    assert code == 0


async def test_an_answer_that_is_none_of_telegrams_is_waited_out(start, world):
    """A gateway on the way may answer in the place of Telegram, and say that all is well."""
    plan = iter([Refuse(Response(200, "Please log in")), Refuse(Response(200, {"ok": True}))])
    async with Server(world) as server, start(server.url) as run:
        server.plan = lambda call: next(plan, None) if call.method == "getUpdates" else None
        answer = await ask(server, world, "/id")
        code, said = await run.end()

    assert "This chat" in answer["text"]
    assert said.count("cannot reach the server") == 2
    assert (code, "Traceback" in said) == (0, False)


async def test_a_failure_is_told_to_the_operators_once_with_what_stands_in_the_log(start, world):
    async with Server(world) as server, start(server.url, ADMINS=str(OWNER_ID)) as run:
        await ask(server, world, "/id")
        world.message(OWNER_ID, OWNER_ID, "/start")
        damaged = Refuse(RefusedError(400, "Bad Request: something new").response)
        once = iter([damaged, None, None, damaged])
        server.plan = lambda call: next(once, None) if call.method == "sendMessage" else None
        server.deliver(world.message(READER_ID, READER_ID, "/help"))
        server.deliver(world.message(READER_ID, READER_ID, "/help"))
        await server.called("sendMessage", times=6, within=SOON)
        _, said = await run.end()

    told = said_in(world, OWNER_ID)
    assert len(told) == 1
    reference = re.search(r"\b[0-9a-f]{6}\b", told[0])[0]
    assert reference in said
    assert sum(reference in text for text in said_in(world, READER_ID)) == 1


async def test_menus_are_set_for_every_place(start, world):
    async with Server(world) as server, start(server.url, ADMINS=str(OWNER_ID)):
        await ask(server, world, "/id")
        await server.called("setMyCommands", times=4, within=SOON)

    scopes = {
        call.parameters["scope"]["type"] for call in server.calls if call.method == "setMyCommands"
    }
    assert scopes == {
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
    }
