-- Times are Unix milliseconds, but for last_timestamp, which is in seconds as the service has it.

CREATE SCHEMA smsc_watch;

-- One row: the store itself.
CREATE TABLE smsc_watch.store (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    version integer NOT NULL,
    id text NOT NULL,
    last_batch bigint,
    last_request bigint
);

INSERT INTO smsc_watch.store (version, id) VALUES (1, replace(gen_random_uuid()::text, '-', ''));

CREATE TABLE smsc_watch.watchers (
    watcher bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    expires bigint NOT NULL
);

CREATE TABLE smsc_watch.messages (
    message bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL,
    phone text NOT NULL,
    phone_key text NOT NULL,
    sent bigint,
    added bigint NOT NULL,
    asked bigint,
    not_found_since bigint,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'final', 'lost')),
    status integer,
    err bigint,
    last_timestamp bigint,
    cost text,
    changed bigint,
    reports text,
    watcher bigint
);

CREATE UNIQUE INDEX messages_by_key ON smsc_watch.messages (id, phone_key);
CREATE INDEX messages_open ON smsc_watch.messages (watcher, message) WHERE state = 'open';
CREATE INDEX messages_by_status ON smsc_watch.messages (state, status, err);

CREATE TABLE smsc_watch.changes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message bigint NOT NULL REFERENCES smsc_watch.messages (message),
    at bigint NOT NULL,
    status integer,
    err bigint,
    last_timestamp bigint,
    is_final boolean NOT NULL,
    is_lost boolean NOT NULL,
    source text,
    new_state boolean NOT NULL,
    new_end boolean NOT NULL,
    new_fields boolean NOT NULL,
    new_not_found boolean NOT NULL
);

CREATE INDEX changes_ends ON smsc_watch.changes (seq) WHERE new_end;
CREATE INDEX changes_by_message ON smsc_watch.changes (message);

CREATE TABLE smsc_watch.sinks (
    name text PRIMARY KEY,
    seq bigint NOT NULL
);
