-- SPDX-License-Identifier: GPL-3.0-or-later
-- Models, their versions, standards and promotions. All of these tables are projections of events: `lepton audit
-- verify` rebuilds them and compares, and decisions never read them. Times are UTC milliseconds, as in the events;
-- event is the seq of the event that made the row.
CREATE TABLE model (
    id           TEXT    NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    name_key     TEXT    NOT NULL UNIQUE,
    department   TEXT    NOT NULL,
    task         TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    intended_use TEXT    NOT NULL,
    limits       TEXT    NOT NULL,
    created      INTEGER NOT NULL,
    event        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE model_version (
    id         TEXT    NOT NULL PRIMARY KEY,
    model      TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    run        TEXT    NOT NULL, -- empty: imported
    source     TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    files      TEXT    NOT NULL, -- JSON: {name: {"hash", "bytes"}}
    max_length INTEGER NOT NULL,
    trainer    TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    stage      TEXT    NOT NULL CHECK (stage IN ('none', 'staging', 'production', 'archived')),
    trashed    INTEGER NOT NULL,
    created    INTEGER NOT NULL,
    event      INTEGER NOT NULL,
    UNIQUE (model, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
    model  TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (model, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE standard (
    name_key   TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    department TEXT    NOT NULL,
    task       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    created    INTEGER NOT NULL,
    event      INTEGER NOT NULL,
    PRIMARY KEY (name_key, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE promotion (
    id               TEXT    NOT NULL PRIMARY KEY,
    number           INTEGER NOT NULL,
    version          TEXT    NOT NULL,
    target           TEXT    NOT NULL,
    rollback         INTEGER NOT NULL,
    reason           TEXT    NOT NULL,
    requester        TEXT    NOT NULL,
    standard         TEXT    NOT NULL,
    standard_version INTEGER NOT NULL,
    evidence         TEXT    NOT NULL,
    evidence_hash    TEXT    NOT NULL,
    gates_passed     INTEGER NOT NULL,
    state            TEXT    NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn')),
    created          INTEGER NOT NULL,
    event            INTEGER NOT NULL,
    decided          INTEGER NOT NULL, -- 0: not yet
    decided_event    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX promotion_by_state ON promotion (state, number);

CREATE TABLE review (
    promotion TEXT    NOT NULL,
    reviewer  TEXT    NOT NULL,
    verdict   TEXT    NOT NULL CHECK (verdict IN ('approved', 'rejected')),
    comment   TEXT    NOT NULL,
    created   INTEGER NOT NULL,
    event     INTEGER NOT NULL,
    PRIMARY KEY (promotion, reviewer)
) STRICT, WITHOUT ROWID;
