import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import references
from config.catalogue import load
from config.references import Meant, Mentioned, NoClause, WhichClause

CATALOGUE = load()
HOME = CATALOGUE.default
EVERY_CLAUSE = [
    pytest.param(treaty, clause, id=treaty.address(clause))
    for treaty in CATALOGUE.treaties.values()
    for clause in treaty.clauses
]
NAMES_AT_HOME = [
    pytest.param(clause, name, id=f"{clause.slug}: {name}")
    for clause in HOME.clauses
    for name in clause.names()
]
NUMBERED_ABROAD = [
    pytest.param(name, treaty, clause, id=f"{name}, {clause.number}")
    for treaty in CATALOGUE.treaties.values()
    for name in treaty.names()
    for clause in treaty.clauses[:2]
    if clause.number
]


def read(text, treaty=None):
    return references.read(text, CATALOGUE, treaty)


def meant(text):
    """Give the address that *text* leads to; fails if it leads to none or several."""
    reading = read(text)
    assert isinstance(reading, Meant), reading
    return reading.provision.address


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("4", id="number"),
        pytest.param("Article IV", id="Roman"),
        pytest.param("статья 4", id="Russian"),
        pytest.param("п. 1 ст. 4", id="Russian with a paragraph"),
        pytest.param("제4조", id="Korean"),
        pytest.param("assistance", id="slug"),
        pytest.param("ASSISTANCE", id="capitals"),
        pytest.param("mutual-assistance", id="hyphen"),
        pytest.param("mutual assistance", id="alias"),
        pytest.param("the mutual assistance clause", id="called a clause"),
        pytest.param("clause on mutual assistance", id="called a clause first"),
        pytest.param("assistance clause", id="a word that another clause has too"),
        pytest.param("взаимная помощь", id="Russian alias"),
        pytest.param("взаимной помощи", id="Russian alias, inflected"),
        pytest.param("статья о взаимной помощи", id="Russian, called a clause"),
        pytest.param("взаимопомощи", id="another Russian alias, inflected"),
        pytest.param("전쟁상태", id="Korean alias"),
        pytest.param("russia-dprk-2024:4", id="address with a number"),
        pytest.param("russia-dprk-2024:assistance", id="address"),
        pytest.param("Russia-DPRK-2024: Article IV", id="address as typed by hand"),
        pytest.param("russia-dprk-2024:mutual assistance", id="address with an alias"),
        pytest.param("Article 4 of the treaty", id="the treaty"),
        pytest.param("Article 4 of the Russia-DPRK treaty", id="the treaty named"),
        pytest.param("статья 4 договора РФ и КНДР", id="the treaty named in the genitive"),
        pytest.param("asistance", id="typing slip"),
        pytest.param("mutual asistance", id="typing slip in two words"),
        pytest.param("mutual\u200b assistance\x07", id="characters nobody sees"),
    ],
)
def test_the_clause_on_assistance_is_found(typed):
    assert meant(typed) == "russia-dprk-2024:assistance"


@pytest.mark.parametrize(
    "typed",
    [
        "NATO 5",
        "NATO Article 5",
        "NATO's Article V",
        "Article 5 of the North Atlantic Treaty",
        "North Atlantic Treaty, collective defence",
        "статья 5 НАТО",
        "статья 5 Североатлантического договора",
        "나토 5조",
        "north-atlantic-1949:5",
        "NATO asistance",
    ],
)
def test_a_clause_of_another_treaty_is_found_where_the_treaty_is_named(typed):
    assert meant(typed) == "north-atlantic-1949:assistance"


@pytest.mark.parametrize(("name", "treaty", "clause"), NUMBERED_ABROAD)
def test_a_number_beside_any_name_of_a_treaty_leads_there(name, treaty, clause):
    assert meant(f"Article {clause.number}, {name}") == treaty.address(clause)


@pytest.mark.parametrize(("treaty", "clause"), EVERY_CLAUSE)
def test_every_clause_is_found_by_its_address(treaty, clause):
    assert meant(treaty.address(clause)) == treaty.address(clause)
    assert meant(f"{treaty.id}:{clause.number or 0}") == treaty.address(clause)


@pytest.mark.parametrize(("clause", "name"), NAMES_AT_HOME)
def test_every_name_of_a_clause_leads_to_it_or_to_a_choice_that_holds_it(clause, name):
    match references.exactly(name, CATALOGUE):
        case Meant(provision):
            assert provision.clause == clause
        case WhichClause(_, candidates):
            assert clause in [candidate.clause for candidate in candidates]
        case other:
            pytest.fail(f"{name} is read as {other}")


def test_a_bare_number_means_the_default_treaty_and_offers_the_others():
    reading = read("Article 5")

    assert isinstance(reading, Meant)
    assert reading.provision.address == "russia-dprk-2024:third-party-commitments"
    assert "north-atlantic-1949:assistance" in [each.address for each in reading.elsewhere]


def test_the_preamble_is_number_zero_and_has_no_like_elsewhere():
    assert read("0") == read("Article 0")
    assert read("0").provision.clause.slug == "preamble"
    assert read("0").elsewhere == ()


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        pytest.param("health", {"shared-challenges", "social-culture"}, id="an alias of both"),
        pytest.param("military", {"assistance", "defence-capability"}, id="a word of both"),
    ],
)
def test_a_name_that_two_clauses_share_is_a_question_back(typed, slugs):
    reading = read(typed)

    assert isinstance(reading, WhichClause)
    assert {candidate.clause.slug for candidate in reading.candidates} == slugs


