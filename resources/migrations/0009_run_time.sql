-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long a job has been at work, in milliseconds, pauses left out; NULL for jobs that never began, and for those of
-- before, of which only begin and end are known.
ALTER TABLE job ADD COLUMN worked INTEGER;

-- When the first job of a run began, where there was one before the latest, and how long those before it worked.
ALTER TABLE run ADD COLUMN began INTEGER;
ALTER TABLE run ADD COLUMN worked_before INTEGER NOT NULL DEFAULT 0;

UPDATE run SET (began, worked_before) =
    (SELECT min(j.started), coalesce(sum(j.finished - j.started), 0) FROM job j
     WHERE j.subject = run.id AND j.subject <> '' AND j.id <> run.job);

-- A place above those of all points that were there when points of the run were taken away last; 0: none ever were.
ALTER TABLE run_entry ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;

DROP INDEX run_list;
CREATE INDEX run_list ON run (number, job, dataset, dataset_name, dataset_number, base_model, base_model_name, member,
                              created, began, worked_before);
DROP INDEX job_list;
CREATE INDEX job_list ON job (id, state, started, finished, worked);
