import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import TODAY, TREATY, a_quote, an_article, publish

from digests.answers.question import KEYS, Misfit, Question, Trouble, ask, written
from digests.models import Filter

ASSISTANCE, CONSULTATION = f"{TREATY}:assistance", f"{TREATY}:consultation"
LUKIN = {"speakers": ("artyom-lukin",), "speaker_names": ("Artyom Lukin",)}
KIM = {"speakers": ("kim-jong-un",), "speaker_names": ("Kim Jong Un",)}
NATO = "north-atlantic-1949"


@pytest.fixture(scope="session")
def asked(catalogue, seeded):
    return lambda text: ask(text, catalogue, seeded, TODAY)


@pytest.mark.parametrize(
    ("text", "words", "narrowed"),
    [
        pytest.param("", "", {}, id="nothing"),
        pytest.param("  mutual   aid ", "mutual aid", {}, id="words only"),
        pytest.param("clause:assistance", "", {"clauses": (ASSISTANCE,)}, id="clause"),
        pytest.param("clause:4 x", "x", {"clauses": (ASSISTANCE,)}, id="clause by number"),
        pytest.param("clause:Article 4", "", {"clauses": (ASSISTANCE,)}, id="clause in two words"),
        pytest.param("clause:статья 4", "", {"clauses": (ASSISTANCE,)}, id="clause in Russian"),
        pytest.param(
            f"clause:{NATO}:assistance",
            "",
            {"clauses": (f"{NATO}:assistance",)},
            id="clause by address",
        ),
        pytest.param(
            "clause:5 treaty:NATO",
            "",
            {"clauses": (f"{NATO}:assistance",), "treaties": (NATO,)},
            id="clause of the treaty named",
        ),
        pytest.param("treaty:NATO", "", {"treaties": (NATO,)}, id="treaty"),
        pytest.param("expert:Lukin", "", LUKIN, id="expert"),
        pytest.param("speaker:Лукина", "", LUKIN, id="expert, another key and script"),
        pytest.param("expert:lukin's", "", LUKIN, id="possessive"),
        pytest.param("expert:Lukin, alliance", "alliance", LUKIN, id="comma after a value"),
        pytest.param("expert:Kim Jong Un assistance", "assistance", KIM, id="three words"),
        pytest.param("expert:kim-jong-un Lukin", "Lukin", KIM, id="short name"),
        pytest.param('expert:"Kim Jong Un" Lukin', "Lukin", KIM, id="straight marks"),
        pytest.param("expert:“Kim Jong Un” y", "y", KIM, id="curly marks"),
        pytest.param("expert:«Ким Чен Ын» y", "y", KIM, id="guillemets"),
        pytest.param("outlet:TASS", "", {"outlets": ("TASS",)}, id="outlet"),
        pytest.param("source:ТАСС", "", {"outlets": ("TASS",)}, id="outlet in Russian"),
        pytest.param("outlet:Puls 24", "", {"outlets": ("Puls 24",)}, id="outlet in two words"),
        pytest.param(
            'outlet:"RT" International',
            "International",
            {"outlets": ("RT",)},
            id="marks are exact",
        ),
        pytest.param("since:2024", "", {"since": dt.date(2024, 1, 1)}, id="year"),
        pytest.param("from:2024-06", "", {"since": dt.date(2024, 6, 1)}, id="month"),
        pytest.param("until:2024", "", {"until": dt.date(2024, 12, 31)}, id="end of a year"),
        pytest.param("to:2024-02", "", {"until": dt.date(2024, 2, 29)}, id="end of a month"),
        pytest.param("since:2024-06-19", "", {"since": dt.date(2024, 6, 19)}, id="day"),
        pytest.param("since:2024/6/19", "", {"since": dt.date(2024, 6, 19)}, id="slashes"),
        pytest.param("since:19.06.2024", "", {"since": dt.date(2024, 6, 19)}, id="day first"),
        pytest.param("since:7d", "", {"since": dt.date(2024, 12, 25)}, id="days"),
        pytest.param("since:2w", "", {"since": dt.date(2024, 12, 18)}, id="weeks"),
        pytest.param("since:1y", "", {"since": dt.date(2024, 1, 2)}, id="a year"),
        pytest.param("since:today", "", {"since": TODAY}, id="today"),
        pytest.param("until:Yesterday", "", {"until": dt.date(2024, 12, 31)}, id="yesterday"),
        pytest.param(
            "since:2024 until:2024-01-01",
            "",
            {"since": dt.date(2024, 1, 1), "until": dt.date(2024, 1, 1)},
            id="a single day",
        ),
        pytest.param("EXPERT : Lukin", "", LUKIN, id="blanks and capitals"),
        pytest.param("expert：Lukin", "", LUKIN, id="full-width colon"),
        pytest.param(
            "clause:4 clause:3",
            "",
            {"clauses": (ASSISTANCE, CONSULTATION)},
            id="alternatives",
        ),
        pytest.param("clause:4 clause:IV", "", {"clauses": (ASSISTANCE,)}, id="the same twice"),
        pytest.param("expert:Lukin expert:Лукин", "", LUKIN, id="the same person twice"),
        pytest.param("https://x.y", "https://x.y", {}, id="an address on the web"),
        pytest.param("at 10:30", "at 10:30", {}, id="a time of day"),
        pytest.param("Moscow: yes?", "Moscow: yes?", {}, id="a colon in prose"),
        pytest.param("Re: RT: UN: US: in: x", "Re: RT: UN: US: in: x", {}, id="short words"),
        pytest.param("x:expert:Lukin", "x:expert:Lukin", {}, id="a key inside a word"),
        pytest.param(":", ":", {}, id="a colon"),
    ],
)
def test_a_question_is_taken_apart(asked, text, words, narrowed):
    assert asked(text) == Question(words, Filter(**narrowed))


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        pytest.param("cluase:4", Misfit(Trouble.KEY, "cluase", near=("clause",)), id="key"),
        pytest.param("Exprt:Lukin", Misfit(Trouble.KEY, "Exprt", near=("expert",)), id="key, too"),
        pytest.param(
            "sources:TASS", Misfit(Trouble.KEY, "sources", near=("outlet",)), id="other key"
        ),
        pytest.param("clause:", Misfit(Trouble.EMPTY, "clause"), id="no clause"),
        pytest.param('expert:""', Misfit(Trouble.EMPTY, "expert"), id="empty marks"),
        pytest.param(
            "clause: since:2024", Misfit(Trouble.EMPTY, "clause"), id="a filter as value"
        ),
        pytest.param(
            "expert:Luken x",
            Misfit(Trouble.VALUE, "expert", "Luken", ("Artyom Lukin",)),
            id="nobody, but nearly",
        ),
        pytest.param("expert:Zzz", Misfit(Trouble.VALUE, "expert", "Zzz"), id="nobody at all"),
        pytest.param(
            "expert:Kim",
            Misfit(Trouble.SEVERAL, "expert", "Kim", ("Kim Jong Gyu", "Kim Jong Un")),
            id="two people",
        ),
        pytest.param(
            "clause:asistance",
            Misfit(Trouble.VALUE, "clause", "asistance", ("assistance",)),
            id="clause, nearly",
        ),
        pytest.param(
            "clause:51",
            Misfit(Trouble.VALUE, "clause", "51", ("assistance",)),
            id="provision named in a clause",
        ),
        pytest.param(
            "clause:health",
            Misfit(Trouble.SEVERAL, "clause", "health", ("shared-challenges", "social-culture")),
            id="two clauses",
        ),
        pytest.param("clause:99", Misfit(Trouble.VALUE, "clause", "99"), id="no such number"),
        pytest.param(
            "treaty:NATO clause:sanctions",
            Misfit(Trouble.VALUE, "clause", "sanctions"),
            id="clause of another treaty than the one named",
        ),
        pytest.param(
            "treaty:russia-dprk-2023",
            Misfit(
                Trouble.VALUE,
                "treaty",
                "russia-dprk-2023",
                ("russia-dprk-2024", "russia-dprk-2000", "ussr-dprk-1961"),
            ),
            id="treaty",
        ),
        pytest.param("since:2024-13", Misfit(Trouble.DATE, "since", "2024-13"), id="month 13"),
        pytest.param(
            "until:2024-02-30", Misfit(Trouble.DATE, "until", "2024-02-30"), id="30 February"
        ),
        pytest.param("until:0000", Misfit(Trouble.DATE, "until", "0000"), id="year 0"),
        pytest.param("since:9999y", Misfit(Trouble.DATE, "since", "9999y"), id="before all time"),
        pytest.param(
            "since:99999999d", Misfit(Trouble.DATE, "since", "99999999d"), id="long before"
        ),
        pytest.param("since:June", Misfit(Trouble.DATE, "since", "June"), id="name of a month"),
        pytest.param(
            "since:2024-07 until:2024-06",
            Misfit(Trouble.ORDER, "since", "2024-07-01", ("2024-06-30",)),
            id="since after until",
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_what_may_have_been_meant(asked, text, misfit):
    assert asked(text) == misfit


def test_an_unknown_outlet_is_told_with_one_like_it(asked):
    misfit = asked("outlet:Tas")

    assert (misfit.trouble, misfit.value, misfit.near[0]) == (Trouble.VALUE, "Tas", "TASS")


PARTS = ("clause:4", "expert:Lukin", "outlet:TASS", f"treaty:{TREATY}", "since:2024", "until:2w")


@settings(deadline=None)
@given(
    st.permutations([*PARTS, "armed", "attack"]).filter(
        lambda p: p.index("armed") < p.index("attack")
    )
)
def test_the_order_of_filters_and_words_does_not_matter(asked, parts):
    assert asked(" ".join(parts)) == asked(f"armed attack {' '.join(PARTS)}")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Газета «Известия»", id="guillemets"),
        pytest.param('The "Daily" News', id="straight marks"),
        pytest.param("“Известия”", id="curly marks"),
        pytest.param("Radio: One", id="colon"),
        pytest.param("News\u00a024", id="no-break space"),
    ],
)
def test_an_outlet_that_only_records_name_can_be_asked_for(catalogue, library, name):
    publish(catalogue, library, an_article(outlet=name))

    text = written(Filter(outlets=(name,)), catalogue)

    assert ask(text, catalogue, library, TODAY) == Question("", Filter(outlets=(name,)))


