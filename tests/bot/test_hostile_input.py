"""Whatever is typed: exactly one answer that helps, and nothing that Telegram refuses."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from talking import Chat, House

from bot.clock import MovableClock
from bot.menu import COMMANDS
from bot.rehearsal import stage
from bot.stand_in.telegram import StandIn

NAMES = [command.name for command in COMMANDS]
NASTY = {
    "nothing": "",
    "blanks": " \t\u00a0\u3000 ",
    "NUL": "Lu\x00kin",
    "only NUL": "\x00",
    "control characters": "\x01\x02\x1b[31mred\x7f\x9f",
    "half a sign": "Lukin \ud800",
    "the other half": "\udc00\ud800",
    "ten thousand letters": "a" * 10_000,
    "ten thousand words": "Lukin " * 1_700,
    "five thousand letters by themselves": "a " * 5_000,
    "a thousand different words": " ".join(map(str, range(1_000))),
    "ten thousand colons": "since:" * 1_700,
    "ten thousand quotation marks": '"' * 10_000,
    "marks of direction": "\u202eniku\u202c\u200f\u2067L\u2069\u061c",
    "only marks of direction": "\u200f\u202e",
    "invisible": "\u200b\ufeff\u00ad\u2060",
    "an invisible letter": "\u3164",
    "operators of the index": "AND OR NOT NEAR( * ^ - + : {headline} : x*",
    "a column of the index": "headline:Lukin",
    "open quotation marks": "“Lukin \"Lukin 'Lukin «Lukin",
    "empty quotation marks": "\"\" “” «» ''",
    "the language of tables": "'; DROP TABLE article; --",
    "markup": "<b>Lukin</b> <script>alert(1)</script> &amp; <a href='x'>",
    "more markup": "*Lukin* _Lukin_ `Lukin` [a](https://example.org) ||x|| ```",
    "emoji": "👩‍👩‍👧😀🇰🇵❤️",
    "places to fill": "%s %d {name} {0} {{ }} ${HOME} {asked.__class__}",
    "lines": "Lukin\n\n\nMangott\r\nLobov",
    "a huge number": "9" * 4_000,
    "a number below nought": "-1",
    "another script's digits": "٤ ४ ④ ⁴ Ⅳ",
    "a fraction": "4.5 1/2 4²",
    "a number of Rome": "XXIII MMMMMMMMM IVX",
    "Cyrillic": "Лукин ёЁ статья четыре",
    "Hangul": "제4조 김정은 무력침략",
    "Hangul taken apart": unicodedata.normalize("NFD", "제4조"),
    "Arabic": "المعاهدة ٤ لوكين",
    "Chinese": "第四條 軍事援助",
    "many accents": "L" + "\u0301" * 500 + "ukin",
    "a command": "/expert Lukin /clause 4",
    "a filter without a value": "since: until: expert: clause:",
    "a filter of everything": "expert:Lukin clause:4 outlet:TASS treaty:nato since:1d until:today",
    "dates that are none": "since:2024-02-31 until:0000",
    "a span too long": "since:9999y",
    "filters turned round": "since:2025 until:2024",
    "an address of nothing": "russia-dprk-2024: :assistance ::: nato:",
    "a path": "../../../../etc/passwd",
    "a button": "1t|expert|5|lukin",
    "a key": "?abcdefghijk",
}


def visible(text):
    """Tell whether a text is free of what would upset a screen or turn its words round."""
    return not any(
        unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign not in "\n\u200c\u200d"
        for sign in text
    )


async def heard(chat, text):
    """Send a text, check what must hold for any, and give the answer."""
    before = len(chat.house.sent)
    shown = await chat.raw(text)

    assert [each.kind for each in shown] == ["sent"]
    assert chat.house.refused == []
    [sent] = chat.house.sent[before:]
    assert "Something went wrong" not in sent["text"]
    assert visible(sent["text"])
    assert "“”" not in sent["text"] or "“" in text
    return shown[0]


@pytest.mark.parametrize("argument", NASTY.values(), ids=NASTY.keys())
async def test_every_command_answers_whatever_stands_after_it(chat, argument):
    for name in NAMES:
        await heard(chat, f"/{name} {argument}")


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
async def test_whatever_is_typed_in_private_is_answered(chat, words):
    await heard(chat, words)


@pytest.mark.parametrize("argument", NASTY.values(), ids=NASTY.keys())
async def test_every_button_of_such_an_answer_works(chat, argument):
    for name in ("expert", "search", "clause", "latest", "treaty"):
        reply = await heard(chat, f"/{name} {argument}")
        for data in reply.data.values():
            shown = await chat.forge(data, on=reply)
            assert shown[-1].kind == "notice"
            assert "too old" not in shown[-1].message["text"]
    assert all("not modified" in refusal for refusal in chat.house.refused)


@pytest.mark.parametrize("argument", NASTY.values(), ids=NASTY.keys())
async def test_a_forged_button_asks_no_worse_than_a_command(chat, argument):
    await chat("/about")
    for name in NAMES:
        shown = await chat.forge(f"1o|{name}||{argument}")
        assert shown[-1].kind == "notice"
        assert all("went wrong" not in each.message["text"] for each in shown)
    assert chat.house.refused == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(NAMES),
    argument=st.text(max_size=200)
    | st.text(st.characters(), max_size=50)
    | st.lists(st.sampled_from([*NASTY.values(), " ", ":", "“"])).map("".join),
)
async def test_no_argument_at_all_upsets_a_command(shelved, clock, name, argument):
    stand_in = StandIn(now=clock.now)
    stage.furnish(stand_in)
    house = House(replace(shelved, clock=MovableClock(clock.now())), stand_in)
    await house.open()

    await heard(Chat(house), f"/{name} {argument}")

    await house.close()


async def test_what_is_said_back_is_short_and_of_one_line(chat):
    reply = await heard(chat, f"/expert {'Nobody' * 100}\nat all")

    name = reply.text.partition("“")[2].partition("”")[0]
    assert len(name) <= 64
    assert name.endswith("…")
    assert "\n" not in name


async def test_what_is_said_back_is_never_taken_for_markup(chat):
    reply = await heard(chat, "/expert <b>Nobody</b> *x* [a](https://example.org)")

    assert "“<b>Nobody</b> *x* [a](https://example.org)”" in reply.text
    assert "entities" not in reply.message
