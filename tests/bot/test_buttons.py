from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buttons
from bot.buttons import Do, Open, Turn
from bot.menu import BY_NAME
from digests.library import Library

commands = st.from_regex(r"[a-z_]{1,32}", fullmatch=True)
arguments = st.text(max_size=900)
places = st.integers(0, 999_999)
actions = (
    st.builds(Turn, commands, arguments, places)
    | st.builds(Open, commands, arguments)
    | st.builds(
        Do,
        st.from_regex(r"[a-z]{1,12}", fullmatch=True),
        st.integers(0, 999_999_999),
        places,
        places,
        arguments,
    )
)


@pytest.fixture(scope="module")
def questions():
    with closing(Library.open(None)) as library:
        yield library.questions


@given(action=actions)
def test_a_button_means_after_the_journey_what_it_meant_before(questions, action):
    data = buttons.encode(action, questions.keep)

    assert 1 <= len(data.encode()) <= buttons.LONGEST
    assert buttons.decode(data, questions.get) == action


@given(data=st.text() | st.from_regex(r"1([to]\|[a-z]+|d\|[a-z]+(\|[0-9]*){2})\|[0-9]*\|.*"))
def test_no_data_at_all_upsets_the_reader(questions, data):
    action = buttons.decode(data, questions.get)

    assert action is None or buttons.encode(action, questions.keep)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="nothing"),
        pytest.param("Lukin", id="a word"),
        pytest.param("2t|expert||Lukin", id="another version"),
        pytest.param("1x|expert||Lukin", id="another kind"),
        pytest.param("1t|EXPERT||Lukin", id="no command"),
        pytest.param("1t|expert|-5|Lukin", id="a place before the first"),
        pytest.param("1t|expert|٣|Lukin", id="another script's digits"),
        pytest.param("1t|expert|9999999|Lukin", id="a place beyond all"),
        pytest.param("1t|expert||?unknownkey1", id="a question no longer kept"),
        pytest.param("1t|expert||?", id="a question without a key"),
        pytest.param("1t|expert||?\ud800", id="half a sign for a key"),
        pytest.param("1t|expert", id="half of it"),
        pytest.param("1d|publish|1|2", id="half of what is done at the desk"),
        pytest.param("1d|publish|-1|2||", id="a draft before the first"),
        pytest.param("1d|publish|1234567890|2||", id="a draft beyond all"),
        pytest.param(" 1t|expert||Lukin", id="a blank before it"),
    ],
)
def test_what_is_no_button_of_ours_is_nothing(questions, data):
    assert buttons.decode(data, questions.get) is None


@pytest.mark.parametrize(
    ("action", "data"),
    [
        pytest.param(Turn("expert", "lukin", 5), "1t|expert|5|lukin", id="a page"),
        pytest.param(Turn("expert", "lukin"), "1t|expert||lukin", id="the first page"),
        pytest.param(Open("sources", ""), "1o|sources||", id="no argument"),
        pytest.param(Open("search", "a|b|c"), "1o|search||a|b|c", id="its own divider"),
        pytest.param(Do("publish", 12, 3), "1d|publish|12|3||", id="a draft in its version"),
        pytest.param(
            Do("clause", 12, 3, 2, "x:a"), "1d|clause|12|3|2|x:a", id="a clause of its quote"
        ),
    ],
)
def test_a_short_argument_stands_in_the_button_itself(action, data):
    assert buttons.encode(action, pytest.fail) == data


def test_a_long_argument_is_kept_and_recalled(questions):
    action = Open("search", "военная помощь " * 20)

    data = buttons.encode(action, questions.keep)

    assert data.startswith("1o|search||?")
    assert buttons.decode(data, questions.get) == action


def test_a_question_mark_at_the_start_is_no_key(questions):
    action = Open("search", "?")

    assert buttons.decode(buttons.encode(action, questions.keep), questions.get) == action


@pytest.mark.parametrize("name", BY_NAME)
def test_every_command_can_stand_behind_a_button(name):
    assert buttons.decode(buttons.encode(Turn(name, "a", 999_999), pytest.fail), pytest.fail)