def test_a_speaker_whose_name_makes_no_address_can_be_asked_for_again(catalogue, library):
    publish(catalogue, library, an_article(quotes=(a_quote(speaker="王毅"),)))

    question = ask("expert:王毅", catalogue, library, TODAY)

    assert question.filter.speaker_names == ("王毅",)
    assert ask(written(question.filter, catalogue), catalogue, library, TODAY) == question


@st.composite
def filters(draw, catalogue):
    names = [person.name for person in catalogue.people]
    people = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    every = [
        treaty.address(clause)
        for treaty in catalogue.treaties.values()
        for clause in treaty.clauses
    ]
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    since, until = (day if draw(st.booleans()) else None for day in days)
    outlets = st.lists(st.sampled_from([outlet.name for outlet in catalogue.outlets]), unique=True)
    return Filter(
        treaties=tuple(draw(st.lists(st.sampled_from(list(catalogue.treaties)), unique=True))),
        clauses=tuple(draw(st.lists(st.sampled_from(every), max_size=4, unique=True))),
        speakers=tuple(name.lower().replace(" ", "-") for name in people),
        speaker_names=tuple(people),
        outlets=tuple(draw(outlets))[:4],
        since=since,
        until=until,
    )


@settings(deadline=None)
@given(data=st.data())
def test_a_filter_written_down_asks_the_same_again(catalogue, asked, data):
    narrowed = data.draw(filters(catalogue))

    assert asked(written(narrowed, catalogue)) == Question("", narrowed)


SCRAPS = st.sampled_from(
    [*(f"{key}:" for key in KEYS), "Lukin", "Kim", "4", "2024", '"', "“", "«", "\x00", "7d", ": "]
)


@settings(deadline=None)
@given(st.text() | st.lists(SCRAPS | st.text(max_size=4)).map(" ".join))
def test_any_text_is_a_question_or_a_misfit(asked, text):
    assert isinstance(asked(text), Question | Misfit)


def test_a_question_without_end_is_read_to_its_thousandth_character(asked):
    question = asked("expert:Lukin " + "word " * 100_000)

    assert question.filter == Filter(**LUKIN)
    assert len(question.words) < 1_000
