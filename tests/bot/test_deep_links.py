import re
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import links
from bot.buttons import Open
from digests.library import Library

commands = st.from_regex(r"[a-z_]{1,32}", fullmatch=True)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
opened = (
    st.builds(Open, st.sampled_from(["expert", "article"]), slugs)
    | st.builds(lambda a, b: Open("clause", f"{a}:{b}"), slugs, slugs)
    | st.builds(Open, commands, st.text(max_size=900))
)


@pytest.fixture(scope="module")
def questions():
    with closing(Library.open(None)) as library:
        yield library.questions


@given(action=opened)
def test_a_link_opens_what_it_was_made_for(questions, action):
    payload = links.payload(action, questions.keep)

    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert links.read(payload, questions.get) == action


@pytest.mark.parametrize(
    ("action", "payload"),
    [
        pytest.param(Open("expert", "artyom-lukin"), "expert_artyom-lukin", id="a speaker"),
        pytest.param(
            Open("clause", "russia-dprk-2024:entry-into-force"),
            "clause_russia-dprk-2024_entry-into-force",
            id="a clause",
        ),
    ],
)
def test_a_link_that_people_may_read_stays_as_it_was(action, payload):
    assert links.payload(action, pytest.fail) == payload
    assert links.read(payload, pytest.fail) == action


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param("", id="nothing"),
        pytest.param("hello", id="a word"),
        pytest.param("expert_", id="nobody"),
        pytest.param("expert", id="no name"),
        pytest.param("search_peace", id="a command that plain links do not open"),
        pytest.param("EXPERT_lukin", id="capitals"),
        pytest.param("expert_lukin since:2024", id="more than Telegram passes on"),
        pytest.param("expert_../../etc", id="a path"),
        pytest.param("expert_Лукин", id="another script"),
        pytest.param("_", id="a line"),
        pytest.param("q_", id="nothing encoded"),
        pytest.param("q_!!!", id="badly encoded"),
        pytest.param("q_лукин", id="encoded in no way"),
        pytest.param("q__w", id="encoded bytes that are no text"),
        pytest.param("q_aGVsbG8", id="an encoded word"),
        pytest.param("k_", id="no key"),
        pytest.param("k_abcdefghijk", id="a key of nothing"),
        pytest.param("k_\ud800", id="half a sign for a key"),
    ],
)
def test_what_is_no_link_of_ours_is_nothing(questions, payload):
    assert links.read(payload, questions.get) is None


@given(payload=st.text() | st.from_regex(r"[qk]_[A-Za-z0-9_-]*"))
def test_no_payload_upsets_the_reader(questions, payload):
    action = links.read(payload, questions.get)

    assert action is None or isinstance(action, Open)
