"""The tables, as migrations: one function a step, never edited once released.

They are written in SQL, since ``WITHOUT ROWID``, ``AUTOINCREMENT``, partial indexes and FTS5
options are more than sqlite-utils' ``create_table`` knows.
"""

from contextlib import closing

from sqlite_utils import Database, Migrations

from digests.library import delivery_tables, desk_tables

MIGRATIONS = Migrations("library")
VIRTUAL = {"search"}


def unknown(db: Database) -> set[str]:
    """Give the steps a library has gone through that this program does not know."""
    with closing(Database(memory=True, execute_plugins=False)) as nothing:
        known = {step.name for step in MIGRATIONS.pending(nothing)}
    return {step.name for step in MIGRATIONS.applied(db)} - known


@MIGRATIONS()
def m001_articles(db: Database) -> None:
    """Make records and their history.

    ``filed`` tells where a record was filed, so that it is taken out there even by a program
    that would file it elsewhere. Days are ISO dates, empty where unknown; ``open`` marks those
    that mean *on or after*.
    """
    db.executescript("""
        CREATE TABLE article (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            day TEXT NOT NULL,
            open INTEGER NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            filed TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT;
        CREATE INDEX history_of ON history (article);
    """)


@MIGRATIONS()
def m002_facets(db: Database) -> None:
    """Make what one can narrow to, and the places of articles and quotes under each.

    The primary key of the two ``*_facet`` tables is the order of the lists read from them.
    """
    db.executescript("""
        CREATE TABLE facet (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('treaty', 'outlet', 'clause', 'speaker')),
            value TEXT NOT NULL,
            articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
            quotes INTEGER NOT NULL DEFAULT 0 CHECK (quotes >= 0),
            speakers INTEGER NOT NULL DEFAULT 0 CHECK (speakers >= 0),
            UNIQUE (kind, value)
        ) STRICT;
        CREATE INDEX facet_most ON facet (quotes DESC) WHERE kind = 'speaker';

        CREATE TABLE article_facet (
            facet INTEGER NOT NULL REFERENCES facet,
            day TEXT NOT NULL,
            article INTEGER NOT NULL,
            open INTEGER NOT NULL,
            PRIMARY KEY (facet, day DESC, article DESC)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX article_facet_open ON article_facet (facet, day DESC, article DESC)
            WHERE open = 1;
        CREATE TABLE quote_facet (
            facet INTEGER NOT NULL REFERENCES facet,
            day TEXT NOT NULL,
            article INTEGER NOT NULL,
            position INTEGER NOT NULL,
            open INTEGER NOT NULL,
            PRIMARY KEY (facet, day DESC, article DESC, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX quote_facet_open ON quote_facet (facet, day DESC, article DESC, position)
            WHERE open = 1;
    """)


@MIGRATIONS()
def m003_speakers(db: Database) -> None:
    """Make speakers, whose every quote it is, what they are called, and their share of a facet.

    ``name.printed`` counts the quotes that print it, ``called`` marks names given from outside.
    ``name_form.level``: 0 the folded word, 1 its sounds, 2 the sounds of its stems.
    """
    db.executescript("""
        CREATE TABLE speaker (
            facet INTEGER PRIMARY KEY REFERENCES facet,
            slug TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            affiliation TEXT,
            role TEXT
        ) STRICT;
        CREATE INDEX speaker_of_text ON speaker (facet) WHERE kind = 'treaty text';
        CREATE TABLE quote (
            article INTEGER NOT NULL,
            position INTEGER NOT NULL,
            speaker INTEGER REFERENCES speaker,
            PRIMARY KEY (article, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE share (
            facet INTEGER NOT NULL REFERENCES facet,
            speaker INTEGER NOT NULL REFERENCES speaker,
            quotes INTEGER NOT NULL CHECK (quotes >= 0),
            articles INTEGER NOT NULL CHECK (articles >= 0),
            PRIMARY KEY (facet, speaker)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE name (
            speaker INTEGER NOT NULL REFERENCES speaker,
            name TEXT NOT NULL,
            printed INTEGER NOT NULL DEFAULT 0 CHECK (printed >= 0),
            called INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (speaker, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE name_form (
            form TEXT NOT NULL,
            level INTEGER NOT NULL,
            speaker INTEGER NOT NULL REFERENCES speaker,
            PRIMARY KEY (form, level, speaker)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX name_form_of ON name_form (speaker);
    """)


@MIGRATIONS()
def m004_search(db: Database) -> None:
    """Make the full text: folded and stemmed words, cut at blanks and nowhere else.

    It keeps its own copy of the words. Without one, taking an article out would need the very
    words that went in, and a changed stemmer would corrupt the index.
    """
    db.executescript("""
        CREATE VIRTUAL TABLE search USING fts5 (
            headline, speakers, summary, quotes, tags,
            columnsize=0, tokenize="ascii tokenchars ':'"
        );
    """)


@MIGRATIONS()
def m005_misses(db: Database) -> None:
    """Make the names that were asked for and not found; never who asked."""
    db.executescript("""
        CREATE TABLE miss (
            name TEXT NOT NULL PRIMARY KEY,
            times INTEGER NOT NULL,
            last TEXT NOT NULL
        ) STRICT;
        CREATE INDEX miss_most ON miss (times DESC, last DESC);
    """)


@MIGRATIONS()
def m006_questions(db: Database) -> None:
    """Make the questions too long to stand behind a button."""
    db.executescript("""
        CREATE TABLE question (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL
        ) STRICT;
    """)


@MIGRATIONS()
def m007_merging(db: Database) -> None:
    """Let FTS5 merge its segments only when told to.

    By itself it merges after every 64 pages of new words, hundreds of pages at once, and some
    transactions held the lock far longer than others.
    """
    db.execute("INSERT INTO search (search, rank) VALUES ('automerge', 0)")


@MIGRATIONS()
def m008_drafts(db: Database) -> None:
    """Make the drafts that editors work on."""
    db.executescript(desk_tables.DRAFTS)


@MIGRATIONS()
def m009_staff(db: Database) -> None:
    """Make editors, and the invitations by which they come."""
    db.executescript(desk_tables.STAFF)


@MIGRATIONS()
def m010_actions(db: Database) -> None:
    """Make the record of who did what."""
    db.executescript(desk_tables.ACTIONS)


@MIGRATIONS()
def m011_reports(db: Database) -> None:
    """Make what readers say is wrong."""
    db.executescript(desk_tables.REPORTS)


@MIGRATIONS()
def m012_past(db: Database) -> None:
    """Make retractions, and keep of former records when and by whom they were put in."""
    db.executescript(desk_tables.PAST)


@MIGRATIONS()
def m013_origins(db: Database) -> None:
    """Make articles be found by where they were published."""
    db.executescript(desk_tables.ORIGINS)


@MIGRATIONS()
def m014_subscriptions(db: Database) -> None:
    """Make chats, and what they subscribed to."""
    db.executescript(delivery_tables.CHATS)


@MIGRATIONS()
def m015_outbox(db: Database) -> None:
    """Make editions, and the letters that take them to chats."""
    db.executescript(delivery_tables.BODIES + delivery_tables.OUTBOX)


@MIGRATIONS()
def m016_pulse(db: Database) -> None:
    """Make the signs of life, and keep which retractions chats were told of."""
    db.executescript(delivery_tables.PULSE + delivery_tables.TOLD)
