"""The tables of subscriptions and of what is sent, in SQL; released ones are never edited.

Instants are whole seconds since 1970, UTC. No other table than these, and ``report.reader``,
holds the number of a chat.
"""

# ``barred`` is why nothing can be sent there; ``strikes`` how often since ``struck_at`` it was not
# found. ``next`` stays while a subscription is paused, for a chat that moves and goes on.
CHATS = """
    CREATE TABLE chat (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        zone TEXT,
        brief INTEGER NOT NULL DEFAULT 0,
        empty INTEGER NOT NULL DEFAULT 0,
        barred TEXT,
        barred_at INTEGER,
        strikes INTEGER NOT NULL DEFAULT 0,
        struck_at INTEGER,
        at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX chat_struck ON chat (id) WHERE strikes > 0;
    CREATE TABLE subscription (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat INTEGER NOT NULL REFERENCES chat ON UPDATE CASCADE ON DELETE CASCADE,
        topic INTEGER,
        schedule TEXT NOT NULL,
        zone TEXT NOT NULL,
        filter TEXT NOT NULL,
        language TEXT NOT NULL,
        by INTEGER,
        at INTEGER NOT NULL,
        next INTEGER,
        read INTEGER NOT NULL,
        since INTEGER NOT NULL,
        paused TEXT,
        paused_at INTEGER,
        result TEXT,
        settled INTEGER
    ) STRICT;
    CREATE INDEX subscription_due ON subscription (next, id)
        WHERE next IS NOT NULL AND paused IS NULL;
    CREATE INDEX subscription_at_once ON subscription (read, id)
        WHERE schedule = 'at once' AND paused IS NULL;
    CREATE INDEX subscription_chat ON subscription (chat);
    CREATE INDEX subscription_by ON subscription (by) WHERE by IS NOT NULL;
    CREATE INDEX subscription_paused ON subscription (paused) WHERE paused IS NOT NULL;
"""

# ``key`` tells equal editions while there is something to send of them, and ``whole`` whether
# there is. ``shown.article`` is the number of one.
BODIES = """
    CREATE TABLE body (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT UNIQUE,
        at INTEGER NOT NULL,
        filter TEXT NOT NULL,
        after INTEGER NOT NULL,
        through INTEGER NOT NULL,
        language TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        parts INTEGER NOT NULL DEFAULT 0,
        whole INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX body_whole ON body (at) WHERE whole = 1;
    CREATE TABLE part (
        body INTEGER NOT NULL REFERENCES body,
        number INTEGER NOT NULL,
        content TEXT,
        PRIMARY KEY (body, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shown (
        article INTEGER NOT NULL REFERENCES article,
        body INTEGER NOT NULL REFERENCES body,
        part INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        PRIMARY KEY (article, body, part, start)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shown_in ON shown (body, part);
"""

# ``part`` is the next to be sent. ``claimed`` is set while one is on its way, and ``overtaken``
# when that one was rewritten meanwhile. ``plain``: without entities, which were refused.
OUTBOX = """
    CREATE TABLE letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        chat INTEGER NOT NULL REFERENCES chat ON UPDATE CASCADE ON DELETE CASCADE,
        topic INTEGER,
        body INTEGER NOT NULL REFERENCES body,
        subscription INTEGER,
        slot INTEGER,
        part INTEGER NOT NULL,
        parts INTEGER NOT NULL CHECK (parts >= part),
        target INTEGER,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'sent', 'dead', 'withdrawn')),
        claimed INTEGER,
        overtaken INTEGER NOT NULL DEFAULT 0,
        plain INTEGER NOT NULL DEFAULT 0,
        tries INTEGER NOT NULL DEFAULT 0,
        failing INTEGER,
        reason TEXT NOT NULL DEFAULT '',
        at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX letter_slot ON letter (subscription, slot)
        WHERE subscription IS NOT NULL AND slot IS NOT NULL;
    CREATE INDEX letter_waiting ON letter (state, id) WHERE state = 'waiting';
    CREATE INDEX letter_held ON letter (state, id) WHERE state = 'held';
    CREATE INDEX letter_dead ON letter (state, id) WHERE state = 'dead';
    CREATE INDEX letter_claimed ON letter (body, part) WHERE claimed IS NOT NULL;
    CREATE INDEX letter_overtaken ON letter (id) WHERE overtaken = 1;
    CREATE INDEX letter_chat ON letter (chat, state);
    CREATE INDEX letter_body ON letter (body);
    CREATE TABLE sent (
        letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
        part INTEGER NOT NULL,
        message INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (letter, part)
    ) STRICT, WITHOUT ROWID;
"""

# ``wave`` is the number of the newest article that was announced as it happened; what came before
# there were subscriptions is no news.
PULSE = """
    CREATE TABLE pulse (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        tick INTEGER,
        sent INTEGER,
        started INTEGER,
        parked INTEGER NOT NULL DEFAULT 0,
        wave INTEGER NOT NULL
    ) STRICT;
    INSERT INTO pulse (id, wave) SELECT 1, coalesce(MAX(sequence), 0) FROM article;
"""

# Retractions made before anybody could have been sent the article count as told.
TOLD = """
    ALTER TABLE retraction ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
    UPDATE retraction SET told = 1;
    CREATE INDEX retraction_untold ON retraction (article) WHERE told = 0;
"""
