import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import catalogue as catalogues
from digests.drafting import clauses
from digests.drafting.clauses import of_quote, touched
from digests.drafting.phrases import Phrases, plain
from digests.drafting.treaties import about

CATALOGUE = catalogues.load()
HOME = "russia-dprk-2024"


def named(found):
    return [one.clause for one in found]


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        pytest.param("The Russia-DPRK treaty is a year old.", HOME, id="by a name"),
        pytest.param("The partnership pact Moscow and Pyongyang signed.", HOME, id="pact"),
        pytest.param("A pact inked by Russia and North Korea worries Tokyo.", HOME, id="parties"),
        pytest.param("Moscow's security pact with Pyongyang is public.", HOME, id="possessive"),
        pytest.param(
            "Putin and Kim signed a comprehensive strategic partnership treaty. Russia said so. "
            "North Korea agreed.",
            HOME,
            id="parties elsewhere",
        ),
        pytest.param("Договор между РФ и КНДР вступил в силу.", HOME, id="Russian"),
        pytest.param("북러 조약 제4조는 군사적 원조를 규정한다.", HOME, id="Korean"),
        pytest.param(
            "The 1961 treaty of Moscow and Pyongyang.", "ussr-dprk-1961", id="by its year"
        ),
        pytest.param("China’s 1961 treaty with North Korea.", "china-dprk-1961", id="same year"),
        pytest.param(
            "NATO invoked Article 5 only once.", "north-atlantic-1949", id="body, article"
        ),
        pytest.param(
            "The US and South Korea marked 70 years of their mutual defense treaty.",
            "us-rok-1953",
            id="another pair",
        ),
        pytest.param(
            "The pact Russia and North Korea signed is no NATO. The Russia-North Korea treaty has "
            "23 articles, the North Atlantic Treaty has 14.",
            HOME,
            id="named most",
        ),
        pytest.param(
            "Russia and Iran signed a comprehensive strategic partnership treaty. North Korea has "
            "one too.",
            None,
            id="a namesake",
        ),
        pytest.param("NATO ministers met in Brussels.", None, id="a body only"),
        pytest.param("Japan and Russia signed no peace treaty.", None, id="a treaty of peace"),
        pytest.param("NATO and Russia left the New START treaty.", None, id="unknown treaty"),
        pytest.param("Russia and North Korea signed an agreement on tourism.", None, id="tourism"),
        pytest.param("The treaty will alarm Japan and South Korea.", None, id="who is alarmed"),
        pytest.param("The bakery on Mill Lane reopened.", None, id="something else"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_text_is_about_the_treaty_it_names(text, treaty):
    assert about(text, CATALOGUE) == treaty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The treaty obliges each side to come to the other's aid.", ["assistance"], id="aid"
        ),
        pytest.param("It includes mutual military assistance.", ["assistance"], id="mutual"),
        pytest.param(
            "Help is due in case of aggression against either.", ["assistance"], id="case"
        ),
        pytest.param(
            "Russia must defend its new ally if war breaks out.", ["assistance"], id="ally"
        ),
        pytest.param(
            "The parties consult in case of a threat of armed attack.",
            ["consultation"],
            id="threat",
        ),
        pytest.param(
            "They are to agree on possible measures of assistance, including military action.",
            ["consultation"],
            id="measures are agreed, not given",
        ),
        pytest.param(
            "The pact covers trade, economic, investment and scientific fields.",
            ["economy-science"],
            id="economy",
        ),
        pytest.param(
            "The treaty affirms the wish for a multipolar international system.",
            ["preamble"],
            id="preamble",
        ),
        pytest.param(
            "The pact, signed in June, entered into force in December.",
            ["entry-into-force"],
            id="force",
        ),
        pytest.param("The lower house ratified the treaty.", ["entry-into-force"], id="ratified"),
        pytest.param(
            "It means indefinite cooperation.", ["duration-termination"], id="indefinite"
        ),
        pytest.param(
            "Either may withdraw from the treaty.", ["duration-termination"], id="leaving"
        ),
        pytest.param("The treaty rejects unilateral sanctions.", ["sanctions"], id="sanctions"),
        pytest.param(
            "The parties cooperate on cybersecurity.", ["information-security"], id="cyber"
        ),
        pytest.param("The treaty is to counter disinformation.", ["media"], id="media"),
        pytest.param(
            "Articles 3 and 4 matter most.", ["consultation", "assistance"], id="two numbers"
        ),
        pytest.param("Under Article IV both must act.", ["assistance"], id="Roman"),
        pytest.param("Everyone cites the fourth article.", ["assistance"], id="spelled out"),
        pytest.param("Об этом говорит статья 4 договора.", ["assistance"], id="Russian number"),
        pytest.param("Четвёртую статью знают все.", ["assistance"], id="Russian ordinal"),
        pytest.param("Договор вступил в силу.", ["entry-into-force"], id="Russian words"),
        pytest.param(
            "Стороны окажут друг другу военную помощь.", ["assistance"], id="Russian aid"
        ),
        pytest.param(
            "조약 제3조와 제4조가 핵심이다.", ["consultation", "assistance"], id="Korean numbers"
        ),
        pytest.param("조약은 군사적 원조를 규정한다.", ["assistance"], id="Korean words"),
        pytest.param(
            "It is stronger than Article 5 of the North Atlantic Treaty.",
            ["north-atlantic-1949:assistance"],
            id="an article of another treaty",
        ),
        pytest.param(
            "NATO's Article 5 is weaker than Article 4 of the pact.",
            ["assistance", "north-atlantic-1949:assistance"],
            id="one of each",
        ),
        pytest.param(
            "Seoul relies on the US-South Korea mutual defense treaty.",
            ["us-rok-1953:assistance"],
            id="another treaty's words",
        ),
    ],
)
def test_a_passage_is_about_the_clauses_it_tells_of(text, expected):
    assert named(touched(text, HOME, CATALOGUE)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They spoke of a new world order.", id="new world order"),
        pytest.param("The DPRK is isolated by sanctions.", id="sanctions"),
        pytest.param("The treaty is not aimed against third countries.", id="third countries"),
        pytest.param("The two sides discussed trade and space.", id="trade and space"),
        pytest.param("State media reported the visit.", id="media"),
        pytest.param("Washington sent military assistance to Ukraine.", id="aid to somebody else"),
        pytest.param(
            "The pact came up as US military aid to Kyiv grew.", id="aid beside the pact"
        ),
        pytest.param("Preparations for a military act of aggression go on.", id="aggression"),
        pytest.param("They act under Article 51 of the UN Charter.", id="the Charter"),
        pytest.param("He is charged under Article 4 of the Criminal Code.", id="a code"),
        pytest.param("An article I wrote deals with the pact.", id="an article I wrote"),
        pytest.param("The treaty has 23 articles and a preamble.", id="a count"),
        pytest.param("The ministers held consultations on fisheries.", id="consultations held"),
        pytest.param("Sanctions came into force in May.", id="something else in force"),
        pytest.param(
            "They signed a deal on medicine, medical education and science.", id="medicine"
        ),
        pytest.param("Russia withdrew from the INF treaty.", id="leaving another treaty"),
        pytest.param("", id="nothing"),
    ],
)
def test_words_alone_are_no_evidence(text):
    assert touched(text, HOME, CATALOGUE) == ()


