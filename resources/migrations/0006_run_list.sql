-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lists of runs show, filter and sort by, apart from recipe and report, which are large. run is a run's number,
-- times are UTC milliseconds.
CREATE TABLE run_entry (
    run        INTEGER PRIMARY KEY REFERENCES run (number),
    title      TEXT    NOT NULL DEFAULT '', -- its own name, beside the number
    decided_by TEXT    NOT NULL,            -- the metric whose best value chooses the weights
    trashed    INTEGER
) STRICT;

INSERT INTO run_entry (run, decided_by)
    SELECT number, 'validation/' || coalesce(json_extract(recipe, '$.metric'), 'macro_f1') FROM run;

CREATE TABLE run_tag (
    run     INTEGER NOT NULL REFERENCES run (number),
    tag_key TEXT    NOT NULL, -- case-folded
    tag     TEXT    NOT NULL,
    PRIMARY KEY (run, tag_key)
) STRICT, WITHOUT ROWID;

-- Where each metric of a run stands: its last value, for a completed run the final one, and the range of all of them.
-- A value of NULL is NaN; least and most leave NaN out. By key first, so that a list sorted by one metric reads that
-- metric alone.
CREATE TABLE run_metric (
    key   INTEGER NOT NULL REFERENCES metric_key (id),
    run   INTEGER NOT NULL REFERENCES run (number),
    step  INTEGER NOT NULL,
    value REAL,
    least REAL,
    most  REAL,
    PRIMARY KEY (key, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_metric_run ON run_metric (run);

INSERT INTO run_metric (key, run, step, value, least, most)
    SELECT p.key, p.run, p.step, p.value, range.least, range.most
    FROM (SELECT run, key, max(step) AS step, min(value) AS least, max(value) AS most
          FROM metric_point GROUP BY run, key) range
    JOIN metric_point p ON p.run = range.run AND p.key = range.key AND p.step = range.step;

INSERT OR IGNORE INTO metric_key (key)
    SELECT DISTINCT final.key FROM run, json_each(run.metrics) final WHERE run.metrics IS NOT NULL;

INSERT INTO run_metric (key, run, step, value, least, most)
    SELECT id, number, best_step, value, value, value
    FROM (SELECT k.id, run.number, run.best_step,
                 CASE final.atom WHEN 'nan' THEN NULL WHEN 'inf' THEN 9e999 WHEN '-inf' THEN -9e999
                      ELSE CAST(final.atom AS REAL) END AS value
          FROM run, json_each(run.metrics) final JOIN metric_key k ON k.key = final.key
          WHERE run.metrics IS NOT NULL)
    WHERE true
    ON CONFLICT (key, run) DO UPDATE SET value = excluded.value;

-- Lists go over all runs: these hold what they look at, so that no row with a recipe, a report or a log is read.
CREATE INDEX run_list ON run (number, job, dataset, dataset_name, dataset_number, base_model, base_model_name, member,
                              created);
CREATE INDEX job_list ON job (id, state, started, finished);
