"""The tables of the editors' desk, in SQL; released ones are never edited."""

# ``article`` is what a draft became, or what it corrects: then ``base`` is the version it began
# from, and else 0. ``mark`` stands for the text, white space and case put aside.
DRAFTS = """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        version INTEGER NOT NULL DEFAULT 1,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'published', 'discarded')),
        article TEXT,
        base INTEGER NOT NULL DEFAULT 0,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        holder TEXT,
        held_at TEXT,
        mark TEXT NOT NULL,
        url TEXT,
        source TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX draft_open ON draft (id) WHERE state = 'open';
    CREATE INDEX draft_mark ON draft (mark);
    CREATE INDEX draft_url ON draft (url) WHERE url IS NOT NULL;
    CREATE INDEX draft_article ON draft (article) WHERE article IS NOT NULL;
"""

# ``mark`` is the hash of a token that is itself kept nowhere.
STAFF = """
    CREATE TABLE editor (
        user INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        added_by TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE invitation (
        mark TEXT NOT NULL PRIMARY KEY,
        made_by TEXT NOT NULL,
        at TEXT NOT NULL,
        used_by INTEGER,
        used_at TEXT
    ) STRICT;
"""

ACTIONS = """
    CREATE TABLE action (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        deed TEXT NOT NULL,
        draft INTEGER,
        article TEXT,
        detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX action_article ON action (article) WHERE article IS NOT NULL;
    CREATE INDEX action_draft ON action (draft) WHERE draft IS NOT NULL;
"""

# ``position`` and ``mark`` tell the quote, the text of it what the reader saw. ``reader`` is the
# chat to answer in, forgotten once that is done.
REPORTS = """
    CREATE TABLE report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article TEXT NOT NULL,
        position INTEGER NOT NULL,
        mark TEXT NOT NULL,
        text TEXT NOT NULL,
        reader INTEGER,
        language TEXT NOT NULL,
        words TEXT NOT NULL,
        at TEXT NOT NULL,
        verdict TEXT,
        answer TEXT NOT NULL DEFAULT '',
        settled_by TEXT,
        settled_at TEXT
    ) STRICT;
    CREATE INDEX report_open ON report (id) WHERE verdict IS NULL;
    CREATE INDEX report_reader ON report (reader, at) WHERE reader IS NOT NULL;
"""

# A retracted article keeps its row, with an empty record, and so its number and its history.
PAST = """
    ALTER TABLE history ADD COLUMN entered TEXT;
    ALTER TABLE history ADD COLUMN entered_by TEXT;
    CREATE TABLE retraction (
        article INTEGER NOT NULL REFERENCES article,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (article, at)
    ) STRICT, WITHOUT ROWID;
"""

# Host and path alone, so that few share them; which of these is meant is told in Python.
ORIGIN = """
    rtrim(replace(lower(substr(
        json_extract(record, '$.url'),
        instr(json_extract(record, '$.url'), '://') + 3,
        instr(json_extract(record, '$.url') || '?', '?')
            - instr(json_extract(record, '$.url'), '://') - 3
    )), 'www.', ''), '/')
"""
ORIGINS = f"CREATE INDEX article_origin ON article ({ORIGIN}) WHERE record LIKE '%\"url\":%';"
