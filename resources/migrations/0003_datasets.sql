-- SPDX-License-Identifier: GPL-3.0-or-later
-- Data sets and their immutable versions. Times are UTC milliseconds. The *_key columns hold the case-folded text
-- that names are compared and searched by.
CREATE TABLE dataset (
    id             TEXT    NOT NULL PRIMARY KEY,
    name           TEXT    NOT NULL,
    name_key       TEXT    NOT NULL,
    department     TEXT    NOT NULL,
    sensitivity    TEXT    NOT NULL CHECK (sensitivity IN ('public', 'internal', 'confidential', 'restricted')),
    description    TEXT    NOT NULL DEFAULT '',
    search_key     TEXT    NOT NULL,
    kind           TEXT    NOT NULL CHECK (kind IN ('table', 'text')),
    owner          TEXT    NOT NULL,
    created        INTEGER NOT NULL,
    updated        INTEGER NOT NULL,
    trashed        INTEGER,
    -- facts of the newest version, so that a list needs no other table
    latest_version INTEGER NOT NULL DEFAULT 0,
    row_count      INTEGER NOT NULL DEFAULT 0,
    column_count   INTEGER NOT NULL DEFAULT 0,
    bytes          INTEGER NOT NULL DEFAULT 0,
    missing_cells  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A name is free again once its data set is in the trash.
CREATE UNIQUE INDEX dataset_name ON dataset (name_key) WHERE trashed IS NULL;

CREATE TABLE dataset_tag (
    dataset TEXT NOT NULL REFERENCES dataset (id),
    tag_key TEXT NOT NULL,
    tag     TEXT NOT NULL,
    PRIMARY KEY (dataset, tag_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset_version (
    id           TEXT    NOT NULL PRIMARY KEY,
    dataset      TEXT    NOT NULL REFERENCES dataset (id),
    number       INTEGER NOT NULL,
    row_count    INTEGER NOT NULL,
    bytes        INTEGER NOT NULL,
    content_hash TEXT    NOT NULL,
    object_hash  TEXT    NOT NULL,
    note         TEXT    NOT NULL DEFAULT '',
    provenance   TEXT    NOT NULL,
    author       TEXT    NOT NULL,
    created      INTEGER NOT NULL,
    UNIQUE (dataset, number)
) STRICT;

CREATE TABLE dataset_column (
    version       TEXT    NOT NULL REFERENCES dataset_version (id),
    position      INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    name_key      TEXT    NOT NULL,
    type          TEXT    NOT NULL,
    utc           INTEGER NOT NULL DEFAULT 0,
    precision     INTEGER NOT NULL DEFAULT 0,
    scale         INTEGER NOT NULL DEFAULT 0,
    missing_cells INTEGER NOT NULL DEFAULT 0,
    profile       TEXT    NOT NULL,
    PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
