"""Typed after the bot's name in any chat: quotes and articles to send, or a way to private."""

import datetime as dt
import itertools
import re
import tomllib
from base64 import urlsafe_b64encode
from contextlib import closing
from dataclasses import dataclass, replace
from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talking import House, Shown

from bot.clock import MovableClock
from bot.rehearsal import READER_ID, stage
from bot.render.language import Languages
from bot.stand_in.responses import bad_request
from bot.stand_in.telegram import StandIn
from digests import desk
from digests.library import Library
from digests.models import Article, Quote

SEEDS = [
    tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(resources.files("seeds").iterdir(), key=str)
    if file.name.endswith(".toml")
]
QUOTES = [quote for seed in SEEDS for quote in seed.get("quotes", [])]
SPEAKERS = sorted({quote["speaker"] for quote in QUOTES})
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
NOW = dt.datetime(2025, 1, 1, 12, tzinfo=dt.UTC)
GARBAGE = ["x", "-1", "1.5", "٤", "9" * 64, "5; DROP TABLE article", " 5", "5\n", "Ⅳ"]
HOSTILE = (
    st.text(max_size=300)
    | st.text(st.characters(), max_size=50)
    | st.lists(
        st.sampled_from(
            ["lukin", "лукина", "4", "статья", "expert:", "since:2024-02-31", "“", '"', "*", "\0"]
        )
    ).map(" ".join)
)
GERMAN = """
msgid "Nothing found here. Ask me in private"
msgstr "Hier nichts gefunden. Frag mich privat"

msgid "{outlet} (state-affiliated)"
msgstr "{outlet} (staatsnah)"
"""


@dataclass
class Answer:
    """What an inline question was answered with."""

    results: list
    next_offset: str
    cache_time: int
    is_personal: bool
    button: dict | None

    @property
    def titles(self):
        return [result["title"] for result in self.results]

    @property
    def ids(self):
        return [result["id"] for result in self.results]

    @property
    def messages(self):
        """The messages that would go into the chat."""
        contents = [result["input_message_content"] for result in self.results]
        return [
            Shown("sent", 0, {"text": each["message_text"], "entities": each.get("entities", [])})
            for each in contents
        ]


class Field:
    """The field in which somebody types after the bot's name."""

    def __init__(self, house, person=READER_ID):
        self.house = house
        self.person = person

    async def __call__(self, query, offset=""):
        """Type a question; give the answer, if Telegram took one."""
        stand_in = self.house.stand_in
        update = stand_in.inline_query(self.person, query, offset)
        await self.house.feed(update)
        answer = stand_in.inline_answers.get(update["inline_query"]["id"])
        button = self.house.door.calls[-1].parameters.get("button")
        return answer and Answer(button=button, **answer)

    async def leafed(self, query):
        """Leaf to the end; give all pages."""
        pages = [await self(query)]
        while pages[-1].next_offset:
            pages.append(await self(query, pages[-1].next_offset))
        return pages


@pytest.fixture
def field(chat):
    return Field(chat.house)


@pytest.fixture
def empty():
    with closing(Library.open(None)) as library:
        yield library


@pytest.fixture
def publish(own_services):
    def publish(*articles):
        for article in articles:
            desk.publish(article, own_services.catalogue, own_services.library, NOW, "an editor")

    return publish


def an_article(id_="reuters-2025-01-01-pact", **given):
    return Article(id=id_, treaty="russia-dprk-2024", **given)


def stretches(quote):
    return quote.get("parts") or [quote["text"]]


@pytest.mark.parametrize("query", ["lukin assistance", "assistance lukin", "лукин статья 4"])
async def test_a_name_and_a_clause_offer_what_one_said_about_the_other(field, query):
    answer = await field(query)

    assert answer.titles == ["Artyom Lukin, Far Eastern Federal University"] * 2
    assert [result["description"][:27] for result in answer.results] == [
        "“While this agreement is ca",
        "“Now, Russia will have the ",
    ]
    assert answer.messages[0].text == (
        "Artyom Lukin, Far Eastern Federal University\n"
        "“While this agreement is called a ‘Treaty on Comprehensive Strategic Partnership’, the "
        "clause providing for mutual military assistance between Russia and the DPRK in essence "
        "makes it a treaty of military-political alliance”\n"
        "Sputnik (state-affiliated) · 15 October 2024 · Article 4 · source"
    )
    assert answer.messages[0].marked("bold") == ["Artyom Lukin"]
    assert answer.messages[0].marked("text_link") == ["source"]


