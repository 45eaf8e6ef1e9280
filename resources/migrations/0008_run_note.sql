-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people write about a run.
ALTER TABLE run_entry ADD COLUMN note TEXT NOT NULL DEFAULT '';
