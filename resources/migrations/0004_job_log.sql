-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a job works on, and the last lines of its log: a JSON array of texts, NULL unless it ended badly.
ALTER TABLE job ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN log TEXT;

CREATE INDEX job_subject ON job (subject, queued) WHERE subject <> '';
-- At most one job of a kind is open for a subject: nothing is trained twice at once.
CREATE UNIQUE INDEX job_subject_open ON job (subject, kind) WHERE subject <> '' AND finished IS NULL;

-- The time that the object's file got, in nanoseconds since 1970, from the keeping that was linked last. A file
-- with another time was kept again by someone who may be about to link it. NULL for objects linked before this
-- column.
ALTER TABLE object ADD COLUMN kept INTEGER;
