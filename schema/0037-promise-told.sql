-- SPDX-License-Identifier: MIT
-- Who leads a case is told of promises that are near, and of broken ones.

ALTER TABLE promise ADD COLUMN told {int} NOT NULL DEFAULT 0;	-- 1 near,
		-- 2 broken: who leads the dossier was
CREATE INDEX promise_untold ON promise (due) WHERE state = 'open' AND told < 2;