async def test_a_name_offers_all_their_quotes(field):
    answer = await field("лукина")

    assert answer.titles == ["Artyom Lukin, Far Eastern Federal University"] * 8


async def test_a_clause_offers_quotes_on_it_then_articles_on_it(field):
    answer = await field("статья 4")

    assert answer.titles[:4] == [
        "Artyom Lukin, Far Eastern Federal University",
        "Treaty text, as the outlet printed it",
        "Artyom Lukin, Far Eastern Federal University",
        "Gerhard Mangott, University of Innsbruck",
    ]
    assert [result["id"][:2] for result in answer.results] == ["q-"] * 4 + ["a-"] * 4


async def test_an_empty_query_offers_the_latest_articles_with_a_quote(field):
    answer = await field("")

    assert answer.titles == [
        "Russia-DPRK treaty provides military assistance in case of attack",
        "Untitled, Sputnik, 15 October 2024",
        "Moscow-Pyongyang strategic partnership treaty to counterbalance US’ actions — expert",
        "Russia-DPRK treaty comes in response to US efforts to forge alliances in Asia — expert",
        "Untitled, TASS, 18 June 2024",
    ]
    assert (
        answer.results[0]["description"] == "outlet not identified · on or after 4 December 2024"
    )
    headline, facts, summary, gap, name, words = answer.messages[3].text.split("\n")
    assert answer.messages[3].marked("bold") == [headline, "Gerhard Mangott"]
    assert facts == "TASS (state-affiliated) · 20 June 2024 · source"
    assert summary.startswith("Gerhard Mangott, an Austrian political scientist, sees")
    assert gap == ""
    assert name == "Gerhard Mangott, University of Innsbruck"
    assert answer.messages[3].marked("blockquote") == [words]


async def test_other_words_offer_quotes_that_hold_them_then_articles(field):
    answer = await field("korean peninsula")

    words = [message.marked("blockquote", "expandable_blockquote") for message in answer.messages]
    quotes = [quote for [quote] in itertools.takewhile(bool, words)]
    assert quotes
    assert all("Korean Peninsula" in quote for quote in quotes)
    assert {result["id"][:2] for result in answer.results[len(quotes) :]} == {"a-"}


async def test_to_whom_something_was_said_is_told(field):
    answer = await field("mangott")

    assert "told Puls 24, reported by TASS (state-affiliated)" in answer.messages[0].text


@pytest.mark.parametrize("speaker", SPEAKERS)
async def test_every_quote_goes_in_verbatim_and_nothing_else_is_quoted(field, speaker):
    pages = await field.leafed(speaker)

    messages = [message for page in pages for message in page.messages]
    quoted = [m.marked("blockquote", "expandable_blockquote")[0] for m in messages]
    assert quoted == [
        " … ".join(f"“{stretch}”" for stretch in stretches(quote))
        for quote in QUOTES
        if quote["speaker"] == speaker
    ]


@pytest.mark.parametrize("query", ["", "4", "lukin", "tass", "korea"])
async def test_state_affiliated_outlets_are_marked_in_every_message(field, query):
    answer = await field(query)

    assert answer.results
    for message in answer.messages:
        named = re.findall(r"(?:TASS|Sputnik)( \(state-affiliated\))? · ", message.text)
        assert named or "outlet not identified" in message.text
        assert all(named)


@pytest.mark.parametrize("query", ["", "4", "lukin", "korea"])
async def test_no_message_shows_a_preview_of_its_links(field, query):
    answer = await field(query)

    assert answer.results
    for result in answer.results:
        content = result["input_message_content"]
        assert content["link_preview_options"] == {"is_disabled": True}


async def test_an_answer_is_the_same_for_everybody_and_soon_asked_for_anew(field):
    answer = await field("lukin")

    assert (answer.cache_time, answer.is_personal) == (10, False)


async def test_where_there_are_several_languages_each_is_answered_in_theirs_alone(
    talk, services, stand_in, tmp_path
):
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    stand_in.person(77, "Gerda", language_code="de")
    async with talk(replace(services, languages=Languages(tmp_path))) as chat:
        english = await Field(chat.house)("lukin")
        german = await Field(chat.house, 77)("lukin")

    assert english.is_personal
    assert german.is_personal
    assert english.messages[0].text != german.messages[0].text


