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


def test_a_short_line_alone_answers_the_one_before(speakers):
    text = """"We cut it in the spring of last year," said James Roe of the county.

"You were told to cut it," Ann Poe shot back.

"We were not." """
    assert speakers(text) == ["James Roe", "Ann Poe", "James Roe"]


def test_a_long_paragraph_alone_goes_on_with_whoever_spoke(speakers):
    text = """"We cut it in the spring of last year," said James Roe of the county.

"You were told to cut it," said Ann Poe.

"The letter was sent in June, and there was another in July, and nobody on the board read \
either of them until the water stood in the hall, which is where it still stands today." """
    assert speakers(text)[-1] == "Ann Poe"


def test_nobody_calls_themselves_by_their_first_name(speakers):
    text = """James Roe put the letter down. "Who wrote it?" he said.

His wife, the painter Ann Poe, was not impressed. "You did, and it shows," she said.

"Ann, please." """
    assert speakers(text)[-1] == "James Roe"


def test_the_one_who_replies_is_not_the_one_who_asked(speakers):
    text = """Susan Roe told the court that she had seen the lights.

"Did you write it down at the time?" asked Ann Poe, for the defense.

"I had no pen with me," she replied."""
    assert speakers(text) == ["Ann Poe", "Susan Roe"]


def test_pressed_again_leads_on_to_the_same_speaker(speakers):
    text = """"I will not speculate," Ann Poe said. Pressed again: "I really will not." """
    assert set(speakers(text)) == {"Ann Poe"}


TRANSCRIPT = """KATE MILBURN: Secretary, in October you told members, "Not one station will close."

GRAHAM FELL: What I said was true, Kate.

KATE MILBURN: You wrote in a column, "A minister who breaks his word should get off."

GRAHAM FELL: I did. I also wrote, "The next train is always late."

KATE MILBURN: Graham Fell, thank you. Good night.

Kate Milburn and Graham Fell spoke on Sunday."""


def test_in_a_transcript_you_is_the_other_and_i_whose_turn_it_is(speakers):
    assert speakers(TRANSCRIPT) == ["Graham Fell"] * 3


def test_a_pronoun_at_the_top_takes_up_the_one_in_the_headline(speakers):
    text = """"Hold it steady," he told the man behind him, and climbed another rung.

Delgado has painted the screen for 38 years."""
    assert speakers(text, "Ray Delgado paints his last screen") == ["Ray Delgado"]