@pytest.mark.parametrize(
    "typed",
    [
        "51",
        "Article 51",
        "Article 51 of the UN Charter",
        "статья 51 Устава ООН",
        "самообороны",
        "russia-dprk-2024:51",
    ],
)
def test_article_51_is_no_clause_but_named_in_one(typed):
    reading = read(typed)

    assert isinstance(reading, Mentioned)
    assert (reading.reference.number, reading.reference.of) == ("51", "UN Charter")
    assert reading.named_in.address == "russia-dprk-2024:assistance"


@pytest.mark.parametrize(
    ("typed", "treaty"),
    [
        pytest.param("99", "russia-dprk-2024", id="out of range"),
        pytest.param("Article " + "9" * 5000, "russia-dprk-2024", id="far out of range"),
        pytest.param("2024", "russia-dprk-2024", id="a year"),
        pytest.param("NATO 99", "north-atlantic-1949", id="out of range elsewhere"),
        pytest.param("north-atlantic-1949:99", "north-atlantic-1949", id="address out of range"),
        pytest.param("nowhere-1900:4", "russia-dprk-2024", id="address of no treaty"),
        pytest.param("", "russia-dprk-2024", id="nothing"),
        pytest.param(" \n\t", "russia-dprk-2024", id="blanks"),
        pytest.param("?!… — «»", "russia-dprk-2024", id="marks alone"),
        pytest.param("\x00\x07\x1b", "russia-dprk-2024", id="control characters"),
        pytest.param("x" * 10_000, "russia-dprk-2024", id="ten thousand letters"),
        pytest.param("4" * 10_000, "russia-dprk-2024", id="ten thousand digits"),
        pytest.param("weather " * 1250, "russia-dprk-2024", id="ten thousand characters of words"),
        pytest.param("of the", "russia-dprk-2024", id="small words, which stand in many names"),
        pytest.param("the treaty", "russia-dprk-2024", id="the treaty itself"),
        pytest.param("погода", "russia-dprk-2024", id="a Russian word"),
    ],
)
def test_what_is_no_clause_is_said_to_be_none(typed, treaty):
    reading = read(typed)

    assert isinstance(reading, NoClause)
    assert reading.treaty.id == treaty


def test_what_comes_close_is_offered():
    reading = read("russia-dprk-2024:asistance")

    assert isinstance(reading, NoClause)
    assert "assistance" in [provision.clause.slug for provision in reading.near]


def test_a_name_that_only_other_treaties_have_is_found_there():
    reading = read("collective defence")

    assert isinstance(reading, WhichClause)
    assert {each.treaty.id for each in reading.candidates} == {"csto-1992", "north-atlantic-1949"}


def test_a_name_that_one_other_treaty_has_leads_there():
    assert meant("common defence") == "us-japan-1960:assistance"


def test_inside_a_treaty_only_its_own_clauses_are_meant():
    nato = CATALOGUE.treaties["north-atlantic-1949"]

    assert read("5", nato).provision.address == "north-atlantic-1949:assistance"
    assert isinstance(read("sanctions", nato), NoClause)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("asistance", id="a slip"),
        pytest.param("military", id="a part of a name"),
        pytest.param("the mutual assistance clause", id="a name with more about it"),
        pytest.param("what did NATO say about the treaty", id="a treaty named in a sentence"),
        pytest.param("NATO", id="a treaty alone"),
        pytest.param("2024", id="a year"),
        pytest.param("", id="nothing"),
        pytest.param("?!", id="marks"),
    ],
)
def test_reading_exactly_guesses_nothing(typed):
    assert references.exactly(typed, CATALOGUE) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("4", "russia-dprk-2024:assistance"),
        ("взаимной помощи", "russia-dprk-2024:assistance"),
        ("NATO 5", "north-atlantic-1949:assistance"),
    ],
)
def test_reading_exactly_knows_what_is_plainly_said(typed, address):
    reading = references.exactly(typed, CATALOGUE)

    assert isinstance(reading, Meant)
    assert reading.provision.address == address


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_reading_whose_clauses_can_be_addressed(text):
    match read(text):
        case Meant(provision, elsewhere):
            provisions = (provision, *elsewhere)
        case WhichClause(_, candidates):
            provisions = candidates
        case Mentioned(_, named_in):
            provisions = (named_in,)
        case NoClause(_, _, near):
            provisions = near

    for provision in provisions:
        assert CATALOGUE.at(provision.address) == (provision.treaty, provision.clause)


@settings(deadline=None)
@given(st.sampled_from([clause for clause in HOME.clauses if len(clause.slug) > 7]), st.data())
def test_one_letter_left_out_of_a_long_slug_still_leads_to_the_clause(clause, data):
    at = data.draw(st.integers(1, len(clause.slug) - 2))
    reading = read(clause.slug[:at] + clause.slug[at + 1 :])

    match reading:
        case Meant(provision):
            assert provision.clause == clause
        case WhichClause(_, several) | NoClause(_, _, several):
            assert clause in [provision.clause for provision in several]
        case _:
            pytest.fail(f"read as {reading}")
