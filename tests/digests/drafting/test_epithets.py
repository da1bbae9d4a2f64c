import datetime as dt

import pytest

from config.catalogue import Catalogue
from digests.drafting.reading import read

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def speakers(catalogue: Catalogue):
    """Give the speakers of the quotes of a text, below a headline."""

    def of(text: str) -> list[str | None]:
        source = f"A town and its quarrels\n\n{text}"
        return [quote.speaker for quote in read(source, catalogue, TODAY).quotes]

    return of


def test_her_counterpart_is_the_other_minister(speakers):
    text = """Minister Ilse Marken met Minister Tom Weir in Bern on Monday.

Marken thanked the hosts. Her counterpart smiled. "Rivers do not read," he said."""
    assert speakers(text) == ["Tom Weir"]


def test_somebody_is_called_by_what_the_text_says_they_do(speakers):
    text = """Jane Roe, who has led the museum since 2019, met Paul Poe, the mayor, on Monday.

"We have no roof," the director said. "We have no money," the mayor said."""
    assert speakers(text) == ["Jane Roe", "Paul Poe"]


def test_whoever_told_the_court_is_the_witness(speakers):
    text = """Leanne Yuill, a paramedic, told Dundee Sheriff Court that she found him on a kerb.

Naomi Adeyemi, defending, rose. "You wrote nothing down?" the advocate asked.

"It is not a thing you forget," the witness replied."""
    assert speakers(text) == ["Naomi Adeyemi", "Leanne Yuill"]


def test_a_countryman_is_whoever_was_spoken_of(speakers):
    text = """Her captain, Paul Brekke, was harsher on himself. He had missed a tackle.

"He is quick, and I am 34," said the Norwegian."""
    assert speakers(text) == ["Paul Brekke"]


def test_any_republican_may_be_the_arizona_republican(speakers):
    text = """Bob Roe, R-Ohio, said nobody was mad. "Nobody at all," Roe said.

That was not how it sounded to Rep. Tom Poe, who leads the caucus. The Arizona Republican \
said it was too late.

"It is never too late," he said."""
    assert speakers(text) == ["Bob Roe", "Tom Poe"]


def test_a_senator_who_is_spoken_to_is_not_the_one_who_speaks(speakers):
    text = """"My children are small, Senator," Rohan Kapur replied to Sen. Hank Burrell.

The answer drew a snort from Burrell. "That is no answer," the senator said."""
    assert speakers(text) == ["Rohan Kapur", "Hank Burrell"]


@pytest.mark.parametrize(
    "text",
    [
        '"We are leaving," Jane Roe and Alan Poe said in a statement.',
        'Jane Roe met Alan Poe. Roe and Poe said the plan was "a gift to nobody but lawyers."',
    ],
)
def test_what_two_say_as_one_is_left_open(speakers, text):
    assert speakers(text) == [None]


def test_an_institution_may_have_an_and_inside(speakers):
    text = """The Food and Environmental Hygiene Department said the bowls were "a hazard to all."

Norland and Pike fell 14% on Tuesday. Norland and Pike said it "remains confident of growth." """
    assert speakers(text) == ["Food and Environmental Hygiene Department", "Norland and Pike"]


def test_excellencies_are_called_by_their_names(speakers):
    text = 'The Minister, H.E. Ilse Marken, met him. "We came to be told in time," she said.'
    assert speakers(text) == ["Ilse Marken"]


def test_the_latter_is_the_treaty_that_was_named_last(speakers):
    text = """Jane Roe compared the pact with the North Atlantic Treaty. The latter says that an \
attack on one "shall be considered an attack against them all"."""
    assert speakers(text) == ["treaty text"]


def test_as_somebody_likes_to_say(speakers):
    text = 'Ann Poe sold it. It came, as Paul Roe likes to say, with "a very quiet association."'
    assert speakers(text) == ["Paul Roe"]


def test_a_paper_that_describes_is_nobody(speakers):
    text = 'A former aide, Jane Roe, gave them slides that described users as "a herd to fence."'
    assert speakers(text) == [None]
