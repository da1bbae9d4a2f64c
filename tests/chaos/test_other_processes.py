"""A second process at the same library: another run is refused, a load holds nobody up."""

import asyncio

from books import Books
from bulk import load
from crowd import fill, telegram
from process import command, running
from verdict import judge

from bot.stand_in.server import Server

SOON = 60  # seconds; processes have to start
LETTERS = 40


async def test_of_two_runs_the_second_is_refused_and_the_first_sends_all(tmp_path):
    database = tmp_path / "library.db"
    fill(database, LETTERS)
    world, books = telegram(LETTERS), Books(database)
    async with (
        Server(world) as server,
        running(server.url, database, RATE=20) as first,
        asyncio.timeout(SOON),
    ):
        await server.called("sendMessage", within=SOON)
        second = await command(database, "run", API_URL=server.url, log="second.log")
        code = await second.wait()
        await books.done()
        assert first.returncode is None

    assert code == 2
    assert "is on already" in (tmp_path / "second.log").read_text()
    assert judge(world.sent, LETTERS, {}, [], books.confirmed()).faultless


async def test_while_records_are_loaded_all_letters_go_and_all_questions_are_answered(tmp_path):
    found = await load(records=60, letters=40, rate=30, folder=tmp_path)

    assert found.code == 0
    assert len(found.answers) > 10
    assert found.verdict.faultless
