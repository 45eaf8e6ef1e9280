-- SPDX-License-Identifier: GPL-3.0-or-later
-- Base models, runs with their artifacts, and metric points. Times are UTC milliseconds, hashes lower-case hex.
CREATE TABLE base_model (
    id       TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL,
    name_key TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    facts    TEXT    NOT NULL,
    files    TEXT    NOT NULL, -- JSON: {name: {"hash", "bytes"}}
    bytes    INTEGER NOT NULL,
    owner    TEXT    NOT NULL,
    created  INTEGER NOT NULL,
    trashed  INTEGER
) STRICT;

-- A name is free again once its model is in the trash.
CREATE UNIQUE INDEX base_model_name ON base_model (name_key) WHERE trashed IS NULL;

-- The state of a run is that of its latest job. What the run was made from stands here by name and hash too, since a
-- run outlives a data set that is removed.
CREATE TABLE run (
    id              TEXT    NOT NULL PRIMARY KEY,
    number          INTEGER NOT NULL UNIQUE,
    job             TEXT    NOT NULL REFERENCES job (id),
    dataset         TEXT    NOT NULL,
    dataset_version TEXT    NOT NULL,
    dataset_name    TEXT    NOT NULL,
    dataset_number  INTEGER NOT NULL,
    dataset_hash    TEXT    NOT NULL,
    base_model      TEXT    NOT NULL,
    base_model_name TEXT    NOT NULL,
    base_model_hash TEXT    NOT NULL,
    recipe          TEXT    NOT NULL,
    recipe_hash     TEXT    NOT NULL,
    member          TEXT    NOT NULL,
    created         INTEGER NOT NULL,
    environment     TEXT,
    data            TEXT,
    total_steps     INTEGER NOT NULL DEFAULT 0,
    best_step       INTEGER NOT NULL DEFAULT 0,
    metrics         TEXT,
    report          TEXT
) STRICT;

CREATE INDEX run_job ON run (job);
CREATE INDEX run_dataset ON run (dataset);
CREATE INDEX run_base_model ON run (base_model);
CREATE INDEX run_recipe ON run (recipe_hash);

CREATE TABLE run_artifact (
    run   TEXT    NOT NULL REFERENCES run (id),
    kind  TEXT    NOT NULL CHECK (kind IN ('model', 'predictions', 'checkpoint')),
    name  TEXT    NOT NULL,
    hash  TEXT    NOT NULL,
    bytes INTEGER NOT NULL,
    step  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE metric_key (
    id  INTEGER PRIMARY KEY,
    key TEXT    NOT NULL UNIQUE
) STRICT;

-- run is a run's number. value is NULL for NaN, which SQLite does not store; infinities are stored as they are. place
-- counts the points of a run in the order in which they were saved last, so that a reader finds what is new.
CREATE TABLE metric_point (
    run   INTEGER NOT NULL REFERENCES run (number),
    key   INTEGER NOT NULL REFERENCES metric_key (id),
    step  INTEGER NOT NULL,
    place INTEGER NOT NULL,
    epoch REAL    NOT NULL,
    time  INTEGER NOT NULL,
    value REAL,
    PRIMARY KEY (run, key, step)
) STRICT, WITHOUT ROWID;

CREATE INDEX metric_point_place ON metric_point (run, place);
