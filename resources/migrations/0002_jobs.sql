-- SPDX-License-Identifier: GPL-3.0-or-later
-- Units of queued work. Times are UTC milliseconds. A row with finished NULL is still to be ended by the process
-- that the lease columns name; that process raises the counter while it lives.
CREATE TABLE job (
    id            TEXT    NOT NULL PRIMARY KEY,
    kind          TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('queued', 'starting', 'running', 'paused', 'cancelling',
                                                    'completed', 'failed', 'cancelled', 'interrupted')),
    params        TEXT    NOT NULL,
    result        TEXT,
    error_kind    TEXT    NOT NULL DEFAULT '',
    error_message TEXT    NOT NULL DEFAULT '',
    error_detail  TEXT    NOT NULL DEFAULT '',
    error_place   TEXT,
    progress      TEXT,
    member        TEXT    NOT NULL,
    queued        INTEGER NOT NULL,
    started       INTEGER,
    finished      INTEGER,
    -- the lease
    machine       TEXT    NOT NULL,
    boot          TEXT    NOT NULL,
    process_space INTEGER NOT NULL,
    pid           INTEGER NOT NULL,
    process_start INTEGER NOT NULL,
    counter       INTEGER NOT NULL DEFAULT 0,
    CHECK ((finished IS NOT NULL) = (state IN ('completed', 'failed', 'cancelled', 'interrupted')))
) STRICT;

CREATE INDEX job_open ON job (queued) WHERE finished IS NULL;
CREATE INDEX job_finished ON job (finished) WHERE finished IS NOT NULL;