def test_evidence_is_in_the_words_of_the_text():
    [found] = touched("The pact’s Provision on “Mutual  Assistance” is new.", HOME, CATALOGUE)

    assert (found.clause, found.evidence) == ("assistance", "Mutual  Assistance")


def test_clauses_of_a_treaty_that_is_not_the_default_are_addressed():
    [found] = touched("Article V of the treaty is short.", "us-japan-1960", CATALOGUE)

    assert found.clause == "us-japan-1960:assistance"


@pytest.mark.parametrize("treaty", [None, "no-such-treaty"])
def test_a_text_about_no_known_treaty_has_no_clauses(treaty):
    assert touched("Article 4 on mutual assistance.", treaty, CATALOGUE) == ()


@pytest.mark.parametrize(
    ("quote", "sentence", "before", "expected"),
    [
        pytest.param(
            "It means mutual assistance",
            "“It means mutual assistance,” he said of Article 10.",
            "",
            ["assistance"],
            id="its own words before its sentence's",
        ),
        pytest.param(
            "by all available means",
            "Article 4 promises help “by all available means”.",
            "",
            ["assistance"],
            id="its sentence",
        ),
        pytest.param(
            "That will never be made public",
            "“That will never be made public,” she said.",
            "Nobody knows what the treaty's provision on mutual assistance implies.",
            ["assistance"],
            id="the sentence before, referred to",
        ),
        pytest.param(
            "Our bakery has reopened",
            "“Our bakery has reopened,” she said.",
            "The treaty's provision on mutual assistance is new.",
            [],
            id="the sentence before, not referred to",
        ),
        pytest.param(
            "a rounding error",
            "Article 10 covers trade, but its volume remains “a rounding error”.",
            "",
            [],
            id="what stands behind but",
        ),
        pytest.param("", "", "", [], id="nothing"),
    ],
)
def test_a_quote_is_about_what_it_says_or_what_is_said_around_it(
    quote, sentence, before, expected
):
    assert named(of_quote(quote, sentence, before, HOME, CATALOGUE)) == expected


PHRASES = [
    pytest.param(phrase, id=f"{treaty.id}:{clause.slug}: {phrase}")
    for treaty in CATALOGUE.treaties.values()
    for clause in treaty.clauses
    for evidence in clause.evidence.values()
    for phrase in (*evidence.says, *evidence.beside, *evidence.unless)
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_of_the_catalogue_finds_itself(phrase):
    words = [word.split("/")[-1].rstrip("*") for word in phrase.split() if word.strip(".")]

    assert list(Phrases([(phrase, None)]).find(plain(f"So «{' '.join(words)}»")))


def test_every_clause_has_evidence_of_its_own_or_of_its_topic():
    topics = {clause.topic for clause in CATALOGUE.default.clauses if clause.evidence}

    for treaty in CATALOGUE.treaties.values():
        assert all(clause.evidence or clause.topic in topics for clause in treaty.clauses)


@given(text=st.text())
def test_plain_keeps_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


WORDS = st.sampled_from(
    "Article 4 the treaty of NATO Russia North Korea and's «military assistance» threat статья 5 "
    "договора 제4조 조약 US mutual defence if attacked 1961 charter . , ( ) \n "
    "İ ё “ ” consult - IV".split(" ")
)


@given(text=st.lists(WORDS | st.text(max_size=8), max_size=60).map(" ".join))
def test_any_text_can_be_read_and_evidence_is_verbatim(text):
    treaty = about(text, CATALOGUE)
    found = touched(text, treaty or HOME, CATALOGUE)

    assert treaty is None or treaty in CATALOGUE.treaties
    assert all(one.evidence in text for one in found)
    assert len(set(named(found))) == len(found)
    assert of_quote(text, text, text, treaty, CATALOGUE) is not None


def test_a_long_text_without_a_stop_is_read_in_pieces():
    text = "military assistance treaty Russia and North Korea Article 4 threat " * 2_000

    assert named(touched(text, HOME, CATALOGUE)) != []
    assert all(end - start <= 2_000 for start, end in clauses.spans(text))
