"""The desk with its people, and drafts on it."""

from dataclasses import replace

import pytest

from bot.desk.table import BY_NAME
from bot.rehearsal import EDITOR_ID, OWNER_ID, READER_ID
from bot.rehearsal.staffing import staffed
from digests import desk
from digests.drafting import reading

MANGOTT = """\
Treaty is a kind of response to the West, expert says

VIENNA, June 20. /TASS/. "The treaty is a kind of response to the West," Gerhard Mangott, \
professor at the University of Innsbruck, told TASS on 20 June 2024.

The treaty between Russia and North Korea speaks of immediate military assistance. "That is a \
strong promise under Article 4," Mangott said.

"Nobody outside knows what this means," a source said.
"""


@pytest.fixture
def staff(own_services):
    """A library for this test alone, with an owner and an editor."""
    return staffed(own_services)


@pytest.fixture
async def owner(talk, staff):
    async with talk(staff) as chat:
        yield chat.of(OWNER_ID)


@pytest.fixture
def editor(owner):
    return owner.of(EDITOR_ID)


@pytest.fixture
def reader(owner):
    return owner.of(READER_ID)


@pytest.fixture
def bring(staff):
    """Put a draft on the desk; give its number."""

    def bring(text=MANGOTT, by=EDITOR_ID, **given):
        draft = replace(reading.read(text, staff.catalogue, staff.today()), **given)
        filed = desk.submit(draft, staff.library, staff.clock.now(), str(by), anyway=True)
        return filed.id

    return bring


@pytest.fixture
def filed(staff):
    """Give a draft as it is on file."""
    return staff.library.drafts.get


@pytest.fixture
def commands():
    return BY_NAME
