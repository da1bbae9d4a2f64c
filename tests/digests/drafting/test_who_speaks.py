import datetime as dt

import pytest

from config.catalogue import Catalogue
from digests.drafting.reading import read

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def speakers(catalogue: Catalogue):
    """Give the speakers of the quotes of a text, below a headline."""

    def of(text: str, headline: str = "A town and its quarrels") -> list[str | None]:
        return [quote.speaker for quote in read(f"{headline}\n\n{text}", catalogue, TODAY).quotes]

    return of


@pytest.fixture
def statements(catalogue: Catalogue):
    """Give who is reported to have said what."""

    def of(text: str) -> list[tuple[str | None, str]]:
        draft = read(f"A town and its quarrels\n\n{text}", catalogue, TODAY)
        return [(one.speaker, one.statement) for one in draft.indirect]

    return of


def test_a_relative_of_whom_only_the_first_name_is_given_gets_the_surname_of_mr(speakers):
    text = """Janet Pryce, 61, had waited for months.

Her husband Derek said nobody had called.

"We rang every week," Mr Pryce said. "Every single week." """
    assert set(speakers(text)) == {"Derek Pryce"}


def test_ms_is_the_daughter_and_not_the_uncle(speakers):
    text = """Leonard Katz owns the house. His brother Irving lives there with a daughter, Miriam.

"He came to my wedding," Ms. Katz said."""
    assert speakers(text) == ["Miriam Katz"]


def test_a_couple_shares_its_surname(speakers):
    text = """Robert and Carol Llewellyn heard of the plan in June.

"I have nothing against bats," said Mr Llewellyn, 58. "They were here first," said his wife."""
    assert speakers(text) == ["Robert Llewellyn", "Carol Llewellyn"]


def test_a_husband_is_the_other_one_of_that_surname(speakers):
    text = """Margaret Pell smiled, and Jonathan Pell did not.

"I regret the haircut," Mrs. Pell said. Her husband looked at his shoes. "You see," he said."""
    assert speakers(text) == ["Margaret Pell", "Jonathan Pell"]


def test_whoever_has_a_son_is_the_father(speakers):
    text = """Boris Marsh read the treaty. His son, Gleb Marsh, teaches: "They came for the music."

The father does not argue. "Let them come for the music." """
    assert speakers(text) == ["Gleb Marsh", "Boris Marsh"]


def test_the_dead_do_not_speak_for_the_living_of_their_name(speakers):
    text = """Alice Munro swam the strait. "I lost two stone," she says.

Isobel Munro, a nurse, died in 2019. She had taught her daughter to swim.

"That was the method," says Munro."""
    assert speakers(text) == ["Alice Munro", "Alice Munro"]


def test_a_woman_without_a_name_stays_open_in_the_next_paragraph(speakers):
    text = """Mayor Renata Bialik said the vote was fair.

One woman waiting outside the hall would not say how she had voted.

"Ask me when it rains," she said."""
    assert speakers(text) == [None]


def test_a_broker_who_is_not_named_is_not_the_councilman(speakers):
    text = """Councilman Victor Ramos offered to mediate.

A broker who has shown the house, and who asked not to be named, said the price was fair. "It is
below market," he said."""
    assert speakers(text) == [None]


def test_the_spokesman_of_a_minister_is_not_the_minister(speakers):
    text = """The shadow health minister, Imran Shah, was angry. "Nobody is listening," he said.

Asked about it, the prime minister's spokesman said: "She has apologised for that." """
    assert speakers(text) == ["Imran Shah", None]


def test_what_he_is_called_decides_over_who_was_near(speakers):
    text = """General manager Charles Denholm wanted a veteran. Coach Marlon Reed did not.

"We will see about that," the general manager said."""
    assert speakers(text) == ["Charles Denholm"]


def test_the_historian_is_the_one_who_teaches_history(speakers):
    text = """Andrew Cole, who heads the history department, spoke first. Peter Lane came late.

Peter Lane was tired.

"Nothing is new," the historian said."""
    assert speakers(text) == ["Andrew Cole"]


