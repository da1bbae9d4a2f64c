import datetime as dt
import json

import pytest
from talking import leaf_through

from bot.render import pages
from bot.typesetter import Typesetter
from digests import press
from digests.models import Filter
from digests.press import Wanted

BOT = "treaty_digest_bot"
FIRST, LAST = dt.date(2026, 11, 30), dt.date(2026, 12, 1)


def compose(services, clock, narrowing=Filter(), *, brief=False):  # noqa: B008 - a constant
    typesetter = Typesetter(services.catalogue, services.languages, BOT)
    wanted = Wanted(filter=narrowing, language="en", brief=brief, first=FIRST, last=LAST)
    return press.compose_now(services.library, wanted, clock.now(), typesetter)


@pytest.fixture
async def chat(talk, own_services):
    async with talk(own_services) as opened:
        yield opened


@pytest.fixture
def printed(own_services, clock):
    return compose(own_services, clock, brief=True)


async def test_an_edition_is_shown_again_whole(chat, printed, own_services):
    pages_ = await leaf_through(chat, f"/edition {printed.body}")
    read = "\n".join(page.text for page in pages_)

    for heading in own_services.library.articles.latest(Filter(), 9):
        assert read.count(heading.summary) == 1
    assert pages_[0].text.startswith("Russia-DPRK treaty (2024)\n30 November")
    assert "5 articles · 2 outlets, 2 of them state-affiliated · 1–3 of 5" in pages_[0].text
    assert "Clauses touched" not in pages_[0].text
    assert "Clauses touched" in pages_[-1].text


async def test_it_is_shown_also_when_its_messages_are_dropped(chat, printed, own_services, clock):
    before = await leaf_through(chat, f"/edition {printed.body}")
    own_services.library.bodies.drop(clock.now() + dt.timedelta(days=31))

    after = await leaf_through(chat, f"/edition #{printed.body}")

    assert [page.text for page in after] == [page.text for page in before]


async def test_the_button_of_an_edition_opens_it(chat, printed):
    content = json.loads(printed.parts[-1].content)
    ((button,),) = json.loads(content["reply_markup"])["inline_keyboard"]
    _, _, payload = button["url"].partition("?start=")

    [opened] = await chat(f"/start {payload}")

    assert opened.text.startswith("Russia-DPRK treaty (2024)")
    assert button["url"].startswith(f"https://t.me/{BOT}?start=")


async def test_each_article_of_a_page_can_be_opened(chat, printed):
    [page] = await chat(f"/edition {printed.body}")

    [article, *_] = await chat.press("Sputnik, 15 Oct 2024")

    assert page.labels[:3] == ["More ▸", "Sputnik, 15 Oct 2024", "TASS, 21 Jun 2024"]
    assert article.text.startswith("Untitled, Sputnik, 15 October 2024\n")


async def test_a_long_page_in_a_group_is_read_on_in_private(chat, printed):
    [page] = await chat.group(f"/edition {printed.body}")

    assert page.labels == ["Read all of it in private"]
    assert len(page.text) < pages.LONGEST / 2


async def test_an_edition_of_what_is_all_taken_back_says_that_nothing_is_there(
    chat, own_services, clock
):
    printed = compose(own_services, clock, Filter(outlets=("Sputnik",)))
    own_services.library.past.retract("sputnik-2024-10-15-lukin", "No.", clock.now(), "me")

    [page] = await chat(f"/edition {printed.body}")

    assert "nothing new has come in" in page.text
    assert "Only: Sputnik" in page.text


@pytest.mark.parametrize("asked", ["99", "-1", "zzz", "9" * 40, "²", "1 2"])
async def test_where_there_is_no_such_edition_another_way_is_shown(chat, printed, asked):
    assert printed.body == 1

    [reply] = await chat(f"/edition {asked}")

    assert reply.text.startswith("No edition has the number “")


async def test_without_a_number_it_is_told_where_one_is(chat):
    [reply] = await chat("/edition")

    assert reply.text.startswith("Which edition?")


async def test_a_page_past_the_end_says_so(chat, printed):
    await chat(f"/edition {printed.body}")

    [page, *_] = await chat.forge(f"1t|edition|99|{printed.body}")

    assert "nothing further" in page.text
