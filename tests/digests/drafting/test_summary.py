import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.drafting.summary import write

LEAD = "The pact between the two states took effect on Monday, a spokesman said."
SECOND = "Each of them is to help the other if it is attacked by a third country."
THIRD = "Fishing boats kept to the harbour all week because of the storm, officials said."


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param([LEAD, SECOND], f"{LEAD} According to The Post, each{SECOND[4:]}", id="lead"),
        pytest.param(
            ["The pact took effect on Monday."],
            "According to The Post, the pact took effect on Monday.",
            id="what nobody is said to have said is the outlet's",
        ),
        pytest.param(
            ["However, the pact took effect, a spokesman said."],
            "The pact took effect, a spokesman said.",
            id="an opener goes",
        ),
        pytest.param(
            ["“This is a scandal and a disgrace,” said Ana Roe.", LEAD],
            LEAD,
            id="a quote is left out",
        ),
        pytest.param(
            ['It builds an "Asian NATO" of its own, Ana Roe said.', LEAD], LEAD, id="what dangles"
        ),
        pytest.param(
            ['The three build an "Asian NATO," Ana Roe told reporters.'],
            "The three build an Asian NATO, Ana Roe told reporters.",
            id="a name loses its marks",
        ),
        pytest.param(
            ["The pact is a “naked threat” to all of Asia.", LEAD], LEAD, id="loaded, by nobody"
        ),
        pytest.param([LEAD, LEAD], LEAD, id="the same twice"),
        pytest.param(
            ["Share", "https://example.org", "Who will help whom?", LEAD], LEAD, id="litter"
        ),
    ],
)
def test_a_summary_reports_without_quoting(sentences, expected):
    assert write(sentences, "The Post") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "He stressed that the pact is not aimed at anyone.",
            "Ivan Roe stressed that the pact is not aimed at anyone.",
            id="he",
        ),
        pytest.param(
            "The expert explained that the pact is not aimed at anyone.",
            "Ivan Roe explained that the pact is not aimed at anyone.",
            id="an epithet",
        ),
        pytest.param(
            "The pact is not aimed at anyone, he added.",
            "The pact is not aimed at anyone, Ivan Roe added.",
            id="at the end",
        ),
        pytest.param(
            "The pact is not aimed at anyone, Roe said.",
            "The pact is not aimed at anyone, Ivan Roe said.",
            id="a surname in full",
        ),
        pytest.param(
            "The pact is in no way aimed at anyone.",
            "According to Ivan Roe, the pact is in no way aimed at anyone.",
            id="his, though the sentence does not say so",
        ),
    ],
)
def test_a_speaker_is_named(sentence, expected):
    assert write([sentence], "The Post", {0: "Ivan Roe"}) == expected


def test_without_an_outlet_it_is_the_article_that_says_so():
    assert write(["The pact took effect on Monday."], None) == (
        "According to the article, the pact took effect on Monday."
    )


def test_what_tells_of_a_clause_comes_before_what_stands_nearer():
    near = [
        f"Number {n} of the boats lay idle in port {n}, the mayor {n * 7} said." for n in "2345"
    ]

    summary = write([LEAD, THIRD, *near, SECOND], "The Post", weighty={6})

    assert summary.startswith(LEAD)
    assert "help the other" in summary


def test_a_russian_article_is_summed_up_in_russian():
    summary = write(["Документ вступил в силу в понедельник утром."], "ТАСС", language="ru")

    assert summary == "По данным ТАСС, документ вступил в силу в понедельник утром."


def test_of_a_korean_article_the_lead_is_taken():
    summary = write(
        ["조약이 발효됐다고 외무성이 밝혔다.", "비가 왔다고 말했다."], None, language="ko"
    )

    assert summary == "조약이 발효됐다고 외무성이 밝혔다."


@pytest.mark.parametrize(
    "sentences", [[], ["“No,” she said."], ["Share", ""]], ids=["none", "quote", "litter"]
)
def test_where_nothing_can_be_used_there_is_no_summary(sentences):
    assert write(sentences, "The Post") is None


@given(
    sentences=st.lists(st.text(max_size=80) | st.sampled_from([LEAD, SECOND, THIRD])),
    names=st.dictionaries(st.integers(0, 9), st.sampled_from(["Ivan Roe", "Kim"])),
    language=st.sampled_from(["en", "ru", "ko", "xx"]),
)
def test_any_sentences_can_be_summed_up_without_marks(sentences, names, language):
    summary = write(sentences, "The Post", names, {1, 2}, language)

    assert summary is None or not set(summary) & set('“”„«»"')
