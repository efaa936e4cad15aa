-- SPDX-License-Identifier: MIT
-- A kept sheet speaks of tasks and notes: what goes into a compartment later
-- is read there by its members alone.

-- The number of the task or note in its dossier; 0 none.
ALTER TABLE handover_line ADD COLUMN thing {int} NOT NULL DEFAULT 0;
