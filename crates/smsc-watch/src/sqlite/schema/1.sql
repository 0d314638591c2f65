-- Times are Unix milliseconds, but for last_timestamp, which is in seconds as the service has it.

-- One row: the store itself.
CREATE TABLE store (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    last_batch INTEGER,
    last_request INTEGER
) STRICT;

INSERT INTO store (only, id) VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE messages (
    message INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    sent INTEGER,
    added INTEGER NOT NULL,
    asked INTEGER,
    not_found_since INTEGER,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'final', 'lost')),
    status INTEGER,
    err INTEGER,
    last_timestamp INTEGER,
    cost TEXT,
    changed INTEGER,
    reports TEXT
) STRICT;

CREATE UNIQUE INDEX messages_by_key ON messages (id, phone_key);
CREATE INDEX messages_open ON messages (message) WHERE state = 'open';
CREATE INDEX messages_by_status ON messages (state, status, err);

CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL REFERENCES messages (message),
    at INTEGER NOT NULL,
    status INTEGER,
    err INTEGER,
    last_timestamp INTEGER,
    is_final INTEGER NOT NULL,
    is_lost INTEGER NOT NULL,
    source TEXT,
    new_state INTEGER NOT NULL,
    new_end INTEGER NOT NULL,
    new_fields INTEGER NOT NULL,
    new_not_found INTEGER NOT NULL
) STRICT;

CREATE INDEX changes_ends ON changes (seq) WHERE new_end = 1;
CREATE INDEX changes_by_message ON changes (message);

CREATE TABLE sinks (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT;