class TestNothingFound:
    @pytest.mark.parametrize(
        ("query", "told"),
        [
            pytest.param("xyzzy", "Nothing found for xyzzy.", id="a word"),
            pytest.param("Ким Чен Ын", "Kim Jong Un", id="somebody not quoted"),
            pytest.param("статья 7", "Article 7", id="a clause of which nothing was said"),
            pytest.param("lobov статья 7", "Only: Article 7", id="a name and a clause"),
            pytest.param("lobov until:2023", "until 31 December 2023", id="a filter"),
            pytest.param("outlet:nowhere", "nowhere", id="a filter that does not fit"),
            pytest.param("!!!", "What shall I look for?", id="no words"),
            pytest.param("Кто сказал это? " * 15, "Nothing found for Кто", id="long"),
        ],
    )
    async def test_a_button_leads_to_the_same_question_in_private(
        self, talk, own_services, query, told
    ):
        async with talk(own_services) as chat:
            answer = await Field(chat.house)(query)
            [reply] = await chat(f"/start {answer.button['start_parameter']}")

            assert not answer.results
            assert answer.button["text"] == "Nothing found here. Ask me in private"
            assert PAYLOAD.fullmatch(answer.button["start_parameter"])
            assert told in reply.text
            assert chat.house.refused == []

    async def test_an_empty_library_leads_there_as_well(self, talk, own_services, empty):
        async with talk(replace(own_services, library=empty)) as chat:
            answer = await Field(chat.house)("")
            [reply] = await chat(f"/start {answer.button['start_parameter']}")

            assert "The library is empty so far." in reply.text

    async def test_where_something_was_found_there_is_no_button(self, field):
        assert (await field("lukin")).button is None
        assert (await field("lukin", "8")).button is None

    async def test_the_button_speaks_the_language_of_who_asks(
        self, talk, services, stand_in, tmp_path
    ):
        (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
        stand_in.person(77, "Gerda", language_code="de")
        async with talk(replace(services, languages=Languages(tmp_path))) as chat:
            nothing = await Field(chat.house, 77)("xyzzy")
            something = await Field(chat.house, 77)("lukin")

            assert nothing.button["text"] == "Hier nichts gefunden. Frag mich privat"
            assert "Sputnik (staatsnah)" in something.messages[0].text


class TestLeafing:
    @pytest.fixture
    async def large(self, talk, own_services, publish):
        publish(
            *(
                an_article(
                    f"reuters-{n}",
                    published=dt.date(2025, 1, 1) + dt.timedelta(days=n),
                    quotes=(Quote(text=f"Pact {n}.", speaker="Ann Lee", clauses=("assistance",)),),
                )
                for n in range(45)
            )
        )
        async with talk(own_services) as chat:
            yield Field(chat.house)

    @pytest.mark.parametrize(
        ("query", "most"),
        [
            pytest.param("", 50, id="the latest"),
            pytest.param("ann lee", 45, id="a speaker"),
            pytest.param("ann lee 4", 45, id="a speaker on a clause"),
            pytest.param("assistance", 2 * 45 + 8, id="a clause"),
            pytest.param("pact", 10 + 46, id="a word"),
            pytest.param("assistan", 2 * 45 + 8, id="a word half typed"),
        ],
    )
    async def test_all_is_offered_once_in_pages_of_twenty(self, large, query, most):
        pages = await large.leafed(query)

        ids = [id_ for page in pages for id_ in page.ids]
        assert len(ids) == len(set(ids)) == most
        assert {len(page.ids) for page in pages[:-1]} == {20}
        assert all(len(id_.encode()) <= 64 for id_ in ids)
        assert all(page.button is None for page in pages)

    @pytest.mark.parametrize("offset", GARBAGE, ids=ascii)
    async def test_an_offset_of_nobody_is_the_beginning(self, large, offset):
        assert (await large("ann lee", offset)).ids == (await large("ann lee")).ids

    async def test_beyond_the_end_there_is_nothing_more(self, large):
        answer = await large("ann lee", "99999")

        assert (answer.results, answer.next_offset, answer.button) == ([], "", None)

    async def test_ids_stay_the_same_from_one_question_to_the_next(self, large):
        some = {r["title"]: r["id"] for r in (await large("lukin 4")).results}
        all_ = {r["id"] for r in (await large("lukin")).results}

        assert set(some.values()) <= all_


async def test_a_correction_shows_at_once(talk, own_services, publish):
    async with talk(own_services) as chat:
        field = Field(chat.house)
        publish(an_article(quotes=(Quote(text="Eeverything is new.", speaker="Ann Lee"),)))
        [before] = (await field("ann lee")).messages
        publish(an_article(quotes=(Quote(text="Everything is new.", speaker="Ann Lee"),)))
        [after] = (await field("ann lee")).messages

        assert "“Eeverything is new.”" in before.text
        assert "“Everything is new.”" in after.text


async def test_the_same_words_printed_twice_in_an_article_stand_once(talk, own_services, publish):
    publish(an_article(quotes=(Quote(text="Peace.", speaker="Ann Lee"),) * 2))
    async with talk(own_services) as chat:
        answer = await Field(chat.house)("ann lee")

        assert len(answer.results) == 1


async def test_a_person_is_named_as_printed_where_the_library_knows_another_name(
    talk, own_services, publish
):
    publish(
        an_article(
            quotes=(Quote(text="Winter is near.", speaker="Artem Lukin", affiliation="FEFU"),)
        )
    )
    async with talk(own_services) as chat:
        answer = await Field(chat.house)("winter near")

        assert answer.titles[0] == "Artem Lukin, FEFU"


@pytest.mark.parametrize("sign", ["a", "я", "한", "😀", "👩‍👩‍👧", "é", "[a] ", "“", "\n "])
async def test_however_much_was_printed_it_fits_into_a_message(talk, own_services, publish, sign):
    long, line = "x" + sign * (3_900 // len(sign)) + "x", "x" + sign * (290 // len(sign)) + "x"
    publish(
        an_article(
            headline=line.replace("\n", " "),
            outlet=line.replace("\n", " "),
            url="https://example.org/" + "x" * 900,
            summary=long,
            quotes=(
                Quote(
                    text=long,
                    speaker=line.replace("\n", " "),
                    affiliation=line.replace("\n", " "),
                    told=line.replace("\n", " "),
                    note=line.replace("\n", " "),
                    clauses=("assistance", "consultation"),
                ),
            ),
        )
    )
    async with talk(own_services) as chat:
        for query in ("", "assistance", "consultation", "x"):
            answer = await Field(chat.house)(query)

            for message in answer.messages:
                assert len(message.text.encode("utf-16-le")) <= 2 * 4096
                assert len(message.message["entities"]) <= 100
        assert chat.house.refused == []


async def test_a_question_that_waited_too_long_is_no_failure(field, caplog):
    field.house.stand_in.refuse_next(
        "answerInlineQuery",
        bad_request("query is too old and response timeout expired or query ID is invalid"),
    )

    assert await field("lukin") is None
    assert caplog.records == []


async def test_another_refusal_is_a_failure(field, caplog):
    field.house.stand_in.refuse_next("answerInlineQuery", bad_request("RESULT_ID_INVALID"))

    assert await field("lukin") is None
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize(
    "asked", ["nosuch lukin", "drop table", "start", "", "__class__ x", "expert"]
)
async def test_a_link_opens_commands_of_the_menu_only(chat, asked):
    payload = "q_" + urlsafe_b64encode(asked.encode()).rstrip(b"=").decode()

    [reply] = await chat(f"/start {payload}")

    assert reply.text.startswith("That link no longer leads anywhere.")


@pytest.mark.parametrize("name", ["start", "id"])
@pytest.mark.parametrize("kept", [False, True], ids=["in the link", "in the library"])
async def test_a_link_to_a_command_that_does_more_than_show_greets(talk, own_services, name, kept):
    asked = f"{name} artyom-lukin"
    encoded = "q_" + urlsafe_b64encode(asked.encode()).rstrip(b"=").decode()
    payload = "k_" + own_services.library.questions.keep(asked) if kept else encoded
    async with talk(own_services) as chat:
        [greeting] = await chat("/start")
        [reply] = await chat(f"/start {payload}")

        assert reply.text == greeting.text


@pytest.mark.parametrize("question", ["/clause 4", "/expert Lukin", "/treaty"])
async def test_a_link_under_a_folded_answer_opens_all_of_it(chat, question):
    [folded] = await chat.group(question)
    [[button], *_] = folded.message["reply_markup"]["inline_keyboard"]
    [reply] = await chat(f"/start {button['url'].partition('?start=')[2]}")

    assert reply.text.startswith(folded.text.removesuffix("\n[…]"))
    assert len(reply.text) > len(folded.text)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=HOSTILE, offset=st.sampled_from(["", "5", *GARBAGE]) | st.text(max_size=64))
async def test_whatever_is_typed_is_answered_and_never_refused(shelved, clock, query, offset):
    stand_in = StandIn(now=clock.now)
    stage.furnish(stand_in)
    house = House(replace(shelved, clock=MovableClock(clock.now())), stand_in)
    await house.open()

    answer = await Field(house)(query, offset)

    assert house.refused == []
    assert answer is not None
    assert len(answer.results) <= 20
    assert len(set(answer.ids)) == len(answer.ids)
    assert answer.button is None or PAYLOAD.fullmatch(answer.button["start_parameter"])
    await house.close()
