"""Answers that are kept: given again as they were, and forgotten when anything is written."""

import datetime as dt
from contextlib import closing

import pytest

from bot.kept import MOST, Kept
from bot.rehearsal import OWNER_ID
from digests import desk
from digests.library import Library
from digests.models import Article, Quote

TODAY = dt.date(2026, 12, 1)
NOW = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(file):
    with closing(Library.open(file)) as opened:
        yield opened


class Desk:
    """Answers questions, and counts how often it had to."""

    def __init__(self, library):
        self.kept = Kept()
        self.library = library
        self.asked = 0

    async def __call__(self, question, during=lambda: None):
        async def answer():
            self.asked += 1
            during()
            return {"text": f"{question}, answer {self.asked}"}

        return (await self.kept.answer(question, self.library, answer))["text"]


@pytest.fixture
def ask(library):
    return Desk(library)


async def test_the_same_question_is_answered_once(ask):
    assert [await ask("a"), await ask("b"), await ask("a")] == [
        "a, answer 1",
        "b, answer 2",
        "a, answer 1",
    ]


async def test_what_this_process_writes_makes_all_be_forgotten(ask, library):
    await ask("a")

    library.misses.note("Nobody", TODAY)

    assert await ask("a") == "a, answer 2"


async def test_what_another_process_writes_makes_all_be_forgotten(ask, file):
    await ask("a")

    with closing(Library.open(file)) as another:
        another.misses.note("Nobody", TODAY)

    assert await ask("a") == "a, answer 2"


async def test_an_answer_during_which_something_was_written_is_not_kept(ask, library):
    await ask("a", during=lambda: library.misses.note("Nobody", TODAY))

    assert await ask("a") == "a, answer 2"
    assert await ask("a") == "a, answer 2"


async def test_of_too_many_the_one_gives_way_that_was_asked_for_longest_ago(ask):
    for number in range(MOST):
        await ask(number)
    await ask(0)
    await ask("one too many")

    assert len(ask.kept) == MOST
    assert await ask(0) == "0, answer 1"
    assert await ask(1) == f"1, answer {MOST + 2}"


async def test_a_correction_shows_at_once(talk, own_services):
    def publish(words):
        quote = Quote(text=words, speaker="Zed Zedson")
        article = Article(id="one", treaty="russia-dprk-2024", quotes=(quote,))
        desk.publish(article, own_services.catalogue, own_services.library, NOW, "an editor")

    async with talk(own_services) as chat:
        publish("Wrong words here")
        [before] = await chat("/expert Zedson")
        publish("Right words here")
        [after] = await chat("/expert Zedson")

    assert "“Wrong words here”" in before.text
    assert "“Right words here”" in after.text


async def test_a_name_that_is_not_found_is_noted_each_time(talk, own_services):
    async with talk(own_services) as chat:
        for _ in range(3):
            await chat("/expert Nobodyson")

    [miss] = own_services.library.misses.list(limit=1)
    assert (miss.name, miss.times) == ("nobodyson", 3)


async def test_another_day_is_another_question(chat, clock):
    [before] = await chat("/latest since:today")
    clock.advance(dt.timedelta(days=1))
    [after] = await chat("/latest since:today")

    assert "1 December 2026" in before.text
    assert "2 December 2026" in after.text


async def test_a_group_is_not_given_the_answer_of_a_private_chat(chat):
    [private] = await chat("/clause 4")
    [folded] = await chat.group("/clause 4")

    assert folded.text.endswith("[…]")
    assert len(folded.text) < len(private.text)


async def test_what_depends_on_who_asks_is_never_kept(chat):
    [first] = await chat("/id")
    [second] = await chat.of(OWNER_ID)("/id")

    assert first.text != second.text
