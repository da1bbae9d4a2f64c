"""A library that an older program made is taken over with all that is in it."""

from contextlib import closing

import pytest
from delivering import subscribed
from shelving import NOW, an_article, ids, put
from sqlite_utils import Database

from digests.library import Library
from digests.library.opening import APPLICATION_ID
from digests.library.schema import MIGRATIONS
from digests.models import Filter

TABLES = (
    "article history facet article_facet quote_facet speaker quote share name retraction".split()
)


def as_an_older_program_left_it(path, stop_before):
    """Make a library of today, and write it anew with the tables of then."""
    with closing(Library.open(path.with_name("today.db"))) as today:
        put(today, an_article("a"))
        put(today, an_article("b"))
        today.past.retract("b", "a hoax", NOW, "ann")
    db = Database(path, execute_plugins=False)
    MIGRATIONS.apply(db, stop_before=stop_before)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.attach("today", path.with_name("today.db"))
    for table in TABLES:
        columns = ", ".join(db[table].columns_dict)
        db.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM today.{table}"  # noqa: S608
        )
    db.conn.commit()
    db.close()


@pytest.fixture
def old(path):
    as_an_older_program_left_it(path, "m014_subscriptions")
    with closing(Library.open(path)) as library:
        yield library


def test_what_it_held_is_there(old):
    assert ids(old.articles.latest(Filter(), 9)) == ["a"]
    assert old.past.retraction("b").reason == "a hoax"


def test_what_it_held_is_no_news(old):
    assert old.pulse.get().wave == old.articles.newest() == 2
    assert subscribed(old).read == 2
    assert old.past.untold(9) == []


def test_what_is_retracted_from_now_on_is_to_be_told(old):
    old.past.retract("a", "not his words", NOW, "ann")

    assert [one.article for one in old.past.untold(9)] == ["a"]
