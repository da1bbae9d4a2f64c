import re

from hypothesis import given
from hypothesis import strategies as st

from digests.library import Library
from digests.library.opening import opened


def test_a_question_is_given_back(library):
    key = library.questions.keep("troops since:2024-06")

    assert library.questions.get(key) == "troops since:2024-06"


def test_the_same_question_has_the_same_key_and_is_written_once(path):
    connection = opened(path)
    library = Library(connection)
    key = library.questions.keep("troops")
    before = connection.db.conn.total_changes

    assert library.questions.keep("troops") == key
    assert connection.db.conn.total_changes == before
    library.close()


def test_an_unknown_key_is_nothing(library):
    assert library.questions.get("AAAAAAAAAAA") is None


def test_of_ten_thousand_the_oldest_gives_way(library):
    with library.atomic():
        keys = [library.questions.keep(f"question {n}") for n in range(10_002)]

    assert [library.questions.get(key) for key in keys[:2]] == [None, None]
    assert library.questions.get(keys[2]) == "question 2"
    assert library.questions.get(keys[-1]) == "question 10001"


@given(text=st.text(max_size=1_100) | st.text(st.characters(categories=["Cs"])))
def test_any_text_has_a_short_key(shared, text):
    key = shared.questions.keep(text)

    assert re.fullmatch(r"[A-Za-z0-9_-]{11}", key)
    assert len(shared.questions.get(key)) <= 1_000
    assert shared.questions.keep(text) == key
