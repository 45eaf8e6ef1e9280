-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ground: what the workspace is, the audit log, the object store's names, members and their roles.
-- Times are UTC milliseconds, ids lower-case UUIDs, hashes and keys lower-case hex.

CREATE TABLE meta (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    workspace    TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    journal_mode TEXT    NOT NULL CHECK (journal_mode IN ('local', 'shared')),
    created      INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    seq       INTEGER PRIMARY KEY,
    id        TEXT    NOT NULL UNIQUE,
    time      INTEGER NOT NULL,
    member    TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    object    TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    prev      TEXT    NOT NULL,
    hash      TEXT    NOT NULL,
    signature TEXT    NOT NULL
) STRICT;

CREATE INDEX event_by_object ON event (object, seq);
CREATE INDEX event_by_kind ON event (kind, seq);

CREATE TABLE object (
    hash  TEXT    PRIMARY KEY,
    bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE object_link (
    owner TEXT NOT NULL,
    hash  TEXT NOT NULL REFERENCES object (hash),
    PRIMARY KEY (owner, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX object_link_by_hash ON object_link (hash);

-- Projections of events: `lepton audit verify` rebuilds them and compares. added and revoked are the seq of
-- the events that did it.
CREATE TABLE member (
    id         TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL UNIQUE,
    department TEXT    NOT NULL,
    key        TEXT    NOT NULL UNIQUE,
    added      INTEGER NOT NULL,
    revoked    INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    member TEXT NOT NULL REFERENCES member (id),
    role   TEXT NOT NULL CHECK (role IN ('analyst', 'engineer', 'reviewer', 'admin')),
    PRIMARY KEY (member, role)
) STRICT, WITHOUT ROWID;