def test_pronouns_tell_the_gender_that_a_rare_name_does_not(speakers):
    text = """Xanthelle Ivory drives to work. She knows the road, and she hates it. Her van is old.

Director Mark Abernathy apologized to Ivory.

"We missed it," he said."""
    assert speakers(text) == ["Mark Abernathy"]


def test_places_do_not_speak(speakers):
    text = """Ms. Miriam Katz has been looking at shops in Sunset Ridge.

"Bread does not travel," she said."""
    assert speakers(text) == ["Miriam Katz"]


def test_a_company_is_named_in_full_and_without_its_legal_form(speakers):
    text = """The board of Aurelia Seafoods ASA met on Monday.

Aurelia said in a statement that it "welcomes constructive dialogue with all shareholders." """
    assert speakers(text) == ["Aurelia Seafoods"]


def test_a_union_of_workers_keeps_its_whole_name(speakers):
    text = (
        'The Transport Workers\' Union called the agreement "honourable but incomplete at best."'
    )
    assert speakers(text) == ["Transport Workers' Union"]


def test_the_letter_speaks_for_whoever_wrote_it(speakers):
    text = """A letter from the Harbour Society was read out at the meeting.

"We will stand shoulder to shoulder with you," the letter said."""
    assert speakers(text) == ["Harbour Society"]


def test_a_description_by_somebody_is_theirs(speakers):
    text = 'The bishop was described by Dame Rosamund Wyke as "a menace with a mitre and no plan."'
    assert speakers(text) == ["Rosamund Wyke"]


def test_the_second_of_two_clauses_has_a_speaker_of_its_own(speakers):
    text = """Jack Harmon mocked Susan Cole as a "spreadsheet with shoes and a smile," and Cole
shot back that he had "never met a payroll he did not stiff." """
    assert speakers(text) == ["Jack Harmon", "Susan Cole"]


def test_a_question_is_answered_by_the_other_one(speakers):
    text = """"I took her a basket," Wade Burke said.

"How did that go?" Anne Hanrahan asked.

"She kept the basket." """
    assert speakers(text) == ["Wade Burke", "Anne Hanrahan", "Wade Burke"]


def test_a_verb_that_no_list_holds_brings_in_its_speaker(speakers):
    text = '"I was in a mood, a bad one," Ruth Abelson harrumphed. Frank Dunning left.'
    assert speakers(text) == ["Ruth Abelson"]


def test_the_full_name_may_stand_in_the_headline_alone(speakers):
    text = """Sandquist, who is 81, denies it. "It was always somebody else," he told me in May."""
    headline = "What happens to the house when David Sandquist goes home?"
    assert speakers(text, headline) == ["David Sandquist"]


def test_what_somebody_calls_so_in_few_words_is_a_quote(speakers):
    text = 'Chairman Henry Tate called that "nonsense on stilts" and left.'
    assert speakers(text) == ["Henry Tate"]


def test_a_statement_around_its_attribution_is_reported_whole(statements):
    text = "Rachel Sims was blunt. At that rate, Sims noted, it will take her 59 years."
    assert statements(text)[-1] == (
        "Rachel Sims",
        "At that rate, Sims noted, it will take her 59 years",
    )


def test_what_leads_up_to_a_quote_is_no_statement(statements):
    text = 'In a statement, Fiona Hartwell said: "I am truly sorry for the offence."'
    assert statements(text) == []


def test_a_name_in_apposition_does_not_end_the_statement(statements):
    text = (
        "A spokeswoman for Cole, Amy Tran, said the campaign had raised $3 million since Thursday."
    )
    assert statements(text) == [
        ("Amy Tran", "the campaign had raised $3 million since Thursday"),
    ]


def test_that_inside_a_statement_does_not_begin_it(statements):
    text = "Mark Hale said the grade was the best thing that ever happened to him."
    assert statements(text) == [
        ("Mark Hale", "the grade was the best thing that ever happened to him")
    ]


def test_the_father_he_works_with_is_not_the_one_who_said_it(statements):
    text = "Paul Dorsey, who runs the farm with his father, Hank, said fruit set was up sharply."
    assert statements(text) == [("Paul Dorsey", "fruit set was up sharply")]
